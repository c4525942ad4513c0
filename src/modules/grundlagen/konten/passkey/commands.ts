import { Type } from 'typebox'
import { Conflict, NotFound } from '../../../../platform/errors.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { konten } from '../db/tables.js'
import { eigenesKonto } from '../eigenes-konto.js'
import { verbrauchen } from '../einmalcodes.js'
import { zweitfaktorEingerichtet, zweitfaktorEntfernt } from '../events.js'

const MAX_PASSKEYS = 20

/** Adds a key that was checked just before (pruefung.ts). */
export const passkeyHinzufuegen = command({
  name: 'konten.passkeyHinzufuegen',
  input: Type.Object({
    kontoId: Id, id: Type.String({ minLength: 1, maxLength: 1400 }), schluessel: Type.String({ maxLength: 4000 }), zaehler: Type.Integer({ minimum: 0 }),
    transporte: Type.Array(Type.String(), { maxItems: 10 }), codeId: Id, bezeichnung: Text(100),
  }, { additionalProperties: false }),
  allow: eigenesKonto(),
  async run({ tx, emit }, { kontoId, id, schluessel, zaehler, transporte, codeId, bezeichnung }) {
    await verbrauchen(tx, codeId)
    const vorhanden = await konten(tx).selectFrom('konten.passkey').select('id').where('konto_id', '=', kontoId).execute()
    if (vorhanden.length >= MAX_PASSKEYS) throw new Conflict('konten.zuVielePasskeys', `Mehr als ${MAX_PASSKEYS} Passkeys gehen nicht. Bitte entfernen Sie zuerst einen, den Sie nicht mehr brauchen.`)
    await konten(tx).insertInto('konten.passkey').values({
      id, konto_id: kontoId, oeffentlicher_schluessel: Buffer.from(schluessel, 'base64'), zaehler: BigInt(zaehler), transporte, bezeichnung, benutzt_am: null,
    }).execute()
    emit(zweitfaktorEingerichtet(kontoId, { verfahren: 'passkey' }))
  },
})

export const passkeyEntfernen = command({
  name: 'konten.passkeyEntfernen',
  input: Type.Object({ kontoId: Id, id: Type.String({ minLength: 1, maxLength: 1400 }) }, { additionalProperties: false }),
  allow: eigenesKonto(),
  async run({ tx, emit }, { kontoId, id }) {
    const row = await konten(tx).deleteFrom('konten.passkey').where('konto_id', '=', kontoId).where('id', '=', id).returning('id').executeTakeFirst()
    if (!row) throw new NotFound()
    emit(zweitfaktorEntfernt(kontoId, { verfahren: 'passkey' }))
  },
})
