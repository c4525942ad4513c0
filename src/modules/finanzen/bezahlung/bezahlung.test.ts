import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { musterstadt, personalActor, system, testApp } from '../../../../test/app.js'
import { testWeb } from '../../../../test/web.js'
import { Conflict, NotFound } from '../../../platform/errors.js'
import type { Actor } from '../../../platform/usecases/actor.js'
import { newId } from '../../../platform/time/index.js'
import { openContext } from '../../../platform/usecases/execute.js'
import { buergerAnlegen } from '../../grundlagen/konten/index.js'
import { buchungenVon, findForderung, forderungAufheben, forderungErheben, standZu, type Forderung } from '../forderungen/index.js'
import { gleicheAb } from './abgleichen/abgleich.js'
import { abgleichBeenden, zahlungVergleichen } from './abgleichen/command.js'
import { anbieterFestlegen } from './anbieter/command.js'
import { nachrichtVomBezahldienst } from './benachrichtigung/command.js'
import { zahlungAngelegt, zahlungAufgeben, zahlungBeginnen, zahlungGescheitert, zahlungVerfallen } from './bezahlen/command.js'
import { meineZahlung } from './bezahlen/query.js'
import { abgleichStarten, klaerungErledigen } from './klaeren/command.js'
import { klaerungslisteLesen } from './klaeren/query.js'
import { pruefungVerschieben, standUebernehmen } from './pruefen/command.js'
import { pruefeZahlung } from './pruefen/pruefen.js'
import { zahlungenZu } from './zahlung.js'
import type { Verhalten } from './simulator/speicher.js'

const { app, settle } = await testApp()
const { url, besucher } = await testWeb(app)
await app.execute(system(), anbieterFestlegen, { basisUrl: `${url}/demo/bezahldienst`, originatorId: 'stadtkern', endPointId: 'musterstadt' })
const kasse = personalActor(['kasse.lesen', 'kasse.klaeren'])
const hier = <T>(fn: Parameters<typeof app.db.withMandant<T>>[1]) => app.db.withMandant(musterstadt, fn)
const alsBuerger = (id: string): Actor => ({ art: 'buerger', mandantId: musterstadt, id, name: 'Erika', zuweisungen: [], stufe: 0 })

async function tue<T>(fn: (ctx: Parameters<typeof forderungErheben>[0]) => Promise<T>): Promise<T> {
  return hier(async (tx) => {
    const { ctx, finish } = openContext(app, tx, system(), 'test')
    const ergebnis = await fn(ctx)
    await finish()
    return ergebnis
  })
}

const erhebe = (cent = 3070n, inhaberId = newId()): Promise<Forderung> => tue((ctx) => forderungErheben(ctx, {
  bezug: { entwurfId: newId() }, einheitId: null, inhaber: { art: 'buerger', id: inhaberId }, schuldner: { name: 'Erika Muster', anschrift: [] }, leistung: 'probe', bezeichnung: 'Bewohnerparkausweis für Straße Ä', cent,
  aufstellung: { positionen: [{ bezeichnung: 'Ausweis', cent: String(cent), erklaerung: 'fester Betrag' }], minderungen: [], rechtsgrundlage: '§ 1', stichtag: '2026-11-22' }, faelligAm: ctx.today.add({ days: 30 }), wege: ['online', 'ueberweisung', 'bar'],
}))

/** Begins a payment in the browser and lets the simulator do as told. Gives the place the browser ends at. */
async function zahle(forderung: Forderung, verhalten: Verhalten) {
  const person = besucher()
  await person.mitSitzung('buerger', forderung.inhaber?.id ?? '', musterstadt)
  return { person, ...await zahleAls(person, forderung, verhalten) }
}

async function zahleAls(person: ReturnType<typeof besucher>, forderung: Forderung, verhalten: Verhalten) {
  const gebuehr = `/konto/zahlungen/${forderung.kassenzeichen}`
  const begonnen = await person.senden(gebuehr, {}, `${gebuehr}/bezahlen`)
  assert.equal(begonnen.status, 303, begonnen.html.slice(0, 300))
  const seite = (await person.get(begonnen.location ?? '')).html
  const weiter = /href="(http[^"]*\/demo\/bezahldienst\/seite\/[^"]+)"/.exec(seite)?.[1] ?? ''
  const antwort = await person.senden(new URL(weiter).pathname, { verhalten })
  return { begonnen: begonnen.location ?? '', antwort }
}

async function neuePerson(): Promise<string> {
  const id = newId()
  await app.execute(system(), buergerAnlegen, { id, kennung: `p${id.slice(-8)}`, vorname: 'Erika', nachname: 'Muster', email: `p${id.slice(-8)}@example.org`, passwortHash: 'x' } as never)
  return id
}

const stand = (id: string) => hier(async (tx) => ({ ...await standZu(tx, id), klaerung: (await klaerungenVon(id)) }))
const klaerungenVon = async (forderungId: string) => (await app.ask(kasse, klaerungslisteLesen, { erledigt: false })).zeilen.filter((eine) => eine.forderungId === forderungId).map(({ art }) => art).sort()
/** The browser goes where the simulator sends it. */
async function kehreZurueck(person: ReturnType<typeof besucher>, begonnen: string) { return person.get(`${begonnen}/rueckkehr?status=PAYED&betrag=0`) }

test('paid and returned: booked once, however often the page is loaded and whatever the address says', async () => {
  const forderung = await erhebe(3070n, await neuePerson())
  const { person, begonnen } = await zahle(forderung, 'normal')
  for (let mal = 0; mal < 3; mal++) assert.equal((await kehreZurueck(person, begonnen)).status, 303)
  assert.deepEqual(await stand(forderung.id), { soll: 3070n, ist: 3070n, saldo: 0n, status: 'bezahlt', klaerung: [] })
  assert.equal((await hier((tx) => buchungenVon(tx, forderung.id))).length, 2)
  await assert.rejects(app.execute(alsBuerger(forderung.inhaber?.id ?? ''), zahlungBeginnen, { kassenzeichen: forderung.kassenzeichen }), Conflict)
})

test('in English every page of the fee and of the payment is English; what it is for stays as the town named it', async () => {
  const forderung = await erhebe(3070n, await neuePerson())
  const person = besucher()
  await person.mitSitzung('buerger', forderung.inhaber?.id ?? '', musterstadt)
  const gebuehr = `/konto/zahlungen/${forderung.kassenzeichen}`
  assert.match((await person.get(`${gebuehr}?sprache=en`)).html, /Please pay the amount by the day given\.[\s\S]*Pay online[\s\S]*How the fee is made up[\s\S]*What has been booked so far/)
  const { begonnen } = await zahleAls(person, forderung, 'normal')
  assert.match((await person.get(begonnen)).html, /Payment being checked|Pay now with the payment service|Paid/)
  await kehreZurueck(person, begonnen)
  const bezahlt = (await person.get(gebuehr)).html
  assert.match(bezahlt, /Thank you, your payment has arrived\.[\s\S]*There is nothing left for you to do[\s\S]*online payment/)
  assert.doesNotMatch(bezahlt, /Gebühr:|Kassenzeichen|Bitte zahlen/)
})

test('an address that claims success pays nothing', async () => {
  const forderung = await erhebe(3070n, await neuePerson())
  const person = besucher()
  await person.mitSitzung('buerger', forderung.inhaber?.id ?? '', musterstadt)
  const gebuehr = `/konto/zahlungen/${forderung.kassenzeichen}`
  const { location } = await person.senden(gebuehr, {}, `${gebuehr}/bezahlen`)
  const antwort = await kehreZurueck(person, location ?? '')
  assert.equal(antwort.location, location)
  assert.match((await person.get(location ?? '')).html, /Der Bezahldienst hat die Zahlung noch nicht bestätigt/)
  assert.equal((await stand(forderung.id)).status, 'offen')
})

test('paid and never returned: the town asks by itself', async () => {
  const forderung = await erhebe(3070n, await neuePerson())
  await zahle(forderung, 'kommtNieZurueck')
  assert.equal((await stand(forderung.id)).status, 'offen')
  const [zahlung] = await hier((tx) => zahlungenZu(tx, forderung.id))
  await pruefeZahlung(app, musterstadt, zahlung?.id ?? '')
  assert.equal((await stand(forderung.id)).status, 'bezahlt')
})

test('the message comes twice, by the open door too: one booking', async () => {
  const forderung = await erhebe(3070n, await neuePerson())
  await zahle(forderung, 'zweimal')
  const [zahlung] = await hier((tx) => zahlungenZu(tx, forderung.id))
  for (const transactionId of [zahlung?.transaktion, zahlung?.transaktion, 'unbekannt']) {
    assert.equal((await besucher().post('/api/bezahldienst/benachrichtigung', JSON.stringify({ transactionId }), { 'content-type': 'application/json' })).status, 202)
  }
  await app.execute(system(), nachrichtVomBezahldienst, { transaktion: zahlung?.transaktion ?? '' })
  await settle()
  assert.deepEqual(await stand(forderung.id), { soll: 3070n, ist: 3070n, saldo: 0n, status: 'bezahlt', klaerung: [] })
})

test('succeeds after cancel: booked, and the treasury hears of it', async () => {
  const forderung = await erhebe(3070n, await neuePerson())
  const { person, begonnen } = await zahle(forderung, 'nachAbbruch')
  await kehreZurueck(person, begonnen)
  assert.equal((await stand(forderung.id)).status, 'offen')
  const [zahlung] = await hier((tx) => zahlungenZu(tx, forderung.id))
  assert.equal(zahlung?.status, 'CANCELED')
  await pruefeZahlung(app, musterstadt, zahlung.id)
  assert.deepEqual(await stand(forderung.id), { soll: 3070n, ist: 3070n, saldo: 0n, status: 'bezahlt', klaerung: ['spaetBezahlt'] })
})

test('a wrong amount is booked as it is and goes to the treasury', async () => {
  const forderung = await erhebe(3070n, await neuePerson())
  const { person, begonnen } = await zahle(forderung, 'falscherBetrag')
  await kehreZurueck(person, begonnen)
  assert.deepEqual(await stand(forderung.id), { soll: 3070n, ist: 2970n, saldo: 100n, status: 'teilbezahlt', klaerung: ['betragAbweichend'] })
})

test('two windows share one attempt; given up and paid twice all the same, the second is for giving back', async () => {
  const forderung = await erhebe(3070n, await neuePerson())
  const wer = alsBuerger(forderung.inhaber?.id ?? '')
  const person = besucher()
  await person.mitSitzung('buerger', wer.id, musterstadt)
  const gebuehr = `/konto/zahlungen/${forderung.kassenzeichen}`
  const { location } = await person.senden(gebuehr, {}, `${gebuehr}/bezahlen`)
  const erste = location?.split('/').at(-1) ?? ''
  assert.deepEqual(await app.execute(wer, zahlungBeginnen, { kassenzeichen: forderung.kassenzeichen }), { zahlungId: erste, neu: false })
  await app.execute(wer, zahlungAufgeben, { zahlungId: erste })
  const { begonnen } = await zahleAls(person, forderung, 'normal')
  await kehreZurueck(person, begonnen)
  await app.execute(system(), standUebernehmen, { zahlungId: erste, status: 'PAYED', cent: 3070 })
  const danach = await stand(forderung.id)
  assert.deepEqual([danach.status, danach.saldo, danach.klaerung], ['ueberzahlt', -3070n, ['spaetBezahlt', 'zuVielBezahlt']])
  await assert.rejects(app.execute(alsBuerger(newId()), zahlungAufgeben, { zahlungId: erste }), NotFound)
  await assert.rejects(app.ask(alsBuerger(newId()), meineZahlung, { kassenzeichen: forderung.kassenzeichen, zahlungId: erste }), NotFound)
})

test('a provider that cannot be reached loses nothing', async () => {
  await app.execute(system(), anbieterFestlegen, { basisUrl: 'http://127.0.0.1:9', originatorId: 'stadtkern', endPointId: 'musterstadt' })
  const forderung = await erhebe(3070n, await neuePerson())
  const person = besucher()
  await person.mitSitzung('buerger', forderung.inhaber?.id ?? '', musterstadt)
  const gebuehr = `/konto/zahlungen/${forderung.kassenzeichen}`
  const antwort = await person.senden(gebuehr, {}, `${gebuehr}/bezahlen`)
  assert.match((await person.get(antwort.location ?? '')).html, /nicht geklappt/)
  await app.execute(system(), anbieterFestlegen, { basisUrl: `${url}/demo/bezahldienst`, originatorId: 'stadtkern', endPointId: 'musterstadt' })
  const [zahlung] = await hier((tx) => zahlungenZu(tx, forderung.id))
  assert.equal(zahlung?.status, 'FAILED')
  for (const befehl of [zahlungVerfallen, pruefungVerschieben]) await app.execute(system(), befehl, { zahlungId: zahlung.id })
  await app.execute(system(), zahlungGescheitert, { zahlungId: zahlung.id, code: 'X' })
  await app.execute(system(), zahlungAngelegt, { zahlungId: zahlung.id, transaktion: 'x', weiterleitung: 'http://x.example' })
  assert.equal((await hier((tx) => zahlungenZu(tx, forderung.id)))[0]?.status, 'FAILED')
})

test('answers in any order and any number end in a right ledger', async () => {
  const antwort = fc.record({ welche: fc.nat(1), status: fc.constantFrom('INITIAL', 'PAYED', 'CANCELED', 'FAILED' as const), zuWenig: fc.boolean() })
  await fc.assert(fc.asyncProperty(fc.array(antwort, { maxLength: 10 }), fc.boolean(), async (antworten, aufheben) => {
    const forderung = await erhebe(1000n)
    const wer = alsBuerger(forderung.inhaber?.id ?? '')
    const ids: string[] = []
    for (let nr = 0; nr < 2; nr++) {
      const { zahlungId } = await app.execute(wer, zahlungBeginnen, { kassenzeichen: forderung.kassenzeichen })
      await app.execute(system(), zahlungAngelegt, { zahlungId, transaktion: `t-${zahlungId}`, weiterleitung: 'http://x.example' })
      if (nr === 0) await app.execute(wer, zahlungAufgeben, { zahlungId })
      ids.push(zahlungId)
    }
    if (aufheben) await tue((ctx) => forderungAufheben(ctx, forderung.id, 'Test'))
    for (const { welche, status, zuWenig } of antworten) await app.execute(system(), standUebernehmen, { zahlungId: ids[welche] ?? '', status: status as 'PAYED', cent: zuWenig ? 900 : 1000 })
    // The first amount that a transaction is paid with counts; everything after is a repetition.
    const erwartet = [0, 1].reduce((summe, nr) => { const erste = antworten.find(({ welche, status }) => welche === nr && status === 'PAYED'); return summe + (erste ? (erste.zuWenig ? 900n : 1000n) : 0n) }, 0n)
    const danach = await stand(forderung.id)
    assert.equal(danach.ist, erwartet)
    assert.equal(danach.soll, aufheben ? 0n : 1000n)
    assert.equal((await hier((tx) => findForderung(tx, forderung.id)))?.saldo, danach.saldo)
    if (danach.saldo < 0n) assert.ok(danach.klaerung.includes('zuVielBezahlt'))
  }), { numRuns: 25 })
})

test('the daily comparison finds what is missing on either side, and nothing closes by itself', async () => {
  const bezahlt = await erhebe(500n, await neuePerson())
  const { person, begonnen } = await zahle(bezahlt, 'normal')
  await kehreZurueck(person, begonnen)
  const verloren = await erhebe(700n)
  const { zahlungId } = await app.execute(alsBuerger(verloren.inhaber?.id ?? ''), zahlungBeginnen, { kassenzeichen: verloren.kassenzeichen })
  await app.execute(system(), zahlungAngelegt, { zahlungId, transaktion: 'nur-bei-uns', weiterleitung: 'http://x.example' })
  await app.execute(system(), standUebernehmen, { zahlungId, status: 'PAYED', cent: 700 })
  await gleicheAb(app, musterstadt)
  await gleicheAb(app, musterstadt)
  assert.deepEqual(await klaerungenVon(verloren.id), ['fehltBeimAnbieter'])
  assert.deepEqual(await klaerungenVon(bezahlt.id), [])
  const [zahlung] = await hier((tx) => zahlungenZu(tx, bezahlt.id))
  assert.deepEqual(await app.execute(system(), zahlungVergleichen, { zahlungId: zahlung?.id ?? '', beimAnbieter: 'PAYED', cent: 501 }), { gebucht: '500', abweichung: true })
  await app.execute(system(), abgleichBeenden, { tag: app.clock.today().toString(), verglichen: 1, summe: '500', abweichungen: 0, nichtErreicht: 0 })
  const eintrag = (await app.ask(kasse, klaerungslisteLesen, { erledigt: false })).zeilen.find(({ forderungId }) => forderungId === verloren.id)
  await app.execute(kasse, klaerungErledigen, { klaerungId: eintrag?.id ?? '', grund: 'Mit dem Bezahldienst gesprochen.' })
  assert.deepEqual(await klaerungenVon(verloren.id), [])
  await app.execute(kasse, abgleichStarten, {})
  await settle()
  assert.deepEqual(await klaerungenVon(verloren.id), [])
})
