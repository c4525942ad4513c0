import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beispielhausen, musterstadt, personalActor, testApp } from '../../../../../test/app.js'
import { Forbidden } from '../../../../platform/errors.js'
import { gesamtstufe, pruefeBewertung, type Reifegradbewertung } from '../domain/reifegrad.js'
import { leistungImportieren, paketPruefen } from '../index.js'
import { musterleistung, musterpaket } from '../test/muster.js'
import { kennzahlquellen } from './kennzahlquellen.js'
import { reifegradBewerten } from './bewerten.js'
import { reifegradAnsehen, reifegradeAnsehen } from './query.js'
import { reifegradeVon } from './reifegrad.js'

const { app } = await testApp({ worker: false })
const heute = app.clock.today()
const verwalterin = personalActor(['leistung.verwalten'])
const bewertung = (modell: Reifegradbewertung['modell'], bewertetAm: string, ...stufen: number[]): Reifegradbewertung =>
  ({ modell, bewertetAm, kriterien: stufen.map((stufe, i) => ({ name: `Kriterium ${i + 1}`, stufe })) })
const { leistungId } = await musterleistung(
  app, musterstadt,
  musterpaket({ reifegrade: [bewertung('OZG_1_1', '2024-03-01', 2, 4, 4), bewertung('OZG_2_0', '2026-01-15', 5, 6)] })
)
const zaehle = (schluessel: string, bis = heute, mandantId = musterstadt) => app.db.reading(mandantId, (tx) => {
  const quelle = kennzahlquellen.find((eine) => eine.schluessel === schluessel)
  assert.ok(quelle, schluessel)
  return quelle.messen(tx, { von: bis, bis })
})

test('the weakest criterion that applies decides (A1-02, A1-03)', () => {
  assert.equal(
    gesamtstufe([{ name: 'a', stufe: 2 }, ...Array.from({ length: 9 }, (_, i) => ({ name: `b${i}`, stufe: 4 }))]), 2
  )
  assert.equal(gesamtstufe([{ name: 'Bezahlung', nichtAnwendbar: 'kostenfrei' }, { name: 'b', stufe: 3 }]), 3)
  assert.equal(gesamtstufe([{ name: 'Bezahlung', nichtAnwendbar: 'kostenfrei' }]), undefined)
  const fehler = (eine: Reifegradbewertung) => pruefeBewertung(eine).filter((befund) => befund.fehler).length
  assert.equal(fehler(bewertung('OZG_1_1', '2026-01-01', 5)), 1, 'model 1.1 ends at 4')
  assert.equal(fehler(bewertung('OZG_2_0', '2026-01-01', 5)), 0)
  assert.equal(fehler({
    modell: 'OZG_1_1', bewertetAm: '2026-01-01',
    kriterien: [{ name: 'a' }, { name: 'a', stufe: 1, nichtAnwendbar: 'x' }],
  }), 3)
  assert.equal(
    pruefeBewertung(bewertung('OZG_1_1', '2026-01-01', 3)).length, 1,
    'fewer criteria than the model has is worth a look'
  )
})

test('judgements come with the package, dated and by model; a later one does not replace the earlier', async () => {
  await app.execute(verwalterin, leistungImportieren, { dateien: musterpaket({ reifegrade: [
    bewertung('OZG_1_1', '2024-03-01', 2, 4, 4), bewertung('OZG_1_1', '2026-02-01', 3, 4, 4),
  ] }), veroeffentlichen: true })
  const alle = await app.db.reading(musterstadt, (tx) => reifegradeVon(tx, leistungId))
  assert.deepEqual(
    alle.map(({ modell, bewertetAm, stufe }) => [modell, bewertetAm.toString(), stufe]),
    [['OZG_1_1', '2026-02-01', 3], ['OZG_1_1', '2024-03-01', 2], ['OZG_2_0', '2026-01-15', 5]]
  )
})

test('models are counted apart, a service without judgement or not public is not counted', async () => {
  assert.deepEqual((await zaehle('leistungen.ozg-1-1.ab-3')).gesamt, { zahl: 1 })
  assert.deepEqual((await zaehle('leistungen.ozg-1-1.ab-4')).gesamt, { zahl: 0 })
  assert.deepEqual((await zaehle('leistungen.ozg-2-0.ab-5')).gesamt, { zahl: 1 })
  assert.deepEqual((await zaehle('leistungen.ozg-2-0.ab-6')).gesamt, { zahl: 0 })
  assert.ok(
    'fehlt' in (await zaehle('leistungen.ozg-1-1.ab-1', heute.subtract({ days: 1 }))).gesamt,
    'yesterday it was not public'
  )
  assert.ok('fehlt' in (await zaehle('leistungen.ozg-1-1.ab-1', heute, beispielhausen)).gesamt)
  assert.equal(kennzahlquellen.length, 4 + 7)
})

test('a package with a judgement of tomorrow or of no day is refused', async () => {
  for (const tag of [heute.add({ days: 1 }).toString(), '2026-02-30']) {
    const { befunde } = await app.ask(
      verwalterin, paketPruefen, { dateien: musterpaket({ reifegrade: [bewertung('OZG_1_1', tag, 3)] }) }
    )
    assert.ok(befunde.some(({ ort, stufe }) => ort === 'reifegrade' && stufe === 'fehler'), tag)
  }
})

test('the office judges by form, with proof; the weakest criterion decides, and the newest day counts', async () => {
  const buero = personalActor(['leistung.bewerten'])
  const eine = {
    leistungId, modell: 'OZG_2_0' as const, bewertetAm: heute.toString(), nachweis: 'Durchsicht mit dem Fachamt', nachweisLink: '',
    kriterien: [{ name: 'Information', stufe: '7', grund: '' }, { name: 'Bezahlung', stufe: '', grund: 'kostenfrei' }, { name: '', stufe: '', grund: '' }, { name: 'Antrag', stufe: '6', grund: '' }],
  }
  const felder = async (anders: object) => {
    const fehler = await app.execute(buero, reifegradBewerten, { ...eine, ...anders }).then(() => undefined, (error: unknown) => error)
    return ((fehler as { felder?: { feld: string }[] } | undefined)?.felder ?? []).map(({ feld }) => feld)
  }
  assert.deepEqual(await felder({ nachweis: '' }), ['nachweis'])
  assert.deepEqual(await felder({ nachweisLink: 'javascript:alert(1)', bewertetAm: heute.add({ days: 1 }).toString() }), ['bewertetAm', 'nachweisLink'])
  assert.deepEqual(await felder({ kriterien: [{ name: '', stufe: '1', grund: '' }, { name: 'a', stufe: '8', grund: '' }, { name: 'a', stufe: '1', grund: 'doch nicht' }] }), ['name0', 'stufe1', 'name2', 'stufe2'])
  assert.deepEqual(await felder({ kriterien: [{ name: 'a', stufe: '', grund: 'frei' }] }), ['stufe0'])
  assert.deepEqual(await app.execute(buero, reifegradBewerten, eine), { stufe: 6 })
  assert.deepEqual((await zaehle('leistungen.ozg-2-0.ab-6')).gesamt, { zahl: 1 })
  const { bewertungen: [neueste, davor] } = await app.ask(buero, reifegradAnsehen, { schluessel: 'musterleistung', modell: 'OZG_2_0' })
  assert.deepEqual([neueste?.hand?.nachweis, neueste?.kriterien.length, davor?.hand], ['Durchsicht mit dem Fachamt', 3, null])
  assert.equal((await app.ask(buero, reifegradeAnsehen, {})).find(({ schluessel }) => schluessel === 'musterleistung')?.neueste.OZG_2_0?.stufe, 6)
  await assert.rejects(app.execute(verwalterin, reifegradBewerten, eine), Forbidden)
})
