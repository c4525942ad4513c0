import { Type } from 'typebox'
import { Conflict, Forbidden } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { darfErledigen, lockAufgabe, zugriffAufAufgabe } from '../aufgabe.js'
import { aufgaben } from '../db/tables.js'
import { aufgabeUebernommen, aufgabeZurueckgegeben } from '../events.js'

const input = Type.Object({ aufgabeId: Id }, { additionalProperties: false })
const allow = can('aufgabe.bearbeiten').on<{ aufgabeId: string }>(({ aufgabeId }, tx) => zugriffAufAufgabe(tx, aufgabeId))

/** Takes a task of the group for oneself. Two at once: the first has it, the second reads so. Never taken from a colleague. */
export const aufgabeUebernehmen = command({
  name: 'aufgaben.aufgabeUebernehmen', input, allow,
  async run(ctx, { aufgabeId }) {
    const aufgabe = await lockAufgabe(ctx.tx, aufgabeId)
    if (aufgabe.zugewiesenAn === ctx.actor.id) { ctx.unchanged(); return }
    if (aufgabe.status !== 'offen') throw new Conflict('aufgabe.beendet', 'Diese Aufgabe ist nicht mehr offen.')
    if (aufgabe.zugewiesenAn) throw new Conflict('aufgabe.vergeben', 'Jemand anderes hat diese Aufgabe gerade übernommen.')
    const erlaubt = darfErledigen(ctx.actor, aufgabe)
    if (!erlaubt.darf) throw new Forbidden('aufgabe.nichtErlaubt', erlaubt.grund)
    await aufgaben(ctx.tx).updateTable('aufgaben.aufgabe').set({ zugewiesen_an: ctx.actor.id }).where('id', '=', aufgabeId).execute()
    ctx.emit(aufgabeUebernommen(aufgabeId, aufgabe.vorgangId, { titel: aufgabe.titel, kontoId: ctx.actor.id }))
  },
})

/** Gives a task back to its group. */
export const aufgabeZurueckgeben = command({
  name: 'aufgaben.aufgabeZurueckgeben', input, allow,
  async run(ctx, { aufgabeId }) {
    const aufgabe = await lockAufgabe(ctx.tx, aufgabeId)
    if (!aufgabe.zugewiesenAn) { ctx.unchanged(); return }
    if (aufgabe.zugewiesenAn !== ctx.actor.id) throw new Conflict('aufgabe.vergeben', 'Diese Aufgabe bearbeitet jemand anderes.')
    await aufgaben(ctx.tx).updateTable('aufgaben.aufgabe').set({ zugewiesen_an: null }).where('id', '=', aufgabeId).execute()
    ctx.emit(aufgabeZurueckgegeben(aufgabeId, aufgabe.vorgangId, { titel: aufgabe.titel }))
  },
})
