import { Type } from 'typebox'
import { intern } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { buergerEintragen } from '../buerger-anlegen/command.js'
import { konten } from '../db/tables.js'
import { eigenesKonto } from '../eigenes-konto.js'
import { Mailadresse, Personenname } from '../domain/angaben.js'
import { ausstellen, entwerten, verbrauchen } from '../einmalcodes.js'
import { codeVersandt, kontoGeaendert } from '../events.js'
import { mailSenden } from '../mail/senden.js'

const Hex = Type.String({ pattern: '^[0-9a-f]{64}$' })
const HINWEIS_MINUTEN = 24 * 60

/**
 * Sends a mail with a secret that works once, or a notice. What was entered waits sealed with it; for a registration nothing
 * else exists until it is redeemed, so an address that somebody mistyped never becomes an account.
 */
export const codeVersenden = command({
  name: 'konten.codeVersenden',
  input: Type.Object({
    id: Id, art: Type.Union([Type.Literal('registrierung'), Type.Literal('passwort'), Type.Literal('email'), Type.Literal('hinweis')]),
    kontoId: Type.Optional(Id), geheimnisHash: Hex, codeHash: Type.Optional(Hex), siegel: Type.String({ maxLength: 8000 }), minuten: Type.Optional(Type.Integer({ minimum: 1, maximum: HINWEIS_MINUTEN })),
  }, { additionalProperties: false }),
  allow: intern(),
  async run({ tx, emit, enqueue }, { id, art, kontoId = null, geheimnisHash, codeHash, siegel, minuten = HINWEIS_MINUTEN }) {
    if (kontoId && art === 'email') await entwerten(tx, kontoId, ['email'])
    await ausstellen(tx, [{ id, art, kontoId, geheimnisHash: Buffer.from(geheimnisHash, 'hex'), ...(codeHash ? { codeHash: Buffer.from(codeHash, 'hex') } : {}), siegel: Buffer.from(siegel, 'base64'), minuten }])
    enqueue(mailSenden, { codeId: id })
    emit(codeVersandt(id, { zweck: art, kontoId }))
  },
})

/** The address is proved: now the account exists. */
export const registrierungBestaetigen = command({
  name: 'konten.registrierungBestaetigen',
  input: Type.Object({ codeId: Id, vorname: Type.Optional(Type.String({ maxLength: 100 })), nachname: Personenname, email: Mailadresse, passwortHash: Type.String({ maxLength: 300 }) }, { additionalProperties: false }),
  allow: intern(),
  async run(ctx, { codeId, ...person }) {
    await verbrauchen(ctx.tx, codeId)
    return buergerEintragen(ctx, person)
  },
})

/** The new address is proved: now it counts. */
export const emailBestaetigen = command({
  name: 'konten.emailBestaetigen',
  input: Type.Object({ codeId: Id, kontoId: Id, email: Mailadresse }, { additionalProperties: false }),
  allow: eigenesKonto(),
  async run({ tx, emit, now }, { codeId, kontoId, email }) {
    await verbrauchen(tx, codeId)
    await konten(tx).updateTable('konten.konto').set({ email, email_bestaetigt_am: now }).where('id', '=', kontoId).execute()
    emit(kontoGeaendert(kontoId, { felder: ['email'] }))
  },
})
