import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { musterstadt, testApp } from '../../../../../test/app.js'
import { caughtMails } from '../../../../platform/mail/index.js'
import { ausgang } from '../db/tables.js'
import { sende, sendungen, testBuerger, testLage } from '../test-daten.js'
import { benachrichtigen, benachrichtigungAufgeben, benachrichtigungVermerken, benachrichtigungstext } from './job.js'

const { app, settle } = await testApp()
async function profil(text: string): Promise<void> {
  await app.db.withMandant(musterstadt, (tx) => sql`select platform.profil_setzen(${text}::jsonb)`.execute(tx))
  await app.mandanten.reload()
}

test('without a sender nothing goes out, and that is on record (A7-07)', async () => {
  await profil('{}')
  const erika = await testBuerger(app, musterstadt)
  const lage = await testLage(app, musterstadt, erika.id)
  await sende(app, musterstadt, lage, { kanal: 'postfach', bekanntgabeRegel: 'OZG_9', empfaenger: { name: erika.name, kontoId: erika.id } })
  await settle()
  const [sendung] = await sendungen(app, musterstadt, lage.vorgangId)
  assert.ok(sendung?.nachweise.some((one) => one.art === 'BENACHRICHTIGUNG_GESCHEITERT'), benachrichtigungAufgeben.name)
  assert.equal(sendung?.status, 'BEREITGESTELLT')
})

test('one e-mail for one message, without content, without link; the proof names the address', async () => {
  await profil('{"email":"rathaus@musterstadt.example"}')
  const erika = await testBuerger(app, musterstadt)
  const lage = await testLage(app, musterstadt, erika.id)
  const { sendungId } = await sende(app, musterstadt, lage, { kanal: 'postfach', bekanntgabeRegel: 'OZG_9', betreff: 'Waffenschein', empfaenger: { name: erika.name, kontoId: erika.id } })
  await settle()
  const { id } = await app.db.withMandant(musterstadt, (tx) => ausgang(tx).selectFrom('ausgang.nachricht').select('id').where('sendung_id', '=', sendungId).executeTakeFirstOrThrow())
  await benachrichtigen.run({ app, mandantId: musterstadt, actor: { art: 'system', mandantId: musterstadt, id: 't', name: 't', zuweisungen: [], stufe: 2 }, signal: AbortSignal.timeout(10_000) }, { nachrichtId: id })
  const mails = await caughtMails(app.db, musterstadt)
  assert.equal(mails.length, 1)
  const text = `${mails[0]?.betreff} ${mails[0]?.inhalt}`
  assert.doesNotMatch(text, /https?:|www\.|Waffenschein|Bescheid|MS-2026/)
  assert.match(text, /Postfach/)
  const [sendung] = await sendungen(app, musterstadt, lage.vorgangId)
  const nachweis = sendung?.nachweise.filter((one) => one.art === 'BENACHRICHTIGUNG')
  assert.deepEqual([sendung?.status, nachweis?.length, nachweis?.[0]?.adresse === mails[0]?.empfaenger], ['BENACHRICHTIGT', 1, true], benachrichtigungVermerken.name)
})

test('the text is the same for everybody', () => {
  assert.deepEqual(Object.keys(benachrichtigungstext({ name: 'Stadt' })), ['subject', 'text'])
})
