import { Type, type Static } from 'typebox'
import { Conflict, Forbidden, Invalid } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { aufgabeById, darfErledigen, lockAufgabe, zugriffAufAufgabe } from '../aufgabe.js'
import { aufgaben } from '../db/tables.js'
import { aufgabeErledigt } from '../events.js'
import { fortsetzungVon, sperreVon } from '../fortsetzung.js'

const input = Type.Object({
  aufgabeId: Id, ergebnis: Type.String({ minLength: 1, maxLength: 100 }),
  variablen: Type.Optional(Type.Record(Type.String(), Type.Unknown())), vermerk: Type.Optional(Type.String({ maxLength: 4000 })),
}, { additionalProperties: false })

/** Completes a task; whoever made it (a process) goes on in the same transaction. A second click changes nothing. */
export const aufgabeErledigen = command({
  name: 'aufgaben.aufgabeErledigen', input,
  allow: can('aufgabe.bearbeiten').on<{ aufgabeId: string }>(({ aufgabeId }, tx) => zugriffAufAufgabe(tx, aufgabeId)),
  run: (ctx, werte) => erledigeAufgabe(ctx, werte),
})

/**
 * The same within a transaction that is already open, for a mask that changes rows of its own room and completes the task with them.
 * @throws Conflict when it is no longer open or somebody else works on it, Forbidden for the wrong group or the same pair of eyes,
 *   Invalid for a result that the task does not know
 */
export async function erledigeAufgabe(ctx: CommandContext, { aufgabeId, ergebnis, variablen = {}, vermerk }: Static<typeof input>): Promise<{ aufgabeId: string }> {
  const vorher = await aufgabeById(ctx.tx, aufgabeId)
  if (vorher?.instanzId) await sperreVon(vorher.quelle)?.(ctx, vorher.instanzId)
  const aufgabe = await lockAufgabe(ctx.tx, aufgabeId)
  if (aufgabe.status === 'erledigt' && aufgabe.beendetVon === ctx.actor.id && aufgabe.ergebnis === ergebnis) { ctx.unchanged(); return { aufgabeId } }
  if (aufgabe.status !== 'offen') throw new Conflict('aufgabe.beendet', 'Diese Aufgabe hat schon jemand anderes erledigt oder sie ist entfallen.')
  if (aufgabe.zugewiesenAn && aufgabe.zugewiesenAn !== ctx.actor.id && aufgabe.zugewiesenAn !== ctx.actor.fuer) throw new Conflict('aufgabe.vergeben', 'Diese Aufgabe bearbeitet gerade jemand anderes. Lassen Sie sie sich zuweisen.')
  const erlaubt = darfErledigen(ctx.actor, aufgabe)
  if (!erlaubt.darf) throw new Forbidden('aufgabe.nichtErlaubt', erlaubt.grund)
  if (aufgabe.ergebnisse.length > 0 && !aufgabe.ergebnisse.some(({ wert }) => wert === ergebnis)) throw new Invalid([{ feld: 'ergebnis', text: 'Bitte wählen Sie eines der angebotenen Ergebnisse.' }])
  await aufgaben(ctx.tx).updateTable('aufgaben.aufgabe').set({
    status: 'erledigt', ergebnis, vermerk: vermerk || null, beendet_am: ctx.now, beendet_von: ctx.actor.id, beendet_fuer: erlaubt.fuer ?? null,
  }).where('id', '=', aufgabeId).execute()
  ctx.emit(aufgabeErledigt(aufgabeId, aufgabe.vorgangId, { titel: aufgabe.titel, ergebnis }))
  await fortsetzungVon(aufgabe.quelle)?.(ctx, aufgabe, { ergebnis, variablen, vermerk: vermerk || null })
  return { aufgabeId }
}
