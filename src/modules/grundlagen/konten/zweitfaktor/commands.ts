import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { konten } from '../db/tables.js'
import { eigenesKonto } from '../eigenes-konto.js'
import { ausstellen, entwerten } from '../einmalcodes.js'
import { zweitfaktorEingerichtet } from '../events.js'

/** Takes an authenticator into use, in place of an earlier one, together with fresh recovery codes (hashes, hexadecimal). */
export const totpEinrichten = command({
  name: 'konten.totpEinrichten',
  input: Type.Object({
    kontoId: Id, siegel: Type.String({ maxLength: 1000 }), schritt: Type.Integer({ minimum: 1 }),
    wiederherstellung: Type.Array(Type.String({ pattern: '^[0-9a-f]{64}$' }), { minItems: 1, maxItems: 20 }),
  }, { additionalProperties: false }),
  allow: eigenesKonto(),
  async run({ tx, emit, now }, { kontoId, siegel, schritt, wiederherstellung }) {
    const row = await konten(tx).updateTable('konten.konto').set({ totp_siegel: Buffer.from(siegel, 'base64'), totp_aktiv_am: now, totp_schritt: BigInt(schritt) })
      .where('id', '=', kontoId).where('status', '=', 'aktiv').returning('id').executeTakeFirst()
    if (!row) throw new NotFound()
    await entwerten(tx, kontoId, ['wiederherstellung'])
    await ausstellen(tx, wiederherstellung.map((hash) => ({ art: 'wiederherstellung' as const, kontoId, geheimnisHash: Buffer.from(hash, 'hex') })))
    emit(zweitfaktorEingerichtet(kontoId, { verfahren: 'totp' }))
  },
})
