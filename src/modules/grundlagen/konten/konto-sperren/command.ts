import { Type } from 'typebox'
import { endSessionsOf } from '../../../../platform/auth/session.js'
import { Conflict, NotFound } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { konten } from '../db/tables.js'
import { statusGeaendert } from '../events.js'

/**
 * Locks an account, ends it for a leaver, or opens it again. All its sessions end in the same transaction; keys of a machine
 * stop working because they are checked against the status. Nothing is deleted: files name the person.
 */
export const kontoStatusSetzen = command({
  name: 'konten.kontoStatusSetzen',
  input: Type.Object({ id: Id, status: Type.Union([Type.Literal('aktiv'), Type.Literal('gesperrt'), Type.Literal('ausgeschieden')]), grund: Text(500) }, { additionalProperties: false }),
  allow: can('konten.verwalten')(),
  async run({ tx, emit, unchanged, actor }, { id, status, grund }) {
    const konto = await konten(tx).selectFrom('konten.konto').select(['status']).where('id', '=', id).forUpdate().executeTakeFirst()
    if (!konto) throw new NotFound()
    if (id === actor.id) throw new Conflict('konten.eigenesKonto', 'Das eigene Konto kann man nicht sperren. Bitte lassen Sie das jemand anderen aus der Verwaltung tun.')
    if (konto.status === status) { unchanged(); return }
    await konten(tx).updateTable('konten.konto').set({ status, status_grund: grund }).where('id', '=', id).execute()
    if (status !== 'aktiv') await endSessionsOf(tx, id)
    emit(statusGeaendert(id, { alt: konto.status, neu: status }, grund))
  },
})
