import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Client } from 'pg'
import { musterstadt, personalActor, system, testApp } from '../../../../../test/app.js'
import { testWeb } from '../../../../../test/web.js'
import { module } from '../../../../modules.js'
import { Forbidden, Invalid } from '../../../../platform/errors.js'
import { berichte } from '../db/tables.js'
import { strategien } from '../vorhaben.js'
import { planung } from '../../planung/db/tables.js'
import { entscheidungErfassen } from '../../planung/entscheidungen/command.js'
import { planZuStrategie } from '../../planung/index.js'
import { programmberichtFestschreiben } from './command.js'
import { druckeProgrammbericht } from './pdf.js'
import { programmberichteAnsehen } from './query.js'

const { app, ownerUrl } = await testApp({ worker: false })
for (const name of ['organisation', 'konten', 'verwaltung', 'programm', 'planung', 'berichte']) await module.find((modul) => modul.name === name)?.seed?.(app, musterstadt, 'musterstadt')
const { besucher } = await testWeb(app)
const als = async (ende: string) => { const person = besucher(); await person.mitSitzung('personal', `01900000-0000-7000-8000-00000000${ende}`, musterstadt); return person }
const [buero, vorstand] = [await als('a011'), await als('a013')]
const in_ = <T>(fn: Parameters<typeof app.db.withMandant<T>>[1]) => app.db.withMandant(musterstadt, fn)
const PFAD = '/arbeitsplatz/berichte/programmberichte'
const strategie = (await in_((tx) => strategien(tx)))[0]!
const vorher = app.clock.today().subtract({ months: 3 })
const quartal = `${vorher.year}-${Math.ceil(vorher.month / 3)}`

test('the stored PDF deleted, the report comes out again with the same bytes, whatever was reported since', async () => {
  const { zeilen: [bericht] } = await app.ask(personalActor(['berichte.lesen']), programmberichteAnsehen, {})
  const erster = await druckeProgrammbericht(app, musterstadt, bericht!.id)
  const pdf = await vorstand.get(`${PFAD}/${bericht!.id}/bericht.pdf`)
  assert.equal(pdf.status, 200)
  assert.equal(pdf.headers.get('content-type'), 'application/pdf')
  const bytes = async () => { const { stream } = await app.blobs.open(musterstadt, erster.sha256); const teile: Buffer[] = []; for await (const teil of stream) teile.push(teil as Buffer); return Buffer.concat(teile) }
  const damals = await bytes()
  assert.match(damals.subarray(0, 8).toString(), /^%PDF-1\./)
  assert.match(damals.toString('latin1'), /pdfaid/)
  assert.match(damals.toString('latin1'), /StructTreeRoot/)
  assert.equal(await app.blobs.remove(musterstadt, erster.sha256), true)
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query("update programm.objekt set name = name || ' neu'; update platform.mandant set name = 'Anders'")
  const wieder = await druckeProgrammbericht(app, musterstadt, bericht!.id)
  assert.equal(wieder.sha256, erster.sha256)
  assert.deepEqual(await bytes(), damals)
  for (const satz of ["update berichte.programmbericht set gremium = ''", 'delete from berichte.datei', 'delete from berichte.programmbericht']) await assert.rejects(owner.query(satz), /corrected by a new version/)
  await owner.end()
})

test('what is printed: bars with words, what is missing, what is to be decided; the rule', async () => {
  const { daten, vorlage } = await in_((tx) => berichte(tx).selectFrom('berichte.programmbericht').select(['daten', 'vorlage']).executeTakeFirstOrThrow())
  assert.equal(daten.balken.length, 3)
  for (const { alt, bild } of daten.balken) { assert.match(alt, /\d+ grün, \d+ gelb, \d+ rot, \d+ ohne Bericht/); assert.match(bild, /^<svg /) }
  assert.match(daten.regel, /Fehlende Berichte zählen nie/)
  assert.ok(daten.fehlende.length > 0)
  assert.ok(daten.meilensteine.zeilen.length > 0)
  assert.doesNotMatch(vorlage, /#import/)
})

test('a quarter without a meeting needs its reason; a second time is a new version; an open quarter is refused', async () => {
  const leer = await buero.senden(PFAD, { quartal, gremium: 'Lenkungsausschuss' })
  assert.equal(leer.status, 422)
  assert.match(leer.html, /Wann tagt das Gremium/)
  assert.equal((await buero.senden(PFAD, { quartal, sitzungAm: '2026-13-40' })).status, 422)
  assert.equal((await buero.senden(PFAD, { quartal, gremium: 'Lenkungsausschuss', ohneSitzung: 'Sommerpause; Umlauf per E-Mail' })).status, 303)
  const { html } = await vorstand.get(PFAD)
  assert.match(html, /Fassung 2/)
  assert.match(html, /keine Sitzung: Sommerpause/)
  assert.doesNotMatch(html, /Quartal festschreiben/)
  const plan = (await in_((tx) => planZuStrategie(tx, strategie.id)))!
  const { entscheidungId } = await app.execute(system(), entscheidungErfassen, { planId: plan.id, sachverhalt: 'Wer trägt die Kosten der Schulungen?', varianten: '', empfehlung: '', gremium: '', benoetigtBis: '' })
  await in_((tx) => planung(tx).updateTable('planung.entscheidung').set({ created_at: vorher.subtract({ months: 6 }).toZonedDateTime('Europe/Berlin').toInstant() }).where('id', '=', entscheidungId).execute())
  assert.equal((await buero.senden(PFAD, { quartal, gremium: 'Lenkungsausschuss', ohneSitzung: 'Umlauf' })).status, 303)
  const neueste = await in_((tx) => berichte(tx).selectFrom('berichte.programmbericht').select('daten').orderBy('version', 'desc').executeTakeFirstOrThrow())
  assert.ok(neueste.daten.entscheidungen.some(([von, was]) => von === 'Übertragen: Entscheidungsregister' && was?.includes('Schulungen')), 'open decisions come again')
  const wert = { strategieId: strategie.id, gremium: '', sitzungAm: '2026-12-01', ohneSitzung: '' }
  await assert.rejects(app.execute(system(), programmberichtFestschreiben, { ...wert, jahr: 2099, quartal: 1 }), Invalid)
  await assert.rejects(app.execute(system(), programmberichtFestschreiben, { ...wert, jahr: 2001, quartal: 1 }), /keinen Berichtsmonat/)
  await assert.rejects(app.execute(personalActor(['berichte.lesen', 'berichte.schreiben']), programmberichtFestschreiben, { ...wert, jahr: vorher.year, quartal: 3 }), Forbidden)
})
