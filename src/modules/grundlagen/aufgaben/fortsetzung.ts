import type { CommandContext } from '../../../platform/usecases/usecase.js'
import type { Aufgabe } from './aufgabe.js'

export interface Erledigung { readonly ergebnis: string; readonly variablen: Readonly<Record<string, unknown>>; readonly vermerk: string | null }

/** What happens next when a task is done; the room that made the task says it, in the same transaction. */
export type Fortsetzung = (ctx: CommandContext, aufgabe: Aufgabe, erledigung: Erledigung) => Promise<void>

/** Locks what will go on, before the task itself is locked: always in this order, else two would wait for each other. */
export type Sperre = (ctx: CommandContext, instanzId: string) => Promise<void>

const fortsetzungen = new Map<string, { readonly fortsetzung: Fortsetzung; readonly sperre: Sperre | undefined }>()

/** Rooms above register themselves: the work list must not know who fills it. */
export function registerFortsetzung(quelle: string, fortsetzung: Fortsetzung, sperre?: Sperre): void {
  fortsetzungen.set(quelle, { fortsetzung, sperre })
}

export const fortsetzungVon = (quelle: string): Fortsetzung | undefined => fortsetzungen.get(quelle)?.fortsetzung
export const sperreVon = (quelle: string): Sperre | undefined => fortsetzungen.get(quelle)?.sperre
