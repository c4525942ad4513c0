import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, system, testApp } from '../../../../../test/app.js'
import type { Actor } from '../../../../platform/usecases/actor.js'
import { caughtMails } from '../../../../platform/mail/index.js'
import { aufgabeErledigen, offeneAufgaben } from '../../../grundlagen/aufgaben/index.js'
import { fristenVon } from '../../../grundlagen/fristen/index.js'
import { antragZuVorgang, antragZuruecknehmen, rueckfragenBeantworten, rueckfragenVon } from '../index.js'
import { buergerin, reicheEin, testLeistung } from '../einreichen/test-leistung.js'
import { erinnerungen } from './erinnern.js'

const { app, settle } = await testApp()
const leistung = await testLeistung(app, musterstadt)
const sachbearbeiter: Actor = {
  art: 'personal', mandantId: musterstadt, id: '01900000-0000-7000-8000-0000000000c1', name: 'S. Sommer', stufe: 1,
  zuweisungen: [{ rolle: 'sachbearbeitung', rechte: new Set(['aufgabe.bearbeiten']) }],
}
const hier = <T>(fn: Parameters<typeof app.db.withMandant<T>>[1]) => app.db.withMandant(musterstadt, fn)
const frist = async (vorgangId: string) => (await hier((tx) => fristenVon(tx, vorgangId))).find(({ art }) => art === 'NACHREICHUNG')
const lauf = () => erinnerungen.run({ app, mandantId: musterstadt, actor: system(), signal: new AbortController().signal })
const post = async () => { await settle(); return (await caughtMails(app.db, musterstadt)).length }

async function mitFrage(bis: string) {
  const antrag = await reicheEin(app, musterstadt, leistung)
  await settle()
  const [aufgabe] = await hier((tx) => offeneAufgaben(tx, antrag.vorgangId))
  await app.execute(sachbearbeiter, aufgabeErledigen, { aufgabeId: aufgabe?.id ?? '', ergebnis: 'rueckfrage', variablen: { rueckfragen: [{ frage: 'Welche Farbe?' }], rueckfrageFrist: bis } })
  return antrag
}

test('the chosen day is a deadline of the Vorgang: done with the answer, void with the withdrawal', async () => {
  const bis = app.clock.today().add({ days: 20 })
  const beantwortet = await mitFrage(bis.toString())
  const gesetzt = await frist(beantwortet.vorgangId)
  assert.deepEqual([gesetzt?.ende.toString(), gesetzt?.status], [bis.toString(), 'offen'])
  const fragen = await hier(async (tx) => (await rueckfragenVon(tx, [(await antragZuVorgang(tx, beantwortet.vorgangId))?.id ?? ''])).values().toArray().flat())
  assert.equal(gesetzt?.bezugId, fragen[0]?.id)
  await app.execute(buergerin(musterstadt), rueckfragenBeantworten, { nummer: beantwortet.vorgangsnummer, antworten: [{ rueckfrageId: fragen[0]?.id ?? '', text: 'Blau.', anhaenge: [] }] })
  assert.equal((await frist(beantwortet.vorgangId))?.status, 'erledigt')
  const zurueck = await mitFrage(bis.toString())
  await app.execute(buergerin(musterstadt), antragZuruecknehmen, { nummer: zurueck.vorgangsnummer })
  assert.equal((await frist(zurueck.vorgangId))?.status, 'hinfaellig')
})

test('a day that is over, or none, is not used', async () => {
  for (const falsch of ['2020-01-01', '2026-13-45', 'bald']) assert.equal((await frist((await mitFrage(falsch)).vorgangId))?.ende.toString(), app.clock.today().add({ days: 14 }).toString())
})

test('three days before, the person is reminded: once, and only while nobody has answered', async () => {
  const heute = app.clock.today()
  await mitFrage(heute.add({ days: 30 }).toString())
  await app.clock.set(heute.add({ days: 26 }).toZonedDateTime('Europe/Berlin').add({ hours: 9 }).toInstant())
  const vorher = await post()
  await lauf()
  assert.equal(await post(), vorher, 'four days are left')
  await app.clock.set(heute.add({ days: 27 }).toZonedDateTime('Europe/Berlin').add({ hours: 9 }).toInstant())
  await lauf(); await lauf()
  assert.equal(await post(), vorher + 1)
  await app.clock.set('echt')
})
