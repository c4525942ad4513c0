import { createHash, randomBytes } from 'node:crypto'
import { Type } from 'typebox'
import { seal, purposeKey } from '../../../../platform/auth/tokens.js'
import type { App } from '../../../../platform/app.js'
import { Conflict, Invalid } from '../../../../platform/errors.js'
import { isMailAddress } from '../../../../platform/mail/index.js'
import { buerger, inhaber, jeder } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { forderungUebertragen } from '../../../finanzen/forderungen/index.js'
import { onlineantrag } from '../db/tables.js'
import { letzterTag } from '../domain/aufbewahrung.js'
import { codeAus, codeGelesen } from '../domain/code.js'
import { lockEntwurf, zugriffAufEntwurf } from '../entwuerfe.js'
import { codeAusgestellt, entwurfFortgesetzt } from '../events.js'
import { codeSenden } from './code-senden.js'

export const hashVonCode = (code: string): Buffer => createHash('sha256').update(code).digest()

/** A new code, and the same sealed for the job that mails it: the queue's tables hold no usable code either. */
export function neuerCode(app: App): { code: string; hash: string; siegel: string } {
  const code = codeAus(randomBytes(16))
  return { code, hash: hashVonCode(code).toString('hex'), siegel: seal(purposeKey(app.masterKey, 'fortsetzungscode'), code).toString('base64') }
}

/**
 * Issues the one code with which a guest goes on elsewhere (A3-03); an earlier one ends. With an e-mail address it is also mailed,
 * and the address is kept for the reminder. The code is made outside (`neuerCode`), so that only its hash comes in here.
 */
export const codeAusstellen = command({
  name: 'onlineantrag.codeAusstellen',
  input: Type.Object({
    entwurfId: Id, codeHash: Type.String({ pattern: '^[0-9a-f]{64}$' }), siegel: Type.String({ maxLength: 300 }),
    email: Type.Optional(Type.String({ maxLength: 300 })), sprache: Type.Union([Type.Literal('de'), Type.Literal('en')]),
  }, { additionalProperties: false }),
  allow: inhaber(zugriffAufEntwurf),
  async run({ tx, now, emit, enqueue }, { entwurfId, codeHash, siegel, email, sprache }) {
    const entwurf = await lockEntwurf(tx, entwurfId)
    if (entwurf.status !== 'offen') throw new Conflict('onlineantrag.eingereicht', 'Dieser Antrag ist schon abgesendet.')
    if (email !== undefined && !isMailAddress(email)) {
      throw new Invalid([{ feld: 'email', text: sprache === 'en' ? 'Please enter a complete e-mail address, for example name@example.org.' : 'Geben Sie bitte eine vollständige E-Mail-Adresse ein, zum Beispiel name@beispiel.de.' }])
    }
    const code_hash = Buffer.from(codeHash, 'hex')
    await onlineantrag(tx).insertInto('onlineantrag.fortsetzungscode').values({ entwurf_id: entwurfId, code_hash, ausgestellt_am: now })
      .onConflict((conflict) => conflict.columns(['mandant_id', 'entwurf_id']).doUpdateSet({ code_hash, ausgestellt_am: now })).execute()
    if (email) {
      await onlineantrag(tx).updateTable('onlineantrag.entwurf').set({ email }).where('id', '=', entwurfId).execute()
      enqueue(codeSenden, { entwurfId, siegel, sprache })
    }
    emit(codeAusgestellt(entwurfId, { versandt: email !== undefined }))
  },
})

/** Takes a draft over with its code, which is used up by that. Who has an account gets it into the account. */
export const entwurfFortsetzen = command({
  name: 'onlineantrag.entwurfFortsetzen',
  input: Type.Object({ code: Type.String({ maxLength: 100 }), sprache: Type.Union([Type.Literal('de'), Type.Literal('en')]) }, { additionalProperties: false }),
  allow: jeder(),
  async run(ctx, { code, sprache }) {
    const { tx, actor, now, emit } = ctx
    const gelesen = codeGelesen(code)
    const falsch = new Invalid([{ feld: 'code', text: sprache === 'en'
      ? 'This code is not valid. Please check it. Each code works once, and only until the draft is deleted.'
      : 'Dieser Code ist nicht gültig. Prüfen Sie bitte die Schreibweise. Jeder Code gilt nur einmal und nur, bis der Entwurf gelöscht wird.' }])
    if (!gelesen || actor.id === '' || (actor.art !== 'buerger' && actor.art !== 'gast')) throw falsch
    const treffer = await onlineantrag(tx).deleteFrom('onlineantrag.fortsetzungscode').where('code_hash', '=', hashVonCode(gelesen)).returning('entwurf_id').executeTakeFirst()
    if (!treffer) throw falsch
    const entwurf = await lockEntwurf(tx, treffer.entwurf_id)
    if (entwurf.status !== 'offen') throw falsch
    await onlineantrag(tx).updateTable('onlineantrag.entwurf').set({
      inhaber_art: actor.art === 'gast' ? 'gast' : 'konto', inhaber_id: actor.id, letzte_aenderung: now, loeschen_ab: letzterTag(now, entwurf.fristTage), erinnert_am: null,
    }).where('id', '=', entwurf.id).execute()
    await forderungUebertragen(ctx, { entwurfId: entwurf.id, inhaber: { art: actor.art, id: actor.id } })
    emit(entwurfFortgesetzt(entwurf.id, { durch: 'code' }))
    return { id: entwurf.id, leistung: entwurf.leistung }
  },
})

/** After the sign-in the drafts of the guest session before it belong to the account. `gast` comes from the own session only. */
export const entwuerfeUebernehmen = command({
  name: 'onlineantrag.entwuerfeUebernehmen',
  input: Type.Object({ gast: Type.String({ pattern: '^[0-9a-f]{64}$' }) }, { additionalProperties: false }),
  allow: buerger(),
  async run(ctx, { gast }) {
    const { tx, actor, emit, unchanged } = ctx
    const rows = await onlineantrag(tx).updateTable('onlineantrag.entwurf').set({ inhaber_art: 'konto', inhaber_id: actor.id })
      .where('inhaber_id', '=', gast).where('inhaber_art', '=', 'gast').where('status', '!=', 'geloescht').returning('id').execute()
    if (rows.length === 0) { unchanged(); return }
    await onlineantrag(tx).deleteFrom('onlineantrag.fortsetzungscode').where('entwurf_id', 'in', rows.map(({ id }) => id)).execute()
    for (const { id } of rows) await forderungUebertragen(ctx, { entwurfId: id, inhaber: { art: 'buerger', id: actor.id } })
    for (const { id } of rows) emit(entwurfFortgesetzt(id, { durch: 'anmeldung' }))
  },
})
