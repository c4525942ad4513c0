import type { CommandContext } from '../../../platform/usecases/usecase.js'
import type { Variables } from './domain/index.js'

export interface Dienstaufruf { readonly vorgangId: string; readonly instanzId: string; readonly tokenId: string; readonly einheitId: string; readonly variablen: Variables }

/**
 * What a service task or a message of a process does in a room: rows of that room, in the transaction it is given. Gives
 * variables back. Runs at least once, so it must be repeatable; long work it hands to a job.
 */
export type Dienst = (ctx: CommandContext, aufruf: Dienstaufruf) => Promise<Variables | void>

/** A service says with it that a boundary error event of the model is meant, not a technical failure. */
export class DienstFehler extends Error {
  readonly code: string
  constructor(code: string, message: string) { super(message); this.code = code }
}

const dienste = new Map<string, Dienst>()

/** Rooms above register what processes may call; a model that names anything else is refused at release. */
export function registerDienst(name: string, dienst: Dienst): void {
  if (dienste.has(name)) throw new Error(`Service ${name} is registered twice`)
  dienste.set(name, dienst)
}

export const dienstVon = (name: string): Dienst | undefined => dienste.get(name)
export const dienstNamen = (): ReadonlySet<string> => new Set(dienste.keys())
