/** The levels of a programme from top to bottom (H1-01). Their order is their rank; what a town calls them is another matter. */
export const OBJEKTARTEN = ['handlungsfeld', 'ziel', 'baustein', 'massnahme', 'projekt', 'meilenstein', 'aufgabe'] as const
export type Objektart = (typeof OBJEKTARTEN)[number]

export const BAUSTEINARTEN = { basis: 'Basisbaustein', umsetzung: 'Umsetzungsbaustein', loesung: 'Lösungsbaustein' } as const
export type Bausteinart = keyof typeof BAUSTEINARTEN

export interface Ebenenname { readonly einzahl: string; readonly mehrzahl: string }

/** What a level is called as long as the town has not chosen other words. */
export const EBENENNAMEN: Readonly<Record<Objektart, Ebenenname>> = {
  handlungsfeld: { einzahl: 'Handlungsfeld', mehrzahl: 'Handlungsfelder' },
  ziel: { einzahl: 'Ziel', mehrzahl: 'Ziele' },
  baustein: { einzahl: 'Baustein', mehrzahl: 'Bausteine' },
  massnahme: { einzahl: 'Maßnahme', mehrzahl: 'Maßnahmen' },
  projekt: { einzahl: 'Projekt', mehrzahl: 'Projekte' },
  meilenstein: { einzahl: 'Meilenstein', mehrzahl: 'Meilensteine' },
  aufgabe: { einzahl: 'Aufgabe', mehrzahl: 'Aufgaben' },
}

/**
 * May `kind` lie below `ober`? A level may be left out (a Maßnahme right below a Handlungsfeld), and a Projekt may hold
 * Teilprojekte; otherwise only a higher level holds a lower one, so the tree has no circle by level.
 */
export function darfUnter(kind: Objektart, ober: Objektart): boolean {
  if (ober === 'ziel') return kind === 'ziel' || kind === 'meilenstein'
  if (kind === ober) return kind === 'projekt' || kind === 'aufgabe'
  return OBJEKTARTEN.indexOf(ober) < OBJEKTARTEN.indexOf(kind)
}
