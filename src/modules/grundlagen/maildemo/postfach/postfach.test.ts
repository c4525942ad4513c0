import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beispielhausen, musterstadt, personalActor, system, testApp } from '../../../../../test/app.js'
import { testWeb } from '../../../../../test/web.js'
import { Forbidden } from '../../../../platform/errors.js'
import { mailAufheben } from '../aufheben/command.js'
import { demoMails } from './query.js'

const { app } = await testApp()
const { besucher } = await testWeb(app)

test('what the demo sends is caught by a real mail server and shown in its town only, as text', async () => {
  await app.mailer.send(musterstadt, { to: { address: 'jemand@example.org' }, subject: 'Grüße <b>', text: 'Zeile eins\nhttp://localhost/pfad?a=1&b=2\n\n<script>x</script>', messageId: '<1@musterstadt.localhost>' })
  const [mail] = await app.ask(system(), demoMails, {})
  assert.equal(mail?.an, 'jemand@example.org')
  assert.deepEqual(await app.ask(system(beispielhausen), demoMails, {}), [])
  const seite = await besucher().get(`/demo/mails/${mail?.id}`)
  assert.match(seite.html, /<a href="http:\/\/localhost\/pfad\?a=1&amp;b=2">/)
  assert.doesNotMatch(seite.html, /<script>x/)
  assert.equal((await besucher('beispielhausen.localhost').get(`/demo/mails/${mail?.id}`)).status, 404)
  assert.equal((await besucher().get('/demo/mails/keine-id')).status, 404)
  assert.equal((await besucher().get('/demo/mails')).status, 200)
})

test('only the program itself keeps mails', async () => {
  await assert.rejects(app.execute(personalActor(['konten.verwalten']), mailAufheben, { an: 'x', betreff: 'x', text: 'x', anlagen: [] }), Forbidden)
})
