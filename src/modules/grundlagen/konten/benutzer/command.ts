import { Type } from 'typebox'
import { endSessionsOf } from '../../../../platform/auth/session.js'
import { Conflict, NotFound } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { konten } from '../db/tables.js'
import { ausstellen, entwerten } from '../einmalcodes.js'
import { startcodeAusgestellt } from '../events.js'

const TAGE = 7

/**
 * Lets an employee choose a (new) password with a code that the administration hands over. The old password and all sessions end
 * at once; on request also the second factor, for a lost phone. Never for oneself: an unattended screen would be enough.
 */
export const startcodeAusstellen = command({
  name: 'konten.startcodeAusstellen',
  input: Type.Object({ id: Id, codeHash: Type.String({ pattern: '^[0-9a-f]{64}$' }), zweitfaktorEntfernen: Type.Boolean() }, { additionalProperties: false }),
  allow: can('konten.verwalten')(),
  async run({ tx, emit, actor }, { id, codeHash, zweitfaktorEntfernen }) {
    if (id === actor.id) throw new Conflict('konten.eigenesKonto', 'Für das eigene Konto geht das nicht. Ändern Sie Ihr Passwort unter „Mein Konto“.')
    const konto = await konten(tx).updateTable('konten.konto')
      .set({ passwort_hash: null, passwort_geaendert_am: null, ...(zweitfaktorEntfernen ? { totp_siegel: null, totp_aktiv_am: null } : {}) })
      .where('id', '=', id).where('art', '=', 'personal').where('status', '=', 'aktiv').returning('id').executeTakeFirst()
    if (!konto) throw new NotFound()
    if (zweitfaktorEntfernen) await konten(tx).deleteFrom('konten.passkey').where('konto_id', '=', id).execute()
    await entwerten(tx, id, zweitfaktorEntfernen ? ['start', 'wiederherstellung'] : ['start'])
    await ausstellen(tx, [{ art: 'start', kontoId: id, geheimnisHash: Buffer.from(codeHash, 'hex'), minuten: TAGE * 24 * 60 }])
    await endSessionsOf(tx, id)
    emit(startcodeAusgestellt(id, { zweitfaktorEntfernt: zweitfaktorEntfernen }))
  },
})
