/** Was the Erfolgskriterium of a Maßnahme reached (H6-05)? */
export const ERGEBNISSE = { ja: 'erreicht', teilweise: 'teilweise erreicht', nein: 'nicht erreicht' } as const
export type Ergebnis = keyof typeof ERGEBNISSE
