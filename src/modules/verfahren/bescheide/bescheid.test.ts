import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { musterstadt, testApp } from '../../../../test/app.js'
import { Conflict, ExpectedError, Forbidden, Invalid } from '../../../platform/errors.js'
import { newId } from '../../../platform/time/index.js'
import type { Actor } from '../../../platform/usecases/actor.js'
import { dokumenteVon } from '../../akte/akten/index.js'
import { alsSystem } from '../../akte/akten/testdaten.js'
import { anschrift, sendungen, testBuerger, testLage } from '../../akte/ausgang/test-daten.js'
import { aufgabeAnlegen } from '../../grundlagen/aufgaben/index.js'
import { bescheide } from './db/tables.js'
import { inhaltHash, type Inhalt } from './domain/inhalt.js'
import { entwurfLesen, bescheidLesen } from './entwerfen/query.js'
import { ausfertigungAblegen } from './erlassen/command.js'
import { ausfertigen } from './erlassen/job.js'
import { bescheidZeichnen, bescheidZuVorgang, entwurfSpeichern, erlasse, registerGrundlage, zurZeichnungGeben } from './index.js'
import { vorschauLesen } from './vorschau/query.js'

const { app, settle } = await testApp()
const einheitId = newId()
const erika = await testBuerger(app, musterstadt)
const ids = { anna: newId(), bert: newId(), cem: newId() }
type Wer = keyof typeof ids

/** An employee with both roles, own or standing in for somebody. */
const person = (wer: Wer, fuer?: Wer): Actor => ({
  art: 'personal', mandantId: musterstadt, id: ids[wer], name: wer, stufe: 1,
  zuweisungen: ['sachbearbeitung', 'teamleitung'].map((rolle) => ({
    rolle, rechte: new Set(['vorgang.lesen', 'aufgabe.bearbeiten', 'bescheid.entwerfen', 'bescheid.zeichnen']), ...(fuer && fuer !== wer ? { vertretungFuer: ids[fuer] } : {}),
  })),
})
const inhalt = (weiteres: Partial<Inhalt> = {}): Inhalt => ({
  art: 'genehmigung', betreff: 'Bewohnerparkausweis', anrede: 'Guten Tag Erika Muster,', tenor: 'Sie erhalten den Ausweis.', nebenbestimmungen: '', begruendung: 'Sie wohnen dort.', kosten: '',
  versand: { kanal: 'post', name: 'Erika Muster', anschrift: [...anschrift], kontoId: null }, ...weiteres,
})
const mitGrundlage = new Set<string>()
registerGrundlage(async (_, vorgangId) => mitGrundlage.has(vorgangId) ? {
  leistung: 'Bewohnerparkausweis', vorlage: null, daten: { kfz: 'WES-AB 123', beginn: '2026-12-01' }, zustellung: 'postfach',
  rechtsbehelf: { art: 'KLAGE', stelle: 'dem Verwaltungsgericht Düsseldorf', anschrift: 'Bastionstraße 39, 40213 Düsseldorf' },
  bekanntgabe: { post: 'VWVFG_POST', elektronisch: 'OZG_9' }, empfaenger: { name: erika.name, anschrift, kontoId: erika.id },
} : undefined)

async function neu(): Promise<string> {
  const { vorgangId } = await testLage(app, musterstadt, erika.id, einheitId)
  mitGrundlage.add(vorgangId)
  return vorgangId
}
const aufgabe = (vorgangId: string, gruppe: string) => alsSystem(app, musterstadt, (ctx) => aufgabeAnlegen(ctx, { vorgangId, einheitId, gruppe, titel: 'Bescheid', maske: 'bescheid.entwerfen', kontext: { betreff: 'x' } }))
const lesen = (vorgangId: string) => app.db.withMandant(musterstadt, (tx) => bescheidZuVorgang(tx, vorgangId))
const speichern = async (actor: Actor, vorgangId: string, was: Inhalt) => app.execute(actor, entwurfSpeichern, { vorgangId, aufgabeId: (await aufgabe(vorgangId, 'sachbearbeitung')).aufgabeId, inhalt: was })
const vorlegen = async (actor: Actor, vorgangId: string, was = inhalt()) => app.execute(actor, zurZeichnungGeben, { vorgangId, aufgabeId: (await aufgabe(vorgangId, 'sachbearbeitung')).aufgabeId, inhalt: was })
async function zeichnen(actor: Actor, vorgangId: string, ergebnis: 'gezeichnet' | 'zurueck' = 'gezeichnet', fassungHash?: string): Promise<void> {
  const letzte = (await lesen(vorgangId))?.fassungen.at(-1)
  const { aufgabeId } = await aufgabe(vorgangId, 'teamleitung')
  await app.execute(actor, bescheidZeichnen, { vorgangId, aufgabeId, fassungNr: letzte?.nr ?? 1, fassungHash: fassungHash ?? letzte?.hash ?? '0'.repeat(64), ergebnis, grund: 'Bitte ändern' })
}

test('versions stand beside each other; the same content is none; what is signed is the hash', async () => {
  const vorgangId = await neu()
  await speichern(person('anna'), vorgangId, inhalt())
  await speichern(person('anna'), vorgangId, inhalt())
  const { nr, hash } = await vorlegen(person('anna'), vorgangId, inhalt({ tenor: 'Geändert.' }))
  assert.deepEqual([nr, hash], [2, inhaltHash(inhalt({ tenor: 'Geändert.' }))])
  await assert.rejects(zeichnen(person('bert'), vorgangId, 'gezeichnet', inhaltHash(inhalt())), Conflict)
  await zeichnen(person('bert'), vorgangId)
  const { bescheid, namen } = await app.ask(person('bert'), bescheidLesen, { vorgangId })
  assert.deepEqual([bescheid?.status, bescheid?.zeichnungen.map((one) => [one.fassungNr, one.gilt]), namen.size], ['gezeichnet', [[2, true]], 0])
})

test('a later version leaves the earlier signature visible and without effect (C3-03)', async () => {
  const vorgangId = await neu()
  await vorlegen(person('anna'), vorgangId)
  await zeichnen(person('bert'), vorgangId)
  await speichern(person('cem'), vorgangId, inhalt({ tenor: 'Doch anders.' }))
  const danach = await lesen(vorgangId)
  assert.deepEqual([danach?.status, danach?.zeichnungen.map((one) => one.gilt)], ['entwurf', [false]])
  await assert.rejects(alsSystem(app, musterstadt, (ctx) => erlasse(ctx, vorgangId)), /noch nicht gezeichnet/)
})

test('giving back needs a reason and makes it a draft again', async () => {
  const vorgangId = await neu()
  await vorlegen(person('anna'), vorgangId)
  await zeichnen(person('anna'), vorgangId, 'zurueck')
  const bescheid = await lesen(vorgangId)
  assert.deepEqual([bescheid?.status, bescheid?.zeichnungen[0]?.grund], ['entwurf', 'Bitte ändern'])
})

test('open places, missing reasons and numbers of days keep it from being signed', async () => {
  const vorgangId = await neu()
  const felder = async (weiteres: Partial<Inhalt>) => vorlegen(person('anna'), vorgangId, inhalt(weiteres)).then(() => [], (error: unknown) => (error instanceof Invalid ? error.felder.map((one) => one.feld) : [String(error)]))
  assert.deepEqual(await felder({ tenor: 'Für ‹bitte ergänzen: kfz›.' }), ['tenor'])
  assert.deepEqual(await felder({ art: 'ablehnung', begruendung: '' }), ['begruendung', 'art'])
  assert.deepEqual(await felder({ kosten: 'Der Bescheid gilt drei Tage nach Aufgabe als bekannt gegeben.' }), ['kosten'])
  assert.deepEqual(await felder({ versand: { kanal: 'post', name: 'X', anschrift: [], kontoId: null } }), ['anschrift'])
  assert.equal((await lesen(vorgangId)), undefined)
})

test('four eyes: no order of drafting, signing and standing in gives one person both', async () => {
  const wer = fc.constantFrom<Wer>('anna', 'bert', 'cem')
  const schritt = fc.record({ wer, fuer: wer, was: fc.constantFrom('speichern', 'vorlegen', 'zeichnen', 'zeichnen', 'zurueck'), text: fc.constantFrom('A', 'B', 'C') })
  let gezeichnet = 0
  await fc.assert(fc.asyncProperty(fc.array(schritt, { minLength: 3, maxLength: 8 }), async (schritte) => {
    const vorgangId = await neu()
    // A draft that waits for a signature comes first, so that every run can see one.
    for (const { wer: einer, fuer, was, text } of [{ wer: 'anna', fuer: 'anna', was: 'vorlegen', text: 'A' } as const, ...schritte]) {
      const actor = person(einer, fuer)
      const tun = was === 'speichern' ? speichern(actor, vorgangId, inhalt({ tenor: text })) : was === 'vorlegen' ? vorlegen(actor, vorgangId, inhalt({ tenor: text })) : zeichnen(actor, vorgangId, was === 'zeichnen' ? 'gezeichnet' : 'zurueck')
      await tun.catch((error: unknown) => { assert.ok(error instanceof ExpectedError, String(error)) })
      const bescheid = await lesen(vorgangId)
      const gueltig = bescheid?.zeichnungen.filter((one) => one.gilt && one.art === 'GEZEICHNET') ?? []
      if (bescheid?.status === 'gezeichnet') assert.ok(gueltig.length > 0)
      if (gueltig.length > 0) gezeichnet++
      const verfasser = new Set(bescheid?.fassungen.flatMap((one) => [one.autorId, one.autorFuer]).filter((id) => id !== null))
      for (const { werId, fuerId } of gueltig) assert.ok(!verfasser.has(werId) && !(fuerId && verfasser.has(fuerId)), `${werId} wrote and signed`)
    }
  }), { numRuns: 20, endOnFailure: true })
  assert.ok(gezeichnet > 0, 'the property never saw a signature')
})

test('what the program forbids the database forbids too', async () => {
  const vorgangId = await neu()
  const { bescheidId, nr, hash } = await vorlegen(person('anna', 'bert'), vorgangId)
  const roh = (werte: { wer_id: string; fuer_id?: string | null; fassung_hash?: string }) => app.db.withMandant(musterstadt, (tx) => bescheide(tx).insertInto('bescheide.zeichnung').values({
    id: newId(), bescheid_id: bescheidId, fassung_nr: nr, fassung_hash: hash, art: 'GEZEICHNET', fuer_id: null, grund: null, zeitpunkt: app.clock.now(), ...werte,
  }).execute())
  await assert.rejects(roh({ wer_id: ids.anna }), /Four eyes/)
  await assert.rejects(roh({ wer_id: ids.bert }), /Four eyes/)
  await assert.rejects(roh({ wer_id: ids.cem, fuer_id: ids.anna }), /Four eyes/)
  await assert.rejects(roh({ wer_id: ids.cem, fassung_hash: '1'.repeat(64) }), /newer version/)
  await assert.rejects(app.db.withMandant(musterstadt, (tx) => bescheide(tx).updateTable('bescheide.bescheid').set({ status: 'gezeichnet' }).where('id', '=', bescheidId).execute()), /not signed/)
  for (const tabelle of ['bescheide.fassung', 'bescheide.zeichnung'] as const) await assert.rejects(app.db.withMandant(musterstadt, (tx) => bescheide(tx).deleteFrom(tabelle).execute()), /permission denied/)
  await assert.rejects(zeichnen(person('bert', 'cem'), vorgangId), Forbidden)
})

test('issued once: one file, one Sendung, the archived bytes, the Belehrung of that day', async () => {
  const vorgangId = await neu()
  await vorlegen(person('anna'), vorgangId, inhalt({ versand: { kanal: 'postfach', name: erika.name, anschrift: [], kontoId: erika.id } }))
  await zeichnen(person('bert'), vorgangId)
  const { bescheidId } = await alsSystem(app, musterstadt, (ctx) => erlasse(ctx, vorgangId))
  await alsSystem(app, musterstadt, (ctx) => erlasse(ctx, vorgangId))
  const auftrag = { app, mandantId: musterstadt, actor: { art: 'system' as const, mandantId: musterstadt, id: 'test', name: 'test', zuweisungen: [], stufe: 2 }, signal: AbortSignal.timeout(30_000) }
  await Promise.all([1, 2, 3].map(() => ausfertigen.run(auftrag, { bescheidId })))
  await settle()
  const bescheid = await lesen(vorgangId)
  const dokumente = (await app.db.withMandant(musterstadt, (tx) => dokumenteVon(tx, vorgangId))).filter((one) => one.typ === 'bescheid')
  const [sendung, ...weitere] = await sendungen(app, musterstadt, vorgangId)
  assert.deepEqual([bescheid?.status, dokumente.length, weitere.length, sendung?.dokument_id], ['erlassen', 1, 0, dokumente[0]?.id])
  assert.deepEqual([sendung?.regel, sendung?.belehrung_version, sendung?.kanal, sendung?.bekanntgabe_tag?.toString()], ['OZG_9', 'KLAGE/1', 'postfach', app.clock.today().add({ days: 3 }).toString()])
  assert.equal((await app.blobs.verify(musterstadt, sendung?.dokument_hash ?? '')).ok, true)
  assert.ok(dokumente[0]?.festgeschriebenAm && !dokumente[0].fuerInhaber)
  await assert.rejects(speichern(person('cem'), vorgangId, inhalt({ tenor: 'Zu spät.' })), Conflict)
  await app.execute(auftrag.actor, ausfertigungAblegen, { bescheidId, datei: { sha256: 'f'.repeat(64), size: 1, dateiname: 'x.pdf' } })
  assert.equal((await sendungen(app, musterstadt, vorgangId)).length, 1)
})

test('text blocks are filled from the application; what is missing stays visibly open', async () => {
  const vorgangId = await neu()
  const stand = await app.ask(person('anna'), entwurfLesen, { vorgangId, bausteine: 'ablehnung' })
  assert.match(stand.inhalt.begruendung, /‹bitte ergänzen: Grund der Ablehnung›/)
  assert.deepEqual([stand.inhalt.art, stand.inhalt.versand.kanal, stand.inhalt.versand.kontoId], ['ablehnung', 'postfach', erika.id])
  const { bescheidId } = await speichern(person('anna'), vorgangId, inhalt())
  const { ausfertigung } = await app.ask(person('anna'), vorschauLesen, { bescheidId })
  assert.deepEqual([ausfertigung.daten.entwurf, ausfertigung.rechtsbehelf.belehrungVersion], [true, 'KLAGE/1'])
})
