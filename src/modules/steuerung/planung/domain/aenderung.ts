import { alsFelder, ausFeldern, LEER, type Feld, type Feldmangel, type Planeintrag } from './felder.js'
import type { Abhaengigkeit, Abhaengigkeitsart, Plan } from './plan.js'

/** One change of a plan, as a form, a drag or a change request says it. Fields are texts; '' takes a value away. */
export type Aenderung =
  | { readonly art: 'neu'; readonly id: string; readonly felder: Readonly<Partial<Record<Feld, string>>> }
  | { readonly art: 'eintrag'; readonly id: string; readonly felder: Readonly<Partial<Record<Feld, string>>> }
  | { readonly art: 'entfernen'; readonly id: string }
  | { readonly art: 'verbinden'; readonly vonId: string; readonly nachId: string; readonly typ: Abhaengigkeitsart; readonly abstand: number }
  | { readonly art: 'loesen'; readonly vonId: string; readonly nachId: string; readonly typ: Abhaengigkeitsart }

/** A plan with everything that its page shows. */
export interface Planstand extends Plan { readonly eintraege: readonly Planeintrag[] }

export interface Anwendung { readonly stand: Planstand; readonly maengel: readonly (Feldmangel & { readonly id: string })[] }

/** More than this in one plan is an error of an import, not a plan. */
export const HOECHSTENS_EINTRAEGE = 20_000
export const HOECHSTENS_ABHAENGIGKEITEN = 60_000

/** The plan as it would be. An entry that is taken out takes its dependencies along; what was below it moves up. */
export function wende(stand: Planstand, aenderungen: readonly Aenderung[]): Anwendung {
  const eintraege = new Map(stand.eintraege.map((e) => [e.id, e]))
  const abhaengigkeiten = new Map(stand.abhaengigkeiten.map((a) => [schluessel(a), a]))
  const maengel: (Feldmangel & { id: string })[] = []
  const zaehler = { nummer: 0, rang: 0 }
  for (const { nummer, rang } of stand.eintraege) { zaehler.nummer = Math.max(zaehler.nummer, nummer); zaehler.rang = Math.max(zaehler.rang, rang) }
  for (const a of aenderungen) {
    if (a.art === 'neu' || a.art === 'eintrag') setze(eintraege, a, zaehler, maengel)
    else if (a.art === 'entfernen') entferne(eintraege, abhaengigkeiten, a.id)
    else if (a.art === 'loesen') abhaengigkeiten.delete(schluessel({ vonId: a.vonId, nachId: a.nachId, art: a.typ }))
    else { const neu = { vonId: a.vonId, nachId: a.nachId, art: a.typ, abstand: a.abstand }; abhaengigkeiten.set(schluessel(neu), neu) }
  }
  if (eintraege.size > HOECHSTENS_EINTRAEGE || abhaengigkeiten.size > HOECHSTENS_ABHAENGIGKEITEN) maengel.push({ id: '', feld: 'titel', text: `Ein Plan hat höchstens ${HOECHSTENS_EINTRAEGE} Einträge und ${HOECHSTENS_ABHAENGIGKEITEN} Abhängigkeiten. Teilen Sie ihn auf.` })
  return { stand: { beginn: stand.beginn, eintraege: [...eintraege.values()], abhaengigkeiten: [...abhaengigkeiten.values()] }, maengel }
}

export const schluessel = ({ vonId, nachId, art }: Pick<Abhaengigkeit, 'vonId' | 'nachId' | 'art'>): string => `${vonId} ${nachId} ${art}`

function setze(eintraege: Map<string, Planeintrag>, a: Extract<Aenderung, { art: 'neu' | 'eintrag' }>, zaehler: { nummer: number; rang: number }, maengel: (Feldmangel & { id: string })[]): void {
  const bisher = eintraege.get(a.id)
  if (a.art === 'eintrag' && !bisher) { maengel.push({ id: a.id, feld: 'titel', text: 'Diesen Eintrag gibt es im Plan nicht mehr.' }); return }
  const { id, nummer, rang, version } = bisher ?? { id: a.id, nummer: ++zaehler.nummer, rang: ++zaehler.rang, version: 1 }
  const gelesen = ausFeldern({ ...(bisher ? alsFelder(bisher) : LEER), ...a.felder }, { id, nummer, rang, version })
  eintraege.set(a.id, gelesen.eintrag)
  for (const mangel of gelesen.maengel) maengel.push({ id: a.id, ...mangel })
}

function entferne(eintraege: Map<string, Planeintrag>, abhaengigkeiten: Map<string, Abhaengigkeit>, id: string): void {
  const weg = eintraege.get(id)
  if (!weg) return
  eintraege.delete(id)
  for (const e of eintraege.values()) if (e.oberId === id) eintraege.set(e.id, { ...e, oberId: weg.oberId })
  for (const [s, { vonId, nachId }] of abhaengigkeiten) if (vonId === id || nachId === id) abhaengigkeiten.delete(s)
}

/** Entries as the plan lists them: each summary before what belongs to it, by rank; with the depth. A circle of summaries ends at its first repetition. */
export function gegliedert(eintraege: readonly Planeintrag[]): readonly { readonly eintrag: Planeintrag; readonly tiefe: number }[] {
  const kinder = new Map<string | null, Planeintrag[]>()
  const ids = new Set(eintraege.map(({ id }) => id))
  for (const e of eintraege) {
    const ober = e.oberId && ids.has(e.oberId) ? e.oberId : null
    const liste = kinder.get(ober)
    if (liste) liste.push(e); else kinder.set(ober, [e])
  }
  for (const liste of kinder.values()) liste.sort((a, b) => a.rang - b.rang || a.nummer - b.nummer)
  const folge: { eintrag: Planeintrag; tiefe: number }[] = []
  const stapel = (kinder.get(null) ?? []).toReversed().map((eintrag) => ({ eintrag, tiefe: 0 }))
  for (let naechster = stapel.pop(); naechster; naechster = stapel.pop()) {
    folge.push(naechster)
    for (const kind of (kinder.get(naechster.eintrag.id) ?? []).toReversed()) stapel.push({ eintrag: kind, tiefe: naechster.tiefe + 1 })
  }
  return folge
}
