import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demoApp } from '../../../../../test/demo.js'
import { musterstadt, personalActor } from '../../../../../test/app.js'
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.js'
import { historyOf } from '../../../../platform/events/index.js'
import { akteAnlegen, vorgangByNummer, vorgangSchliessen, vorgangUmhaengen } from '../index.js'
import { findEinheitByKuerzel } from '../../../grundlagen/organisation/index.js'
import { testVorgang } from '../testdaten.js'

const { app, als } = await demoApp()
const hier = <T>(fn: Parameters<typeof app.db.withMandant<T>>[1]) => app.db.withMandant(musterstadt, fn)
const einheitId = (await hier((tx) => findEinheitByKuerzel(tx, '32.1')))?.id ?? ''
const rechte = ['akte.lesen', 'akte.anlegen', 'vorgang.lesen', 'vorgang.bearbeiten', 'vorgang.schliessen']
const person = personalActor(rechte, { einheiten: [einheitId] })
const { aktenzeichen, akteId } = await app.execute(person, akteAnlegen, { aktenplaneinheit: '12.20.03', betreff: 'Beschwerden', einheitId, medium: '001' })
const neu = () => testVorgang(app, musterstadt, { einheitId })

test('a case worker files a Vorgang in another Akte: new sign, old one found by search, both Akten and the Vorgang tell why', async () => {
  const { vorgangsnummer, kennzeichen, akteId: vorher } = await neu()
  const sabine = await als('s.sommer')
  const antwort = await sabine.senden(`/arbeitsplatz/vorgaenge/${vorgangsnummer}/umhaengen`, { aktenzeichen: ` ${aktenzeichen.replaceAll('/', ' / ')} `, grund: 'Gehört zu den Beschwerden' })
  assert.deepEqual([antwort.status, antwort.location], [303, `/arbeitsplatz/vorgaenge/${vorgangsnummer}`], antwort.html)
  const vorgang = await hier((tx) => vorgangByNummer(tx, vorgangsnummer))
  assert.equal(vorgang?.akteId, akteId)
  assert.ok(vorgang.kennzeichen.startsWith(`${aktenzeichen}-`))
  assert.match((await sabine.get(`/arbeitsplatz/vorgaenge/${vorgangsnummer}`)).html, /in eine andere Akte gelegt.*Gehört zu den Beschwerden/s)
  for (const akte of [vorher, akteId]) assert.match((await sabine.get(`/arbeitsplatz/akten/${akte}`)).html, new RegExp(`${vorgangsnummer} (aus dieser Akte herausgenommen|in diese Akte aufgenommen)`))
  assert.match((await sabine.get(`/arbeitsplatz/suche?q=${encodeURIComponent(kennzeichen)}`)).html, new RegExp(vorgangsnummer))
})

test('where it is already nothing changes; an unknown, closed or foreign Akte is said at the field', async () => {
  const { vorgangId, akteId: hierLiegt, kennzeichen } = await neu()
  const jetzt = (await hier((tx) => historyOf(tx, { vorgangId }))).length
  await app.execute(person, vorgangUmhaengen, { vorgangId, aktenzeichen: kennzeichen.replace(/-\d+$/, ''), grund: 'x' })
  assert.equal((await hier((tx) => historyOf(tx, { vorgangId }))).length, jetzt)
  assert.ok(hierLiegt)
  await assert.rejects(app.execute(person, vorgangUmhaengen, { vorgangId, aktenzeichen: '99/2020/1', grund: 'x' }), (error: unknown) => error instanceof Invalid && error.felder[0]?.feld === 'aktenzeichen')
  const nurVorgang = personalActor(['vorgang.lesen', 'vorgang.bearbeiten'], { einheiten: [einheitId] })
  await assert.rejects(app.execute(nurVorgang, vorgangUmhaengen, { vorgangId, aktenzeichen, grund: 'x' }), Invalid)
  await assert.rejects(app.execute(personalActor(rechte, { einheiten: [akteId] }), vorgangUmhaengen, { vorgangId, aktenzeichen, grund: 'x' }), NotFound)
})

test('what is z. d. A. stays where it is', async () => {
  const { vorgangId } = await neu()
  await app.execute(person, vorgangSchliessen, { vorgangId, schlussvermerk: 'x' })
  await assert.rejects(app.execute(person, vorgangUmhaengen, { vorgangId, aktenzeichen, grund: 'x' }), Conflict)
})
