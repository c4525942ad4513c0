/** An object as a version of the strategy froze it: plain values, readable in twenty years without this program. */
export interface Standobjekt {
  readonly id: string; readonly art: string; readonly oberId: string | null; readonly kennung: string | null; readonly nummer: string | null; readonly bausteinart: string | null
  readonly name: string; readonly status: string | null; readonly prioritaet: string | null; readonly dauerMonate: number | null; readonly fortlaufend: boolean
  readonly beginn: string | null; readonly ende: string | null; readonly kostenklasse: number | null; readonly verantwortlich: string | null
  readonly beteiligte: readonly string[]; readonly ziele: readonly string[]; readonly texte: Readonly<Record<string, string>>
}

export interface Stand { readonly fassung: 1; readonly objekte: readonly Standobjekt[] }

export interface Feldaenderung { readonly feld: string; readonly alt: string | null; readonly neu: string | null }
export type Standaenderung =
  | { readonly was: 'neu'; readonly objekt: Standobjekt }
  | { readonly was: 'entfallen'; readonly objekt: Standobjekt }
  | { readonly was: 'geaendert'; readonly objekt: Standobjekt; readonly felder: readonly Feldaenderung[] }

const alsText = (value: unknown): string | null => (value === null || value === undefined || value === '' ? null : Array.isArray(value) ? (value.length > 0 ? value.join(', ') : null) : typeof value === 'boolean' ? (value ? 'ja' : 'nein') : String(value))

/** What changed between two versions, object by object in the order of the newer one; what vanished comes last. */
export function vergleiche(alt: Stand, neu: Stand): Standaenderung[] {
  const vorher = new Map(alt.objekte.map((objekt) => [objekt.id, objekt]))
  const nachher = new Set(neu.objekte.map(({ id }) => id))
  const aenderungen = neu.objekte.flatMap((objekt): Standaenderung[] => {
    const frueher = vorher.get(objekt.id)
    if (!frueher) return [{ was: 'neu', objekt }]
    const felder = felderUnterschied(frueher, objekt)
    return felder.length > 0 ? [{ was: 'geaendert', objekt, felder }] : []
  })
  return [...aenderungen, ...alt.objekte.filter(({ id }) => !nachher.has(id)).map((objekt): Standaenderung => ({ was: 'entfallen', objekt }))]
}

function felderUnterschied(alt: Standobjekt, neu: Standobjekt): Feldaenderung[] {
  const flach = ({ texte, ...rest }: Standobjekt): Record<string, unknown> => ({ ...rest, ...Object.fromEntries(Object.entries(texte).map(([feld, text]) => [`texte.${feld}`, text])) })
  const [a, b] = [flach(alt), flach(neu)]
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((feld) => {
    const [vorher, nachher] = [alsText(a[feld]), alsText(b[feld])]
    return vorher === nachher ? [] : [{ feld, alt: vorher, neu: nachher }]
  })
}
