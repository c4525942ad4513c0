import { Type } from 'typebox'
import { Conflict, Forbidden, Invalid, NotFound } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command, query } from '../../../../platform/usecases/usecase.js'
import { kontenById } from '../../konten/index.js'
import { kontenMitRolle } from '../../organisation/index.js'
import { darfErledigen, lockAufgabe, zugriffAufAufgabe, aufgabeById, type Aufgabe } from '../aufgabe.js'
import { aufgaben } from '../db/tables.js'
import { aufgabeZugewiesen } from '../events.js'

const anAufgabe = can('aufgabe.bearbeiten').on<{ aufgabeId: string }>(({ aufgabeId }, tx) => zugriffAufAufgabe(tx, aufgabeId))

/**
 * Hands a task that is free or one's own to a colleague of its group, with a word why. Taking one away from somebody is the
 * coordinator's (`aufgabeZuweisen`).
 */
export const aufgabeWeitergeben = command({
  name: 'aufgaben.aufgabeWeitergeben',
  input: Type.Object({ aufgabeId: Id, kontoId: Id, grund: Type.String({ minLength: 1, maxLength: 500 }) }, { additionalProperties: false }),
  allow: anAufgabe,
  async run(ctx, { aufgabeId, kontoId, grund }) {
    const aufgabe = await lockAufgabe(ctx.tx, aufgabeId)
    if (aufgabe.zugewiesenAn === kontoId) return ctx.unchanged()
    if (aufgabe.status !== 'offen') throw new Conflict('aufgabe.beendet', 'Diese Aufgabe ist nicht mehr offen.')
    if (aufgabe.zugewiesenAn && aufgabe.zugewiesenAn !== ctx.actor.id && aufgabe.zugewiesenAn !== ctx.actor.fuer) throw new Conflict('aufgabe.vergeben', 'Diese Aufgabe bearbeitet jemand anderes. Nur die Leitung kann sie umverteilen.')
    const erlaubt = darfErledigen(ctx.actor, aufgabe)
    if (!erlaubt.darf) throw new Forbidden('aufgabe.nichtErlaubt', erlaubt.grund)
    if (aufgabe.ausgeschlossen.includes(kontoId) || !(await kontenMitRolle(ctx.tx, aufgabe.gruppe, aufgabe.einheitId, ctx.today)).includes(kontoId)) {
      throw new Invalid([{ feld: 'kontoId', text: 'Diese Person darf die Aufgabe nicht erledigen. Bitte wählen Sie jemanden aus der Liste.' }])
    }
    await aufgaben(ctx.tx).updateTable('aufgaben.aufgabe').set({ zugewiesen_an: kontoId }).where('id', '=', aufgabeId).execute()
    ctx.emit(aufgabeZugewiesen(aufgabeId, aufgabe.vorgangId, { titel: aufgabe.titel, kontoId, vorher: aufgabe.zugewiesenAn }, grund))
  },
})

export interface Weitergabe { readonly aufgabe: Aufgabe; readonly personen: readonly { readonly id: string; readonly name: string }[] }

/** The task, and who could take it: colleagues of its group who are active and not excluded. */
export const weitergabeAnsehen = query({
  name: 'aufgaben.weitergabeAnsehen',
  input: Type.Object({ aufgabeId: Id }, { additionalProperties: false }),
  allow: anAufgabe,
  async run({ tx, actor, today }, { aufgabeId }): Promise<Weitergabe> {
    const aufgabe = await aufgabeById(tx, aufgabeId)
    // What it says of the Vorgang is for its group.
    if (!aufgabe || !darfErledigen(actor, aufgabe).darf) throw new NotFound('aufgabe.unbekannt', 'Diese Aufgabe gibt es nicht.')
    const ids = (await kontenMitRolle(tx, aufgabe.gruppe, aufgabe.einheitId, today)).filter((id) => id !== actor.id && !aufgabe.ausgeschlossen.includes(id))
    const konten = await kontenById(tx, ids)
    return { aufgabe, personen: [...konten.values()].filter(({ status }) => status === 'aktiv').map(({ id, name }) => ({ id, name })).toSorted((a, b) => a.name.localeCompare(b.name, 'de')) }
  },
})
