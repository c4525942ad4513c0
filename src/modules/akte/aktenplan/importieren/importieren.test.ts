import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beispielhausen, musterstadt, personalActor, testApp } from '../../../../../test/app.js'
import { Forbidden, Invalid } from '../../../../platform/errors.js'
import { historyOf } from '../../../../platform/events/record.js'
import { aktenplan } from '../db/tables.js'
import { leseAktenplanCsv } from '../domain/csv.js'
import { aktenplaneinheitenFuerNeueAkten, aktenplanImportieren, findAktenplaneinheit } from '../index.js'

const { app } = await testApp({ worker: false })
const verwalter = personalActor(['aktenplan.verwalten'])
const datei = `\ufeffkennzeichen;bezeichnung;aufbewahrung;aussonderungsart;quelle
12;Sicherheit und Ordnung;;;
12.20;Verkehr;;;
12.20.9;Sondernutzung;10;B;
12.20.10;Baustellen;10;V;
12.20.03;"Bewohnerparken; Ausweise";5;V;"§ 45 StVO"
12.30.01;Noch ungeklärt;;;
10.01;Satzungen;unbefristet;A;
`
const { einheiten, fehler } = leseAktenplanCsv(datei)
const heute = app.clock.today()
const blaetter = () => app.db.withMandant(musterstadt, (tx) => aktenplaneinheitenFuerNeueAkten(tx, heute))

test('a CSV with quotes, byte order mark and German separators is read', () => {
  assert.deepEqual(fehler, [])
  assert.deepEqual(einheiten.find((einheit) => einheit.kennzeichen === '12.20.03'), { kennzeichen: '12.20.03', bezeichnung: 'Bewohnerparken; Ausweise', aufbewahrung: 5, aussonderungsart: 'V', quelle: '§ 45 StVO' })
  assert.match(leseAktenplanCsv('kennzeichen;bezeichnung;aufbewahrung\nx y;;lange').fehler.map((einer) => einer.text).join(), /Zeile 2.*Zeile 2.*Zeile 2/)
  assert.match(leseAktenplanCsv('nr;name\n1;x').fehler[0]?.text ?? '', /kennzeichen/)
})

test('a trial compares and changes nothing', async () => {
  const vergleich = await app.execute(verwalter, aktenplanImportieren, { einheiten, probe: true })
  assert.equal(vergleich.neu.length, 7)
  assert.deepEqual(await blaetter(), [])
})

test('what comes in is ordered by number; a leaf without retention stays closed (C1-07)', async () => {
  const vergleich = await app.execute(verwalter, aktenplanImportieren, { einheiten })
  assert.deepEqual(vergleich.nichtAktiv.map((einer) => einer.kennzeichen), ['12.30.01'])
  assert.deepEqual((await blaetter()).map((einheit) => einheit.kennzeichen), ['10.01', '12.20.03', '12.20.9', '12.20.10'])
  const parken = await app.db.withMandant(musterstadt, (tx) => findAktenplaneinheit(tx, '12.20.03', heute))
  assert.deepEqual(parken && { jahre: parken.aufbewahrungJahre, art: parken.aussonderungsart, blatt: parken.blatt }, { jahre: 5, art: 'V', blatt: true })
  assert.equal(await app.db.withMandant(beispielhausen, (tx) => findAktenplaneinheit(tx, '12.20.03', heute)), undefined)
})

test('the same file again changes nothing; a changed one names the fields', async () => {
  const gleich = await app.execute(verwalter, aktenplanImportieren, { einheiten })
  assert.deepEqual([gleich.neu, gleich.geaendert], [[], []])
  const laenger = einheiten.map((einheit) => (einheit.kennzeichen === '12.20.03' ? { ...einheit, aufbewahrung: 6 } : einheit))
  const vergleich = await app.execute(verwalter, aktenplanImportieren, { einheiten: laenger })
  assert.deepEqual(vergleich.geaendert, [{ kennzeichen: '12.20.03', felder: ['aufbewahrung_jahre'] }])
  const fassung = await app.db.withMandant(musterstadt, (tx) => aktenplan(tx).selectFrom('aktenplan.fassung').select('id').executeTakeFirstOrThrow())
  const ereignisse = await app.db.withMandant(musterstadt, (tx) => historyOf(tx, { art: 'aktenplan', id: fassung.id }))
  assert.deepEqual(ereignisse.map((ereignis) => ereignis.typ), ['aktenplan.fassung.begonnen/1', 'aktenplan.fassung.eingelesen/1', 'aktenplan.fassung.eingelesen/1'])
})

test('a child makes its parent an inner node, where no file may lie', async () => {
  await app.execute(verwalter, aktenplanImportieren, { einheiten: [{ kennzeichen: '12.20.9.1', bezeichnung: 'Straßencafés', aufbewahrung: 10, aussonderungsart: 'V' }] })
  assert.ok(!(await blaetter()).some((einheit) => einheit.kennzeichen === '12.20.9'))
})

test('a new Fassung takes over on its day; the old units stay and take no new files (C1-06)', async () => {
  const morgen = heute.add({ days: 1 })
  await app.execute(verwalter, aktenplanImportieren, { einheiten: [{ kennzeichen: '12.20.03', bezeichnung: 'Parkausweise', aufbewahrung: 5, aussonderungsart: 'V' }], neueFassung: { bezeichnung: 'Aktenplan 2', gueltigVon: morgen.toString() } })
  const am = (tag: Temporal.PlainDate) => app.db.withMandant(musterstadt, (tx) => findAktenplaneinheit(tx, '12.20.03', tag))
  assert.equal((await am(heute))?.bezeichnung, 'Bewohnerparken; Ausweise')
  assert.equal((await am(morgen))?.bezeichnung, 'Parkausweise')
})

test('the database refuses an active leaf without retention and every deletion', async () => {
  const sql = (fn: (tx: Parameters<typeof aktenplan>[0]) => Promise<unknown>) => app.db.withMandant(musterstadt, fn)
  await assert.rejects(sql((tx) => aktenplan(tx).updateTable('aktenplan.einheit').set({ aktiv: true }).where('kennzeichen', '=', '12.30.01').execute()), /einheit_aktiv_nur_mit_aufbewahrung/)
  await assert.rejects(sql((tx) => aktenplan(tx).deleteFrom('aktenplan.einheit').execute()), /never deleted/)
})

test('doubled signs and missing permission are refused', async () => {
  const [erste] = einheiten
  assert.ok(erste)
  await assert.rejects(app.execute(verwalter, aktenplanImportieren, { einheiten: [erste, erste] }), Invalid)
  await assert.rejects(app.execute(personalActor([]), aktenplanImportieren, { einheiten }), Forbidden)
})
