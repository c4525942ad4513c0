import { Conflict } from '../../../platform/errors.js'
import { can } from '../../../platform/usecases/allow.js'
import type { CommandContext } from '../../../platform/usecases/usecase.js'
import { aufgabeById, zugriffAufAufgabe, type Aufgabe } from '../../grundlagen/aufgaben/index.js'
import { sperreAntrag, type Projektantrag } from './lesen.js'

/** Whoever may do the task. The task itself says at the end whether it is theirs. */
export const amSchritt = can('aufgabe.bearbeiten').on<{ aufgabeId: string }>(({ aufgabeId }, tx) => zugriffAufAufgabe(tx, aufgabeId))

/** The proposal of a task of this room. @throws Conflict for a task of another kind */
export async function antragDerAufgabe(ctx: CommandContext, aufgabeId: string, maske: string): Promise<{ aufgabe: Aufgabe; antrag: Projektantrag }> {
  const aufgabe = await aufgabeById(ctx.tx, aufgabeId)
  if (!aufgabe?.vorgangId || aufgabe.maske !== maske) throw new Conflict('projektantraege.andereAufgabe', 'Diese Aufgabe wird anders erledigt. Bitte laden Sie die Seite neu.')
  return { aufgabe, antrag: await sperreAntrag(ctx.tx, { vorgangId: aufgabe.vorgangId }) }
}
