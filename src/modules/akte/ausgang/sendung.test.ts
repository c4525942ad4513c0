import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beispielhausen, musterstadt, personalActor, system, testApp } from '../../../../test/app.js'
import { Conflict, Invalid, NotFound } from '../../../platform/errors.js'
import { fristenVon, type RegelId } from '../../grundlagen/fristen/index.js'
import { dokumentById } from '../akten/index.js'
import { alsSystem } from '../akten/testdaten.js'
import { abruffristPruefen } from './abruffrist/command.js'
import { benachrichtigungVermerken } from './benachrichtigen/job.js'
import { ausgang } from './db/tables.js'
import {
  anschriftErgaenzen, bekanntgabeFestlegen, bekanntgabeVon, erneutAufgeben, nachrichtAbrufen, nachrichtInsPostfach, postAufgeben, ruecklaufErfassen, zugangFeststellen,
} from './index.js'
import { anschrift, mittags, sende, sendungen, testBuerger, testLage, type Ausgangslage } from './test-daten.js'

const { app } = await testApp({ worker: false })
const poststelle = personalActor(['ausgang.lesen', 'ausgang.aufgeben'], { id: '01900000-0000-7000-8000-0000000000b1' })
const sachbearbeitung = personalActor(['vorgang.lesen', 'vorgang.bearbeiten'], { id: '01900000-0000-7000-8000-0000000000b2' })
const erika = await testBuerger(app, musterstadt)
const uhr = (tag: string) => app.clock.set(mittags(tag))
// The file plan of the tests must be in force before the first of all dates below.
await uhr('2024-12-01')
await testLage(app, musterstadt)
const stand = async (lage: Ausgangslage) => (await sendungen(app, musterstadt, lage.vorgangId)).at(-1)
const frist = async (lage: Ausgangslage) => (await app.db.withMandant(musterstadt, (tx) => fristenVon(tx, lage.vorgangId)))[0]
const nachrichtZu = async (sendungId: string) => app.db.withMandant(musterstadt, (tx) => ausgang(tx).selectFrom('ausgang.nachricht').selectAll().where('sendung_id', '=', sendungId).executeTakeFirstOrThrow())
const benachrichtigt = async (sendungId: string) => {
  const { id } = await nachrichtZu(sendungId)
  await app.execute(system(), benachrichtigungVermerken, { nachrichtId: id, adresse: 'erika@example.org', transportId: '<x@y>' })
  return id
}

const Z1: readonly [string, ...(readonly [string, string])[]][] = [
  ['2026-05-26', ['2026-05-30', '2026-06-30'], ['2026-06-01', '2026-07-01'], ['2026-05-29', '2026-06-29']],
  ['2026-12-22', ['2026-12-26', '2027-01-26'], ['2026-12-28', '2027-01-28'], ['2026-12-25', '2027-01-25']],
  ['2026-12-28', ['2027-01-01', '2027-02-01'], ['2027-01-04', '2027-02-04'], ['2026-12-31', '2027-02-01']],
  ['2027-01-27', ['2027-01-31', '2027-03-01'], ['2027-02-01', '2027-03-01'], ['2027-01-30', '2027-03-01']],
  ['2027-03-22', ['2027-03-26', '2027-04-26'], ['2027-03-30', '2027-04-30'], ['2027-03-25', '2027-04-26']],
  ['2027-05-24', ['2027-05-28', '2027-06-28'], ['2027-05-28', '2027-06-28'], ['2027-05-27', '2027-06-28']],
  ['2027-09-28', ['2027-10-02', '2027-11-02'], ['2027-10-04', '2027-11-04'], ['2027-10-01', '2027-11-02']],
  ['2028-01-27', ['2028-01-31', '2028-02-29'], ['2028-01-31', '2028-02-29'], ['2028-01-30', '2028-02-29']],
]

for (const [tag, ...erwartet] of Z1) {
  test(`Z1: sent on ${tag}`, async () => {
    await uhr(tag)
    for (const [index, regel] of (['VWVFG_POST', 'AO_POST', 'OZG_9'] as const satisfies readonly RegelId[]).entries()) {
      const lage = await testLage(app, musterstadt)
      const mailbox = regel === 'OZG_9'
      const { sendungId } = await sende(app, musterstadt, lage, { bekanntgabeRegel: regel, kanal: mailbox ? 'postfach' : 'post', ...(mailbox ? { empfaenger: { name: erika.name, kontoId: erika.id } } : {}) })
      if (!mailbox) await app.execute(poststelle, postAufgeben, { sendungIds: [sendungId], am: tag })
      const sendung = await stand(lage)
      const gesetzt = await frist(lage)
      assert.deepEqual([sendung?.bekanntgabe_tag?.toString(), gesetzt?.ende.toString()], erwartet[index], regel)
      assert.match(gesetzt?.regel ?? '', new RegExp(`^${regel}/\\d{4}-\\d\\d-\\d\\d · KLAGE/1$`))
    }
  })
}

test('a rule looks at the holidays of the recipient: Fronleichnam in Berlin and in NRW', async () => {
  await uhr('2026-05-31')
  const tage = []
  for (const land of ['BE', 'NW'] as const) {
    const lage = await testLage(app, musterstadt)
    const { sendungId } = await sende(app, musterstadt, lage, { bekanntgabeRegel: 'AO_POST', empfaenger: { name: 'Erika Muster', anschrift, land } })
    await app.execute(poststelle, postAufgeben, { sendungIds: [sendungId], am: '2026-05-31' })
    tage.push((await stand(lage))?.bekanntgabe_tag?.toString())
  }
  assert.deepEqual(tage, ['2026-06-04', '2026-06-05'])
})

test('the version of the rule goes by the day of posting; § 122a AO changes with the year', async () => {
  for (const [tag, datum, version] of [['2024-12-31', '2025-01-03', 'VWVFG_POST/1977-01-01'], ['2025-01-01', '2025-01-05', 'VWVFG_POST/2025-01-01']] as const) {
    await uhr(tag)
    const lage = await testLage(app, musterstadt)
    const { sendungId } = await sende(app, musterstadt, lage)
    await app.execute(poststelle, postAufgeben, { sendungIds: [sendungId], am: tag })
    const sendung = await stand(lage)
    assert.deepEqual([sendung?.bekanntgabe_tag?.toString(), sendung?.staende.at(-1)?.regelVersion], [datum, version])
  }
  await uhr('2027-01-29')
  const lage = await testLage(app, musterstadt)
  await sende(app, musterstadt, lage, { kanal: 'postfach', bekanntgabeRegel: 'AO_122A_OLD', empfaenger: { name: erika.name, kontoId: erika.id } })
  assert.deepEqual([(await stand(lage))?.regel, (await stand(lage))?.bekanntgabe_tag?.toString()], ['AO_122A_NEW', '2027-02-02'])
})

test('a waiting letter is not announced: no trigger, no day, no deadline (X2-03)', async () => {
  await uhr('2026-12-22')
  const lage = await testLage(app, musterstadt)
  const { sendungId } = await sende(app, musterstadt, lage)
  const sendung = await stand(lage)
  assert.deepEqual([sendung?.status, sendung?.bekanntgabe_status, sendung?.bekanntgabe_tag, await frist(lage)], ['FREIGEGEBEN', 'KEIN_AUSLOESER', null, undefined])
  await assert.rejects(app.execute(poststelle, postAufgeben, { sendungIds: [sendungId], am: '2026-12-23' }), Invalid)
  await assert.rejects(app.execute(poststelle, postAufgeben, { sendungIds: [sendungId], am: '2026-12-21' }), Invalid)
  await assert.rejects(app.execute(poststelle, postAufgeben, { sendungIds: [sendungId], am: '2026-02-30' }), Invalid)
  await assert.rejects(app.execute(sachbearbeitung, bekanntgabeFestlegen, { sendungId, am: '2026-12-22', grund: 'x' }), Conflict)
})

test('double dispatch is impossible, also for ten at once; numbers of the book have no gap', async () => {
  await uhr('2026-12-22')
  const lage = await testLage(app, musterstadt)
  const alle = await Promise.all(Array.from({ length: 10 }, () => sende(app, musterstadt, lage)))
  assert.equal(new Set(alle.map((one) => one.sendungId)).size, 1)
  const [eine, ...weitere] = await sendungen(app, musterstadt, lage.vorgangId)
  assert.equal(weitere.length, 0)
  const { sendungId } = await sende(app, musterstadt, await testLage(app, musterstadt))
  const naechste = await app.db.withMandant(musterstadt, (tx) => ausgang(tx).selectFrom('ausgang.sendung').select('nummer').where('id', '=', sendungId).executeTakeFirstOrThrow())
  assert.equal(naechste.nummer, (eine?.nummer ?? 0n) + 1n)
  assert.match(eine?.buchnummer ?? '', /^PA-2026-\d{6}$/)
  const dokument = await app.db.withMandant(musterstadt, (tx) => dokumentById(tx, lage.dokumentId))
  assert.ok(dokument?.festgeschriebenAm)
  assert.equal(eine?.dokument_hash, dokument.datei.sha256)
})

test('joint addressees each have a Bekanntgabe of their own (X2-05)', async () => {
  await uhr('2026-12-22')
  const lage = await testLage(app, musterstadt)
  const { sendungId } = await sende(app, musterstadt, lage, { empfaenger: { name: 'Erika Muster', anschrift } })
  await sende(app, musterstadt, lage, { empfaenger: { name: 'Max Muster', anschrift } })
  await app.execute(poststelle, postAufgeben, { sendungIds: [sendungId], am: '2026-12-22' })
  const beide = await app.db.withMandant(musterstadt, (tx) => bekanntgabeVon(tx, lage.dokumentId))
  assert.deepEqual(beide.map((one) => one.status), ['BEKANNTGEGEBEN', 'KEIN_AUSLOESER'])
})

test('the fetch rule: day after the fetch, and the end after ten days without one', async () => {
  const empfaenger = { name: erika.name, kontoId: erika.id }
  await uhr('2026-12-22')
  const [geholt, liegt] = [await testLage(app, musterstadt, erika.id), await testLage(app, musterstadt, erika.id)]
  const ids = []
  for (const lage of [geholt, liegt]) {
    const { sendungId } = await sende(app, musterstadt, lage, { kanal: 'postfach', bekanntgabeRegel: 'VWVFG_ABRUF', empfaenger })
    ids.push({ sendungId, nachrichtId: await benachrichtigt(sendungId) })
  }
  assert.equal((await stand(geholt))?.bekanntgabe_status, 'WARTET_AUF_ABRUF')
  await uhr('2026-12-24')
  await app.execute(erika, nachrichtAbrufen, { nachrichtId: ids[0]?.nachrichtId ?? '' })
  assert.deepEqual([(await stand(geholt))?.bekanntgabe_tag?.toString(), (await frist(geholt))?.ende.toString()], ['2026-12-25', '2027-01-25'])
  await uhr('2027-01-01')
  assert.deepEqual(await app.execute(system(), abruffristPruefen, { sendungId: ids[1]?.sendungId ?? '' }), { beendet: false })
  await uhr('2027-01-02')
  await app.execute(erika, nachrichtAbrufen, { nachrichtId: ids[1]?.nachrichtId ?? '' })
  const beendet = await stand(liegt)
  assert.deepEqual([beendet?.status, beendet?.bekanntgabe_status, beendet?.abruf_tag, await frist(liegt)], ['FEHLER', 'BEREITSTELLUNG_BEENDET', null, undefined])
  assert.equal((await nachrichtZu(ids[1]?.sendungId ?? '')).abgerufen_am, null)
  const { sendungId } = await app.execute(sachbearbeitung, erneutAufgeben, { sendungId: ids[1]?.sendungId ?? '', kanal: 'post', anschrift: [...anschrift], grund: 'Nicht abgerufen' })
  await app.execute(poststelle, postAufgeben, { sendungIds: [sendungId], am: '2027-01-02' })
  assert.deepEqual([(await stand(liegt))?.regel, (await stand(liegt))?.bekanntgabe_tag?.toString(), (await stand(liegt))?.vorgaenger_id], ['VWVFG_POST', '2027-01-06', ids[1]?.sendungId])
})

test('the first fetch is recorded once, whoever clicks how often; the document then shows at the Vorgang', async () => {
  await uhr('2026-12-24')
  const lage = await testLage(app, musterstadt, erika.id)
  const { sendungId } = await sende(app, musterstadt, lage, { kanal: 'postfach', bekanntgabeRegel: 'OZG_9', empfaenger: { name: erika.name, kontoId: erika.id } })
  const nachrichtId = await benachrichtigt(sendungId)
  const sichtbar = async () => (await app.db.withMandant(musterstadt, (tx) => dokumentById(tx, lage.dokumentId)))?.fuerInhaber
  assert.equal(await sichtbar(), false)
  await Promise.all(Array.from({ length: 8 }, () => app.execute(erika, nachrichtAbrufen, { nachrichtId })))
  const sendung = await stand(lage)
  assert.equal(sendung?.nachweise.filter((one) => one.art === 'ABRUF').length, 1)
  assert.deepEqual([sendung?.status, sendung?.abruf_tag?.toString(), sendung?.bekanntgabe_tag?.toString()], ['ABGERUFEN', '2026-12-24', '2026-12-27'])
  assert.equal(await sichtbar(), true)
  const fremd = await testBuerger(app, musterstadt, 'Fremd')
  await assert.rejects(app.execute(fremd, nachrichtAbrufen, { nachrichtId }), NotFound)
})

test('a disputed notification counts from the fetch (§ 122a AO, old text); the history shows both', async () => {
  await uhr('2026-11-02')
  const lage = await testLage(app, musterstadt, erika.id)
  const { sendungId } = await sende(app, musterstadt, lage, { kanal: 'postfach', bekanntgabeRegel: 'AO_122A_OLD', empfaenger: { name: erika.name, kontoId: erika.id }, rechtsbehelf: { art: 'EINSPRUCH_AO', belehrungVersion: null } })
  assert.equal((await stand(lage))?.bekanntgabe_status, 'KEIN_AUSLOESER')
  const nachrichtId = await benachrichtigt(sendungId)
  assert.deepEqual([(await stand(lage))?.bekanntgabe_tag?.toString(), (await frist(lage))?.ende.toString()], ['2026-11-06', '2027-11-08'])
  await app.execute(sachbearbeitung, zugangFeststellen, { sendungId, art: 'BENACHRICHTIGUNG_BESTRITTEN', grund: 'E-Mail kam laut Anruf nicht an' })
  assert.deepEqual([(await stand(lage))?.bekanntgabe_status, (await frist(lage))?.status], ['NICHT_ABGERUFEN', 'hinfaellig'])
  await uhr('2026-11-20')
  await app.execute(erika, nachrichtAbrufen, { nachrichtId })
  const sendung = await stand(lage)
  assert.deepEqual(sendung?.staende.map((one) => [one.status, one.datum?.toString() ?? null]), [
    ['KEIN_AUSLOESER', null], ['BEKANNTGEGEBEN', '2026-11-06'], ['NICHT_ABGERUFEN', null], ['BEKANNTGEGEBEN', '2026-11-20'],
  ])
  assert.deepEqual((await frist(lage))?.verlauf.map((one) => [one.was, one.ende.toString()]), [['gesetzt', '2027-11-08'], ['hinfaellig', '2027-11-08'], ['wieder_offen', '2027-11-22']])
})

test('proven later receipt and return by the post displace the fiction, with the deadline (X2-02)', async () => {
  await uhr('2026-12-22')
  const lage = await testLage(app, musterstadt)
  const { sendungId } = await sende(app, musterstadt, lage)
  await app.execute(poststelle, postAufgeben, { sendungIds: [sendungId], am: '2026-12-22' })
  await uhr('2027-01-15')
  await app.execute(sachbearbeitung, zugangFeststellen, { sendungId, art: 'NACHGEWIESEN_AM', am: '2027-01-05', grund: 'Empfangsbestätigung des Hauses' })
  assert.deepEqual([(await stand(lage))?.bekanntgabe_tag?.toString(), (await frist(lage))?.ende.toString()], ['2027-01-05', '2027-02-05'])
  await app.execute(poststelle, ruecklaufErfassen, { sendungId, am: '2027-01-14', grund: 'Unbekannt verzogen' })
  assert.deepEqual([(await stand(lage))?.status, (await stand(lage))?.bekanntgabe_tag, (await frist(lage))?.status], ['RUECKLAUF', null, 'hinfaellig'])
  assert.deepEqual((await stand(lage))?.staende.map((one) => one.nr), [1, 2, 3, 4])
})

test('a person may lay the day down with a reason; no computation overrules it', async () => {
  await uhr('2026-12-22')
  const lage = await testLage(app, musterstadt)
  const { sendungId } = await sende(app, musterstadt, lage)
  await app.execute(poststelle, postAufgeben, { sendungIds: [sendungId], am: '2026-12-22' })
  await app.execute(sachbearbeitung, bekanntgabeFestlegen, { sendungId, am: '2026-12-23', grund: 'Persönlich am Schalter ausgehändigt' })
  await app.execute(sachbearbeitung, zugangFeststellen, { sendungId, art: 'NACHGEWIESEN_AM', am: '2026-12-22', grund: 'x' })
  const sendung = await stand(lage)
  assert.deepEqual([sendung?.bekanntgabe_tag?.toString(), sendung?.staende.at(-1)?.festgelegt, (await frist(lage))?.ende.toString()], ['2026-12-23', true, '2027-01-25'])
})

test('no mailbox: the letter takes its place, says so and waits for an address (A7-08)', async () => {
  await uhr('2026-12-22')
  const lage = await testLage(app, musterstadt)
  const { sendungId } = await sende(app, musterstadt, lage, { kanal: 'postfach', bekanntgabeRegel: 'OZG_9', empfaenger: { name: 'Gast Ohne-Konto', email: 'gast@example.org' } })
  const sendung = await stand(lage)
  assert.deepEqual([sendung?.kanal, sendung?.status, sendung?.regel], ['post', 'FREIGEGEBEN', 'VWVFG_POST'])
  assert.match(sendung?.ersatzweg ?? '', /kein Konto/)
  assert.deepEqual(sendung?.nachweise.map((one) => one.art), ['ERSATZWEG'])
  await assert.rejects(app.execute(poststelle, postAufgeben, { sendungIds: [sendungId], am: '2026-12-22' }), (error: unknown) => error instanceof Conflict && error.code === 'sendung.anschriftFehlt')
  await app.execute(poststelle, anschriftErgaenzen, { sendungId, anschrift: [...anschrift] })
  await app.execute(poststelle, postAufgeben, { sendungIds: [sendungId], am: '2026-12-22' })
  assert.equal((await stand(lage))?.bekanntgabe_tag?.toString(), '2026-12-26')
})

test('strangers: other units, other towns, unknown ids, a rule that does not fit', async () => {
  await uhr('2026-12-22')
  const lage = await testLage(app, musterstadt)
  const { sendungId } = await sende(app, musterstadt, lage)
  const woanders = personalActor(['ausgang.lesen', 'ausgang.aufgeben', 'vorgang.bearbeiten'], { einheiten: ['01900000-0000-7000-8000-0000000000ff'] })
  await assert.rejects(app.execute(woanders, postAufgeben, { sendungIds: [sendungId], am: '2026-12-22' }), NotFound)
  await assert.rejects(app.execute(woanders, zugangFeststellen, { sendungId, art: 'NICHT_ZUGEGANGEN', grund: 'x' }), NotFound)
  await assert.rejects(app.execute(personalActor(['ausgang.aufgeben'], { mandantId: beispielhausen }), postAufgeben, { sendungIds: [sendungId], am: '2026-12-22' }), NotFound)
  await assert.rejects(sende(app, musterstadt, { ...lage, dokumentId: sendungId }), NotFound)
  await assert.rejects(sende(app, musterstadt, await testLage(app, musterstadt), { bekanntgabeRegel: 'OZG_9' }), Invalid)
})

test('proofs and computed days cannot be changed', async () => {
  for (const tabelle of ['ausgang.versandnachweis', 'ausgang.bekanntgabe'] as const) {
    await assert.rejects(app.db.withMandant(musterstadt, (tx) => ausgang(tx).deleteFrom(tabelle).execute()), /permission denied/)
    await assert.rejects(app.db.withMandant(musterstadt, (tx) => ausgang(tx).updateTable(tabelle).set({ akteur_id: 'x' }).execute()), /permission denied/)
  }
})

test('a message goes to citizens only', async () => {
  const lage = await testLage(app, musterstadt)
  await assert.rejects(alsSystem(app, musterstadt, (ctx) => nachrichtInsPostfach(ctx, { kontoId: poststelle.id, vorgangId: lage.vorgangId, betreff: 'x', text: 'x', art: 'nachricht' })), Invalid)
})
