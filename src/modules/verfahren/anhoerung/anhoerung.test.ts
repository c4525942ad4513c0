import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { musterstadt, system, testApp } from '../../../../test/app.js'
import { Conflict, Invalid, NotFound } from '../../../platform/errors.js'
import type { Actor } from '../../../platform/usecases/actor.js'
import { sendungen } from '../../akte/ausgang/test-daten.js'
import { aufgabeErledigen } from '../../grundlagen/aufgaben/index.js'
import { findFristZu } from '../../grundlagen/fristen/index.js'
import { beschaeftigt, buergerin, marktantrag, marktstadt, offene, type Marktfall } from '../beteiligung/testmarkt.js'
import { entwurfLesen } from '../bescheide/entwerfen/query.js'
import { zurZeichnungGeben } from '../bescheide/index.js'
import { anhoeren, anhoerungBeantworten, anhoerungenVon, anhoerungsantwortErfassen, vonAnhoerungAbsehen } from './index.js'
import { meineAnhoerung } from './antworten/command.js'
import { anhoerungslauf, anhoerungVerstreicht } from './verstreichen/recurring.js'

const { app, settle } = await testApp()
let sommer: Actor
let erika: Actor
const uhr = (iso: string) => app.clock.set(Temporal.PlainDate.from(iso).toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '09:00' }).toInstant())
before(async () => {
  await uhr('2026-11-02')
  await marktstadt(app, musterstadt)
  sommer = await beschaeftigt(app, musterstadt, 's.sommer')
  erika = await buergerin(app, musterstadt)
})

/** A case whose examination led to a refusal. */
async function abzulehnen(): Promise<Marktfall> {
  await uhr('2026-11-02')
  const fall = await marktantrag(app, musterstadt)
  await settle()
  const [pruefen] = await offene(app, musterstadt, fall.vorgangId, 'antrag.pruefen')
  await app.execute(sommer, aufgabeErledigen, { aufgabeId: pruefen?.id ?? '', ergebnis: 'ablehnen', vermerk: 'Zu eng.' })
  return fall
}
async function vorlegen({ vorgangId }: Marktfall, art: 'genehmigung' | 'ablehnung' = 'ablehnung'): Promise<string[]> {
  const [entwerfen] = await offene(app, musterstadt, vorgangId, 'bescheid.entwerfen')
  const { inhalt } = await app.ask(sommer, entwurfLesen, { vorgangId, bausteine: 'ablehnung' })
  const eingabe = { vorgangId, aufgabeId: entwerfen?.id ?? '', inhalt: { ...inhalt, art, begruendung: 'Die Rettungswege sind zu schmal.', kosten: '' } }
  return app.execute(sommer, zurZeichnungGeben, eingabe).then(() => [], (error: unknown) => { assert.ok(error instanceof Invalid, String(error)); return error.felder.map(({ feld }) => feld) })
}
const hoeren = ({ vorgangId }: Marktfall, frist = '2026-11-20', actor = sommer) => app.execute(actor, anhoeren, { vorgangId, text: 'Wir wollen ablehnen: Die Rettungswege sind zu schmal.', frist })
const letzte = async ({ vorgangId }: Marktfall) => (await app.db.withMandant(musterstadt, (tx) => anhoerungenVon(tx, vorgangId))).at(-1)

test('a refusal is not handed to signing before the person was heard and has answered', async () => {
  const fall = await abzulehnen()
  assert.deepEqual(await vorlegen(fall), ['art'])
  await assert.rejects(hoeren(fall, '2026-11-05'), Invalid)
  await assert.rejects(hoeren(fall, '2026-11-20', await beschaeftigt(app, musterstadt, 'f.fels')), NotFound)
  const gefragt = await Promise.allSettled([hoeren(fall), hoeren(fall)])
  assert.deepEqual(gefragt.map((one) => one.status === 'rejected' ? one.reason instanceof Conflict : one.status).toSorted(), ['fulfilled', true])
  await settle()
  const brief = (await sendungen(app, musterstadt, fall.vorgangId)).at(-1)
  assert.deepEqual([brief?.betreff, brief?.kanal, brief?.regel], ['Anhörung: Bitte nehmen Sie Stellung', 'postfach', null])
  assert.deepEqual(await vorlegen(fall), ['art'])
  const antworten = (actor: Actor, text: string) => app.execute(actor, anhoerungBeantworten, { nummer: fall.vorgangsnummer, text, dateien: [] })
  await assert.rejects(antworten(erika, ' '), Invalid)
  await assert.rejects(antworten(await buergerin(app, musterstadt, 'deniz.yilmaz'), 'Meins.'), NotFound)
  assert.equal((await app.ask(erika, meineAnhoerung, { nummer: fall.vorgangsnummer })).anhoerung?.frist?.toString(), '2026-11-20')
  // Three at once: the first one stands, the others are told.
  const gesendet = await Promise.allSettled(['Ich stelle nur 30 Stände auf.', 'Ich stelle nur 20 Stände auf.', 'Ich komme nicht.'].map((text) => antworten(erika, text)))
  assert.deepEqual(gesendet.map((one) => one.status === 'rejected' ? one.reason instanceof Conflict : one.status).toSorted(), ['fulfilled', true, true])
  await assert.rejects(antworten(erika, 'Noch etwas.'), Conflict)
  const row = await letzte(fall)
  assert.equal((await app.db.withMandant(musterstadt, (tx) => findFristZu(tx, row?.id ?? '', 'ANHOERUNG')))?.status, 'erledigt')
  assert.equal((await offene(app, musterstadt, fall.vorgangId)).filter(({ quelle }) => quelle === 'anhoerung').length, 1)
  assert.deepEqual(await vorlegen(fall), [])
})

test('a day that passed without an answer is enough, and recorded once', async () => {
  const fall = await abzulehnen()
  await hoeren(fall)
  await uhr('2026-11-20')
  assert.deepEqual(await vorlegen(fall), ['art'])
  await uhr('2026-11-21')
  await anhoerungslauf.run({ app, mandantId: musterstadt, actor: system(), signal: new AbortController().signal })
  const row = await letzte(fall)
  assert.ok(row?.verstrichen_am)
  await app.execute(system(), anhoerungVerstreicht, { anhoerungId: row.id })
  // What comes late is still read.
  await app.execute(sommer, anhoerungsantwortErfassen, { vorgangId: fall.vorgangId, text: 'Am Telefon: keine Einwände.' })
  assert.deepEqual(await vorlegen(fall), [])
})

test('without a hearing only with a provision and a reason; an approval needs neither', async () => {
  const fall = await abzulehnen()
  const absehen = (ausnahme: string, grund: string) => app.execute(sommer, vonAnhoerungAbsehen, { vorgangId: fall.vorgangId, ausnahme, grund })
  await assert.rejects(absehen('9', 'Das ist ein Grund.'), Invalid)
  await assert.rejects(absehen('2.1', 'Eilt.'), Invalid)
  await absehen('2.1', 'Der Markt soll übermorgen beginnen.')
  assert.deepEqual(await vorlegen(fall), [])
  assert.deepEqual(await vorlegen(await abzulehnen(), 'genehmigung'), [])
})
