/** A primary and a standby with real streaming replication: what the standby answers, and how it takes over. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { createApp, migrationSources } from '../../src/create-app.js'
import { finden, sucheEintragen } from '../../src/modules/grundlagen/suche/index.js'
import { datei, PERSON, START } from '../../src/modules/zugang/onlineantrag/test-stadt.js'
import { neuerSchluessel } from '../../src/modules/zugang/identitaet/saml/zertifikat.js'
import { probeleistung } from '../../src/modules/zugang/onlineantrag/test-antrag.js'
import { loadConfig, projectRoot } from '../../src/platform/config/index.js'
import { openDatabase } from '../../src/platform/database/database.js'
import { migrate } from '../../src/platform/database/migrate.js'
import { primaryUrl } from '../../src/platform/database/sighting.js'
import { event } from '../../src/platform/events/event.js'
import { job } from '../../src/platform/jobs/job.js'
import { startWorker } from '../../src/platform/jobs/worker.js'
import { openLog } from '../../src/platform/log/log.js'
import { addMandant } from '../../src/platform/tenancy/mandanten.js'
import { newId } from '../../src/platform/time/index.js'
import { personal } from '../../src/platform/usecases/allow.js'
import { command, query } from '../../src/platform/usecases/usecase.js'
import { beispielhausen, musterstadt, personalActor } from '../app.js'
import { hiddenFields, testWeb } from '../web.js'
import { warteBis } from './programm.js'
import { serverpaar, starten } from './standby.js'

const stadt = (id: string, schluessel: string) =>
  ({ id, schluessel, name: schluessel, hosts: [`${schluessel}.localhost`] })

async function beimEigentuemer<T extends Record<string, unknown>>(url: string, text: string): Promise<T[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try { return (await client.query<T>(text)).rows } finally { await client.end() }
}

const { eins, zwei, beide } = await serverpaar(async (url) => {
  await migrate(url, migrationSources)
  const owner = openDatabase({ url })
  await addMandant(owner, stadt(musterstadt, 'musterstadt'))
  await addMandant(owner, stadt(beispielhausen, 'beispielhausen'))
  await owner.close()
})
// Whoever must not lose anything acknowledged makes the primary wait for the standby, as the Handbuch says.
await beimEigentuemer(eins.url, "alter system set synchronous_standby_names = '*'")
await beimEigentuemer(eins.url, 'select pg_reload_conf()')

const daten = mkdtempSync(join(tmpdir(), 'stadtkern-test-'))
const umgebung = {
  STADTKERN_DATA: daten, STADTKERN_MODE: 'demo', PORT: '0',
  DATABASE_URL: beide, STADTKERN_DATABASE_REPLICA_URL: beide, STADTKERN_DATABASE_REPLICA_MAX_AGE: '2',
}
const app = await createApp({
  config: loadConfig(umgebung), databaseUrl: beide, worker: true, dauerhaft: true, log: openLog('silent'),
})

const erledigt = new Set<string>()
const nacharbeit = job<{ mandantId: string; id: string }>({
  name: 'probe.nacharbeit', run: async (_, { id }) => { erledigt.add(id) },
})
const gemerkt = event('probe.eintrag.gemerkt/1', (id: string) => ({ objekt: { art: 'probe', id }, daten: {} }))
const merken = command({
  name: 'probe.merken', input: Type.Object({ id: Type.String() }), allow: personal(),
  async run(ctx, { id }) { ctx.emit(gemerkt(id)); ctx.enqueue(nacharbeit, { mandantId: ctx.mandantId, id }) },
})
const nurBeimPrimaer = query({
  name: 'probe.nurBeimPrimaer', input: Type.Object({}), allow: personal(), staleness: 'seconds',
  async run({ tx }) {
    const { rows } = await sql<{ eins: number }>`
      select 1 / (case when pg_is_in_recovery() then 0 else 1 end) as eins`.execute(tx)
    return rows[0]?.eins
  },
})
const beides = { staleness: 'seconds', personenbezogen: () => 'jemand' } as const
// @ts-expect-error The record of who looked is written where the answer comes from; a standby takes none.
query({ name: 'probe.beides', input: Type.Object({}), allow: personal(), run: async () => 1, ...beides })
const stopWorker = await startWorker({
  ...app, module: [{ name: 'probe', etage: 'zugang', dependsOn: [], jobs: [nacharbeit as never] }],
})
const web = await testWeb(app)
after(async () => { await stopWorker(); await app.close(); rmSync(daten, { recursive: true, force: true }) })

const einheit = newId()
const wer = (mandantId = musterstadt) =>
  personalActor(['suche.nutzen', 'vorgang.lesen'], { id: newId(), mandantId, einheiten: [einheit] })
const titel = async (q: string, actor = wer()) =>
  (await app.ask(actor, finden, { q })).treffer.map((einer) => einer.titel)
const eintragen = (name: string) => app.db.withMandant(musterstadt, async (tx) => sucheEintragen({ tx }, {
  objektArt: 'vorgang', objektId: newId(), titel: name, text: '', einheitId: einheit, stufe: 0,
  datum: Temporal.PlainDate.from('2026-11-20'), url: '/arbeitsplatz/x',
}))
const stand = (wo: keyof ReturnType<NonNullable<typeof app.replica>['counts']>) => app.replica?.counts()[wo] ?? 0
/** Asks until the answer came from there; gives what was answered. How fast this machine is does not matter. */
async function beantwortet<T>(wo: Parameters<typeof stand>[0], frage: () => Promise<T>): Promise<T> {
  const vorher = stand(wo)
  let antwort: T | undefined
  await warteBis(wo, async () => { antwort = await frage(); return stand(wo) > vorher }, 20_000)
  return antwort as T
}
/** Until the standby has applied what the primary has by now. */
const nachgezogen = async () => {
  const [von] = await beimEigentuemer<{ lsn: string }>(eins.url, 'select pg_current_wal_flush_lsn()::text as lsn')
  const frage = `select pg_last_wal_replay_lsn() >= '${von?.lsn}' as da`
  const da = async () => (await beimEigentuemer<{ da: boolean }>(zwei.url, frage))[0]?.da === true
  await warteBis('applied', da, 20_000)
}

test('the search is answered by the standby, with the rights of who asks; /metrics says so', async () => {
  await eintragen('Bewohnerparkausweis Müller')
  await nachgezogen()
  assert.deepEqual(await beantwortet('replik', () => titel('Müller')), ['Bewohnerparkausweis Müller'])
  const nebenan = await beantwortet('replik', () => titel('Müller', wer(beispielhausen)))
  assert.deepEqual(nebenan, [], 'row-level security holds there as well')
  const metrics = (await web.besucher().get('/metrics')).html
  assert.match(metrics, /stadtkern_altersfragen\{antwort="replik"\} [1-9]/)
  assert.match(metrics, new RegExp(`stadtkern_replik_alter_sekunden\\{server="localhost:${zwei.port}"\\} `))
})

test('everything is asked over TLS, of servers whose certificate is the right one', async () => {
  for (const server of [eins, zwei]) {
    const offen = await beimEigentuemer<{ ssl: boolean; query: string }>(server.url,
      "select s.ssl, a.query from pg_stat_activity a join pg_stat_ssl s using (pid) where a.application_name like 'stadtkern%'")
    assert.ok(offen.length > 0)
    assert.deepEqual(offen.filter(({ ssl }) => !ssl), [])
  }
  const fremd = beide.replace(/sslrootcert=.*$/, `sslrootcert=${encodeURIComponent(join(daten, 'fremd.crt'))}`)
  writeFileSync(join(daten, 'fremd.crt'), (await neuerSchluessel('localhost')).zertifikat)
  await assert.rejects(primaryUrl(fremd), /self-signed certificate|certificate/i)
})

test('who has just changed something hears the primary, and so does who asks what the standby cannot answer', async () => {
  const person = wer()
  await beantwortet('primaer_eigene_aenderung', async () => {
    await app.execute(person, merken, { id: newId() })
    return titel('Müller', person)
  })
  assert.equal(await beantwortet('primaer_fehler', () => app.ask(wer(), nurBeimPrimaer, {})), 1)
})

test('a standby that stands still answers until it is too old, then the primary; and the standby again', async () => {
  await beimEigentuemer(zwei.url, 'select pg_wal_replay_pause()')
  await eintragen('Sondernutzung Marktplatz')
  assert.deepEqual(await beantwortet('primaer_rueckstand', () => titel('Marktplatz')), ['Sondernutzung Marktplatz'])
  await beimEigentuemer(zwei.url, 'select pg_wal_replay_resume()')
  await nachgezogen()
  assert.deepEqual(await beantwortet('replik', () => titel('Marktplatz')), ['Sondernutzung Marktplatz'])
})

/** A citizen in the middle of a form: the first page is acknowledged, the next is filled in with a file. */
async function mittenImAntrag() {
  const buerger = web.besucher()
  const pfad = (await buerger.senden(START, {})).location?.replace(/\/datenschutz$/, '') ?? ''
  const gespeichert = await buerger.senden(`${pfad}/person`, PERSON)
  assert.equal(gespeichert.location, `${pfad}/nachweise`, gespeichert.html)
  const versteckt = hiddenFields((await buerger.get(`${pfad}/nachweise`)).html, `${pfad}/nachweise`, `${pfad}/nachweise`)
  const senden = () => {
    const formular = new FormData()
    for (const [name, wert] of versteckt) formular.append(name, wert)
    formular.append('ausweis', datei())
    formular.append('_aktion', 'weiter')
    return buerger.post(`${pfad}/nachweise`, formular)
  }
  return { buerger, pfad, senden }
}

test('the primary dies under load: 503 and what to do, then it goes on with the standby and nothing is lost', async () => {
  const [bestaetigt, person]: [string[], ReturnType<typeof wer>] = [[], wer()]
  const schluss = new AbortController()
  const last = Array.from({ length: 4 }, async () => {
    while (!schluss.signal.aborted) {
      const id = newId()
      try {
        await app.execute(person, merken, { id }, { schluessel: id })
        bestaetigt.push(id)
      } catch {
        await sleep(20)
      }
    }
  })
  await warteBis('load', () => bestaetigt.length >= 20, 20_000)
  await probeleistung(app, musterstadt)
  const antrag = await mittenImAntrag()
  process.kill(eins.postgres.pid, 'SIGKILL')
  const [gast, seite] = [web.besucher(), '/anmelden']
  await warteBis('503', async () => (await gast.get(seite)).status === 503, 20_000)
  const deutsch = await gast.get(seite)
  assert.deepEqual([deutsch.status, deutsch.headers.get('retry-after')], [503, '10'])
  assert.match(deutsch.html, /Wir sind gleich wieder da[\s\S]*bleibt erhalten[\s\S]*in einer Minute/)
  const englisch = await gast.get(`${seite}?sprache=en`)
  assert.match(englisch.html, /lang="en"[\s\S]*We will be back shortly[\s\S]*is kept[\s\S]*in a minute/)
  const problem = await gast.get(seite, { accept: 'application/json' })
  assert.deepEqual([problem.status, JSON.parse(problem.html).type], [503, 'urn:stadtkern:problem:nichtErreichbar'])
  assert.equal((await gast.get('/readyz')).status, 503)
  assert.equal((await antrag.senden()).status, 503)
  const vorher = bestaetigt.length

  await beimEigentuemer(zwei.url, 'select pg_promote()')
  await warteBis('pages', async () => (await gast.get(seite)).status === 200, 20_000)
  await warteBis('changes', () => bestaetigt.length >= vorher + 20, 20_000)
  const nochmal = await antrag.senden()
  assert.equal(nochmal.location, `${antrag.pfad}/kontakt`, nochmal.html)
  await antrag.buerger.senden(`${antrag.pfad}/kontakt`, { email: '', bemerkung: '', _aktion: 'weiter' })
  const pruefseite = await antrag.buerger.get(`${antrag.pfad}/pruefen`)
  assert.match(pruefseite.html, /Hauptstraße[\s\S]*ausweis\.pdf/, 'what was acknowledged before, and what was sent again')
  schluss.abort()
  await Promise.all(last)
  const da = await beimEigentuemer<{ id: string; zahl: number }>(zwei.url,
    `select objekt_id as id, count(*)::int as zahl from platform.ereignis where typ = '${gemerkt.typ}' group by 1`)
  const zahlen = new Map(da.map(({ id, zahl }) => [id, zahl]))
  assert.deepEqual(bestaetigt.filter((id) => zahlen.get(id) !== 1), [], 'acknowledged and not there exactly once')
  await warteBis('the jobs of all of them', () => bestaetigt.every((id) => erledigt.has(id)), 60_000)
  assert.deepEqual(await titel('Marktplatz'), ['Sondernutzung Marktplatz'])
})

test('news come from the new primary; the old one, should it come back, is nobody\'s primary', async () => {
  const owner = openDatabase({ url: zwei.url })
  await addMandant(owner, stadt(newId(), 'neustadt'))
  await owner.close()
  await warteBis('news of a town', () => app.mandanten.bySchluessel('neustadt') !== undefined, 20_000)
  const alt = await starten(eins.ordner, eins.port, {})
  const [selbstbild] = await beimEigentuemer(alt.url, 'select pg_is_in_recovery() as standby')
  assert.deepEqual(selbstbild, { standby: false }, 'it takes itself for the primary')
  assert.equal(new URL(await primaryUrl(beide)).port, String(zwei.port))
  assert.equal((await web.besucher('neustadt.localhost').get('/anmelden')).status, 200)
  const env = { ...process.env, ...umgebung }
  const { stdout } = await promisify(execFile)(join(projectRoot, 'bin/stadtkern'), ['status'], { env })
  const [erster, zweiter] = stdout.split('\n').filter((zeile) => /^ +localhost:/.test(zeile))
  assert.equal(erster, `  localhost:${eins.port}: war einmal Primärserver: bitte anhalten und als Standby neu aufsetzen`)
  assert.equal(zweiter, `  localhost:${zwei.port}: Primärserver`)
})
