import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { musterstadt, personalActor, system, testApp } from '../../../../test/app.js'
import { testWeb } from '../../../../test/web.js'
import { Conflict, Forbidden, Invalid, NotFound } from '../../../platform/errors.js'
import { newId } from '../../../platform/time/index.js'
import type { Actor } from '../../../platform/usecases/actor.js'
import { openContext } from '../../../platform/usecases/execute.js'
import { dokumenteVon, schliesseVorgang } from '../../akte/akten/index.js'
import { buergerin, reicheEin, testLeistung } from '../../verfahren/antraege/einreichen/test-leistung.js'
import { forderungAnsehen, meineForderung } from './ansehen/query.js'
import { belegAblegen } from './beleg/job.js'
import { ruecklastschriftErfassen, zahlungErfassen } from './erfassen/command.js'
import { erstattungBeantragen, erstattungEntscheiden } from './erstatten/command.js'
import { forderungErheben, type NeueForderung } from './erheben.js'
import { buchungenVon, erstattungen, forderungZu, type Forderung } from './forderung.js'
import { forderungslisteLesen, offeneErstattungen } from './kasse/query.js'
import { kassenkontoFestlegen } from './kassenkonto/command.js'
import { offeneForderungen } from './konto-teil.js'
import { forderungStornieren } from './stornieren/command.js'

const { app, settle } = await testApp()
const { besucher } = await testWeb(app)
const hier = <T>(fn: Parameters<typeof app.db.withMandant<T>>[1]) => app.db.withMandant(musterstadt, fn)
const kasse = personalActor(['kasse.lesen', 'kasse.buchen', 'erstattung.beantragen'], { id: newId() })
const leitung = personalActor(['kasse.lesen', 'erstattung.beantragen', 'erstattung.freigeben'], { id: newId() })
const heute = () => app.clock.today().toString()
const KONTO = { kontoinhaber: 'Stadtkasse Musterstadt', iban: 'DE89 3704 0044 0532 0130 00', schalter: 'Rathaus, Zimmer 12' }

async function tue<T>(fn: (ctx: Parameters<typeof forderungErheben>[0]) => Promise<T>): Promise<T> {
  return hier(async (tx) => {
    const { ctx, finish } = openContext(app, tx, system(), 'test')
    const ergebnis = await fn(ctx)
    await finish()
    return ergebnis
  })
}

const neue = (cent: bigint, bezug: NeueForderung['bezug'], inhaberId: string): NeueForderung => ({
  bezug, einheitId: null, inhaber: { art: 'buerger', id: inhaberId }, schuldner: { name: 'Erika Muster', anschrift: ['Markt 1', '45999 Musterstadt'] }, leistung: 'probe', bezeichnung: 'Musterausweis', cent,
  aufstellung: { positionen: [{ bezeichnung: 'Ausweis', cent: String(cent), erklaerung: 'fester Betrag' }], minderungen: [], rechtsgrundlage: '§ 1 Satzung', stichtag: '2026-11-22' }, faelligAm: app.clock.today().add({ days: 30 }), wege: ['online', 'ueberweisung', 'bar'],
})
const frei = (cent = 5000n): Promise<Forderung> => tue((ctx) => forderungErheben(ctx, neue(cent, { entwurfId: newId() }, newId())))
const zahle = (forderung: Forderung, cent: number, referenz = newId(), actor: Actor = kasse) => app.execute(actor, zahlungErfassen, { forderungId: forderung.id, cent, weg: 'bar', wertstellung: heute(), referenz })

test('one claim per case, paid at the counter, with receipt; the case closes only when it is settled', async () => {
  const leistung = await testLeistung(app, musterstadt)
  const { vorgangId, vorgangsnummer } = await reicheEin(app, musterstadt, leistung)
  const person = buergerin(musterstadt)
  const eine = await tue((ctx) => forderungErheben(ctx, neue(5000n, { vorgangId, vorgangsnummer }, person.id)))
  assert.equal((await tue((ctx) => forderungErheben(ctx, neue(9999n, { vorgangId, vorgangsnummer }, person.id)))).kassenzeichen, eine.kassenzeichen)
  assert.deepEqual((await app.ask(person, offeneForderungen, {})).map(({ kassenzeichen }) => kassenzeichen), [eine.kassenzeichen])
  await assert.rejects(tue((ctx) => schliesseVorgang(ctx, vorgangId, 'fertig')), /noch nicht ausgeglichen/)
  assert.deepEqual(await zahle(eine, 2000, 'Q-1'), { neu: true, status: 'teilbezahlt' })
  assert.deepEqual(await zahle(eine, 2000, 'Q-1'), { neu: false, status: 'teilbezahlt' })
  assert.deepEqual(await zahle(eine, 3000, 'Q-2'), { neu: true, status: 'bezahlt' })
  await settle()
  const belege = (await hier((tx) => dokumenteVon(tx, vorgangId))).filter(({ typ }) => typ === 'zahlungsbeleg')
  assert.equal(belege.length, 1)
  assert.equal(belege[0]?.fuerInhaber, true)
  await app.execute(system(), belegAblegen, { forderungId: eine.id, datei: { sha256: '0'.repeat(64), size: 1, dateiname: 'x.pdf' } })
  assert.equal((await hier((tx) => forderungZu(tx, { vorgangId })))?.belegId, belege[0]?.id)
})

test('fetched back by the bank it is owed again, and what cannot be is refused', async () => {
  const eine = await frei()
  await zahle(eine, 5000)
  assert.equal((await app.execute(kasse, ruecklastschriftErfassen, { forderungId: eine.id, cent: 5000, wertstellung: heute(), referenz: 'R-1', grund: 'Konto nicht gedeckt' })).status, 'offen')
  await assert.rejects(app.execute(kasse, ruecklastschriftErfassen, { forderungId: eine.id, cent: 1, wertstellung: heute(), referenz: 'R-2', grund: 'x' }), Conflict)
  await assert.rejects(app.execute(kasse, zahlungErfassen, { forderungId: eine.id, cent: 1, weg: 'bar', wertstellung: '2099-01-01', referenz: 'x' }), Invalid)
  await assert.rejects(app.execute(kasse, zahlungErfassen, { forderungId: eine.id, cent: 1, weg: 'bar', wertstellung: '2026-02-30', referenz: 'x' }), Invalid)
  await assert.rejects(zahle(eine, 1, 'x', personalActor(['kasse.lesen'])), Forbidden)
  await app.execute(kasse, forderungStornieren, { forderungId: eine.id, grund: 'Irrtum' })
  await app.execute(kasse, forderungStornieren, { forderungId: eine.id, grund: 'Irrtum' })
  assert.equal((await app.ask(kasse, forderungAnsehen, { kassenzeichen: eine.kassenzeichen })).forderung.status, 'storniert')
})

test('money back: asked for by one, released by another, never more than was paid', async () => {
  const eine = await frei()
  await zahle(eine, 5000)
  const zahlung = (await hier((tx) => buchungenVon(tx, eine.id))).find(({ art }) => art === 'zahlung')
  const bitte = (cent: number, actor = kasse) => app.execute(actor, erstattungBeantragen, { forderungId: eine.id, zahlungId: zahlung?.id ?? '', cent, grund: 'Antrag zurückgenommen' })
  const { erstattungId } = await bitte(3000)
  await assert.rejects(bitte(2500), Conflict)
  await assert.rejects(app.execute({ ...kasse, zuweisungen: leitung.zuweisungen }, erstattungEntscheiden, { erstattungId, freigeben: true }), Forbidden)
  const vertreterin: Actor = { ...leitung, id: newId(), zuweisungen: [{ rolle: 'v', rechte: new Set(['erstattung.freigeben']), vertretungFuer: kasse.id }] }
  await assert.rejects(app.execute(vertreterin, erstattungEntscheiden, { erstattungId, freigeben: true }), Forbidden)
  await assert.rejects(app.execute(leitung, erstattungEntscheiden, { erstattungId, freigeben: false }), Conflict)
  assert.equal((await app.ask(leitung, offeneErstattungen, {})).some(({ erstattung }) => erstattung.id === erstattungId), true)
  await app.execute(leitung, erstattungEntscheiden, { erstattungId, freigeben: true })
  await app.execute(leitung, erstattungEntscheiden, { erstattungId, freigeben: true })
  assert.equal((await app.ask(kasse, forderungAnsehen, { kassenzeichen: eine.kassenzeichen })).forderung.saldo, 3000n)
  const abgelehnt = (await bitte(2000)).erstattungId
  await app.execute(leitung, erstattungEntscheiden, { erstattungId: abgelehnt, freigeben: false, grund: 'Kein Anspruch' })
  assert.deepEqual((await hier((tx) => erstattungen(tx, { forderungId: eine.id }))).map(({ status }) => status), ['freigegeben', 'abgelehnt'])
})

test('whoever tries in whatever order: released refunds have two people and never exceed the payment', async () => {
  const leute = Array.from({ length: 3 }, () => newId())
  const schritt = fc.record({ wer: fc.nat(2), fuer: fc.option(fc.nat(2), { nil: undefined }), cent: fc.integer({ min: 1, max: 3000 }), was: fc.constantFrom('beantragen', 'freigeben') })
  await fc.assert(fc.asyncProperty(fc.array(schritt, { minLength: 2, maxLength: 10 }), async (schritte) => {
    const eine = await frei()
    await zahle(eine, 5000)
    const zahlung = (await hier((tx) => buchungenVon(tx, eine.id))).find(({ art }) => art === 'zahlung')
    for (const { wer, fuer, cent, was } of schritte) {
      const actor: Actor = { ...leitung, id: leute[wer] ?? '', zuweisungen: [{ rolle: 'r', rechte: new Set(['erstattung.beantragen', 'erstattung.freigeben']), ...(fuer === undefined ? {} : { vertretungFuer: leute[fuer] ?? '' }) }] }
      const offen = (await hier((tx) => erstattungen(tx, { forderungId: eine.id }))).find(({ status }) => status === 'beantragt')
      const versuch = was === 'beantragen' ? app.execute(actor, erstattungBeantragen, { forderungId: eine.id, zahlungId: zahlung?.id ?? '', cent, grund: 'x' }) : offen ? app.execute(actor, erstattungEntscheiden, { erstattungId: offen.id, freigeben: true }) : undefined
      await versuch?.catch((error: unknown) => { if (!(error instanceof Forbidden) && !(error instanceof Conflict)) throw error })
    }
    const fertig = (await hier((tx) => erstattungen(tx, { forderungId: eine.id }))).filter(({ status }) => status === 'freigegeben')
    for (const { beantragt, entschieden } of fertig) {
      const erste = [beantragt.von, beantragt.fuer].filter(Boolean)
      assert.equal([entschieden?.von, entschieden?.fuer].filter(Boolean).some((person) => erste.includes(person ?? '')), false)
    }
    assert.ok(fertig.reduce((summe, { betrag }) => summe + betrag, 0n) <= 5000n)
  }), { numRuns: 15 })
})

test('the pages: one sees the own claim with GiroCode, the treasury books and proposes without a script', async () => {
  await assert.rejects(app.execute(system(), kassenkontoFestlegen, { ...KONTO, iban: 'DE00 1234' }), Invalid)
  await app.execute(system(), kassenkontoFestlegen, KONTO)
  const leistung = await testLeistung(app, musterstadt)
  const { vorgangId, vorgangsnummer } = await reicheEin(app, musterstadt, leistung)
  const person = buergerin(musterstadt)
  const eine = await tue((ctx) => forderungErheben(ctx, neue(5000n, { vorgangId, vorgangsnummer }, person.id)))
  const { konto } = await app.ask(person, meineForderung, { kassenzeichen: eine.kassenzeichen })
  assert.equal(konto?.iban, 'DE89370400440532013000')
  await assert.rejects(app.ask(buergerin(musterstadt, newId()), meineForderung, { kassenzeichen: eine.kassenzeichen }), NotFound)
  assert.deepEqual((await app.ask(kasse, forderungslisteLesen, { sicht: 'offen', kassenzeichen: eine.kassenzeichen })).zeilen.map(({ kassenzeichen }) => kassenzeichen), [eine.kassenzeichen])
  assert.equal((await app.ask(kasse, forderungslisteLesen, { sicht: 'offen' })).zeilen.some(({ id }) => id === eine.id), true)
  assert.equal((await besucher().get(`/konto/zahlungen/${eine.kassenzeichen}`)).status, 303)
  assert.equal((await besucher().get('/arbeitsplatz/kasse/forderungen')).status, 303)
})
