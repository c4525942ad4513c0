import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { musterstadt, testApp } from '../../../../../test/app.js'
import { Conflict, Forbidden, Invalid, NotFound } from '../../../../platform/errors.js'
import type { Actor } from '../../../../platform/usecases/actor.js'
import { sendungen } from '../../../akte/ausgang/test-daten.js'
import { aufgabeErledigen } from '../../../grundlagen/aufgaben/index.js'
import { anhoerungBeantworten, anhoeren } from '../../anhoerung/index.js'
import { antragByNummer, antragStatusSetzen } from '../../antraege/index.js'
import { beschaeftigt, buergerin, marktantrag, marktstadt, offene, type Marktfall } from '../../beteiligung/testmarkt.js'
import { imSystem } from '../../fallbearbeitung/testfall.js'
import { bescheidZuVorgang, korrekturenVon } from '../bescheid.js'
import { entwurfLesen } from '../entwerfen/query.js'
import { bescheidKorrigieren, bescheidZeichnen, korrekturZeichnen, zurZeichnungGeben } from '../index.js'
import { korrekturVorschlagen } from './query.js'

const { app, settle } = await testApp()
let sommer: Actor
let lenz: Actor
before(async () => {
  await marktstadt(app, musterstadt)
  ;[sommer, lenz] = await Promise.all(['s.sommer', 'l.lenz'].map((kennung) => beschaeftigt(app, musterstadt, kennung))) as [Actor, Actor]
})
const lesen = <T>(fn: (tx: Parameters<typeof bescheidZuVorgang>[0]) => Promise<T>) => app.db.withMandant(musterstadt, fn)

/** A market that was granted, the decision in the mailbox. */
async function erlassen(): Promise<Marktfall & { bescheidId: string }> {
  const fall = await marktantrag(app, musterstadt)
  const eine = async (maske: string) => { await settle(); return (await offene(app, musterstadt, fall.vorgangId, maske))[0]?.id ?? '' }
  await app.execute(sommer, aufgabeErledigen, { aufgabeId: await eine('antrag.pruefen'), ergebnis: 'genehmigen' })
  const { inhalt } = await app.ask(sommer, entwurfLesen, { vorgangId: fall.vorgangId })
  const { nr, hash, bescheidId } = await app.execute(sommer, zurZeichnungGeben, { vorgangId: fall.vorgangId, aufgabeId: await eine('bescheid.entwerfen'), inhalt })
  await app.execute(lenz, bescheidZeichnen, { vorgangId: fall.vorgangId, aufgabeId: await eine('bescheid.zeichnen'), fassungNr: nr, fassungHash: hash, ergebnis: 'gezeichnet' })
  await settle()
  return { ...fall, bescheidId }
}
async function korrigieren(actor: Actor, { bescheidId }: { bescheidId: string }, art: 'berichtigung' | 'ruecknahme', mehr: Record<string, unknown> = {}) {
  const { vorschlag } = await app.ask(sommer, korrekturVorschlagen, { bescheidId })
  const inhalt = { ...vorschlag(art), tenor: 'Statt „Marktplatz“ heißt es richtig „Rathausplatz“.', begruendung: 'Der Fehler ist offensichtlich.' }
  return app.execute(actor, bescheidKorrigieren, { bescheidId, inhalt, norm: '§ 42 VwVfG NRW', wirkungAb: null, kenntnisAm: null, ...mehr })
}
async function zeichnen(actor: Actor, fall: Marktfall, ergebnis: 'gezeichnet' | 'zurueck' = 'gezeichnet', grund = ''): Promise<void> {
  const korrektur = (await lesen((tx) => korrekturenVon(tx, fall.vorgangId))).at(-1)
  const fassung = korrektur?.fassungen.at(-1)
  const [aufgabe] = await offene(app, musterstadt, fall.vorgangId, 'bescheid.korrekturZeichnen')
  await app.execute(actor, korrekturZeichnen, { bescheidId: korrektur?.id ?? '', aufgabeId: aufgabe?.id ?? '', fassungNr: fassung?.nr ?? 1, fassungHash: fassung?.hash ?? '0'.repeat(64), ergebnis, grund })
  await settle()
}

test('a Berichtigung is a decision of its own, signed by a second person; the first stays and is marked', async () => {
  const fall = await erlassen()
  const vorher = (await lesen((tx) => bescheidZuVorgang(tx, fall.vorgangId)))?.fassungen
  await assert.rejects(korrigieren(await beschaeftigt(app, musterstadt, 'f.fels'), fall, 'berichtigung'), NotFound)
  await assert.rejects(korrigieren(sommer, fall, 'berichtigung', { norm: '§ 48' }), Invalid)
  await korrigieren(sommer, fall, 'berichtigung')
  await assert.rejects(korrigieren(sommer, fall, 'berichtigung'), Conflict)
  await assert.rejects(zeichnen(sommer, fall), (error: unknown) => error instanceof Forbidden || error instanceof NotFound)
  await assert.rejects(zeichnen(lenz, fall, 'zurueck'), Invalid)
  await zeichnen(lenz, fall, 'zurueck', 'Welcher Platz?')
  await korrigieren(sommer, fall, 'berichtigung')
  await zeichnen(lenz, fall)
  const [korrektur, ...weitere] = await lesen((tx) => korrekturenVon(tx, fall.vorgangId))
  const erster = await lesen((tx) => bescheidZuVorgang(tx, fall.vorgangId))
  assert.deepEqual([korrektur?.status, korrektur?.vorgaengerId, weitere.length, erster?.status], ['erlassen', fall.bescheidId, 0, 'korrigiert'])
  assert.deepEqual(erster?.fassungen, vorher)
  const sendung = (await sendungen(app, musterstadt, fall.vorgangId)).at(-1)
  assert.deepEqual([sendung?.dokument_id, sendung?.kanal], [korrektur?.dokumentId, 'postfach'])
  await assert.rejects(korrigieren(sommer, { bescheidId: korrektur?.id ?? '' }, 'berichtigung'), NotFound)
})

test('a Ruecknahme needs a hearing of its own, a day and the year; the application waits for the new announcement', async () => {
  const fall = await erlassen()
  const heute = app.clock.today()
  const mehr = { norm: '§ 48 Abs. 1 Satz 2, Abs. 3 VwVfG NRW (andere Begünstigung)', wirkungAb: heute.toString(), kenntnisAm: heute.toString() }
  const felder = async (weitere = {}) => korrigieren(sommer, fall, 'ruecknahme', { ...mehr, ...weitere }).then(() => [], (error: unknown) => { assert.ok(error instanceof Invalid, String(error)); return error.felder.map(({ feld }) => feld) })
  assert.deepEqual(await felder(), ['art'])
  assert.deepEqual(await felder({ kenntnisAm: heute.subtract({ years: 1, days: 1 }).toString(), wirkungAb: null }), ['wirkungAb', 'kenntnisAm', 'art'])
  await app.execute(sommer, anhoeren, { vorgangId: fall.vorgangId, text: 'Wir wollen den Bescheid zurücknehmen.', frist: heute.add({ days: 14 }).toString() })
  await app.execute(await buergerin(app, musterstadt), anhoerungBeantworten, { nummer: fall.vorgangsnummer, text: 'Einverstanden.', dateien: [] })
  await imSystem(app, musterstadt, (ctx) => antragStatusSetzen(ctx, fall.vorgangId, 'BEKANNTGEGEBEN'))
  assert.deepEqual(await felder(), [])
  await zeichnen(lenz, fall)
  const antrag = await lesen((tx) => antragByNummer(tx, fall.vorgangsnummer))
  assert.ok(antrag?.status === 'ENTSCHIEDEN' || antrag?.status === 'BEKANNTGEGEBEN')
  assert.equal((await lesen((tx) => bescheidZuVorgang(tx, fall.vorgangId)))?.status, 'korrigiert')
})
