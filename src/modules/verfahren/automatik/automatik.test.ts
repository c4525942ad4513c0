import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { before, test } from 'node:test'
import { musterstadt, system, testApp } from '../../../../test/app.js'
import { newId } from '../../../platform/time/index.js'
import type { Actor } from '../../../platform/usecases/actor.js'
import { historyOf } from '../../../platform/events/index.js'
import { sendungen } from '../../akte/ausgang/test-daten.js'
import { findLeistung, pruefeGanzesPaket } from '../../grundlagen/leistungen/index.js'
import { antragByNummer, antragEinreichen } from '../antraege/index.js'
import { beschaeftigt, buergerin, marktstadt, offene } from '../beteiligung/testmarkt.js'
import { bescheidZuVorgang } from '../bescheide/index.js'
import { erlasseAutomatisch } from '../bescheide/index.js'
import { bescheide } from '../bescheide/db/tables.js'
import { imSystem } from '../fallbearbeitung/testfall.js'
import { pruefungLesen } from './ansehen/teil.js'
import { losVon } from './domain/entscheiden.js'
import { erlasseGepruefte, pruefeAutomatik } from './pruefen/dienste.js'

const { app, settle } = await testApp()
let erika: Actor
let stern: Actor
before(async () => {
  await marktstadt(app, musterstadt, 'hundesteueranmeldung')
  erika = await buergerin(app, musterstadt)
  stern = await beschaeftigt(app, musterstadt, 's.stern')
})

async function angemeldet(weitere: Record<string, unknown> = {}) {
  const version = await app.db.withMandant(musterstadt, (tx) => findLeistung(tx, 'hundesteueranmeldung', app.clock.today()))
  const fall = await app.execute(erika, antragEinreichen, {
    leistungsversionId: version?.id ?? '', anhaenge: [], kanal: 'portal', kontakt: { name: erika.name }, zustellung: 'post', entwurfId: newId(),
    daten: {
      antragsteller: { vornamen: 'Erika', familienname: 'Muster' }, anschrift: { art: 'strasse', strasse: 'Am Markt', hausnummer: '12', plz: '45991', ort: 'Musterstadt' },
      hundename: 'Bello', seit: app.clock.today().toString(), anzahl: 1, gefaehrlich: false, ermaessigung: false, email: 'erika.muster@example.org', zustellung: 'post', ...weitere,
    },
  })
  await settle()
  return { ...fall, pruefung: await app.ask(stern, pruefungLesen, { vorgangId: fall.vorgangId }), bescheid: await app.db.withMandant(musterstadt, (tx) => bescheidZuVorgang(tx, fall.vorgangId)) }
}
/** One that the sample leaves to the program. */
async function eindeutig(versuche = 20): Promise<Awaited<ReturnType<typeof angemeldet>>> {
  const fall = await angemeldet()
  return losVon(fall.vorgangId) < 5 && versuche > 0 ? eindeutig(versuche - 1) : fall
}

test('a clear case is decided without a person, once; the letter says so and by which law', async () => {
  const { vorgangId, vorgangsnummer, pruefung, bescheid } = await eindeutig()
  assert.deepEqual([pruefung?.ergebnis, bescheid?.status, bescheid?.zeichnungen.length], ['automatisch', 'erlassen', 0])
  assert.match(bescheid?.automatischNorm ?? '', /§ 155 Abs\. 4 AO/)
  assert.match(bescheid?.fassungen[0]?.inhalt.tenor ?? '', /Bello.*96,00/)
  const row = await app.db.withMandant(musterstadt, (tx) => bescheide(tx).selectFrom('bescheide.bescheid').select('ausfertigung').where('vorgang_id', '=', vorgangId).executeTakeFirstOrThrow())
  assert.match(row.ausfertigung?.daten.verantwortlich?.join() ?? '', /automatisch erlassen.*§ 35a VwVfG NRW/)
  assert.equal((await app.db.withMandant(musterstadt, (tx) => antragByNummer(tx, vorgangsnummer)))?.status, 'ENTSCHIEDEN')
  assert.equal((await sendungen(app, musterstadt, vorgangId)).filter(({ rechtsbehelf }) => rechtsbehelf === 'WIDERSPRUCH').length, 1)
  await imSystem(app, musterstadt, (ctx) => erlasseGepruefte(ctx, vorgangId))
  await imSystem(app, musterstadt, (ctx) => pruefeAutomatik(ctx, vorgangId))
  const geprueft = (await app.db.withMandant(musterstadt, (tx) => historyOf(tx, { vorgangId }))).filter(({ typ }) => typ === 'automatik.vorgang.geprueft/1')
  assert.equal(geprueft.length, 1)
})

test('whatever deviates or is written freely goes to a person, with the reason', async () => {
  for (const [weitere, grund] of [[{ bemerkung: 'Er ist mein Blindenführhund.' }, /Eigene Angabe/], [{ gefaehrlich: true }, /gefährlich/], [{ anzahl: 2 }, /mehr als ein/], [{ ermaessigung: true }, /Ermäßigung/]] as const) {
    const { vorgangId, pruefung, bescheid } = await angemeldet(weitere)
    assert.deepEqual([pruefung?.ergebnis, bescheid], ['person', undefined])
    assert.match(pruefung?.gruende.join() ?? '', grund)
    assert.equal((await offene(app, musterstadt, vorgangId, 'antrag.pruefen')).length, 1)
    await assert.rejects(imSystem(app, musterstadt, (ctx) => erlasseGepruefte(ctx, vorgangId)), /nicht für die automatische Entscheidung/)
  }
})

test('the database keeps a person’s decision and an automatic one apart', async () => {
  const { vorgangId, bescheid } = await eindeutig()
  const roh = (fn: (tx: Parameters<typeof bescheidZuVorgang>[0]) => Promise<unknown>) => app.db.withMandant(musterstadt, fn)
  await assert.rejects(roh((tx) => bescheide(tx).updateTable('bescheide.bescheid').set({ automatisch_norm: null }).where('id', '=', bescheid?.id ?? '').execute()), /keeps its identity/)
  const { vorgangId: anderer } = await angemeldet({ anzahl: 3 })
  await imSystem(app, musterstadt, async (ctx) => { await erlasseAutomatisch(ctx, anderer, 'Norm') })
  await assert.rejects(roh((tx) => bescheide(tx).insertInto('bescheide.fassung').values({ bescheid_id: bescheid?.id ?? '', nr: 2, inhalt: '{}', hash: 'a'.repeat(64), autor_id: stern.id, autor_fuer: null, erstellt_am: app.clock.now() }).execute()), /issued|Either/)
  assert.ok(vorgangId)
})

test('a package that decides without naming the law stays a draft; without conditions it is refused', async () => {
  const datei = (name: string) => readFileSync(`demo/leistungen/hundesteueranmeldung/${name}`, 'utf8')
  const dateien = Object.fromEntries(['leistung.yaml', 'formular.json', 'verfahren.bpmn', 'gebuehr.yaml', 'bescheid.typ'].map((name) => [name, datei(name)]))
  const befunde = async (yaml: string) => (await pruefeGanzesPaket(app, system(), { ...dateien, 'leistung.yaml': yaml })).filter(({ stufe }) => stufe !== 'hinweis').map(({ ort, stufe }) => [ort, stufe])
  assert.deepEqual(await befunde(datei('leistung.yaml')), [])
  assert.deepEqual(await befunde(datei('leistung.yaml').replace(/^  norm: § 12.*\n/m, '')), [['vollautomatisch.norm', 'luecke']])
  assert.deepEqual(await befunde(datei('leistung.yaml').replace(/^vollautomatisch:[\s\S]*?(?=^ablauf)/m, '')), [['vollautomatisch', 'fehler']])
  assert.deepEqual(await befunde(datei('leistung.yaml').replace('anzahl = 1', 'anzahl = (')), [['vollautomatisch.wenn', 'fehler']])
})
