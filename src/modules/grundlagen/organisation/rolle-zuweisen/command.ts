import { Type } from 'typebox'
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Datum, Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { organisation } from '../db/tables.js'
import { rolleZugewiesen, zuweisungBeendet } from '../events.js'

/** Gives an account a role at a unit (or in the whole town) from a day on. The same assignment twice is one. */
export const rolleZuweisen = command({
  name: 'organisation.rolleZuweisen',
  input: Type.Object({ kontoId: Id, rolle: Type.String({ maxLength: 50 }), einheitId: Type.Optional(Id), von: Type.Optional(Datum), bis: Type.Optional(Datum) }, { additionalProperties: false }),
  allow: can('organisation.verwalten')(),
  async run({ tx, emit, unchanged, today }, input) {
    const rolle = await organisation(tx).selectFrom('organisation.rolle').select(['id', 'schluessel']).where('schluessel', '=', input.rolle).executeTakeFirst()
    if (!rolle) throw new Invalid([{ feld: 'rolle', text: 'Bitte wählen Sie eine Rolle aus der Liste.' }])
    if (input.einheitId && !(await organisation(tx).selectFrom('organisation.einheit').select('id').where('id', '=', input.einheitId).executeTakeFirst())) throw new Invalid([{ feld: 'einheitId', text: 'Bitte wählen Sie eine vorhandene Einheit.' }])
    const von = input.von ? Temporal.PlainDate.from(input.von) : today
    const bis = input.bis ? Temporal.PlainDate.from(input.bis) : null
    if (bis && Temporal.PlainDate.compare(bis, von) < 0) throw new Invalid([{ feld: 'bis', text: 'Das Ende liegt vor dem Beginn. Bitte prüfen Sie beide Daten.' }])
    let gleiche = organisation(tx).selectFrom('organisation.zuweisung').select('id').where('konto_id', '=', input.kontoId).where('rolle_id', '=', rolle.id)
      .where((where) => where.or([where('bis', 'is', null), where('bis', '>=', today)]))
    gleiche = input.einheitId ? gleiche.where('einheit_id', '=', input.einheitId) : gleiche.where('einheit_id', 'is', null)
    const vorhanden = await gleiche.executeTakeFirst()
    if (vorhanden) { unchanged(); return { id: vorhanden.id } }
    const id = newId()
    await organisation(tx).insertInto('organisation.zuweisung').values({ id, konto_id: input.kontoId, rolle_id: rolle.id, einheit_id: input.einheitId ?? null, von, bis }).execute()
    emit(rolleZugewiesen(id, { kontoId: input.kontoId, rolle: rolle.schluessel, einheitId: input.einheitId ?? null, von: von.toString(), bis: bis?.toString() ?? null }))
    return { id }
  },
})

/** Ends an assignment today: from tomorrow on it gives nothing. It stays on record, because what was allowed must stay explainable. */
export const zuweisungBeenden = command({
  name: 'organisation.zuweisungBeenden',
  input: Type.Object({ zuweisungId: Id }, { additionalProperties: false }),
  allow: can('organisation.verwalten')(),
  async run({ tx, emit, unchanged, today, actor }, { zuweisungId }) {
    const zuweisung = await organisation(tx).selectFrom('organisation.zuweisung').selectAll().where('id', '=', zuweisungId).forUpdate().executeTakeFirst()
    if (!zuweisung) throw new NotFound('organisation.zuweisungUnbekannt', 'Diese Zuweisung gibt es nicht.')
    if (zuweisung.konto_id === actor.id) throw new Conflict('organisation.eigeneRolle', 'Die eigene Rolle kann man sich nicht entziehen. Bitten Sie eine andere Person darum.')
    const gestern = today.subtract({ days: 1 })
    if (zuweisung.bis && Temporal.PlainDate.compare(zuweisung.bis, today) < 0) { unchanged(); return }
    // One that begins in the future or today ends before it begins to count: its end is its beginning, which is over tomorrow.
    const bis = Temporal.PlainDate.compare(zuweisung.von, gestern) > 0 ? zuweisung.von : gestern
    await organisation(tx).updateTable('organisation.zuweisung').set({ bis }).where('id', '=', zuweisungId).execute()
    emit(zuweisungBeendet(zuweisungId, { kontoId: zuweisung.konto_id, bis: bis.toString() }))
  },
})
