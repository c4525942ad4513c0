import type { Objektart } from './arten.js'

/**
 * The long texts of a Steckbrief. Remscheid and Dorsten describe with different fields (H1-02 to H1-04): an object shows those
 * that its level offers, and a town fills the ones it uses.
 */
export const TEXTFELDER = {
  beschreibung: { titel: 'Beschreibung', arten: ['handlungsfeld', 'ziel', 'baustein', 'massnahme', 'projekt', 'meilenstein', 'aufgabe'] },
  rahmenbedingungen: { titel: 'Rahmenbedingungen', arten: ['baustein'] },
  begruendung: { titel: 'Begründung', arten: ['massnahme', 'projekt'] },
  effekte: { titel: 'Erwartete Effekte', arten: ['baustein', 'massnahme'] },
  anspruchsgruppe: { titel: 'Anspruchsgruppe', arten: ['baustein'] },
  nutzen: { titel: 'Nutzen', arten: ['baustein', 'projekt'] },
  akzeptanzkriterien: { titel: 'Akzeptanzkriterien', arten: ['baustein', 'projekt'] },
  risiken: { titel: 'Risiken', arten: ['baustein', 'projekt'] },
  ressourcen: { titel: 'Ressourcen', arten: ['baustein', 'projekt'] },
  rechtsgrundlage: { titel: 'Rechtsgrundlage', arten: ['massnahme', 'projekt'] },
  quellenangabe: { titel: 'Angabe der Quelle', arten: ['handlungsfeld', 'ziel', 'baustein', 'massnahme', 'projekt', 'meilenstein', 'aufgabe'] },
} as const satisfies Record<string, { titel: string; arten: readonly Objektart[] }>
export type Textfeld = keyof typeof TEXTFELDER

export const textfelderVon = (art: Objektart): Textfeld[] =>
  (Object.keys(TEXTFELDER) as Textfeld[]).filter((feld) => (TEXTFELDER[feld].arten as readonly Objektart[]).includes(art))

/** What else may be released for the public beside the texts; name and level always go along. */
export const SACHFELDER = {
  nummer: 'Nummer', status: 'Status', zeitraum: 'Beginn, Ende und Laufzeit', prioritaet: 'Priorität', verantwortlich: 'Verantwortlich', beteiligte: 'Beteiligte',
  kostenklasse: 'Kostenklasse', ziele: 'Bezug zu Zielen', frist: 'Frist',
} as const
export type Sachfeld = keyof typeof SACHFELDER

/** Every field that a person may release for this level, with its German name. A text of the source itself stays inside. */
export function freigebbareFelder(art: Objektart): { feld: string; titel: string }[] {
  return [
    ...Object.entries(SACHFELDER).map(([feld, titel]) => ({ feld, titel })),
    ...textfelderVon(art).filter((feld) => feld !== 'quellenangabe').map((feld) => ({ feld, titel: TEXTFELDER[feld].titel })),
  ]
}
