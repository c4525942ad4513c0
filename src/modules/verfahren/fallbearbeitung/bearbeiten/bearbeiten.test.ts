import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { musterstadt, personalActor, testApp } from '../../../../../test/app.js'
import { testWeb } from '../../../../../test/web.js'
import { vorgangById } from '../../../akte/akten/index.js'
import { aufgabenVon } from '../../../grundlagen/aufgaben/index.js'
import { nachrichtSenden } from '../../workflow/index.js'
import { registerFallTeil, registerMaske } from '../index.js'
import { vorgangAbschliessen } from '../abschliessen/command.js'
import { demoStadt, imSystem, leute, testFall, type Testfall } from '../testfall.js'
import { Invalid } from '../../../../platform/errors.js'
import { h } from 'preact'

const { app, settle } = await testApp()
await demoStadt(app, musterstadt)
const web = await testWeb(app)
const als = async (wer: keyof typeof leute) => { const besucher = web.besucher(); await besucher.mitSitzung('personal', leute[wer], musterstadt); return besucher }
const [sommer, thal, lenz] = [await als('sommer'), await als('thal'), await als('lenz')]
const pfad = ({ vorgangsnummer }: Testfall) => `/arbeitsplatz/vorgaenge/${vorgangsnummer}`
const offene = async ({ vorgangId }: Testfall) => {
  const [eine] = (await app.db.withMandant(musterstadt, (tx) => aufgabenVon(tx, vorgangId))).filter(({ status }) => status === 'offen')
  if (!eine) throw new Error('no open task')
  return eine
}
const tue = async (besucher: typeof sommer, fall: Testfall, werte: Record<string, string>) => besucher.senden(pfad(fall), werte, `${pfad(fall)}/aufgaben/${(await offene(fall)).id}`)

test('a case from first check to the files, over pages only, by two people', async () => {
  const fall = await testFall(app, musterstadt)
  const erste = await sommer.get(pfad(fall))
  assert.equal(erste.status, 200)
  assert.match(erste.html, /Antrag prüfen/)
  for (const knopf of ['Genehmigen', 'Ablehnen', 'Rückfrage stellen']) assert.match(erste.html, new RegExp(knopf))
  const geprueft = await tue(sommer, fall, { ergebnis: 'genehmigen', vermerk: 'Alles vollständig.' })
  assert.deepEqual([geprueft.status, geprueft.location], [303, pfad(fall)])
  await tue(sommer, fall, { ergebnis: 'erledigt' })
  const vierAugen = await sommer.get(pfad(fall))
  assert.match(vierAugen.html, /Vier-Augen-Prinzip/)
  assert.doesNotMatch(vierAugen.html, />Mitzeichnen</)
  assert.equal((await tue(lenz, fall, { ergebnis: 'gezeichnet' })).status, 303)
  await settle()
  const ende = await sommer.get(pfad(fall))
  assert.match(ende.html, /Schlussvermerk/)
  assert.match(ende.html, /Nichts ist mehr offen/)
  assert.match(ende.html, new RegExp(`31\\.12\\.${app.clock.today().year + 5}`))
  const leer = await tue(sommer, fall, { schlussvermerk: '' })
  assert.equal(leer.status, 422)
  assert.equal((await tue(sommer, fall, { schlussvermerk: 'Ausweis erteilt.' })).status, 303)
  assert.equal((await app.db.withMandant(musterstadt, (tx) => vorgangById(tx, fall.vorgangId)))?.status, 'ZDA')
  const zu = await sommer.get(pfad(fall))
  assert.match(zu.html, /z\. d\. A\./)
  assert.match(zu.html, /Sabine Sommer<\/strong> hat „Antrag prüfen“ erledigt/)
  assert.match(zu.html, /Lena Lenz<\/strong> hat „Bescheid mitzeichnen“ erledigt/)
  assert.doesNotMatch(zu.html, /hat ausgelöst/, 'every event has its sentence')
})

test('who looks at a Vorgang leaves one record of each thing looked at, however many rooms show of it', async () => {
  const fall = await testFall(app, musterstadt)
  const zugriffe = async () => (await app.db.withMandant(musterstadt, (tx) =>
    sql<{ abfrage: string; objekt: string }>`select abfrage, objekt from platform.zugriff where akteur_id = ${leute.thal} order by id`.execute(tx))).rows.map(({ abfrage, objekt }) => `${abfrage} ${objekt}`)
  const vorher = await zugriffe()
  assert.equal((await thal.get(pfad(fall))).status, 200)
  const neu = (await zugriffe()).slice(vorher.length)
  assert.ok(neu.length > 0)
  assert.deepEqual(neu, [...new Set(neu)])
  await thal.get(pfad(fall))
  assert.equal((await zugriffe()).length, vorher.length + 2 * neu.length, 'and as many the next time')
})

test('open tasks and running processes stand in the way of closing; the closing task itself does not', async () => {
  const fall = await testFall(app, musterstadt)
  assert.match((await sommer.get(`${pfad(fall)}/zda`)).html, /Die Aufgabe „Antrag prüfen“ ist noch offen/)
  await tue(sommer, fall, { ergebnis: 'rueckfrage' })
  assert.match((await sommer.get(`${pfad(fall)}/zda`)).html, /Das Verfahren „Bewohnerparkausweis“ läuft noch: Auf Antwort warten/)
  assert.match((await sommer.get(pfad(fall))).html, /Das Verfahren wartet: Auf Antwort warten/)
})

test('what one may not see is not there; a number that is none is not there either', async () => {
  const fall = await testFall(app, musterstadt)
  assert.equal((await (await als('post')).get(pfad(fall))).status, 403, 'no role that reads cases at all')
  const geheim = await testFall(app, musterstadt, { stufe: 2 })
  assert.equal((await sommer.get(pfad(geheim))).status, 404)
  for (const falsch of ['MS-2026-999999-1', 'x', '..%2F..', '%00']) assert.ok([404, 400].includes((await sommer.get(`/arbeitsplatz/vorgaenge/${falsch}`)).status), falsch)
  const fremd = await testFall(app, musterstadt)
  const gemischt = await sommer.senden(pfad(fall), { ergebnis: 'genehmigen' }, `${pfad(fall)}/aufgaben/${(await offene(fall)).id}`)
  assert.equal(gemischt.status, 303)
  assert.equal((await sommer.post(`${pfad(fall)}/aufgaben/${(await offene(fremd)).id}`, new URLSearchParams())).status, 403, 'no token, no post')
})

test('closing by its task needs the right to close, at the unit', async () => {
  const fall = await testFall(app, musterstadt)
  const eingabe = { aufgabeId: (await offene(fall)).id, schlussvermerk: 'x' }
  await assert.rejects(app.execute(personalActor(['vorgang.lesen']), vorgangAbschliessen, eingabe), { status: 403 })
  await assert.rejects(app.execute(personalActor(['vorgang.schliessen'], { einheiten: [] }), vorgangAbschliessen, eingabe), { status: 404 })
})

test('twice the same form is one action; a colleague who was faster is named as the reason', async () => {
  const fall = await testFall(app, musterstadt)
  const { id } = await offene(fall)
  const ziel = `${pfad(fall)}/aufgaben/${id}`
  const seite = await sommer.get(pfad(fall))
  const form = seite.html.slice(seite.html.indexOf(`action="${ziel}"`))
  const feld = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? ''
  const werte = () => new URLSearchParams({ _csrf: feld('_csrf'), _token: feld('_token'), ergebnis: 'genehmigen' })
  const beide = await Promise.all([sommer.post(ziel, werte()), sommer.post(ziel, werte())])
  assert.deepEqual(beide.map(({ status }) => status), [303, 303])
  const zuSpaet = await thal.get(pfad(fall))
  assert.doesNotMatch(zuSpaet.html, new RegExp(id + '"[^>]*method'))
  const nochmal = new URLSearchParams({ _csrf: /name="_csrf" value="([^"]*)"/.exec(zuSpaet.html)?.[1] ?? '', _token: 'a'.repeat(32), ergebnis: 'ablehnen' })
  const konflikt = await thal.post(ziel, nochmal)
  assert.equal(konflikt.status, 409)
  assert.match(konflikt.html, /schon jemand anderes erledigt/)
})

test('a task of a colleague shows whose it is and no form; given back, it is there for all', async () => {
  const fall = await testFall(app, musterstadt)
  const { id } = await offene(fall)
  assert.equal((await thal.senden(pfad(fall), {}, `/arbeitsplatz/aufgaben/${id}/uebernehmen`)).status, 303)
  const fremde = await sommer.get(pfad(fall))
  assert.match(fremde.html, /Tarik Thal bearbeitet diese Aufgabe/)
  assert.doesNotMatch(fremde.html, /value="genehmigen"/)
  await thal.senden(pfad(fall), {}, `/arbeitsplatz/aufgaben/${id}/zurueckgeben`)
  assert.match((await sommer.get(pfad(fall))).html, /value="genehmigen"/)
})

test('a mask of another room keeps what was entered when it refuses; a part of another room is shown', async () => {
  registerMaske('antrag.pruefen.test', {
    render: async (_c, _aufgabe, _vorgang, { werte, fehler }) => h('p', {}, [`eingegeben: ${String(werte['begruendung'] ?? '')}`, fehler.map(({ text }) => text).join()]),
    submit: async () => { throw new Invalid([{ feld: 'begruendung', text: 'Bitte ausführlicher.' }]) },
  })
  registerFallTeil({ name: 'test', rang: 1, bereich: 'haupt', laden: async (_c, vorgang) => h('h2', {}, `Teil zu ${vorgang.vorgangsnummer}`) })
  const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:stadtkern="https://stadtkern.de/bpmn" targetNamespace="x"><process id="p" isExecutable="true">
    <startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="a"/><userTask id="a" name="Prüfen" stadtkern:gruppe="sachbearbeitung" stadtkern:maske="antrag.pruefen.test"/><sequenceFlow id="g" sourceRef="a" targetRef="e"/><endEvent id="e"/></process></definitions>`
  const fall = await testFall(app, musterstadt, { xml })
  assert.match((await sommer.get(pfad(fall))).html, new RegExp(`Teil zu ${fall.vorgangsnummer}`))
  const wieder = await tue(sommer, fall, { begruendung: 'zu kurz <b>' })
  assert.equal(wieder.status, 422)
  assert.match(wieder.html, /eingegeben: zu kurz &lt;b/)
  assert.match(wieder.html, /Bitte ausführlicher/)
})

test('withdrawn in the middle: the person at the form reads why it is no longer open', async () => {
  const fall = await testFall(app, musterstadt)
  const { id } = await offene(fall)
  const seite = await sommer.get(pfad(fall))
  await imSystem(app, musterstadt, (ctx) => nachrichtSenden(ctx, { vorgangId: fall.vorgangId, nachricht: 'antrag.zurueckgenommen' }))
  await settle()
  const zuSpaet = await sommer.post(`${pfad(fall)}/aufgaben/${id}`, new URLSearchParams({ _csrf: /name="_csrf" value="([^"]*)"/.exec(seite.html)?.[1] ?? '', _token: 'b'.repeat(32), ergebnis: 'genehmigen' }))
  assert.equal(zuSpaet.status, 409)
  assert.match(zuSpaet.html, /Die Aufgabe ist nicht mehr offen/)
  assert.match(zuSpaet.html, /Vorgang abschließen/)
})
