/** Who looks at the programme, and what for. Each view has a right and a scope of its own. */
export const SICHTEN = {
  programmbuero: { titel: 'Programmbüro', recht: 'lagebild.programm' },
  vorstand: { titel: 'Verwaltungsvorstand', recht: 'lagebild.vorstand' },
  einheit: { titel: 'Eigene Einheit', recht: 'lagebild.lesen' },
} as const

export type Sicht = keyof typeof SICHTEN
export const ALLE_SICHTEN = Object.keys(SICHTEN) as Sicht[]

/** The lists behind the figures. */
export const LISTEN = {
  vorhaben: 'Vorhaben', berichte: 'Statusberichte', meilensteine: 'Meilensteine', entscheidungen: 'Offene Entscheidungen',
  risiken: 'Risiken', geld: 'Plan, Ist und Prognose', personen: 'Auslastung',
} as const

export type Liste = keyof typeof LISTEN
export const ALLE_LISTEN = Object.keys(LISTEN) as Liste[]

/** A unit sees what it answers for; whose time is full is for those who plan it. */
const LISTEN_VON: Readonly<Record<Sicht, readonly Liste[]>> = {
  programmbuero: ALLE_LISTEN, vorstand: ALLE_LISTEN.filter((liste) => liste !== 'personen'), einheit: ['vorhaben', 'berichte', 'meilensteine'],
}
export const listenVon = (sicht: Sicht): readonly Liste[] => LISTEN_VON[sicht]
