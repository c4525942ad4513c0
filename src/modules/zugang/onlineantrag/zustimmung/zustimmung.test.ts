import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caughtMails } from '../../../../platform/mail/index.js'
import { musterstadt } from '../../../../../test/app.js'
import type { Besucher } from '../../../../../test/web.js'
import { modul as identitaet } from '../../identitaet/module.js'
import { probeleistung } from '../test-antrag.js'
import { datei, probestadt } from '../test-stadt.js'
import { entwurfEinreichen } from '../absenden/command.js'

const { app, web, settle, ausgefuellt, zeilen, buergerkonto, anmelden } = await probestadt()
await identitaet.seed?.(app, musterstadt, 'musterstadt')
await probeleistung(app, musterstadt, undefined, { vertretung: { kind: true, person: true, zweiteZustimmung: true } })
const ANBIETER = '01900000-0000-7000-8000-00000001d001'
const pfadAus = (adresse: string | null) => { const url = new URL(adresse ?? '', 'http://x'); return `${url.pathname}${url.search}` }
const enthaelt = (html: string, satz: RegExp) => assert.ok(satz.test(html), `${String(satz)} is not on „${/<h1[^>]*>([^<]*)/.exec(html)?.[1] ?? ''}“`)

async function mitNutzerkonto(person: string): Promise<Besucher> {
  const besucher = web.besucher()
  const zurueck = await besucher.senden(pfadAus((await besucher.get(`/anmelden/mit/${ANBIETER}`)).location), { person, stufe: 'STORK-QAA-Level-3' })
  await besucher.get(pfadAus(zurueck.location))
  return besucher
}
const KIND = { art: 'kind', vornamen: 'Mia', familienname: 'Muster', 'geburtsdatum.tag': '3', 'geburtsdatum.monat': '4', 'geburtsdatum.jahr': '2019', sorge: 'gemeinsam', email: 'cem@example.org' }
const linkAn = async (email: string) => {
  await settle()
  const mails = (await caughtMails(app.db, musterstadt)).filter(({ empfaenger, inhalt }) => empfaenger === email && inhalt.includes('/zustimmung/'))
  return pfadAus(/http\S+\/zustimmung\/\S+/.exec(mails[0]?.inhalt ?? '')?.[0] ?? '')
}

async function wartend(email: string) {
  await buergerkonto(email)
  const besucher = web.besucher()
  await anmelden(besucher, email, '/konto')
  const { pfad } = await ausgefuellt(besucher)
  const felder = (await besucher.get(`${pfad}/vertretung`)).html
  const datum = [...felder.matchAll(/name="(geburtsdatum[^"]*)"/g)].map(([, name = '']) => name)
  const { 'geburtsdatum.tag': tag, 'geburtsdatum.monat': monat, 'geburtsdatum.jahr': jahr, ...rest } = KIND
  const da = await besucher.senden(`${pfad}/vertretung`, { ...rest, ...Object.fromEntries(datum.map((name, index) => [name, [tag, monat, jahr][index] ?? ''])) })
  assert.equal(da.location, `${pfad}/pruefen`, da.html)
  enthaelt((await besucher.get(`${pfad}/pruefen`)).html, /Mia Muster \(Ihr Kind\)/)
  const gesendet = await besucher.senden(`${pfad}/pruefen`, {})
  assert.equal(gesendet.location, `${pfad}/zustimmung`, gesendet.html)
  return { besucher, pfad }
}

test('with joint custody the application waits for the other parent, who agrees with an own account; then it is sent by itself', async () => {
  const { besucher, pfad } = await wartend('elternteil@example.org')
  enthaelt((await besucher.get(`${pfad}/zustimmung`)).html, /wartet auf Zustimmung/)
  assert.equal((await besucher.get(`${pfad}/person`)).location, `${pfad}/zustimmung`, 'nothing changes meanwhile')
  const link = await linkAn('cem@example.org')
  assert.equal((await besucher.senden(link, { ergebnis: 'zugestimmt' }, link.split('?')[0])).status, 403, 'nobody agrees to their own application')
  const cem = await mitNutzerkonto('cem')
  assert.equal((await cem.get(link.replace(/schluessel=.*/, 'schluessel=geraten'))).status, 404)
  enthaelt((await cem.get(link)).html, /Sie sind als anderer Elternteil angegeben/)
  assert.equal((await cem.senden(link, { ergebnis: 'zugestimmt' }, link.split('?')[0])).location, '/konto')
  await settle()
  const [antrag] = await zeilen<{ vertretung: { name: string; zustimmung: { name: string; niveau: string } }; anschrift: string[] }>('select vertretung, anschrift from antraege.antrag')
  assert.deepEqual([antrag?.vertretung.name, antrag?.vertretung.zustimmung.name, antrag?.vertretung.zustimmung.niveau], ['Mia Muster', 'Cem Exempel', 'substantiell'])
  assert.equal(antrag?.anschrift[0], 'als gesetzliche Vertretung von Mia Muster')
  assert.equal((await besucher.get(`${pfad}/zustimmung`)).location, `${pfad}/bestaetigung`)
  assert.equal((await cem.get(link)).status, 404, 'the link is over')
})

test('refused: the draft is there; taken back and changed it needs a new consent; the server sends nothing without it', async () => {
  const { besucher, pfad } = await wartend('abgelehnt@example.org')
  const cem = await mitNutzerkonto('cem')
  const link = await linkAn('cem@example.org')
  await cem.senden(link, { ergebnis: 'abgelehnt' }, link.split('?')[0])
  enthaelt((await besucher.get(`${pfad}/zustimmung`)).html, /abgelehnt/)
  const [entwurf] = await zeilen<{ id: string; inhaber_id: string; version: number }>("select id, inhaber_id, version from onlineantrag.entwurf where status = 'offen'")
  const actor = { art: 'buerger', mandantId: musterstadt, id: entwurf?.inhaber_id ?? '', name: 'x', zuweisungen: [], stufe: 0 } as const
  await assert.rejects(app.execute(actor, entwurfEinreichen, { entwurfId: entwurf?.id ?? '', stand: entwurf?.version ?? 0, sprache: 'de' }), { code: 'onlineantrag.zustimmungFehlt' })
  assert.equal((await besucher.senden(`${pfad}/zustimmung`, { _aktion: 'zurueck' })).location, `${pfad}/pruefen`)
  assert.equal((await besucher.get(`${pfad}/person`)).status, 200)
  assert.equal((await besucher.senden(`${pfad}/pruefen`, {})).location, `${pfad}/zustimmung`)
})

test('a signed Vollmacht is the proof: an own file that goes with the application; without it nothing is sent', async () => {
  const besucher = web.besucher()
  await buergerkonto('vertreter@example.org')
  await anmelden(besucher, 'vertreter@example.org', '/konto')
  const { pfad } = await ausgefuellt(besucher)
  const { email: _email, sorge: _sorge, ...wer } = { ...KIND, art: 'vollmacht', nachweis: 'datei', 'geburtsdatum.jahr': '1950' }
  enthaelt((await besucher.senden(`${pfad}/vertretung`, { ...wer, nachweis: '' })).html, /wie Sie die Vollmacht nachweisen/)
  const ohne = await besucher.senden(`${pfad}/vertretung`, wer)
  assert.equal(ohne.status, 422)
  enthaelt(ohne.html, /Bitte laden Sie die unterschriebene Vollmacht hoch/)
  enthaelt((await besucher.senden(`${pfad}/vertretung`, { ...wer, vollmacht: new File(['kein PDF'], 'vollmacht.pdf') })).html, /vollmacht\.pdf/)
  assert.equal((await besucher.senden(`${pfad}/vertretung`, { ...wer, vollmacht: datei('vollmacht.pdf') })).location, `${pfad}/pruefen`)
  assert.equal((await besucher.senden(`${pfad}/vertretung`, wer)).location, `${pfad}/pruefen`, 'the paper of before stays')
  enthaelt((await besucher.get(`${pfad}/pruefen?sprache=en`)).html, /authorises you[\s\S]*Authorisation: vollmacht\.pdf/)
  enthaelt((await besucher.get(`${pfad}/pruefen?sprache=de`)).html, /Vollmacht: vollmacht\.pdf/)
  assert.equal((await besucher.senden(`${pfad}/pruefen`, {})).location, `${pfad}/bestaetigung`)
  await settle()
  const [antrag] = await zeilen<{ anschrift: string[] }>("select anschrift from antraege.antrag where vertretung->>'art' = 'vollmacht'")
  assert.equal(antrag?.anschrift[0], 'als bevollmächtigt von Mia Muster')
  assert.deepEqual(await zeilen("select bezeichnung, dateiname from antraege.anhang where slot = '_vollmacht'"), [{ bezeichnung: 'Vollmacht', dateiname: 'vollmacht.pdf' }])
})

test('halfway a reminder, after two weeks the draft is open again', async () => {
  await app.clock.set(app.clock.now().add({ hours: 24 * 8 }))
  const { entwurfspflege } = await import('../loeschen/recurring.js')
  const pflegen = () => entwurfspflege.run({ app, mandantId: musterstadt, actor: { art: 'system', mandantId: musterstadt, id: 'test', name: 'test', zuweisungen: [], stufe: 2 }, signal: new AbortController().signal })
  await pflegen()
  await settle()
  assert.ok((await caughtMails(app.db, musterstadt)).some(({ betreff }) => betreff.startsWith('Erinnerung: Ihre Zustimmung')))
  await app.clock.set(app.clock.now().add({ hours: 24 * 7 }))
  await pflegen()
  const [zeile] = await zeilen<{ n: number }>('select count(*)::int as n from onlineantrag.entwurf where zustimmung_seit is not null')
  assert.equal(zeile?.n, 0)
  await app.clock.set('echt')
})
