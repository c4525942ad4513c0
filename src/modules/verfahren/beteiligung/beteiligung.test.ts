import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { musterstadt, system, testApp } from '../../../../test/app.js'
import { Conflict, Invalid, NotFound } from '../../../platform/errors.js'
import type { Actor } from '../../../platform/usecases/actor.js'
import { dokumenteVon, vorgangSehen } from '../../akte/akten/index.js'
import { aufgabeErledigen, aufgabenVon } from '../../grundlagen/aufgaben/index.js'
import { bescheidErlassen } from '../bescheide/index.js'
import { entwurfLesen } from '../bescheide/entwerfen/query.js'
import { beteiligungAnsehen, beteiligungsdokumentLesen } from './abgeben/query.js'
import { beteiligungenVon, stellenBeteiligen, stellungnahmeAbgeben } from './index.js'
import { beteiligungVorschlagen } from './einholen/query.js'
import { anStellungnahmeErinnern, erinnerungen } from './erinnern/recurring.js'
import { nachDemBescheid } from './on/entschieden.js'
import { beschaeftigt, marktantrag, marktstadt, offene, type Marktfall } from './testmarkt.js'
import { beteiligungenListe } from './uebersicht/query.js'

const { app, settle } = await testApp()
let sommer: Actor
let fels: Actor
let brandt: Actor
before(async () => {
  await app.clock.set(Temporal.Instant.from('2026-11-02T09:00:00Z'))
  await marktstadt(app, musterstadt)
  ;[sommer, fels, brandt] = await Promise.all(['s.sommer', 'f.fels', 'b.brandt'].map((kennung) => beschaeftigt(app, musterstadt, kennung))) as [Actor, Actor, Actor]
})

const alle = ({ vorgangId }: Marktfall) => app.db.withMandant(musterstadt, (tx) => beteiligungenVon(tx, vorgangId))

/** As the rule of the package says: three units, in parallel. */
async function beteiligt(): Promise<Marktfall> {
  const fall = await marktantrag(app, musterstadt)
  await settle()
  const [pruefen] = await offene(app, musterstadt, fall.vorgangId, 'antrag.pruefen')
  await app.execute(sommer, aufgabeErledigen, { aufgabeId: pruefen?.id ?? '', ergebnis: 'beteiligen' })
  const [einholen] = await offene(app, musterstadt, fall.vorgangId, 'beteiligung.einholen')
  const vorschlag = await app.ask(sommer, beteiligungVorschlagen, { vorgangId: fall.vorgangId })
  const dokument = vorschlag.dokumente[0]
  await app.execute(sommer, stellenBeteiligen, {
    vorgangId: fall.vorgangId, aufgabeId: einholen?.id ?? '', stellen: vorschlag.stellen.map(({ einheit, frage }) => ({ einheitId: einheit.id, frage })),
    felder: vorschlag.angaben.filter(({ vorgeschlagen }) => vorgeschlagen).map(({ feld }) => feld), dokumentIds: dokument ? [dokument.id] : [], frist: app.clock.today().add({ days: vorschlag.tage }).toString(),
  })
  return fall
}
const bei = async (fall: Marktfall, actor: Actor) => {
  const eine = (await alle(fall)).find(({ einheitId }) => actor.zuweisungen.some(({ einheiten }) => einheiten?.has(einheitId)))
  assert.ok(eine)
  return eine
}

test('three units are asked in parallel; each has its task with the day and without the name', async () => {
  const fall = await beteiligt()
  const aufgaben = await offene(app, musterstadt, fall.vorgangId, 'beteiligung.stellungnehmen')
  assert.deepEqual([aufgaben.length, new Set(aufgaben.map(({ einheitId }) => einheitId)).size], [3, 3])
  assert.deepEqual(aufgaben.map(({ faelligAm, person }) => [faelligAm?.toString(), person]), Array.from({ length: 3 }, () => ['2026-11-23', null]))
})

test('a unit sees what the request names and nothing else, and only while it takes part', async () => {
  const fall = await beteiligt()
  const meine = await bei(fall, fels)
  const sicht = await app.ask(fels, beteiligungAnsehen, { beteiligungId: meine.id })
  const felder = sicht.angaben.flatMap(({ eintraege }) => eintraege).map(({ feld }) => feld)
  assert.ok(felder.includes('ort') && !felder.includes('antragsteller') && !felder.includes('anschrift') && !felder.includes('email'), felder.join())
  assert.doesNotMatch(JSON.stringify({ ...sicht, dokumente: [] }), /Erika|erika/)
  // Not the Vorgang, not the request to somebody else, not a document that was not named.
  await assert.rejects(app.ask(fels, vorgangSehen, { nummer: fall.vorgangsnummer }), NotFound)
  await assert.rejects(app.ask(brandt, beteiligungAnsehen, { beteiligungId: meine.id }), NotFound)
  const [, anderes] = await app.db.withMandant(musterstadt, (tx) => dokumenteVon(tx, fall.vorgangId))
  const [genanntes] = meine.dokumentIds
  assert.ok(genanntes && anderes)
  assert.ok(await app.ask(fels, beteiligungsdokumentLesen, { beteiligungId: meine.id, dokumentId: genanntes }))
  await assert.rejects(app.ask(fels, beteiligungsdokumentLesen, { beteiligungId: meine.id, dokumentId: anderes.id }), NotFound)
  await app.execute(fels, stellungnahmeAbgeben, { beteiligungId: meine.id, votum: 'keine_bedenken', text: '', auflagen: '' })
  const danach = await app.ask(fels, beteiligungAnsehen, { beteiligungId: meine.id })
  assert.deepEqual([danach.angaben, danach.dokumente, danach.beteiligung.stellungnahme?.votum], [[], [], 'keine_bedenken'])
  await assert.rejects(app.ask(fels, beteiligungsdokumentLesen, { beteiligungId: meine.id, dokumentId: genanntes }), NotFound)
  assert.ok((await app.ask(fels, beteiligungenListe, {})).some(({ beteiligung }) => beteiligung.id === meine.id))
})

test('who refuses says why, conditions are written, nobody answers twice or for another unit', async () => {
  const fall = await beteiligt()
  const { id: beteiligungId } = await bei(fall, fels)
  const versuch = (actor: Actor, votum: string, text = '', auflagen = '') => app.execute(actor, stellungnahmeAbgeben, { beteiligungId, votum, text, auflagen })
  for (const [votum, text, auflagen] of [['ablehnend', '', ''], ['auflagen', 'x', ''], ['nein', '', ''], ['zustimmend', '', 'Doch etwas'], ['zustimmend', 'x'.repeat(10_001), '']] as const) await assert.rejects(versuch(fels, votum, text, auflagen), Invalid)
  await assert.rejects(versuch(brandt, 'zustimmend'), NotFound)
  await assert.rejects(versuch(sommer, 'zustimmend'), NotFound)
  await versuch(fels, 'ablehnend', 'Der Platz trägt das nicht.')
  await assert.rejects(versuch(fels, 'zustimmend'), Conflict)
})

test('when all have answered the case goes on; conditions are offered to the draft with their unit', async () => {
  const fall = await beteiligt()
  const gruen = await beschaeftigt(app, musterstadt, 'g.gruen')
  for (const actor of [fels, brandt, gruen]) {
    const { id } = await bei(fall, actor)
    assert.equal((await offene(app, musterstadt, fall.vorgangId, 'antrag.pruefen')).length, 0)
    await app.execute(actor, stellungnahmeAbgeben, { beteiligungId: id, ...(actor === brandt ? { votum: 'auflagen', auflagen: '- Halten Sie 3,50 Meter frei.' } : { votum: 'keine_bedenken', auflagen: '' }), text: '' })
  }
  const [pruefen] = await offene(app, musterstadt, fall.vorgangId, 'antrag.pruefen')
  await app.execute(sommer, aufgabeErledigen, { aufgabeId: pruefen?.id ?? '', ergebnis: 'genehmigen' })
  const { nebenbestimmungen } = await app.ask(sommer, entwurfLesen, { vorgangId: fall.vorgangId })
  assert.deepEqual(nebenbestimmungen.map(({ herkunft, text }) => [herkunft, text]), [['Feuerwehr und Rettungsdienst', '- Halten Sie 3,50 Meter frei.']])
})

test('a deadline that passed lets the case go on; late is kept and said to be late; the decision ends it', async () => {
  const fall = await beteiligt()
  const { id: beteiligungId, frist } = await bei(fall, fels)
  const { id: andere } = await bei(fall, brandt)
  await app.clock.set(frist.subtract({ days: 2 }).toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '09:00' }).toInstant())
  await erinnerungen.run({ app, mandantId: musterstadt, actor: system(), signal: new AbortController().signal })
  await app.execute(system(), anStellungnahmeErinnern, { beteiligungId })
  assert.ok((await bei(fall, fels)).erinnertAm)
  await app.clock.set(frist.add({ days: 1 }).toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '09:00' }).toInstant())
  await app.module.find(({ name }) => name === 'workflow')?.recurring?.[0]?.run({ app, mandantId: musterstadt, actor: system(), signal: new AbortController().signal })
  assert.equal((await offene(app, musterstadt, fall.vorgangId, 'antrag.pruefen')).length, 1)
  assert.equal((await offene(app, musterstadt, fall.vorgangId, 'beteiligung.stellungnehmen')).length, 0)
  await app.execute(fels, stellungnahmeAbgeben, { beteiligungId, votum: 'zustimmend', text: 'Spät.', auflagen: '' })
  assert.equal((await bei(fall, fels)).stellungnahme?.verspaetet, true)
  await ende(fall)
  await assert.rejects(app.execute(brandt, stellungnahmeAbgeben, { beteiligungId: andere, votum: 'zustimmend', text: '', auflagen: '' }), Conflict)
  assert.deepEqual((await app.ask(brandt, beteiligungAnsehen, { beteiligungId: andere })).angaben, [])
})

async function ende({ vorgangId }: Marktfall): Promise<void> {
  const { imSystem } = await import('../fallbearbeitung/testfall.js')
  await imSystem(app, musterstadt, (ctx) => nachDemBescheid.run(ctx, { typ: bescheidErlassen.typ, vorgangId } as never))
}

test('also outside of a process; not twice at once, not the own unit, not somebody else’s Vorgang', async () => {
  const fall = await marktantrag(app, musterstadt)
  const { vorgang, stellen } = await app.ask(sommer, beteiligungVorschlagen, { vorgangId: fall.vorgangId })
  const [eine] = stellen
  assert.ok(eine)
  const bitte = { vorgangId: fall.vorgangId, stellen: [{ einheitId: eine.einheit.id, frage: 'Geht das?' }], felder: ['ort'], dokumentIds: [], frist: app.clock.today().add({ days: 7 }).toString() }
  await assert.rejects(app.execute(fels, stellenBeteiligen, bitte), NotFound)
  for (const anders of [{ stellen: [] }, { stellen: [{ einheitId: vorgang.einheitId, frage: 'x' }] }, { frist: app.clock.today().toString() }, { frist: '2026-02-30' }, { stellen: [{ einheitId: eine.einheit.id, frage: ' ' }] }]) await assert.rejects(app.execute(sommer, stellenBeteiligen, { ...bitte, ...anders }), Invalid)
  await app.execute(sommer, stellenBeteiligen, bitte)
  await assert.rejects(app.execute(sommer, stellenBeteiligen, bitte), Invalid)
  await ende(fall)
  const aufgabe = (await app.db.withMandant(musterstadt, (tx) => aufgabenVon(tx, fall.vorgangId))).find(({ quelle }) => quelle === 'beteiligung')
  assert.equal(aufgabe?.status, 'entfallen')
})
