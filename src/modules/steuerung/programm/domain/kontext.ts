/** What a strategy starts from (H2-10). */
export const KONTEXTARTEN = { swot: 'SWOT-Analyse', demografie: 'Demografie', ist_analyse: 'Ist-Analyse' } as const
export type Kontextart = keyof typeof KONTEXTARTEN

/** The four sides of a SWOT, each with one point a line. */
export const SEITEN = { staerken: 'Stärken', schwaechen: 'Schwächen', chancen: 'Chancen', risiken: 'Risiken' } as const
export type Seite = keyof typeof SEITEN

export const punkte = (text: string): string[] => text.split(/\r?\n/).map((zeile) => zeile.trim()).filter((zeile) => zeile !== '')

export const istKontextart = (text: string): text is Kontextart => Object.hasOwn(KONTEXTARTEN, text)
