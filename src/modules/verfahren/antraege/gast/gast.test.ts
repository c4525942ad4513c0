import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, system, testApp } from '../../../../../test/app.js'
import { testWeb } from '../../../../../test/web.js'
import { caughtMails } from '../../../../platform/mail/index.js'
import { newId } from '../../../../platform/time/index.js'
import { gastActor } from '../../../../platform/usecases/actor.js'
import { openContext } from '../../../../platform/usecases/execute.js'
import { buergerin, reicheEin, testLeistung } from '../einreichen/test-leistung.js'
import { stelleRueckfragen } from '../rueckfrage/stellen.js'
import { gastBenachrichtigen, gastmailVermerken, gastzugangOeffnen, hashVon, LINK_TAGE } from './benachrichtigen.js'
import { gastAntragOeffnen } from './command.js'
import { gasttext } from './texte.js'
import { lockAntrag } from '../antrag.js'

const { app, settle } = await testApp()
const leistung = await testLeistung(app, musterstadt)
const web = await testWeb(app)
const gast = (zeichen: string) => gastActor(musterstadt, zeichen.repeat(64))
const mails = async () => (await caughtMails(app.db, musterstadt)).filter(({ empfaenger }) => empfaenger.includes('gast@example.org'))
const linkIn = (text: string) => new URL(/https?:\/\/\S+/.exec(text)?.[0] ?? '')

async function eingereicht(zeichen: string, email: string | null = 'gast@example.org') {
  const antrag = await reicheEin(app, musterstadt, leistung, { kontakt: { name: 'Gesa Gast', ...(email ? { email } : {}) } }, gast(zeichen))
  await settle()
  return antrag
}
async function imSystem(fn: (ctx: Parameters<typeof stelleRueckfragen>[0]) => Promise<void>) {
  await app.db.withMandant(musterstadt, async (tx) => {
    const { ctx, finish } = openContext(app, tx, system(), 'test')
    await fn(ctx)
    await finish()
  })
}

test('receipt, question and decision are mailed: the number and a link, neither service nor matter; the event names no address', async () => {
  const { vorgangId, vorgangsnummer } = await eingereicht('a')
  await imSystem((ctx) => stelleRueckfragen(ctx, vorgangId, { fragen: [{ frage: 'Wie heißt Ihr Hund?' }], frist: app.clock.today().add({ days: 14 }), gestelltVon: 'x' }))
  await imSystem(async (ctx) => { gastBenachrichtigen(ctx, await lockAntrag(ctx.tx, { vorgangId }), 'entscheidung'); ctx.unchanged() })
  await settle()
  const alle = await mails()
  assert.deepEqual(alle.map(({ betreff }) => betreff.split(' – ')[0]).toSorted(), ['Ihr Antrag ist angekommen', 'Wir haben eine Frage zu Ihrem Antrag', 'Wir haben über Ihren Antrag entschieden'])
  for (const { betreff, inhalt } of alle) {
    assert.match(inhalt, new RegExp(vorgangsnummer))
    assert.doesNotMatch(`${betreff} ${inhalt}`, /Hund|Musterausweis|Gesa/)
    assert.match(linkIn(inhalt).pathname, /^\/antraege\/[0-9a-f-]{36}\/oeffnen$/)
  }
  const { rows } = await app.db.withMandant(musterstadt, (tx) => tx.selectFrom('platform.ereignis' as never).selectAll().where('typ' as never, '=', 'antraege.gast.benachrichtigt/1' as never).execute()).then((rows_) => ({ rows: rows_ as { daten: unknown }[] }))
  assert.equal(rows.length, 3, gastmailVermerken.name)
  assert.doesNotMatch(JSON.stringify(rows.map(({ daten }) => daten)), /example\.org/)
})

test('the link opens the application in another browser, by a button; a wrong key, a late day and an account are refused alike', async () => {
  const { vorgangsnummer } = await eingereicht('b')
  const link = linkIn((await mails()).find(({ inhalt }) => inhalt.includes(vorgangsnummer))?.inhalt ?? '')
  const handy = web.besucher()
  assert.equal((await handy.get(`/konto/vorgaenge/${vorgangsnummer}`)).status, 303)
  assert.equal((await handy.get(`${link.pathname}${link.search}`)).status, 200)
  assert.equal((await handy.get(`/konto/vorgaenge/${vorgangsnummer}`)).status, 303, 'looking at the link is not opening')
  const falsch = await handy.senden(`${link.pathname}${link.search}`, { schluessel: 'falsch' }, link.pathname)
  assert.deepEqual([falsch.status, /Dieser Link gilt nicht/.test(falsch.html)], [404, true])
  const offen = await handy.senden(`${link.pathname}${link.search}`, {}, link.pathname)
  assert.equal(offen.location, `/konto/vorgaenge/${vorgangsnummer}`, gastAntragOeffnen.name)
  assert.equal((await handy.get(offen.location)).status, 200)
  const schluessel = link.searchParams.get('schluessel') ?? ''
  const antragId = link.pathname.split('/')[2] ?? ''
  await app.clock.set(app.clock.now().add({ hours: 24 * (LINK_TAGE + 1) }))
  await assert.rejects(app.execute(gast('c'), gastAntragOeffnen, { antragId, schluessel }), /gilt nicht/)
  await app.execute(system(), gastzugangOeffnen, { antragId, schluesselHash: hashVon(schluessel).toString('hex') })
  await assert.rejects(app.execute(buergerin(musterstadt), gastAntragOeffnen, { antragId, schluessel }), /gilt nicht/)
  await app.execute(gast('c'), gastAntragOeffnen, { antragId, schluessel })
  await assert.rejects(app.execute(gast('c'), gastAntragOeffnen, { antragId: newId(), schluessel }), /gilt nicht/)
})

test('without an address, and for accounts, no such mail goes out', async () => {
  const vorher = (await mails()).length
  await eingereicht('d', null)
  await reicheEin(app, musterstadt, leistung, { kontakt: { name: 'Erika Muster', email: 'gast@example.org' } })
  await settle()
  assert.equal((await mails()).length, vorher)
})

test('the texts exist in both languages and for every occasion', () => {
  const angaben = { stadt: 'Stadt Musterstadt', vorgangsnummer: 'MS-1', link: 'https://x.example/', telefon: undefined }
  for (const sprache of ['de', 'en'] as const) {
    for (const anlass of ['eingang', 'rueckfrage', 'nachricht', 'entscheidung'] as const) assert.match(gasttext(anlass, sprache, angaben).text, /MS-1[\s\S]*https:\/\/x\.example\//)
  }
})
