/** Words of the two scales; the numbers 1 to 5 are stored (H5-04). */
export const WAHRSCHEINLICHKEIT = ['sehr gering', 'gering', 'mittel', 'hoch', 'sehr hoch'] as const
export const AUSWIRKUNG = ['unbedeutend', 'gering', 'spürbar', 'kritisch', 'existenziell'] as const

export type Risikostufe = 'niedrig' | 'mittel' | 'hoch'

/** Probability times impact, 1 to 25. */
export const punkte = (wahrscheinlichkeit: number, auswirkung: number): number => wahrscheinlichkeit * auswirkung

/** Up to 4 points low, from 15 high: a nearly certain but slight risk is never high, an existential one never low from "gering" on. */
export function stufe(wahrscheinlichkeit: number, auswirkung: number): Risikostufe {
  const wert = punkte(wahrscheinlichkeit, auswirkung)
  return wert <= 4 ? 'niedrig' : wert < 15 ? 'mittel' : 'hoch'
}

export const RISIKOSTATUS = { offen: 'offen', beobachtet: 'wird beobachtet', eingetreten: 'eingetreten', geschlossen: 'geschlossen' } as const
export type Risikostatus = keyof typeof RISIKOSTATUS

/** From where to where a risk may go. A realised one has become a problem and stays so. */
export const RISIKOWEGE = {
  offen: ['beobachtet', 'eingetreten', 'geschlossen'], beobachtet: ['offen', 'eingetreten', 'geschlossen'], eingetreten: ['geschlossen'], geschlossen: ['offen'],
} as const satisfies Record<Risikostatus, readonly Risikostatus[]>

export const darfWerden = (von: Risikostatus, nach: Risikostatus): boolean => (RISIKOWEGE[von] as readonly Risikostatus[]).includes(nach)
