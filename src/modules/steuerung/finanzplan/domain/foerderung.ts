export const TERMINARTEN = { abruf: 'Mittelabruf', zwischennachweis: 'Zwischennachweis', verwendungsnachweis: 'Verwendungsnachweis' } as const
export type Terminart = keyof typeof TERMINARTEN

/** How many days before its due day a date of a funding becomes a task: a statement of use takes weeks, a call for money a few days. */
export const VORLAUF = { abruf: 14, zwischennachweis: 42, verwendungsnachweis: 60 } as const satisfies Record<Terminart, number>
