import { Type } from 'typebox'
import { Conflict, Forbidden } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { darfErledigen, lockAufgabe, zugriffAufAufgabe } from '../aufgabe.js'
import { aufgaben } from '../db/tables.js'
import { aufgabeErledigt } from '../events.js'
import { fortsetzungVon } from '../fortsetzung.js'

/** Completes a task; whoever made it (a process) goes on in the same transaction. A second click changes nothing. */
export const aufgabeErledigen = command({
  name: 'aufgaben.aufgabeErledigen',
  input: Type.Object({
    aufgabeId: Id, ergebnis: Type.String({ minLength: 1, maxLength: 100 }), variablen: Type.Optional(Type.Record(Type.String(), Type.Unknown())), vermerk: Type.Optional(Type.String({ maxLength: 4000 })),
  }, { additionalProperties: false }),
  allow: can('aufgabe.bearbeiten').on<{ aufgabeId: string }>(({ aufgabeId }, tx) => zugriffAufAufgabe(tx, aufgabeId)),
  async run(ctx, { aufgabeId, ergebnis, variablen = {}, vermerk }) {
    const aufgabe = await lockAufgabe(ctx.tx, aufgabeId)
    if (aufgabe.status === 'erledigt' && aufgabe.beendetVon === ctx.actor.id && aufgabe.ergebnis === ergebnis) { ctx.unchanged(); return { aufgabeId } }
    if (aufgabe.status !== 'offen') throw new Conflict('aufgabe.beendet', 'Diese Aufgabe hat schon jemand anderes erledigt oder sie ist entfallen.')
    if (aufgabe.zugewiesenAn && aufgabe.zugewiesenAn !== ctx.actor.id) throw new Conflict('aufgabe.vergeben', 'Diese Aufgabe bearbeitet gerade jemand anderes. Lassen Sie sie sich zuweisen.')
    const erlaubt = darfErledigen(ctx.actor, aufgabe)
    if (!erlaubt.darf) throw new Forbidden('aufgabe.nichtErlaubt', erlaubt.grund)
    await aufgaben(ctx.tx).updateTable('aufgaben.aufgabe').set({
      status: 'erledigt', ergebnis, vermerk: vermerk || null, beendet_am: ctx.now, beendet_von: ctx.actor.id, beendet_fuer: erlaubt.fuer ?? null,
    }).where('id', '=', aufgabeId).execute()
    ctx.emit(aufgabeErledigt(aufgabeId, aufgabe.vorgangId, { titel: aufgabe.titel, ergebnis }))
    await fortsetzungVon(aufgabe.quelle)?.(ctx, aufgabe, { ergebnis, variablen, vermerk: vermerk || null })
    return { aufgabeId }
  },
})
