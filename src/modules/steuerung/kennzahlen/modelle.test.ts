import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../../platform/time/index.js'
import { beispielhausen, personalActor, system, testApp } from '../../../../test/app.js'
import { objektAnlegen, strategieAnlegen } from '../programm/index.js'
import { reifegradBewerten } from './bewerten/command.js'
import { alsModelltext, entwicklung, leseModell, type Modellinhalt } from './domain/modell.js'
import { wertAnsehen } from './erfassen/query.js'
import { evaluationAnsehen, zyklusAnsehen } from './evaluation/query.js'
import { vorhabenEvaluieren } from './evaluieren/command.js'
import { kennzahlFestlegen } from './festlegen/command.js'
import { kennzahlauswahl } from './festlegen/query.js'
import { modellFestlegen } from './modell-festlegen/command.js'
import { modellAnsehen, modellliste } from './reifegrade/query.js'

const { app } = await testApp({ worker: false })
const buero = personalActor(['kennzahlen.lesen', 'kennzahlen.verwalten', 'kennzahlen.erfassen'])
const leserin = personalActor(['kennzahlen.lesen'])
const jahr = app.clock.today().year
const mit = (status: number) => (error: unknown) => {
  assert.equal((error as { status?: number }).status, status, String(error)); return true
}

const inhalt: Modellinhalt = {
  name: 'Reifegrad der Verwaltung', gegenstand: 'Die Verwaltung als Ganzes',
  stufen: [{ schluessel: 'rot', name: 'Rot', farbe: 'rot' }, { schluessel: 'gruen', name: 'Grün', farbe: 'gruen' }],
  ebenen: [{ schluessel: 'strategie', name: 'Strategie', bausteine: [
    { schluessel: 'ziele', name: 'Ziele', kriterien: { rot: 'keine', gruen: 'beschlossen' } },
    { schluessel: 'mittel', name: 'Mittel', kriterien: { rot: 'keine', gruen: 'im Haushalt' } },
  ] }],
}
const { id: modellId } = await app.execute(
  buero, modellFestlegen, { kennung: 'verwaltung', nummer: 0, text: alsModelltext(inhalt) }
)
const urteil = {
  modellId, jahr: jahr - 1, baustein: 'ziele', stufe: 'rot', begruendung: 'Es gibt keine', nachweis: 'Gespräch',
  nachweisLink: '', fassung: 0,
}

test('a model reads back as it was written, and says everything that is wrong with it', () => {
  assert.deepEqual(leseModell(alsModelltext(inhalt)).inhalt, inhalt)
  const { fehler } = leseModell(
    'name: x\nstufen: [{schluessel: Rot, name: R, farbe: lila}]\nebenen: [{schluessel: a, name: A, bausteine: [{schluessel: b, name: B}, {schluessel: b, name: C}]}]'
  )
  for (const wort of ['gegenstand', 'farbe', 'Kleinbuchstaben', '2 bis 10 Stufen', 'zweimal', 'Kriterien']) assert.ok(
    fehler.some((eine) => eine.includes(wort)), `${wort}: ${fehler.join(' | ')}`
  )
  for (const unfug of [
    '', '[', 'a: &x 1\nb: *x', '42', '- x', 'name: [', `name: ${'['.repeat(5000)}`, 'x'.repeat(60_001),
  ]) assert.ok(leseModell(unfug).fehler.length > 0, unfug.slice(0, 20))
})

test('a Baustein is judged per year; a correction is a new version, two people at once are told', async () => {
  await app.execute(buero, reifegradBewerten, urteil)
  await assert.rejects(app.execute(buero, reifegradBewerten, { ...urteil, stufe: 'gruen' }), mit(409))
  await app.execute(buero, reifegradBewerten, { ...urteil, stufe: 'gruen', begruendung: 'Doch, seit Mai', fassung: 1 })
  await app.execute(buero, reifegradBewerten, { ...urteil, jahr, stufe: 'rot' })
  await assert.rejects(app.execute(buero, reifegradBewerten, { ...urteil, jahr: jahr + 1 }), mit(422))
  await assert.rejects(
    app.execute(buero, reifegradBewerten, { ...urteil, baustein: 'mittel', stufe: 'lila', nachweis: '' }),
    (error: unknown) => (error as { felder: { feld: string }[] }).felder
      .map(({ feld }) => feld)
      .join() === 'stufe,nachweis'
  )
  await assert.rejects(app.execute(leserin, reifegradBewerten, urteil), mit(403))
  const { bewertungen, alle, jahre } = await app.ask(leserin, modellAnsehen, { id: modellId })
  assert.deepEqual(bewertungen.map((eine) => [eine.jahr, eine.stufe]), [[jahr, 'rot'], [jahr - 1, 'gruen']])
  assert.deepEqual([alle.length, jahre], [3, [jahr, jahr - 1]])
  assert.deepEqual([
    entwicklung(inhalt, 'gruen', 'rot'), entwicklung(inhalt, 'rot', 'rot'), entwicklung(inhalt, undefined, 'rot'),
    entwicklung(inhalt, 'blau', 'rot'),
  ], ['schlechter', 'gleich', undefined, undefined])
})

test('a changed model is a new version; judgements keep the one they were made by', async () => {
  const neu: Modellinhalt = { ...inhalt, ebenen: [{
    schluessel: 'strategie', name: 'Strategie und Ziele', bausteine: inhalt.ebenen[0]?.bausteine.slice(1) ?? [],
  }] }
  await app.execute(buero, modellFestlegen, { id: modellId, kennung: '', nummer: 1, text: alsModelltext(inhalt) })
  await app.execute(buero, modellFestlegen, { id: modellId, kennung: '', nummer: 1, text: alsModelltext(neu) })
  await assert.rejects(
    app.execute(buero, modellFestlegen, { id: modellId, kennung: '', nummer: 1, text: alsModelltext(inhalt) }), mit(409)
  )
  await assert.rejects(
    app.execute(buero, modellFestlegen, { kennung: 'verwaltung', nummer: 0, text: alsModelltext(inhalt) }), mit(422)
  )
  const { modell, bewertungen } = await app.ask(leserin, modellAnsehen, { id: modellId })
  assert.deepEqual([modell.nummer, bewertungen.map(({ modellfassung }) => modellfassung)], [2, [1, 1]])
  await assert.rejects(app.execute(buero, reifegradBewerten, { ...urteil, fassung: 2 }), mit(422))
  assert.equal((await app.ask(leserin, modellliste, {})).staende.length, 1)
  assert.equal(
    (await app.ask(personalActor(['kennzahlen.lesen'], { mandantId: beispielhausen }), modellliste, {})).staende.length,
    0
  )
})

test('a Vorhaben is evaluated at the end of a cycle, with what was learnt', async () => {
  const [zielId, objektId] = [newId(), newId()]
  const { id: strategieId } = await app.execute(system(), strategieAnlegen, { kennung: 'digital', name: 'Digital' })
  await app.execute(system(), objektAnlegen, { id: zielId, strategieId, art: 'ziel', felder: { name: 'Ziel' } })
  await app.execute(
    system(), objektAnlegen, { id: objektId, strategieId, art: 'massnahme', felder: { name: 'Portal' } }
  )
  const eine = {
    objektId, zyklus: jahr, kriterium: 'Es läuft', ergebnis: 'teilweise', begruendung: 'Fast', lehre: 'Früher testen',
    fassung: 0,
  }
  await assert.rejects(app.execute(buero, vorhabenEvaluieren, { ...eine, lehre: '', ergebnis: 'egal' }), mit(422))
  await assert.rejects(app.execute(buero, vorhabenEvaluieren, { ...eine, objektId: zielId }), mit(404))
  await assert.rejects(app.execute(buero, vorhabenEvaluieren, { ...eine, zyklus: jahr + 1 }), mit(422))
  await app.execute(buero, vorhabenEvaluieren, eine)
  await assert.rejects(app.execute(buero, vorhabenEvaluieren, eine), mit(409))
  await app.execute(buero, vorhabenEvaluieren, { ...eine, ergebnis: 'ja', fassung: 1 })
  const { zeilen, zyklus } = await app.ask(leserin, zyklusAnsehen, {})
  assert.deepEqual(
    [zyklus, zeilen.map(({ objekt, evaluation }) => [objekt.name, evaluation?.ergebnis, evaluation?.fassung])],
    [jahr, [['Portal', 'ja', 2]]]
  )
  assert.equal((await app.ask(leserin, zyklusAnsehen, { zyklus: jahr - 1 })).zeilen[0]?.evaluation, undefined)
  assert.equal((await app.ask(leserin, evaluationAnsehen, { objektId })).fassungen.length, 2)
})

test('forms offer what there is, and a value only in the own unit', async () => {
  const { ziele } = await app.ask(buero, kennzahlauswahl, {})
  assert.deepEqual(ziele.map(({ name }) => name), ['Ziel'])
  const { id } = await app.execute(buero, kennzahlFestlegen, {
    name: 'Zahl', definition: 'x', zielId: '', quelle: '', art: 'zahl', masseinheit: 'Stück', nachkomma: '0',
    richtung: 'hoch', summierbar: '', einheitId: '', haeufigkeit: 'monatlich', ausgangswert: '', ausgangAm: '',
    zielwert: '', zielAm: '',
  })
  assert.equal((await app.ask(buero, wertAnsehen, { id })).fuerStadt, true)
  await assert.rejects(app.ask(leserin, wertAnsehen, { id }), mit(403))
})
