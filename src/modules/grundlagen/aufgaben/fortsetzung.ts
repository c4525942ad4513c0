import type { CommandContext } from '../../../platform/usecases/usecase.js'
import type { Aufgabe } from './aufgabe.js'

export interface Erledigung { readonly ergebnis: string; readonly variablen: Readonly<Record<string, unknown>>; readonly vermerk: string | null }

/** What happens next when a task is done; the room that made the task says it, in the same transaction. */
export type Fortsetzung = (ctx: CommandContext, aufgabe: Aufgabe, erledigung: Erledigung) => Promise<void>

const fortsetzungen = new Map<string, Fortsetzung>()

/** Rooms above register themselves: the work list must not know who fills it. */
export function registerFortsetzung(quelle: string, fortsetzung: Fortsetzung): void {
  fortsetzungen.set(quelle, fortsetzung)
}

export const fortsetzungVon = (quelle: string): Fortsetzung | undefined => fortsetzungen.get(quelle)
