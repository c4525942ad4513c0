import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, personalActor, system, testApp } from '../../../../../test/app.js'
import { testWeb } from '../../../../../test/web.js'
import { historyOf, satzVon } from '../../../../platform/events/index.js'
import { openContext } from '../../../../platform/usecases/execute.js'
import { dokumentAblegen } from '../../../akte/akten/index.js'
import { postAufgeben, sendungAufgeben, sendungenVon, zugangFeststellen } from '../../../akte/ausgang/index.js'
import { letzteTage } from '../../../grundlagen/fristen/index.js'
import { antragZuVorgang, verlaufVon } from '../index.js'
import { lockAntrag } from '../antrag.js'
import { buergerin, reicheEin, testAnhang, testLeistung } from '../einreichen/test-leistung.js'
import { nachDemBescheid } from './nach-dem-bescheid.js'
import { setzeStatus } from './status.js'

const { app, settle } = await testApp()
const leistung = await testLeistung(app, musterstadt)
const web = await testWeb(app)
const hier = <T>(fn: Parameters<typeof app.db.withMandant<T>>[1]) => app.db.withMandant(musterstadt, fn)
const lauf = () => nachDemBescheid.run({ app, mandantId: musterstadt, actor: system(), signal: new AbortController().signal })
const statusVon = async (vorgangId: string) => (await hier((tx) => antragZuVorgang(tx, vorgangId)))?.status
const stelleUhr = (tag: Temporal.PlainDate) => app.clock.set(tag.toZonedDateTime('Europe/Berlin').add({ hours: 9 }).toInstant())

/** An application that is decided, with the decision in the citizen's mailbox. */
async function entschieden(mitRechtsbehelf = true, kanal: 'postfach' | 'post' = 'postfach') {
  const antrag = await reicheEin(app, musterstadt, leistung)
  await settle()
  const { slot: _slot, pruefstatus: _pruefstatus, ...datei } = await testAnhang(app, musterstadt, 'Bescheid.pdf')
  await hier(async (tx) => {
    const { ctx, finish } = openContext(app, tx, system(), 'test.bescheid')
    const { vorgangId } = antrag
    const { dokumentId } = await dokumentAblegen(ctx, { vorgangId, betreff: 'Bescheid', typ: 'bescheid', richtung: 'ausgang', datum: ctx.today, datei, pruefstatus: 'sauber' })
    await sendungAufgeben(ctx, {
      vorgangId, dokumentId, kanal, betreff: 'Bescheid', empfaenger: { kontoId: buergerin(musterstadt).id, name: 'Erika Muster', anschrift: ['Am Markt 1', '45991 Musterstadt'] },
      ...(mitRechtsbehelf ? { bekanntgabeRegel: kanal === 'post' ? 'VWVFG_POST' as const : 'OZG_9' as const, rechtsbehelf: { art: 'KLAGE' as const, belehrungVersion: 'test' } } : {}),
    })
    await setzeStatus(ctx, await lockAntrag(tx, { vorgangId }), 'ENTSCHIEDEN')
    await finish()
  })
  await settle()
  return antrag
}

test('announced when the day has come, final when the time for a remedy is over; the citizen reads both', async () => {
  const heute = app.clock.today()
  const { vorgangId, vorgangsnummer } = await entschieden()
  const ohne = await entschieden(false)
  await lauf()
  assert.equal(await statusVon(vorgangId), 'ENTSCHIEDEN', 'provided today, announced later')
  const erika = web.besucher()
  await erika.mitSitzung('buerger', buergerin(musterstadt).id, musterstadt)

  await stelleUhr(heute.add({ days: 7 }))
  await lauf(); await lauf()
  assert.equal(await statusVon(vorgangId), 'BEKANNTGEGEBEN')
  const ende = (await hier((tx) => letzteTage(tx, [vorgangId], 'RECHTSBEHELF'))).get(vorgangId)
  assert.ok(ende)
  const seite = () => erika.get(`/konto/vorgaenge/${vorgangsnummer}`)
  await erika.mitSitzung('buerger', buergerin(musterstadt).id, musterstadt)
  const bekannt = await seite()
  assert.match(bekannt.html, /gilt als bei Ihnen angekommen/)
  assert.match(bekannt.html, new RegExp(`Wehren können Sie sich bis zum <time datetime="${ende.toString()}"`))

  await stelleUhr(ende)
  await lauf()
  assert.equal(await statusVon(vorgangId), 'BEKANNTGEGEBEN', 'the last day still counts')
  await stelleUhr(ende.add({ days: 1 }))
  await lauf()
  assert.equal(await statusVon(vorgangId), 'BESTANDSKRAEFTIG')
  await erika.mitSitzung('buerger', buergerin(musterstadt).id, musterstadt)
  assert.match((await seite()).html, /Die Entscheidung ist endgültig/)
  const verlauf = await hier(async (tx) => verlaufVon(tx, (await antragZuVorgang(tx, vorgangId))?.id ?? ''))
  assert.deepEqual(verlauf.slice(-3).map(({ nach }) => nach), ['ENTSCHIEDEN', 'BEKANNTGEGEBEN', 'BESTANDSKRAEFTIG'])
  assert.match(verlauf.at(-1)?.grund ?? '', /Rechtsbehelfsfrist bis/)
  assert.equal(await statusVon(ohne.vorgangId), 'ENTSCHIEDEN', 'a plain letter announces nothing')
  await app.clock.set('echt')
})

test('a disproved announcement takes state and deadline back, with the reason; a later proved day brings both again (X2-02)', async () => {
  const heute = app.clock.today()
  const { vorgangId } = await entschieden(true, 'post')
  const sommer = personalActor(['vorgang.lesen', 'vorgang.bearbeiten', 'ausgang.aufgeben'])
  const [sendung] = await hier((tx) => sendungenVon(tx, vorgangId))
  assert.ok(sendung)
  await app.execute(sommer, postAufgeben, { sendungIds: [sendung.id], am: heute.toString() })
  await stelleUhr(heute.add({ months: 3 }))
  await lauf()
  assert.equal(await statusVon(vorgangId), 'BESTANDSKRAEFTIG')
  const fristende = async () => (await hier((tx) => letzteTage(tx, [vorgangId], 'RECHTSBEHELF'))).get(vorgangId)

  assert.deepEqual(await app.execute(sommer, zugangFeststellen, { sendungId: sendung.id, art: 'NICHT_ZUGEGANGEN', grund: 'Brief kam zurück' }), { neuBerechnet: true })
  await settle()
  assert.equal(await statusVon(vorgangId), 'ENTSCHIEDEN')
  assert.equal(await fristende(), undefined, 'no day, no deadline (X2-03)')
  await lauf()
  assert.equal(await statusVon(vorgangId), 'ENTSCHIEDEN', 'and it stays so')
  const verlauf = await hier(async (tx) => verlaufVon(tx, (await antragZuVorgang(tx, vorgangId))?.id ?? ''))
  assert.match(verlauf.at(-1)?.grund ?? '', /neu berechnet: .*Brief kam zurück/)
  const worte = (await hier((tx) => historyOf(tx, { vorgangId }))).map((event) => satzVon(event, () => 'Sabine Sommer'))
  assert.ok(worte.includes('hat festgestellt, dass die Sendung nicht zugegangen ist') && worte.some((satz) => /Bekanntgabe vom .* entfallen/.test(satz)), worte.join(' · '))

  const zugegangen = heute.add({ months: 3 }).subtract({ days: 2 })
  await app.execute(sommer, zugangFeststellen, { sendungId: sendung.id, art: 'NACHGEWIESEN_AM', am: zugegangen.toString(), grund: 'Einschreiben' })
  await settle()
  await lauf()
  assert.equal(await statusVon(vorgangId), 'BEKANNTGEGEBEN')
  assert.ok(Temporal.PlainDate.compare(await fristende() ?? heute, zugegangen.add({ days: 27 })) > 0)
  await app.clock.set('echt')
})

test('in a mailbox the provision counts: that nobody read it is on record and changes no day (§ 9 OZG)', async () => {
  const { vorgangId } = await entschieden()
  const [sendung] = await hier((tx) => sendungenVon(tx, vorgangId))
  const sommer = personalActor(['vorgang.lesen', 'vorgang.bearbeiten'])
  assert.deepEqual(await app.execute(sommer, zugangFeststellen, { sendungId: sendung?.id ?? '', art: 'NICHT_ZUGEGANGEN', grund: 'Nicht gelesen' }), { neuBerechnet: false })
})

test('looked at late, both steps are made and both are on record', async () => {
  const { vorgangId } = await entschieden()
  await stelleUhr(app.clock.today().add({ months: 3 }))
  await lauf()
  assert.equal(await statusVon(vorgangId), 'BESTANDSKRAEFTIG')
  await app.clock.set('echt')
})
