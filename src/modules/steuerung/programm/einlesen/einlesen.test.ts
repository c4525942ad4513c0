import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { beispielhausen, musterstadt, personalActor, system, testApp } from '../../../../../test/app.js'
import { projectRoot } from '../../../../platform/config/index.js'
import { Forbidden, Invalid } from '../../../../platform/errors.js'
import { finanzplanzeilenVon, gremienVon, kostenklassen, objektAendern, objekteVon, strategien, summiere, verknuepfungenVon } from '../index.js'
import { planEinlesen } from './command.js'
import { planPruefen } from './query.js'

const { app } = await testApp({ worker: false })
const buero = personalActor(['programm.verwalten', 'programm.bearbeiten', 'programm.lesen'])
/** The papers' facts lie beside the project where it is built; a fresh machine has the demo's transcription only. */
const ordner = [process.env['STADTKERN_REFERENCE'] ?? '', join(projectRoot, '../shared/reference'), join(projectRoot, '../../shared/reference')].find((pfad) => pfad && existsSync(pfad))
const fehlt = ordner ? false : 'The folder ../shared/reference is not here'
if (!ordner && process.env['CI'] === 'true' && existsSync(join(projectRoot, '../shared'))) throw new Error('../shared is here, but without reference/')
const datei = (name: string) => ({ quelle: name, text: readFileSync(join(ordner ?? '', `${name}.yaml`), 'utf8') })
const in_ = <T>(fn: Parameters<typeof app.db.withMandant<T>>[1], stadt = musterstadt) => app.db.withMandant(stadt, fn)
const arten = (befunde: readonly { kind: string }[]) => Object.fromEntries([...Map.groupBy(befunde, ({ kind }) => kind)].map(([kind, alle]) => [kind, alle.length]))

test("Remscheid's plan comes in completely: six numbers exist twice and stay, four bounds are shared, nothing is made up", { skip: fehlt }, async () => {
  const probe = await app.ask(buero, planPruefen, datei('massnahmen-remscheid'))
  assert.equal((await in_((tx) => objekteVon(tx))).length, 0)
  const bericht = await app.execute(buero, planEinlesen, datei('massnahmen-remscheid'))
  assert.deepEqual(bericht, probe)
  assert.deepEqual(bericht.counts, { strategie: 1, ziel: 3, baustein: 8, massnahme: 19, finanzplanzeile: 0, kostenklasse: 5 })
  const { doppelteNummer, klassengrenze, ungeloesterVerweis, unbekanntesFeld } = arten(bericht.reported)
  assert.deepEqual({ doppelteNummer, klassengrenze, ungeloesterVerweis, unbekanntesFeld }, { doppelteNummer: 6, klassengrenze: 4, ungeloesterVerweis: undefined, unbekanntesFeld: undefined })
  assert.deepEqual(bericht.reported.filter(({ kind }) => kind === 'doppelteNummer').map(({ object }) => object), ['1A', '1B', '2A', '2B', '3A', '3B'])
  assert.deepEqual(bericht.reported.filter(({ kind, object }) => kind === 'fehlenderWert' && /^U\d$/.test(object)).map(({ object }) => object), ['U1', 'U2', 'U3'])
  const objekte = await in_((tx) => objekteVon(tx))
  assert.deepEqual(objekte.filter(({ nummer, art }) => nummer === '1A' && art === 'massnahme').map(({ name, bausteinart }) => [name, bausteinart]),
    [['Einheitlicher produktorientierter Aktenplan', 'basis'], ['Einheitliche digitale Wissensplattformen', 'umsetzung']])
  assert.ok(objekte.every(({ status, beginn, ende }) => status === null && beginn === null && ende === null))
  assert.equal(objekte.find(({ kennung }) => kennung === 'B2-A')?.frist?.toString(), '2019-11-27')
  const strategieId = objekte[0]!.strategieId
  assert.deepEqual((await in_((tx) => gremienVon(tx, strategieId))).map(({ name }) => name), ['Lenkungsausschuss', 'Kernteam', 'Projektbüro', 'Projektteam'])
  const verweise = await in_((tx) => verknuepfungenVon(tx, { strategieId }))
  assert.deepEqual([verweise.filter(({ art }) => art === 'benoetigt').length, verweise.filter(({ art }) => art === 'zielbezug').length, verweise.filter(({ nachId }) => nachId === null).length], [7, 18, 0])
  assert.equal((await in_((tx) => kostenklassen(tx))).length, 5)
})

test('read again it changes nothing; what a person changed meanwhile stays and is said', { skip: fehlt }, async () => {
  const nochmal = await app.execute(buero, planEinlesen, datei('massnahmen-remscheid'))
  assert.deepEqual([nochmal.created, nochmal.changed, nochmal.unchanged], [0, 0, 30])
  const app1 = (await in_((tx) => objekteVon(tx))).find(({ kennung }) => kennung === 'B3-D')!
  await app.execute(buero, objektAendern, { id: app1.id, version: app1.version, felder: { prioritaet: 'mittel' } })
  const danach = await app.execute(system(), planEinlesen, datei('massnahmen-remscheid'))
  assert.deepEqual([danach.changed, arten(danach.reported)['vonHandGeaendert']], [0, 1])
  assert.equal((await in_((tx) => objekteVon(tx, { ids: [app1.id] })))[0]?.prioritaet, 'mittel')
})

test("Dorsten's sums come out to the euro", { skip: fehlt }, async () => {
  const bericht = await app.execute(system(beispielhausen), planEinlesen, datei('ressourcenplan-dorsten'))
  const { einmalig, laufend, zusatzEinmalig, zusatzLaufend, vzaeDifferenz, vzaeDezentral, schulungJaehrlich } = bericht.sums
  assert.deepEqual({ einmalig, laufend, zusatzEinmalig, zusatzLaufend, vzaeDifferenz, vzaeDezentral, schulungJaehrlich },
    { einmalig: 588000, laufend: 650671, zusatzEinmalig: 498000, zusatzLaufend: 630671, vzaeDifferenz: 2, vzaeDezentral: 23.08, schulungJaehrlich: 75000 })
  assert.deepEqual([arten(bericht.reported)['summe'], arten(bericht.reported)['unbekanntesFeld'], bericht.counts['ziel'], bericht.counts['baustein']], [undefined, undefined, 2, 4])
  const [strategie] = await in_((tx) => strategien(tx), beispielhausen)
  const zeilen = await in_((tx) => finanzplanzeilenVon(tx, strategie!.id), beispielhausen)
  assert.deepEqual(summiere(zeilen), { einmaligCent: 588_000_00n, laufendCent: 650_671_00n, zusatzEinmaligCent: 498_000_00n, zusatzLaufendCent: 630_671_00n, vzaeDifferenzHundertstel: 200 })
  assert.equal(zeilen.find(({ spalte }) => spalte === 'vzae_dezentral')?.vzaeHundertstel, 2308)
})

test('three more towns in one file: projects, parts, product numbers with their zeros, funding by year', { skip: fehlt }, async () => {
  const bericht = await app.execute(system(beispielhausen), planEinlesen, datei('vorhaben-weitere-staedte'))
  assert.deepEqual(bericht.counts, { strategie: 3, handlungsfeld: 5, projekt: 42, finanzplanzeile: 10, kostenklasse: 0 })
  assert.equal(arten(bericht.reported)['unbekanntesFeld'], undefined)
  assert.deepEqual(bericht.sums, { 'erkrath-2019': { laufend: 2300, haushaltMehrjaehrig: 180000, haushaltJaehrlich: 20000, haushalt2020: 165200 }, 'wuppertal-2018': { foerderung: 91_000_000 } })
  const erkrath = (await in_((tx) => strategien(tx), beispielhausen)).find(({ kennung }) => kennung === 'erkrath-2019')!
  assert.ok((await in_((tx) => finanzplanzeilenVon(tx, erkrath.id), beispielhausen)).every(({ produkt }) => produkt === '01.10.01' || produkt === '01.02.01'))
})

test('a file that cannot be read changes nothing, and only who administers the programme may try', async () => {
  await assert.rejects(app.execute(buero, planEinlesen, { quelle: 'x', text: 'a: *b' }), Invalid)
  await assert.rejects(app.execute(personalActor(['programm.bearbeiten']), planEinlesen, { quelle: 'x', text: 'programm: 1' }), Forbidden)
  await assert.rejects(app.ask(personalActor(['programm.lesen']), planPruefen, { quelle: 'x', text: 'programm: 1' }), Forbidden)
})
