import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, system, testApp } from '../../../../test/app.js'
import { Conflict, Forbidden, Invalid } from '../../../platform/errors.js'
import { newId } from '../../../platform/time/index.js'
import { aufgabeErledigen, aufgabenVon } from '../../grundlagen/aufgaben/index.js'
import { dienstAusfuehren, dienstErledigen } from './ausfuehren/job.js'
import { workflow } from './db/tables.js'
import { DienstFehler, nachrichtSenden, registerDienst, variablenVon } from './index.js'
import { bpmn, flows } from './domain/test-models.js'
import { stoerungErneutVersuchen } from './stoerungen/command.js'
import { beschaeftigte, imKontext, offeneAufgabe, starteTestverfahren } from './testdaten.js'
import { zeitgeber } from './zeitgeber/recurring.js'

const { app, settle } = await testApp()
const einheitId = newId()
const [sommer, thal, lenz] = [beschaeftigte(musterstadt, 'sachbearbeitung', einheitId), beschaeftigte(musterstadt, 'sachbearbeitung', einheitId), beschaeftigte(musterstadt, 'teamleitung', einheitId)]
const aufrufe: string[] = []
registerDienst('test.rechnen', async (ctx, { variablen, vorgangId }) => { aufrufe.push(vorgangId); ctx.unchanged(); return { summe: Number(variablen['betrag']) + 100 } })
let kaputt = true
registerDienst('test.kaputt', async (ctx) => { if (kaputt) throw new Conflict('test.kaputt', 'Der Dienst antwortet nicht.'); ctx.unchanged() })
registerDienst('test.fachfehler', async () => { throw new DienstFehler('gesperrt', 'Konto gesperrt') })

const aufgabe = (id: string, titel: string, attribute = '') => `<userTask id="${id}" name="${titel}" stadtkern:gruppe="sachbearbeitung" ${attribute}/>`
const starte = (inhalt: string, weiteres: { schluessel?: string; roots?: string; variablen?: Record<string, never>; vorgangId?: string } & Record<string, unknown> = {}) =>
  starteTestverfahren(app, musterstadt, { xml: bpmn(inhalt, weiteres.roots), schluessel: weiteres.schluessel ?? `v${newId()}`, einheitId, ...(weiteres.variablen ? { variablen: weiteres.variablen } : {}), ...(weiteres.vorgangId ? { vorgangId: weiteres.vorgangId } : {}) })
const erledige = async (vorgangId: string, titel: string, ergebnis = 'ja', person = sommer, variablen: Record<string, unknown> = {}) =>
  app.execute(person, aufgabeErledigen, { aufgabeId: (await offeneAufgabe(app, musterstadt, vorgangId, titel)).id, ergebnis, variablen })
const zustand = (instanzId: string) => app.db.withMandant(musterstadt, async (tx) => ({
  status: (await workflow(tx).selectFrom('workflow.instanz').select('status').where('id', '=', instanzId).executeTakeFirstOrThrow()).status,
  wartet: (await workflow(tx).selectFrom('workflow.token').select(['knoten', 'zustand']).where('instanz_id', '=', instanzId).orderBy('knoten').execute()).map((row) => row.knoten),
  rest: Number((await tx.executeQuery(workflow(tx).selectFrom('workflow.zeitgeber').select((eb) => eb.fn.countAll().as('n')).where('instanz_id', '=', instanzId).compile())).rows.map((row) => (row as { n: bigint }).n)[0]),
}))
const offen = async (vorgangId: string) => (await app.db.withMandant(musterstadt, (tx) => aufgabenVon(tx, vorgangId))).filter((eine) => eine.status === 'offen').map((eine) => eine.titel)
const variablen = (vorgangId: string) => app.db.withMandant(musterstadt, (tx) => variablenVon(tx, vorgangId))
const feuern = () => zeitgeber.run({ app, mandantId: musterstadt, actor: system(), signal: new AbortController().signal })
/** The clock of this test file alone; others have databases of their own. */
const spaeter = async (dauer: string) => { await app.clock.set(app.clock.now().toZonedDateTimeISO('Europe/Berlin').add(dauer).toInstant()); await feuern(); await settle() }

test('person, service by job, timer and message, one after the other, on rows', async () => {
  const { instanzId, vorgangId } = await starte(
    `<startEvent id="s"/>${aufgabe('a', 'Prüfen')}<serviceTask id="d" stadtkern:dienst="test.rechnen"/>
     <intermediateCatchEvent id="z"><timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition></intermediateCatchEvent>
     <intermediateCatchEvent id="n"><messageEventDefinition messageRef="M"/></intermediateCatchEvent><endEvent id="e"/>${flows('s>a', 'a>d', 'd>z', 'z>n', 'n>e')}`,
    { roots: '<message id="M" name="post.da"/>' })
  assert.deepEqual(await zustand(instanzId), { status: 'active', wartet: ['a'], rest: 0 })
  await erledige(vorgangId, 'Prüfen', 'ja', sommer, { betrag: 2300 })
  await settle()
  assert.deepEqual(await zustand(instanzId), { status: 'active', wartet: ['z'], rest: 1 })
  assert.equal((await variablen(vorgangId))['summe'], 2400)
  await spaeter('P2D')
  assert.deepEqual((await zustand(instanzId)).wartet, ['z'], 'not a day too early')
  await spaeter('P1D')
  assert.deepEqual(await zustand(instanzId), { status: 'active', wartet: ['n'], rest: 0 })
  assert.equal(await imKontext(app, musterstadt, (ctx) => nachrichtSenden(ctx, { vorgangId, nachricht: 'anderes' })), false)
  assert.equal(await imKontext(app, musterstadt, (ctx) => nachrichtSenden(ctx, { vorgangId, nachricht: 'post.da', variablen: { brief: 'ja' } })), true)
  assert.deepEqual(await zustand(instanzId), { status: 'completed', wartet: [], rest: 0 })
  assert.equal((await variablen(vorgangId))['brief'], 'ja', 'variables stay readable after the end')
})

test('a message at the boundary takes the open task away', async () => {
  const { instanzId, vorgangId } = await starte(
    `<startEvent id="s"/><subProcess id="u"><startEvent id="us"/>${aufgabe('a', 'Bearbeiten')}<endEvent id="ue"/>${flows('us>a', 'a>ue')}</subProcess>
     <boundaryEvent id="b" attachedToRef="u"><messageEventDefinition messageRef="M"/></boundaryEvent>${aufgabe('c', 'Aufräumen')}<endEvent id="e"/>
     ${flows('s>u', 'u>e', 'b>c', 'c>e')}`, { roots: '<message id="M" name="weg"/>' })
  const alte = await offeneAufgabe(app, musterstadt, vorgangId, 'Bearbeiten')
  await imKontext(app, musterstadt, (ctx) => nachrichtSenden(ctx, { vorgangId, nachricht: 'weg' }))
  assert.deepEqual(await offen(vorgangId), ['Aufräumen'])
  await assert.rejects(app.execute(sommer, aufgabeErledigen, { aufgabeId: alte.id, ergebnis: 'ja' }), Conflict)
  await erledige(vorgangId, 'Aufräumen')
  assert.equal((await zustand(instanzId)).status, 'completed')
})

test('a called process gives its variables back; cancelled with its caller; unknown, it is an incident and no failure of the person', async () => {
  const unten = `unten${newId().slice(-4)}`
  await starte(`<startEvent id="s"/>${aufgabe('k', 'Unten')}<endEvent id="e"/>${flows('s>k', 'k>e')}`, { schluessel: unten })
  const oben = (aufruf: string) => `<startEvent id="s"/><callActivity id="c" calledElement="${aufruf}"/><boundaryEvent id="b" attachedToRef="c"><messageEventDefinition messageRef="M"/></boundaryEvent>
    ${aufgabe('n', 'Danach')}<endEvent id="e"/><endEvent id="f"/>${flows('s>c', 'c>n', 'n>e', 'b>f')}`
  const roots = '<message id="M" name="stopp"/>'
  const erste = await starte(oben(unten), { roots })
  await erledige(erste.vorgangId, 'Unten', 'ja', sommer, { ausUnten: 7 })
  assert.deepEqual(await offen(erste.vorgangId), ['Danach'])
  assert.equal((await variablen(erste.vorgangId))['ausUnten'], 7)
  const zweite = await starte(oben(unten), { roots })
  await imKontext(app, musterstadt, (ctx) => nachrichtSenden(ctx, { vorgangId: zweite.vorgangId, nachricht: 'stopp' }))
  assert.deepEqual([(await zustand(zweite.instanzId)).status, await offen(zweite.vorgangId)], ['completed', []])
  const dritte = await starte(oben('gibtEsNicht'), { roots })
  assert.match(await stoerungVon(dritte.instanzId).then(({ text }) => text), /nicht freigegeben/)
})

test('multi-instance: three at once, results as a list in the order of the items', async () => {
  const { instanzId, vorgangId } = await starte(
    `<startEvent id="s"/><userTask id="m" name="Stellungnahme" stadtkern:gruppe="sachbearbeitung"><multiInstanceLoopCharacteristics stadtkern:sammlung="aemter" stadtkern:element="amt"
      stadtkern:ergebnis="antwort" stadtkern:ergebnisse="antworten"/></userTask><endEvent id="e"/>${flows('s>m', 'm>e')}`, { variablen: { aemter: ['A', 'B', 'C'] } as never })
  const drei = await app.db.withMandant(musterstadt, (tx) => aufgabenVon(tx, vorgangId))
  assert.deepEqual(drei.map((eine) => eine.eingabe['amt']).toSorted(), ['A', 'B', 'C'])
  for (const eine of drei.toReversed()) await app.execute(sommer, aufgabeErledigen, { aufgabeId: eine.id, ergebnis: 'ja', variablen: { antwort: `von ${String(eine.eingabe['amt'])}` } })
  assert.equal((await zustand(instanzId)).status, 'completed')
  assert.deepEqual((await variablen(vorgangId))['antworten'], ['von A', 'von B', 'von C'])
})

const stoerungVon = (instanzId: string) => app.db.withMandant(musterstadt, async (tx) =>
  (await workflow(tx).selectFrom('workflow.stoerung').select('zeile').where('instanz_id', '=', instanzId).executeTakeFirstOrThrow()).zeile)
const mitDienst = (dienst: string) => `<startEvent id="s"/><serviceTask id="d" name="Rechnen" stadtkern:dienst="${dienst}"/>${aufgabe('n', 'Danach')}<endEvent id="e"/>${flows('s>d', 'd>n', 'n>e')}`

test('a service that fails becomes an incident; an operator tries again; without the right nobody does', async () => {
  const { instanzId, vorgangId } = await starte(mitDienst('test.kaputt'))
  await settle()
  const stoerung = await stoerungVon(instanzId)
  assert.match(stoerung.text, /Rechnen: Der Dienst antwortet nicht/)
  const nochmal = { instanzId, stoerungId: stoerung.id }
  await assert.rejects(app.execute(sommer, stoerungErneutVersuchen, nochmal), Forbidden)
  const admin = beschaeftigte(musterstadt, 'fachadmin', einheitId, newId(), ['prozess.verwalten'])
  await app.execute(admin, stoerungErneutVersuchen, nochmal)
  await settle()
  assert.notEqual((await stoerungVon(instanzId)).id, stoerung.id, 'still broken: a new incident')
  kaputt = false
  await app.execute(admin, stoerungErneutVersuchen, { instanzId, stoerungId: (await stoerungVon(instanzId)).id })
  await settle()
  assert.deepEqual(await offen(vorgangId), ['Danach'])
  await app.execute(admin, stoerungErneutVersuchen, nochmal)
  assert.deepEqual(await offen(vorgangId), ['Danach'], 'a second click finds nothing to do')
})

test('an error with a code goes the way that the model draws for it', async () => {
  const { vorgangId } = await starte(
    `<startEvent id="s"/><serviceTask id="d" stadtkern:dienst="test.fachfehler"/><boundaryEvent id="b" attachedToRef="d"><errorEventDefinition errorRef="E"/></boundaryEvent>
     ${aufgabe('k', 'Klären')}<endEvent id="e"/>${flows('s>d', 'd>e', 'b>k', 'k>e')}`, { roots: '<error id="E" errorCode="gesperrt"/>' })
  await settle()
  assert.deepEqual(await offen(vorgangId), ['Klären'])
})

test('the same job twice, also at the same time, runs the service once', async () => {
  const { instanzId, vorgangId } = await starte(mitDienst('test.rechnen'), { variablen: { betrag: 1 } as never })
  await settle()
  const vorher = aufrufe.length
  const { tokenId } = { tokenId: 't2' }
  const auftrag = { instanzId, tokenId, dienst: 'test.rechnen', eingabe: { betrag: 1 } }
  const ctx = { app, mandantId: musterstadt, actor: system(), signal: new AbortController().signal }
  await Promise.all([dienstAusfuehren.run(ctx, auftrag), dienstAusfuehren.run(ctx, auftrag), app.execute(system(), dienstErledigen, auftrag)])
  assert.equal(aufrufe.length, vorher)
  assert.equal(aufrufe.filter((id) => id === vorgangId).length, 1)
  assert.deepEqual(await offen(vorgangId), ['Danach'])
})

test('two people complete one task at the same moment: one has it, the other reads so, the process moves once', async () => {
  const { vorgangId } = await starte(`<startEvent id="s"/>${aufgabe('a', 'Prüfen')}${aufgabe('b', 'Danach')}<endEvent id="e"/>${flows('s>a', 'a>b', 'b>e')}`)
  const { id } = await offeneAufgabe(app, musterstadt, vorgangId)
  const results = await Promise.allSettled([sommer, thal].map((person) => app.execute(person, aufgabeErledigen, { aufgabeId: id, ergebnis: 'ja' })))
  assert.deepEqual(results.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  assert.ok(results.every((result) => result.status === 'fulfilled' || (result.reason as Conflict).code === 'aufgabe.beendet'))
  assert.deepEqual(await offen(vorgangId), ['Danach'])
})

test('a task and the message that takes it away, at the same moment, many times: no deadlock, one of them wins', async () => {
  const inhalt = `<startEvent id="s"/>${aufgabe('a', 'Prüfen')}<boundaryEvent id="b" attachedToRef="a"><messageEventDefinition messageRef="M"/></boundaryEvent>
    ${aufgabe('c', 'Weg')}${aufgabe('d', 'Danach')}<endEvent id="e"/>${flows('s>a', 'a>d', 'd>e', 'b>c', 'c>e')}`
  for (let round = 0; round < 8; round++) {
    const { vorgangId } = await starte(inhalt, { roots: '<message id="M" name="weg"/>', schluessel: 'wettlauf' })
    const { id } = await offeneAufgabe(app, musterstadt, vorgangId, 'Prüfen')
    const [ergebnis, genommen] = await Promise.allSettled([app.execute(sommer, aufgabeErledigen, { aufgabeId: id, ergebnis: 'ja' }), imKontext(app, musterstadt, (ctx) => nachrichtSenden(ctx, { vorgangId, nachricht: 'weg' }))])
    assert.equal(genommen.status, 'fulfilled')
    if (ergebnis.status === 'rejected') assert.equal((ergebnis.reason as Conflict).code, 'aufgabe.beendet')
    assert.deepEqual(await offen(vorgangId), [ergebnis.status === 'fulfilled' ? 'Danach' : 'Weg'])
  }
})

test('a running instance keeps its version; new ones take the newest; the same document is no new version', async () => {
  const schluessel = `zwei${newId().slice(-4)}`
  const inhalt = (danach: string) => `<startEvent id="s"/>${aufgabe('a', 'Prüfen')}${aufgabe('b', danach)}<endEvent id="e"/>${flows('s>a', 'a>b', 'b>e')}`
  const alt = await starte(inhalt('Alt'), { schluessel })
  const nochmal = await starte(inhalt('Alt'), { schluessel })
  assert.equal(nochmal.modellId, alt.modellId)
  const neu = await starte(inhalt('Neu'), { schluessel })
  for (const { vorgangId } of [alt, neu]) await erledige(vorgangId, 'Prüfen')
  assert.deepEqual([await offen(alt.vorgangId), await offen(neu.vorgangId)], [['Alt'], ['Neu']])
})

test('four eyes: not the same person, also not standing in for somebody; results that the task does not know are refused', async () => {
  const { instanzId, vorgangId } = await starte(
    `<startEvent id="s"/>${aufgabe('a', 'Entwerfen')}<userTask id="z" name="Zeichnen" stadtkern:gruppe="teamleitung" stadtkern:nichtPerson="a"
      stadtkern:ergebnisse="ja:Zeichnen;nein:Zurück" stadtkern:ergebnisVariable="zeichnung"/><endEvent id="e"/>${flows('s>a', 'a>z', 'z>e')}`)
  await erledige(vorgangId, 'Entwerfen')
  const allesKoenner = { ...sommer, zuweisungen: [...sommer.zuweisungen, { ...lenz.zuweisungen[0]!, vertretungFuer: lenz.id }] }
  await assert.rejects(erledige(vorgangId, 'Zeichnen', 'ja', allesKoenner), (error: unknown) => error instanceof Forbidden && /Vier-Augen/.test(error.message))
  const vertretungDerEntwerferin = { ...thal, zuweisungen: [{ ...lenz.zuweisungen[0]!, vertretungFuer: sommer.id }] }
  await assert.rejects(erledige(vorgangId, 'Zeichnen', 'ja', vertretungDerEntwerferin), Forbidden)
  await assert.rejects(erledige(vorgangId, 'Zeichnen', 'vielleicht', lenz), Invalid)
  await erledige(vorgangId, 'Zeichnen', 'ja', lenz)
  assert.equal((await zustand(instanzId)).status, 'completed')
  assert.equal((await variablen(vorgangId))['zeichnung'], 'ja')
})

test('what a failing step of one timer leaves behind does not hold up the timers of others', async () => {
  const warten = (danach: string) => `<startEvent id="s"/><intermediateCatchEvent id="z"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent>
    ${danach}<endEvent id="e"/>${flows('s>z', 'z>n', 'n>e')}`
  registerDienst('test.senden', async () => { throw new Error('geht nicht') })
  const boese = await starte(warten('<sendTask id="n" stadtkern:nachricht="test.senden"/>'))
  const gut = await starte(warten(aufgabe('n', 'Danach')))
  await spaeter('PT2H')
  assert.deepEqual(await offen(gut.vorgangId), ['Danach'])
  const zeile = await app.db.withMandant(musterstadt, (tx) => workflow(tx).selectFrom('workflow.zeitgeber').select(['versuche', 'fruehestens']).where('instanz_id', '=', boese.instanzId).executeTakeFirstOrThrow())
  assert.ok(zeile.versuche > 0 && zeile.fruehestens)
})

test('a model that cannot run is refused with every finding', async () => {
  const kaputt = bpmn('<startEvent id="s"/><serviceTask id="d" name="Rechnen" stadtkern:dienst="gibt.es.nicht"/><scriptTask id="x" name="Skript"/><endEvent id="e"/>' + flows('s>d', 'd>x', 'x>e'))
  await assert.rejects(starteTestverfahren(app, musterstadt, { xml: kaputt, schluessel: 'kaputt', einheitId }), (error: unknown) => error instanceof Invalid && error.felder.length === 2 && /Rechnen/.test(error.felder.map(({ text }) => text).join()))
})
