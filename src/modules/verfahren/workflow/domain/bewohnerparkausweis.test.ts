import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { projectRoot } from '../../../../platform/config/index.js'
import { checkModel, parseModel } from './index.js'
import { NOW, play } from './test-models.js'

/** The process of the demo service, on every way that it can take. */
const xml = readFileSync(join(projectRoot, 'demo/leistungen/bewohnerparkausweis/verfahren.bpmn'), 'utf8')
const model = await parseModel(xml)
const services = new Set(['bescheide.erlassen', 'antraege.ruecknahmeVermerken', 'antraege.rueckfrageStellen'])
const [sommer, thal, lenz] = ['sommer', 'thal', 'lenz']

/** As the host completes a task: the result and the variable that keeps it. */
const finish = (run: ReturnType<typeof play>, nodeId: string, ergebnis: string, personId = sommer) => {
  const variable = model.nodes[nodeId]?.ergebnisVariable
  return run.task(nodeId, { ergebnis, ...(variable ? { [variable]: ergebnis } : {}) }, personId)
}

test('it is free of findings and names a mask, a group and its results for every task', () => {
  assert.deepEqual(checkModel(model, { services, processes: new Set() }), [])
  const tasks = Object.values(model.nodes).filter((node) => node.kind === 'userTask')
  assert.deepEqual(tasks.map((node) => [node.id, node.gruppe, node.maske]), [
    ['pruefen', 'sachbearbeitung', 'antrag.pruefen'], ['entwerfen', 'sachbearbeitung', 'bescheid.entwerfen'],
    ['zeichnen', 'teamleitung', 'bescheid.zeichnen'], ['abschliessen', 'sachbearbeitung', 'vorgang.schliessen'],
  ])
  assert.deepEqual(model.nodes['pruefen']?.ergebnisse?.map(({ wert }) => wert), ['genehmigen', 'ablehnen', 'rueckfrage'])
  assert.deepEqual(model.nodes['zeichnen']?.ergebnisse, [{ wert: 'gezeichnet', text: 'Mitzeichnen' }, { wert: 'zurueck', text: 'Zurückgeben' }])
})

test('every element is drawn', () => {
  for (const id of [...Object.keys(model.nodes), ...Object.keys(model.flows)]) assert.ok(xml.includes(`bpmnElement="${id}"`), id)
})

for (const entscheidung of ['genehmigen', 'ablehnen']) {
  test(`${entscheidung}: draft, second signature, service, close`, () => {
    const run = play(model)
    assert.deepEqual(run.open(), ['pruefen'])
    finish(run, 'pruefen', entscheidung)
    finish(run, 'entwerfen', 'entworfen')
    assert.equal(finish(run, 'zeichnen', 'gezeichnet', sommer), 'vierAugen')
    finish(run, 'zeichnen', 'gezeichnet', lenz)
    assert.equal(run.variables()['entscheidung'], entscheidung)
    assert.deepEqual(run.ofType('serviceRequested').map((effect) => effect.dienst), ['bescheide.erlassen'])
    run.service('erlassen')
    assert.deepEqual(run.open(), ['abschliessen'])
    assert.equal(run.message('antrag.zurueckgenommen'), 'nachrichtUnerwartet', 'too late: it is decided')
    finish(run, 'abschliessen', 'geschlossen')
    assert.equal(run.state().status, 'completed')
  })
}

test('a question is sent and answered, then checked again; its deadline is gone', () => {
  const run = play(model, { rueckfrageFrist: null })
  finish(run, 'pruefen', 'rueckfrage')
  assert.deepEqual(run.ofType('messageSent').map((effect) => effect.message), ['antraege.rueckfrageStellen'])
  assert.deepEqual(run.open(), ['antwort'])
  assert.equal(run.message('rueckfrage.beantwortet'), 'ok')
  assert.deepEqual([run.open(), run.state().timers], [['pruefen'], []])
})

test('a question without an answer comes back when the chosen day is over, not before; the answer is then too late', () => {
  const run = play(model, { rueckfrageFrist: null })
  run.task('pruefen', { ergebnis: 'rueckfrage', entscheidung: 'rueckfrage', rueckfrageFrist: NOW.toZonedDateTimeISO('Europe/Berlin').toPlainDate().add({ days: 20 }).toString() }, sommer)
  run.wait('P20D')
  assert.deepEqual(run.open(), ['antwort'])
  run.wait('P1D')
  assert.deepEqual(run.open(), ['pruefen'])
  assert.equal(run.message('rueckfrage.beantwortet'), 'nachrichtUnerwartet')
})

test('given back, the draft is made anew, also by another person; nobody signs a draft of their own', () => {
  const run = play(model)
  finish(run, 'pruefen', 'genehmigen')
  finish(run, 'entwerfen', 'entworfen', sommer)
  finish(run, 'zeichnen', 'zurueck', lenz)
  assert.deepEqual(run.open(), ['entwerfen'])
  assert.equal(finish(run, 'entwerfen', 'entworfen', lenz), 'vierAugen')
  finish(run, 'entwerfen', 'entworfen', thal)
  for (const person of [sommer, thal]) assert.equal(finish(run, 'zeichnen', 'gezeichnet', person), 'vierAugen')
  assert.equal(finish(run, 'zeichnen', 'gezeichnet', lenz), 'ok')
})

for (const [where, until] of [['pruefen', []], ['antwort', ['rueckfrage']], ['entwerfen', ['genehmigen']], ['zeichnen', ['genehmigen', 'entworfen']], ['erlassen', ['genehmigen', 'entworfen', 'gezeichnet']]] as const) {
  test(`withdrawn at ${where}: everything inside ends, the withdrawal is recorded, the Vorgang is closed`, () => {
    const run = play(model, { rueckfrageFrist: null })
    const steps = [['pruefen', sommer], ['entwerfen', sommer], ['zeichnen', lenz]] as const
    until.forEach((result, index) => { finish(run, steps[index]?.[0] ?? '', result, steps[index]?.[1]) })
    assert.deepEqual(run.open(), [where])
    assert.equal(run.message('antrag.zurueckgenommen'), 'ok')
    assert.deepEqual([run.open(), run.state().timers, run.state().subscriptions], [['ruecknahme'], [], []])
    run.service('ruecknahme')
    finish(run, 'abschliessen', 'geschlossen', thal)
    assert.equal(run.state().status, 'completed')
    assert.equal(run.visits('abschliessen'), 1)
  })
}
