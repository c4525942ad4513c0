import type { Ebenenname, Objektart } from './arten.js'
import { BAUSTEINARTEN, type Bausteinart } from './arten.js'
import type { Status } from './status.js'

type Tag = Temporal.PlainDate

interface Quelle {
  readonly id: string; readonly art: Objektart; readonly oberId: string | null; readonly nummer: string | null; readonly bausteinart: Bausteinart | null; readonly name: string
  readonly texte: Readonly<Record<string, string>>; readonly status: Status | null; readonly prioritaet: string | null; readonly dauerMonate: number | null; readonly fortlaufend: boolean
  readonly beginn: Tag | null; readonly ende: Tag | null; readonly endeIst: Tag | null; readonly frist: Tag | null; readonly kostenklasse: number | null
  readonly verantwortlich: string | null; readonly beteiligte: readonly string[]; readonly oeffentlich: boolean; readonly oeffentlicheFelder: readonly string[]; readonly rang: number
}

/** What the public sees of an object: its name and level, and whatever else was released. A field that was not released is not there. */
export interface Vorhaben {
  readonly id: string; readonly name: string; readonly art: Objektart; readonly ebene: string
  /** The released object it belongs to. */
  readonly teilVon?: { readonly id: string; readonly name: string }
  readonly nummer?: string; readonly bausteinart?: string; readonly status?: Status; readonly prioritaet?: string
  readonly zeitraum?: { readonly beginn: Tag | null; readonly ende: Tag | null; readonly dauerMonate: number | null; readonly fortlaufend: boolean; readonly beendet: Tag | null }
  readonly frist?: Tag; readonly kostenklasse?: number; readonly verantwortlich?: string; readonly beteiligte?: readonly string[]
  readonly ziele?: readonly string[]
  readonly texte: Readonly<Record<string, string>>
}

interface Umfeld { readonly byId: ReadonlyMap<string, Quelle>; readonly zieleVon: (id: string) => readonly Quelle[]; readonly namen: Readonly<Record<Objektart, Ebenenname>> }

const wenn = <K extends string, V>(ja: boolean, name: K, wert: V | null | undefined): Partial<Record<K, V>> => (ja && wert !== null && wert !== undefined ? { [name]: wert } as Record<K, V> : {})

/** The one place where an object becomes public: nothing goes through that is not in `oeffentlicheFelder` (H1-09). Undefined where nothing is released. */
export function veroeffentliche(objekt: Quelle, { byId, zieleVon, namen }: Umfeld): Vorhaben | undefined {
  if (!objekt.oeffentlich) return undefined
  const frei = new Set(objekt.oeffentlicheFelder)
  const ober = naechsterOeffentlicher(objekt, byId)
  const ziele = zieleVon(objekt.id).filter((ziel) => ziel.oeffentlich).map(({ name }) => name)
  return {
    id: objekt.id, name: objekt.name, art: objekt.art, ebene: objekt.art === 'baustein' && objekt.bausteinart ? BAUSTEINARTEN[objekt.bausteinart] : namen[objekt.art].einzahl,
    ...wenn(ober !== undefined, 'teilVon', ober && { id: ober.id, name: ober.name }),
    ...wenn(frei.has('nummer'), 'nummer', objekt.nummer), ...wenn(frei.has('nummer'), 'bausteinart', objekt.bausteinart && BAUSTEINARTEN[objekt.bausteinart]),
    ...wenn(frei.has('status'), 'status', objekt.status), ...wenn(frei.has('prioritaet'), 'prioritaet', objekt.prioritaet),
    ...wenn(frei.has('zeitraum') && (objekt.beginn !== null || objekt.ende !== null || objekt.dauerMonate !== null || objekt.fortlaufend), 'zeitraum',
      { beginn: objekt.beginn, ende: objekt.ende, dauerMonate: objekt.dauerMonate, fortlaufend: objekt.fortlaufend, beendet: objekt.endeIst }),
    ...wenn(frei.has('frist'), 'frist', objekt.frist), ...wenn(frei.has('kostenklasse'), 'kostenklasse', objekt.kostenklasse), ...wenn(frei.has('verantwortlich'), 'verantwortlich', objekt.verantwortlich),
    ...wenn(frei.has('beteiligte') && objekt.beteiligte.length > 0, 'beteiligte', objekt.beteiligte), ...wenn(frei.has('ziele') && ziele.length > 0, 'ziele', ziele),
    texte: Object.fromEntries(Object.entries(objekt.texte).filter(([feld]) => frei.has(feld) && feld !== 'quellenangabe')),
  }
}

function naechsterOeffentlicher(objekt: Quelle, byId: ReadonlyMap<string, Quelle>): Quelle | undefined {
  for (let ober = objekt.oberId ? byId.get(objekt.oberId) : undefined, stufen = 0; ober && stufen < 50; ober = ober.oberId ? byId.get(ober.oberId) : undefined, stufen++) if (ober.oeffentlich) return ober
  return undefined
}

/** Does its released time touch that year? What runs on has no end; what has no released time touches none. */
export function imJahr({ zeitraum }: Vorhaben, jahr: number): boolean {
  if (!zeitraum || (zeitraum.beginn === null && zeitraum.ende === null)) return false
  const [von, bis] = [zeitraum.beginn?.year ?? zeitraum.ende?.year ?? jahr, zeitraum.ende?.year ?? (zeitraum.fortlaufend ? jahr : zeitraum.beginn?.year ?? jahr)]
  return von <= jahr && jahr <= Math.max(von, bis)
}

/** Field names of the history whose change the public may notice, for the date of the last change. */
export function sichtbareFelder(oeffentlicheFelder: readonly string[]): ReadonlySet<string> {
  const namen = oeffentlicheFelder.flatMap((feld) => (feld === 'zeitraum' ? ['beginn', 'ende', 'dauerMonate', 'fortlaufend', 'endeIst'] : feld === 'ziele' ? [] : [feld, `texte.${feld}`]))
  return new Set(['name', 'oeffentlich', ...namen])
}
