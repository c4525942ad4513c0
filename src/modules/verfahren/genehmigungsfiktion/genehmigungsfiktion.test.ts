import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { before, test } from 'node:test'
import { musterstadt, system, testApp } from '../../../../test/app.js'
import { Conflict, Invalid, NotFound } from '../../../platform/errors.js'
import type { Actor } from '../../../platform/usecases/actor.js'
import { sendungen } from '../../akte/ausgang/test-daten.js'
import { aufgabeErledigen } from '../../grundlagen/aufgaben/index.js'
import { findFristZu } from '../../grundlagen/fristen/index.js'
import { pruefeGanzesPaket } from '../../grundlagen/leistungen/index.js'
import { antragByNummer, istUnbeantwortet, rueckfragenBeantworten, rueckfragenVon } from '../antraege/index.js'
import { beschaeftigt, buergerin, marktantrag, marktstadt, offene, type Marktfall } from '../beteiligung/testmarkt.js'
import { fiktionLesen } from './ansehen/query.js'
import { fiktionEintreten, fiktionslauf, vorEndeWarnen } from './eintreten/recurring.js'
import { bescheinigungVerlangen, bescheinigungVerschicken, fiktionsfristVerlaengern, fiktionZu, ruhenBeenden, vollstaendigkeitFeststellen } from './index.js'

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

async function neu(vollstaendig = true): Promise<Marktfall> {
  await uhr('2026-11-02')
  const fall = await marktantrag(app, musterstadt, { vollstaendig })
  await settle()
  return fall
}
const stand = async ({ vorgangId }: Marktfall) => {
  const row = await app.db.withMandant(musterstadt, (tx) => fiktionZu(tx, vorgangId))
  assert.ok(row)
  return row
}
const lauf = async () => { await fiktionslauf.run({ app, mandantId: musterstadt, actor: system(), signal: new AbortController().signal }); await settle() }
const antrag = ({ vorgangsnummer }: Marktfall) => app.db.withMandant(musterstadt, (tx) => antragByNummer(tx, vorgangsnummer))

test('complete documents start the period with the receipt; what was left for later does not', async () => {
  assert.equal((await stand(await neu())).ende?.toString(), '2027-02-02')
  const spaeter = await neu(false)
  assert.equal((await stand(spaeter)).ende, null)
  const feststellen = (am: string) => app.execute(sommer, vollstaendigkeitFeststellen, { vorgangId: spaeter.vorgangId, am })
  for (const am of ['2026-11-03', '2026-11-01', '2026-02-30']) await assert.rejects(feststellen(am), Invalid)
  await uhr('2026-11-20')
  await feststellen('2026-11-12')
  await feststellen('2026-11-10')
  const { id, ende } = await stand(spaeter)
  assert.equal(ende?.toString(), '2027-02-10')
  const frist = await app.db.withMandant(musterstadt, (tx) => findFristZu(tx, id, 'GENEHMIGUNGSFIKTION'))
  assert.deepEqual([frist?.ende.toString(), frist?.verlauf.length], ['2027-02-10', 2])
})

test('extended once with a reason, and the person is told; strangers cannot', async () => {
  const { vorgangId, ...fall } = await neu()
  const verlaengern = (actor: Actor) => app.execute(actor, fiktionsfristVerlaengern, { vorgangId, grund: 'Drei Gutachten stehen noch aus.' })
  await assert.rejects(verlaengern(await beschaeftigt(app, musterstadt, 'f.fels')), NotFound)
  assert.equal((await app.ask(sommer, fiktionLesen, { vorgangId }))?.verlaengerung_monate, 2)
  await verlaengern(sommer)
  await settle()
  assert.equal((await stand({ vorgangId, ...fall })).ende?.toString(), '2027-04-02')
  assert.equal((await sendungen(app, musterstadt, vorgangId)).at(-1)?.kanal, 'postfach')
  await assert.rejects(verlaengern(sommer), Conflict)
})

test('it rests while the person has a question to answer; the days are added at the end', async () => {
  const fall = await neu()
  const [pruefen] = await offene(app, musterstadt, fall.vorgangId, 'antrag.pruefen')
  await uhr('2026-11-10')
  await app.execute(sommer, aufgabeErledigen, { aufgabeId: pruefen?.id ?? '', ergebnis: 'rueckfrage', variablen: { rueckfragen: [{ frage: 'Wo stehen die Toiletten?' }], rueckfrageFrist: '2026-12-20' } })
  await settle()
  assert.equal((await stand(fall)).ruht_seit?.toString(), '2026-11-10')
  await uhr('2026-11-24')
  const { id } = await antrag(fall) ?? { id: '' }
  const fragen = (await app.db.withMandant(musterstadt, (tx) => rueckfragenVon(tx, [id]))).get(id) ?? []
  await app.execute(erika, rueckfragenBeantworten, { nummer: fall.vorgangsnummer, antworten: fragen.filter(istUnbeantwortet).map((frage) => ({ rueckfrageId: frage.id, text: 'Hinter der Kirche.', anhaenge: [] })) })
  await settle()
  const { ruht_seit: ruht, ruhetage, ende } = await stand(fall)
  assert.deepEqual([ruht, ruhetage, ende?.toString()], [null, 14, '2027-02-16'])
  await app.execute(sommer, ruhenBeenden, { vorgangId: fall.vorgangId })
  assert.equal((await stand(fall)).ruhetage, 14)
})

test('the clerk is warned well before; nobody decides: it counts as granted the day after, once, and the process leaves its work', async () => {
  const fall = await neu()
  await assert.rejects(app.execute(erika, bescheinigungVerlangen, { nummer: fall.vorgangsnummer }), Conflict)
  await uhr('2027-01-13')
  await lauf()
  await app.execute(system(), vorEndeWarnen, { vorgangId: fall.vorgangId })
  const warnungen = async () => (await offene(app, musterstadt, fall.vorgangId)).filter(({ quelle }) => quelle === 'genehmigungsfiktion')
  assert.deepEqual((await warnungen()).map(({ faelligAm }) => faelligAm?.toString()), ['2027-02-02'])
  await uhr('2027-02-02')
  await lauf()
  assert.equal((await antrag(fall))?.status, 'EINGEGANGEN')
  await uhr('2027-02-03')
  await lauf()
  await app.execute(system(), fiktionEintreten, { vorgangId: fall.vorgangId })
  const { eingetreten_am: am, beendet_weil: weil } = await stand(fall)
  assert.deepEqual([am?.toString(), weil, (await antrag(fall))?.status, (await warnungen()).length], ['2027-02-03', 'eingetreten', 'GENEHMIGUNG_FINGIERT', 0])
  assert.deepEqual((await offene(app, musterstadt, fall.vorgangId)).map(({ maske }) => maske), ['vorgang.schliessen'])
})

test('the certificate comes on request, once; it is the person’s own', async () => {
  const fall = await neu()
  await uhr('2027-02-03')
  await lauf()
  const vorher = (await sendungen(app, musterstadt, fall.vorgangId)).length
  await assert.rejects(app.execute(await buergerin(app, musterstadt, 'deniz.yilmaz'), bescheinigungVerlangen, { nummer: fall.vorgangsnummer }), NotFound)
  await app.execute(erika, bescheinigungVerlangen, { nummer: fall.vorgangsnummer })
  await app.execute(erika, bescheinigungVerlangen, { nummer: fall.vorgangsnummer })
  await app.execute(sommer, bescheinigungVerschicken, { nummer: fall.vorgangsnummer })
  await settle()
  const alle = await sendungen(app, musterstadt, fall.vorgangId)
  assert.deepEqual([alle.length - vorher, alle.at(-1)?.betreff], [1, 'Bescheinigung über den Eintritt der Genehmigungsfiktion'])
})

test('a package without the law, or whose process would go on working, is found', async () => {
  const datei = (name: string) => readFileSync(`demo/leistungen/marktfestsetzung/${name}`, 'utf8')
  const dateien = Object.fromEntries(['leistung.yaml', 'formular.json', 'verfahren.bpmn', 'gebuehr.yaml', 'bescheid.typ'].map((name) => [name, datei(name)]))
  const befunde = async (aenderung: Record<string, string>) => (await pruefeGanzesPaket(app, system(), { ...dateien, ...aenderung })).filter(({ stufe }) => stufe !== 'hinweis').map(({ ort, stufe }) => [ort, stufe])
  assert.deepEqual(await befunde({}), [])
  assert.deepEqual(await befunde({ 'leistung.yaml': datei('leistung.yaml').replace(/^  norm: § 6a.*\n/m, '') }), [['genehmigungsfiktion.norm', 'luecke']])
  assert.equal((await befunde({ 'verfahren.bpmn': datei('verfahren.bpmn').replaceAll('genehmigung.fingiert', 'anders') }))[0]?.[1], 'fehler')
})
