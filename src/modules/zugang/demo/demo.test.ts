import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beispielhausen, musterstadt, testApp } from '../../../../test/app.js'
import { testWeb } from '../../../../test/web.js'

const { app } = await testApp({ worker: false })
const { besucher } = await testWeb(app)
const sende = (nr: number, address = 'erika@example.org', text = 'Guten Tag, <b>kein Markup</b>') =>
  app.mail.send(musterstadt, { to: { address }, subject: `Probe ${nr} für Łukasz`, text, messageId: `<probe-${nr}@musterstadt.example>` })

test('a mail goes over real SMTP to the catcher and stays in its town', async () => {
  await sende(0)
  const hier = (await besucher().get('/demo/mails')).html
  assert.match(hier, /Probe 0 für Łukasz/)
  const pfad = /href="(\/demo\/mails\/[0-9a-f-]{36})"/.exec(hier)?.[1] ?? ''
  assert.match((await besucher().get(pfad)).html, /&lt;b>kein Markup/)
  const fremd = besucher('beispielhausen.localhost')
  assert.doesNotMatch((await fremd.get('/demo/mails')).html, /Probe/)
  assert.equal((await fremd.get(pfad)).status, 404)
  assert.equal((await besucher().get('/demo/mails/keine-nummer')).status, 404)
  await assert.rejects(app.mail.send(beispielhausen, { to: { address: 'kein ort' }, subject: 'x', text: 'x', messageId: '<x@y.example>' }))
})

test('the list is newest first, in pages, and can be narrowed to one recipient; links of a mail can be followed', async () => {
  for (let nr = 1; nr <= 26; nr++) await sende(nr, nr === 7 ? 'deniz@example.org' : 'erika@example.org', `Guten Tag Erika,\n\nhier ist Ihr Link:\nhttp://localhost/anmelden?nr=${nr}\n`)
  const leserin = besucher()
  const seite = (await leserin.get('/demo/mails')).html
  assert.ok(seite.indexOf('Probe 26 ') < seite.indexOf('Probe 25 '))
  assert.match(seite, /hier ist Ihr Link/)
  assert.doesNotMatch(seite, /Probe 1 für|Guten Tag Erika/)
  const weiter = /href="(\/demo\/mails\?vor=[0-9a-f-]{36})"/.exec(seite)?.[1] ?? ''
  assert.match((await leserin.get(weiter)).html, /Probe 1 für/)
  const einer = (await leserin.get('/demo/mails?an=deniz%40example.org')).html
  assert.deepEqual([...einer.matchAll(/Probe (\d+) für/g)].map(([, nr]) => nr), ['7'])
  const mail = (await leserin.get(/href="(\/demo\/mails\/[0-9a-f-]{36})"/.exec(einer)?.[1] ?? '')).html
  assert.match(mail, /<a href="http:\/\/localhost\/anmelden\?nr=7">/)
  assert.match((await leserin.get('/demo/mails?an=niemand%40example.org')).html, /Keine E-Mails an diese Adresse/)
})
