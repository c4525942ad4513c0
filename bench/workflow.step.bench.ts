/**
 * Steps of processes that reach the disk: a person completes a task, the process moves on, the next task is there; with permission
 * check, events, audit and delivery. Against raw SQL that writes the same rows, one transaction a step, prepared statements.
 */
import type { PoolClient } from 'pg'
import { aufgabeErledigen } from '../src/modules/grundlagen/aufgaben/index.js'
import { bpmn, flows } from '../src/modules/verfahren/workflow/domain/test-models.js'
import { modellFreigeben, verfahrenStarten } from '../src/modules/verfahren/workflow/index.js'
import { beschaeftigte, imKontext, offeneAufgabe } from '../src/modules/verfahren/workflow/testdaten.js'
import { newId } from '../src/platform/time/index.js'
import { paired, print, round } from './measure.js'
import { installation } from './program.js'
import { emptyTown, town } from './town.js'

const CALLERS = 8
const STEPS = 400
const ROUNDS = 3

interface Ready { readonly instanzId: string; readonly vorgangId: string; readonly aufgabeId: string }

const place = installation()
const { app, close } = await emptyTown(place.folder)
const einheitId = newId()
const person = beschaeftigte(town, 'sachbearbeitung', einheitId)
const task = (id: string) => `<userTask id="${id}" name="Schritt ${id}" stadtkern:gruppe="sachbearbeitung"/>`
const { modellId } = await imKontext(app, town, (ctx) => modellFreigeben(ctx, { schluessel: 'bench', xml: bpmn(`<startEvent id="s"/>${task('a')}${task('b')}<endEvent id="e"/>${flows('s>a', 'a>b', 'b>e')}`) }))

/** Calls for every element, so many at once; gives the calls per second. */
async function perSecondOver<T>(list: readonly T[], call: (one: T) => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  const rest = [...list]
  await Promise.all(Array.from({ length: CALLERS }, async () => { for (let one = rest.pop(); one; one = rest.pop()) await call(one) }))
  return list.length / ((performance.now() - begin) / 1_000)
}

/** Instances that wait at their first task. */
async function instances(): Promise<Ready[]> {
  const list: Ready[] = []
  await perSecondOver(Array.from({ length: STEPS }, () => newId()), async (vorgangId) => {
    const { instanzId } = await imKontext(app, town, (ctx) => verfahrenStarten(ctx, { modellId, vorgangId, einheitId, variablen: {}, titel: 'Bench', kontext: { vorgangsnummer: 'MS-2026-000001-1', betreff: 'Bench', person: 'Erika Muster' } }))
    list.push({ instanzId, vorgangId, aufgabeId: (await offeneAufgabe(app, town, vorgangId)).id })
  })
  return list
}

async function engine(): Promise<number> {
  return perSecondOver(await instances(), ({ aufgabeId }) => app.execute(person, aufgabeErledigen, { aufgabeId, ergebnis: 'ja' }))
}

async function rawSql(): Promise<number> {
  return perSecondOver(await instances(), async (ready) => {
    const client = await app.db.pool.connect()
    try { await writeRows(client, ready) } finally { client.release() }
  })
}

/** The rows of one step: task done, next task, scope, token, instance, way, three events, one delivery. */
async function writeRows(client: PoolClient, { instanzId, vorgangId, aufgabeId }: Ready): Promise<void> {
  const now = new Date().toISOString()
  const korrelation = newId()
  const run = (name: string, text: string, values: unknown[]) => client.query({ name, text, values })
  await client.query(`begin; set local app.mandant = '${town}'`)
  await run('r1', "update aufgaben.aufgabe set status = 'erledigt', ergebnis = 'ja', beendet_am = $2, beendet_von = $3 where id = $1", [aufgabeId, now, person.id])
  await run('r2', "update workflow.bereich set zeile = zeile || $2::jsonb where instanz_id = $1 and id = 's1'", [instanzId, JSON.stringify({ variables: { ergebnis: 'ja', vermerk: null, erledigtVon: person.id }, completers: { a: [person.id] } })])
  await run('r3', "delete from workflow.token where instanz_id = $1 and id = 't2'", [instanzId])
  await run('r4', "insert into workflow.token (instanz_id, id, zeile, knoten, zustand) values ($1, 't3', $2::jsonb, 'b', 'wait')", [instanzId, JSON.stringify({ id: 't3', nodeId: 'b', scopeId: 's1', state: 'wait' })])
  await run('r5', 'update workflow.instanz set zaehler = 3 where id = $1', [instanzId])
  await run('r6', "insert into workflow.verlauf (instanz_id, knoten, was, fluss, zeitpunkt) values ($1, 'a', 'left', null, $2), ($1, 'b', 'entered', 'a_b', $2)", [instanzId, now])
  await run('r7', `insert into aufgaben.aufgabe (id, vorgang_id, vorgangsnummer, betreff, person, titel, maske, gruppe, einheit_id, stufe, ausgeschlossen, quelle, instanz_id, token_id, eingabe, ergebnisse, angelegt_am)
    values ($1, $2, 'MS-2026-000001-1', 'Bench', 'Erika Muster', 'Schritt b', 'allgemein', 'sachbearbeitung', $3, 0, '{}', 'workflow', $4, 't3', '{"ergebnis": "ja"}', '[]', $5)`, [newId(), vorgangId, einheitId, instanzId, now])
  const ereignisse = ['aufgaben.aufgabe.erledigt/1', 'workflow.schritt.getan/1', 'aufgaben.aufgabe.angelegt/1'].map((typ) => ({ id: newId(), typ }))
  await run('r8', `insert into platform.ereignis (id, typ, objekt_art, objekt_id, vorgang_id, akteur_art, akteur_id, befehl, daten, korrelation, zeitpunkt)
    select (e->>'id')::uuid, e->>'typ', 'aufgabe', $2, $3, 'personal', $4, 'aufgaben.aufgabeErledigen', '{}', $5, $6 from jsonb_array_elements($1::jsonb) e`, [JSON.stringify(ereignisse), aufgabeId, vorgangId, person.id, korrelation, now])
  await run('r9', "insert into pgboss.job (name, data) values ('zustellung', $1::jsonb)", [JSON.stringify({ mandantId: town, ereignisId: ereignisse[0]?.id, reaktion: 'antraege.aufgabeErledigt' })])
  await client.query('commit')
}

await engine()
await rawSql()
const { value, ratio } = await paired(engine, rawSql, ROUNDS)
print({ name: 'workflow.step', value: round(value), unit: 'steps/s', yardstick: 'raw SQL, same rows', ratio: round(ratio), n: ROUNDS * STEPS })
await close()
await place.remove()
