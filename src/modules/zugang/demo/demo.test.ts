import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beispielhausen, musterstadt, testApp } from '../../../../test/app.js'
import { testWeb } from '../../../../test/web.js'

const { app } = await testApp({ worker: false })
const { besucher } = await testWeb(app)

test('a mail goes over real SMTP to the catcher and stays in its town', async () => {
  await app.mail.send(musterstadt, { to: { address: 'erika@example.org' }, subject: 'Probe für Łukasz', text: 'Guten Tag, <b>kein Markup</b>', messageId: '<probe-1@musterstadt.example>' })
  const hier = await besucher().get('/demo/mails')
  assert.match(hier.html, /Probe für Łukasz/)
  assert.match(hier.html, /&lt;b>kein Markup/)
  assert.doesNotMatch((await besucher('beispielhausen.localhost').get('/demo/mails')).html, /Probe/)
  await assert.rejects(app.mail.send(beispielhausen, { to: { address: 'kein ort' }, subject: 'x', text: 'x', messageId: '<x@y.example>' }))
})
