import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beispielhausen, musterstadt, personalActor, system, testApp } from '../../../../../test/app.js'
import { testWeb } from '../../../../../test/web.js'
import { module } from '../../../../modules.js'
import { Conflict, Forbidden, Invalid, NotFound } from '../../../../platform/errors.js'
import { caughtMails } from '../../../../platform/mail/index.js'
import { offeneAufgaben } from '../../../grundlagen/aufgaben/index.js'
import { antwortAnmahnen } from '../antwortfrist/mahnen.js'
import { projektantraege } from '../db/tables.js'
import { findAntragZuVorgang } from '../lesen.js'
import { ideenAnsehen } from '../uebersicht/query.js'
import { hausabfrageBeantworten, hausabfrageErinnern, hausabfrageStellen, ideeAusAntwort } from './command.js'
import { abfrageAuswerten, abfragenAnsehen, abfrageOeffnen, offeneAbfragen } from './query.js'

const { app, settle } = await testApp()
for (const [id, stadt] of [[musterstadt, 'musterstadt'], [beispielhausen, 'beispielhausen']] as const) {
  for (const name of ['organisation', 'konten', 'verwaltung', 'aktenplan', 'programm', 'projektantraege']) await module.find((modul) => modul.name === name)?.seed?.(app, id, stadt)
}
const { besucher } = await testWeb(app)
const als = async (ende: string) => { const person = besucher(); await person.mitSitzung('personal', `01900000-0000-7000-8000-00000000${ende}`, musterstadt); return person }
const [buero, sommer] = [await als('a011'), await als('a001')]
const in_ = <T>(fn: Parameters<typeof app.db.withMandant<T>>[1]) => app.db.withMandant(musterstadt, fn)
const ABFRAGEN = '/arbeitsplatz/ideen/hausabfragen'
const verwalterin = personalActor(['projektantrag.abfragen'])

test('the demo has a survey, one answer, an idea before the board, and the second town takes ideas too', async () => {
  const [abfrage] = await app.ask(verwalterin, abfragenAnsehen, {})
  assert.deepEqual([abfrage?.beantwortet, abfrage?.fragen.length], [1, 2])
  const { andere, wege } = await app.ask(personalActor(['projektantrag.lesen']), ideenAnsehen, {})
  assert.deepEqual(andere.map(({ schritt }) => schritt).toSorted(), ['Projektstammblatt ausfüllen', 'Verwaltungsvorstand berät'])
  assert.equal(wege.length, 3)
  assert.equal((await app.ask(personalActor([], { mandantId: beispielhausen }), ideenAnsehen, {})).wege.length, 3)
  await module.find(({ name }) => name === 'projektantraege')?.seed?.(app, musterstadt, 'musterstadt')
  assert.equal((await app.ask(verwalterin, abfragenAnsehen, {})).length, 1, 'the seed can run again')
})

test('ask all units, answer for the own one, remind the others, make an idea with one click', async () => {
  const falsch = await buero.senden(ABFRAGEN, { titel: 'x', fragen: '', faelligAm: '31.02.2027' })
  assert.equal(falsch.status, 422)
  for (const feld of ['titel', 'fragen', 'faelligAm']) assert.match(falsch.html, new RegExp(`href="#f-${feld}"`))
  const gestellt = await buero.senden(ABFRAGEN, { titel: 'Bedarf', fragen: 'Was kostet Zeit?\nWas fehlt?', faelligAm: app.clock.today().add({ days: 20 }).toString() })
  const id = gestellt.location?.split('/').at(-1) ?? ''
  const { gefragte } = await app.ask(verwalterin, abfrageAuswerten, { abfrageId: id })
  const verkehr = gefragte.find(({ kuerzel }) => kuerzel === '32.1')!
  assert.match((await sommer.get('/arbeitsplatz/ideen')).html, new RegExp(`${id}/antwort/${verkehr.einheitId}`))
  const seite = `${ABFRAGEN}/${id}/antwort/${verkehr.einheitId}`
  assert.equal((await sommer.senden(seite, { antwort0: '', antwort1: '' })).status, 422)
  const zuLang = await sommer.senden(seite, { antwort0: 'x'.repeat(4001), antwort1: 'Bleibt stehen' })
  assert.deepEqual([zuLang.status, zuLang.html.includes('Bleibt stehen')], [422, true])
  assert.equal((await sommer.senden(seite, { antwort0: 'Anträge abtippen\nBesonders im Sommer', antwort1: '' })).status, 303)
  assert.equal((await sommer.get(`${ABFRAGEN}/${id}/antwort/${gefragte.find(({ kuerzel }) => kuerzel === '20')!.einheitId}`)).status, 404, 'another unit')
  await buero.senden(`${ABFRAGEN}/${id}`, {}, `${ABFRAGEN}/${id}/erinnern`)
  await settle()
  const mails = (await caughtMails(app.db, musterstadt)).filter(({ betreff }) => betreff === 'Erinnerung: Bedarf').map(({ empfaenger }) => empfaenger)
  assert.ok(mails.includes('ordnung@musterstadt.example') && !mails.includes('strassenverkehr@musterstadt.example'), mails.join())
  const { html } = await buero.get(`${ABFRAGEN}/${id}`)
  assert.match(html, new RegExp(`Noch keine Antwort: ${gefragte.length - 1} von ${gefragte.length}`))
  assert.equal((await buero.senden(`${ABFRAGEN}/${id}`, { einheitId: verkehr.einheitId, frage: '0' }, `${ABFRAGEN}/${id}/idee`)).status, 303)
  await assert.rejects(app.execute(verwalterin, ideeAusAntwort, { abfrageId: id, einheitId: verkehr.einheitId, frage: 0 }), Conflict)
  const eigene = (await app.ask(personalActor([], { id: verkehr.wer ? '' : '01900000-0000-7000-8000-00000000a001' }), ideenAnsehen, {})).eigene
  assert.deepEqual([eigene[0]?.titel, eigene[0]?.mitteilung.includes('Besonders im Sommer')], ['32.1: Anträge abtippen', true], 'who answered is the proposer')
  assert.equal((await sommer.senden(seite, { antwort1: 'Ein Scanner' })).status, 303)
  const danach = await app.ask(verwalterin, abfrageAuswerten, { abfrageId: id })
  assert.deepEqual(danach.antworten.map(({ frage, text, vorgangsnummer }) => [frage, text.split('\n')[0], vorgangsnummer !== null]), [[0, 'Anträge abtippen', true], [1, 'Ein Scanner', false]])
})

test('only who may', async () => {
  const angaben = { titel: 'Bedarf', einleitung: '', fragen: 'Was?', faelligAm: app.clock.today().add({ days: 9 }).toString() }
  await assert.rejects(app.execute(personalActor(['projektantrag.lesen']), hausabfrageStellen, angaben), Forbidden)
  const { id } = await app.execute(system(), hausabfrageStellen, angaben)
  const { gefragte: [eine] } = await app.ask(verwalterin, abfrageAuswerten, { abfrageId: id })
  const antwort = { abfrageId: id, einheitId: eine!.einheitId, antworten: ['Ja'], keinBedarf: false }
  await assert.rejects(app.execute(personalActor(['aufgabe.bearbeiten'], { einheiten: ['01900000-0000-7000-8000-0000000000ff'] }), hausabfrageBeantworten, antwort), NotFound)
  await assert.rejects(app.ask(personalActor([]), abfrageOeffnen, { abfrageId: id, einheitId: eine!.einheitId }), NotFound)
  await assert.rejects(app.ask(personalActor(['projektantrag.lesen']), abfragenAnsehen, {}), Forbidden)
  await assert.rejects(app.execute(personalActor([]), hausabfrageErinnern, { abfrageId: id }), Forbidden)
  assert.deepEqual(await app.ask(personalActor(['aufgabe.bearbeiten']), offeneAbfragen, {}), [], 'who works for the whole town is asked for no unit')
  await assert.rejects(app.execute(personalActor(['aufgabe.bearbeiten'], { einheiten: [eine!.einheitId] }), hausabfrageBeantworten, { ...antwort, antworten: [''] }), Invalid)
  await app.execute(personalActor(['aufgabe.bearbeiten'], { einheiten: [eine!.einheitId] }), hausabfrageBeantworten, { ...antwort, antworten: [], keinBedarf: true })
})

test('no idea without an answer: a task a week before, gone with a decision; its note is what the proposer reads', async () => {
  const row = await in_((tx) => projektantraege(tx).selectFrom('projektantraege.antrag').select(['id', 'vorgang_id', 'antwort_bis']).where('titel', '=', 'Digitale Schlüsselausgabe').executeTakeFirstOrThrow())
  assert.ok(row.antwort_bis && Temporal.PlainDate.compare(row.antwort_bis, app.clock.today().add({ weeks: 6 })) >= 0)
  await app.execute(system(), antwortAnmahnen, { id: row.id })
  const wartet = async () => (await in_((tx) => offeneAufgaben(tx, row.vorgang_id))).find(({ titel }) => titel === 'Idee wartet auf eine Antwort')
  assert.equal(await wartet(), undefined, 'not weeks before')
  await in_((tx) => projektantraege(tx).updateTable('projektantraege.antrag').set({ antwort_bis: app.clock.today().add({ days: 5 }) }).where('id', '=', row.id).execute())
  await app.execute(system(), antwortAnmahnen, { id: row.id })
  const aufgabe = (await wartet())!
  const team = await als('a014')
  const nummer = (await in_((tx) => findAntragZuVorgang(tx, row.vorgang_id)))!.vorgangsnummer
  const fall = `/arbeitsplatz/vorgaenge/${nummer}`
  assert.equal((await team.senden(fall, { ergebnis: 'erledigt' }, `${fall}/aufgaben/${aufgabe.id}`)).status, 409)
  assert.equal((await team.senden(fall, { ergebnis: 'erledigt', vermerk: 'Wir prüfen das im Frühjahr.' }, `${fall}/aufgaben/${aufgabe.id}`)).status, 303)
  const dorn = await als('a012')
  assert.match((await dorn.get('/arbeitsplatz/ideen')).html, /Antwort: Wir prüfen das im Frühjahr/)
})
