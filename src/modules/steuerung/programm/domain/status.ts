/** Where an object stands on the Roadmap (H2-06), and what it may become. Buttons, guards and documents read this one table. */
export type Status = 'geplant' | 'laufend' | 'abgeschlossen' | 'zurueckgestellt' | 'abgebrochen'

export const STATUS = {
  geplant: { wort: 'geplant', nach: ['laufend', 'zurueckgestellt', 'abgebrochen'], grundNoetig: false },
  laufend: { wort: 'laufend', nach: ['abgeschlossen', 'zurueckgestellt', 'abgebrochen'], grundNoetig: false },
  // Taken up again when something turns out to be unfinished; that wants a reason, like everything that goes backwards.
  abgeschlossen: { wort: 'abgeschlossen', nach: ['laufend'], grundNoetig: false },
  zurueckgestellt: { wort: 'zurückgestellt', nach: ['geplant', 'laufend', 'abgebrochen'], grundNoetig: true },
  abgebrochen: { wort: 'abgebrochen', nach: ['geplant'], grundNoetig: true },
} as const satisfies Record<Status, { wort: string; nach: readonly Status[]; grundNoetig: boolean }>

export const ALLE_STATUS = Object.keys(STATUS) as Status[]

/** What may follow; where nothing was said yet, anything may be. */
export const moeglicheStatus = (von: Status | null): readonly Status[] => (von === null ? ALLE_STATUS : STATUS[von].nach)

/** Does this step need a reason? Stopping and going back do. */
export const grundNoetig = (von: Status | null, nach: Status): boolean => STATUS[nach].grundNoetig || von === 'abgeschlossen' || von === 'abgebrochen'

export interface Laufzeit { readonly fortlaufend: boolean; readonly ende: Temporal.PlainDate | null; readonly status: Status | null }

/** Late is what should have ended and has not. What runs on for ever is never late (H1-06), nor is what was stopped. */
export function ueberfaellig({ fortlaufend, ende, status }: Laufzeit, heute: Temporal.PlainDate): boolean {
  if (fortlaufend || ende === null || status === 'abgeschlossen' || status === 'abgebrochen' || status === 'zurueckgestellt') return false
  return Temporal.PlainDate.compare(ende, heute) < 0
}

/** „4 Monate; fortlaufend“, as the Steckbrief says it; undefined where nothing is known. */
export function laufzeitText({ dauerMonate, fortlaufend }: { readonly dauerMonate: number | null; readonly fortlaufend: boolean }): string | undefined {
  const teile = [...(dauerMonate === null ? [] : [dauerMonate === 1 ? '1 Monat' : `${dauerMonate} Monate`]), ...(fortlaufend ? ['fortlaufend'] : [])]
  return teile.length > 0 ? teile.join('; ') : undefined
}
