import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, personalActor, testApp } from '../../../../../test/app.js'
import { Forbidden, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { legeAkteAn } from '../akte-anlegen/akte.js'
import { akten } from '../db/tables.js'
import { akteAnsehen, aktenListe, akteSchliessen, vorgangEroeffnen, vorgangSchliessen, vorgangSehen } from '../index.js'
import { alsSystem, ladeAktenplan, testVorgang } from '../testdaten.js'

const { app } = await testApp({ worker: false })
await ladeAktenplan(app, musterstadt)
const [verkehr, ordnung] = [newId(), newId()]
const rechte = ['akte.lesen', 'akte.anlegen', 'vorgang.lesen', 'vorgang.schliessen']
const imVerkehr = personalActor(rechte, { einheiten: [verkehr] })
const neueAkte = (betreff: string, einheitId: string, stufe: 0 | 1 | 2 = 0) => alsSystem(app, musterstadt, (ctx) => legeAkteAn(ctx, { aktenplaneinheit: '12.20.04', betreff, einheitId, stufe }))

const eigene = await neueAkte('Eigene Akte', verkehr)
const fremde = await neueAkte('Fremde Akte', ordnung)
const gemeinsame = await neueAkte('Gemeinsame Akte', ordnung)
const geschuetzte = await neueAkte('Geschützte Akte', verkehr, 2)
const unserer = await testVorgang(app, musterstadt, { akteId: gemeinsame.akteId, einheitId: verkehr, betreff: 'Unser Vorgang' })
const deren = await testVorgang(app, musterstadt, { akteId: gemeinsame.akteId, einheitId: ordnung, betreff: 'Deren Vorgang' })

const liste = async (filter: Parameters<typeof aktenListe.run>[1] = {}, actor = imVerkehr) => (await app.ask(actor, aktenListe, filter)).zeilen.map((zeile) => zeile.betreff)

test('a list shows the own Akten and those in which the own unit works, nothing else', async () => {
  assert.deepEqual(await liste(), ['Gemeinsame Akte', 'Eigene Akte'])
  assert.deepEqual((await app.ask(imVerkehr, aktenListe, {})).zeilen.map(({ vorgaenge, offen }) => [vorgaenge, offen]), [[1, 1], [0, 0]], 'counts tell of nothing foreign')
  assert.deepEqual(await liste({}, personalActor(rechte, { einheiten: [newId()] })), [])
  assert.equal((await liste({}, personalActor(rechte, { stufe: 2 }))).length, 4)
  await assert.rejects(liste({}, personalActor([])), Forbidden)
})

test('filters: file plan with everything below, sign in any spelling, words, state', async () => {
  assert.deepEqual(await liste({ plan: '12.20' }), ['Gemeinsame Akte', 'Eigene Akte'])
  assert.deepEqual(await liste({ plan: '12.2' }), [])
  assert.deepEqual(await liste({ text: eigene.aktenzeichen.replaceAll('/', ' ') }), ['Eigene Akte'])
  assert.deepEqual(await liste({ text: 'EIGENE' }), ['Eigene Akte'])
  assert.deepEqual(await liste({ text: '100%_' }), [])
  assert.deepEqual(await liste({ status: 'zda' }), [])
})

test('an Akte shows the Vorgänge that the person may see; what she may not see does not exist', async () => {
  assert.deepEqual((await app.ask(imVerkehr, akteAnsehen, { akteId: gemeinsame.akteId })).vorgaenge.map((zeile) => zeile.betreff), ['Unser Vorgang'])
  for (const akteId of [fremde.akteId, geschuetzte.akteId, newId()]) await assert.rejects(app.ask(imVerkehr, akteAnsehen, { akteId }), NotFound)
  await app.db.withMandant(musterstadt, (tx) => akten(tx).insertInto('akten.befangenheit').values({ vorgang_id: unserer.vorgangId, konto_id: imVerkehr.id, grund: 'Nachbarin' }).execute())
  assert.deepEqual((await app.ask(imVerkehr, akteAnsehen, { akteId: gemeinsame.akteId })).vorgaenge, [])
})

test('120 Akten come in pages of 50, each once', async () => {
  const einheit = newId()
  for (let i = 0; i < 120; i += 1) await neueAkte(`Akte ${i}`, einheit)
  const actor = personalActor(rechte, { einheiten: [einheit] })
  const gesehen: string[] = []
  for (let vor: string | undefined, seiten = 0; seiten < 5; seiten += 1) {
    const seite = await app.ask(actor, aktenListe, vor ? { vor } : {})
    gesehen.push(...seite.zeilen.map((zeile) => zeile.betreff))
    vor = seite.weiter
    if (!vor) break
  }
  assert.equal(new Set(gesehen).size, 120)
  assert.equal(gesehen.length, 120)
})

test('an Akte is set z.d.A. when all Vorgänge are, also those that the person does not see (C4-04)', async () => {
  const alle = personalActor(rechte, { id: newId() })
  await assert.rejects(app.execute(alle, akteSchliessen, { akteId: gemeinsame.akteId }), /2 Vorgänge/)
  for (const { vorgangId } of [unserer, deren]) await app.execute(alle, vorgangSchliessen, { vorgangId, schlussvermerk: 'x' })
  await app.execute(alle, akteSchliessen, { akteId: gemeinsame.akteId })
  await app.execute(alle, akteSchliessen, { akteId: gemeinsame.akteId })
  assert.deepEqual(await liste({ status: 'zda' }), ['Gemeinsame Akte'])
  await assert.rejects(testVorgang(app, musterstadt, { akteId: gemeinsame.akteId, einheitId: verkehr }), /zu den Akten gelegt/)
})

test('a Vorgang is opened and seen by number with the permission at its unit only', async () => {
  const person = personalActor([...rechte, 'vorgang.bearbeiten'], { einheiten: [verkehr] })
  const { vorgangsnummer } = await app.execute(person, vorgangEroeffnen, { akteId: eigene.akteId, betreff: 'Anfrage', typ: 'anfrage' })
  assert.equal((await app.ask(person, vorgangSehen, { nummer: vorgangsnummer })).betreff, 'Anfrage')
  await assert.rejects(app.execute(imVerkehr, vorgangEroeffnen, { akteId: eigene.akteId, betreff: 'x', typ: 'anfrage' }), Forbidden)
  await assert.rejects(app.execute(person, vorgangEroeffnen, { akteId: fremde.akteId, betreff: 'x', typ: 'anfrage' }), NotFound)
  await assert.rejects(app.ask(personalActor(rechte, { einheiten: [ordnung] }), vorgangSehen, { nummer: vorgangsnummer }), NotFound)
})
