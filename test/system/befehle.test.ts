import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { createApp } from '../../src/create-app.js'
import { vorgangEroeffnen } from '../../src/modules/akte/akten/index.js'
import type { App } from '../../src/platform/app.js'
import { loadConfig } from '../../src/platform/config/index.js'
import { ensureEmbeddedPostgres } from '../../src/platform/database/embedded/index.js'
import { systemActor } from '../../src/platform/usecases/actor.js'
import { musterstadt } from '../app.js'
import { testWeb } from '../web.js'
import { demoInstallation, freierPort } from './programm.js'

/** The command line as operators call it: the built program beside one that serves, on a data folder of its own. */
const ort = await demoInstallation()
const data = ort.ordner
const dienst = ort.starte(await freierPort())
await dienst.bereit()

async function stadtkern(...args: string[]): Promise<{ code: number; lines: Record<string, unknown>[]; err: string }> {
  const { code, out, err } = await ort.lauf(...args, '--json')
  return { code, lines: out.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Record<string, unknown>), err }
}

test('verify: everything is in order after loading the demo', async () => {
  const { code, lines, err } = await stadtkern('verify')
  assert.equal(code, 0, err)
  assert.deepEqual([lines[0]?.['ok'], lines[0]?.['problems']], [true, []])
  assert.ok(Number(lines[0]?.['events']) > 10)
})

test('status names the process that serves and the database', async () => {
  const { lines } = await stadtkern('status')
  const processes = lines[0]?.['processes'] as { kind: string; pid: number }[]
  assert.ok(processes.some((one) => one.kind === 'web' && one.pid === dienst.prozess.pid))
  assert.ok(processes.some((one) => one.kind === 'postgres'))
})

test('demo: addresses, sign-ins for both kinds of people, clock', async () => {
  const { lines } = await stadtkern('demo')
  const logins = lines[0]?.['logins'] as { rolle: string; totpSecret?: string }[]
  assert.ok(logins.some((login) => login.rolle === 'buerger') && logins.some((login) => login.totpSecret))
  assert.match(String(lines[0]?.['clock']), /^\d{4}-\d\d-\d\dT/)
})

test('routes and permissions are lists that say who and why', async () => {
  const routes = (await stadtkern('routes')).lines
  assert.ok(routes.some((route) => route['path'] === '/arbeitsplatz' && route['kind'] === 'page'))
  assert.ok((await stadtkern('permissions')).lines.some((line) => line['permission'] === 'bescheid.zeichnen' && (line['roles'] as string[]).includes('teamleitung')))
  const nein = await stadtkern('permissions', 'can', 's.sommer', 'bescheid.zeichnen', '32.1')
  assert.deepEqual([nein.code, nein.lines[0]?.['allowed']], [1, false])
  assert.equal((await stadtkern('permissions', 'can', 'l.lenz', 'bescheid.zeichnen', '32.1')).code, 0)
})

test('the clock is set, moved on and set right again', async () => {
  assert.match(String((await stadtkern('clock', 'set', '2027-01-04T08:00')).lines[0]?.['clock']), /^2027-01-04T08:00/)
  assert.match(String((await stadtkern('clock', 'advance', 'P3D')).lines[0]?.['clock']), /^2027-01-07T08:00/)
  assert.equal((await stadtkern('clock', 'real')).lines[0]?.['moved'], false)
  assert.equal((await stadtkern('clock', 'set', 'morgen')).code, 2)
})

test('backup writes a snapshot with a manifest and never over something', async () => {
  const folder = join(data, 'sicherung')
  assert.equal((await stadtkern('backup', folder)).code, 0)
  assert.ok(existsSync(join(folder, 'manifest.json')))
  assert.match(readFileSync(join(folder, 'manifest.json'), 'utf8'), /"format": 1/)
  assert.equal((await stadtkern('backup', folder)).code, 1)
})

test('a town is added and listed', async () => {
  const { code, lines, err } = await stadtkern('mandant', 'anlegen', 'neustadt', 'Stadt Neustadt', 'neustadt.localhost')
  assert.equal(code, 0, err)
  assert.ok(lines.some((line) => line['schluessel'] === 'neustadt'))
  assert.equal((await stadtkern('mandant', 'anlegen', 'GROSS')).code, 2)
})

test('a service package is exported and refused where it is broken', async () => {
  const zip = join(data, 'paket.zip')
  assert.equal((await stadtkern('leistung', 'export', 'bewohnerparkausweis', zip)).code, 0)
  const wieder = await stadtkern('leistung', 'import', zip, '--dry-run')
  assert.equal(wieder.code, 0, wieder.err)
  assert.notEqual((await stadtkern('leistung', 'import', join(data, 'gibtesnicht'))).code, 0)
})

test('wrong usage is 2 and says how', async () => {
  for (const args of [['gibtesnicht'], ['backup'], ['clock', 'unsinn']]) {
    const { code, err } = await stadtkern(...args)
    assert.equal(code, 2, args.join(' '))
    assert.match(err, /Aufruf|Befehl/)
  }
})

test('a demo is filled with Vorgänge that are worked on like real ones, and only while nothing else runs', async () => {
  const gestoert = await stadtkern('demo', '--vorgaenge', '200', '--mandanten', '2')
  assert.deepEqual([gestoert.code, /läuft das Programm/.test(gestoert.err)], [1, true], gestoert.err)
  assert.equal((await stadtkern('demo', '--vorgaenge', 'viele')).code, 2)
  await dienst.ende('SIGTERM')
  const { code, lines, err } = await stadtkern('demo', '--vorgaenge', '200', '--mandanten', '2')
  assert.deepEqual([code, lines[0]?.['verstoesse'], lines[0]?.['mandanten']], [0, [], 2], err)
  assert.equal((await stadtkern('demo', '--vorgaenge', '200')).code, 1, 'once only')
  const geprueft = await stadtkern('verify')
  assert.deepEqual([geprueft.code, geprueft.lines[0]?.['problems']], [0, []], geprueft.err)

  const server = await ensureEmbeddedPostgres({ dataDir: ort.daten })
  const app = await createApp({ config: loadConfig({ STADTKERN_DATA: ort.daten, STADTKERN_MODE: 'demo', PORT: '0', STADTKERN_LOG_LEVEL: 'error' }), databaseUrl: server.url, worker: false })
  after(async () => { await app.close(); await server.release() })
  const { besucher } = await testWeb(app)
  const sommer = besucher()
  await sommer.mitSitzung('personal', '01900000-0000-7000-8000-00000000a001', musterstadt)
  const liste = await sommer.get('/arbeitsplatz?ansicht=frei&zeilen=100')
  // A copy's ids end in a number; of these one with the task that the patterns have.
  const aufgabe = /href="\/arbeitsplatz\/vorgaenge\/([^"#]+)#aufgabe-([0-9a-f-]{19}8000-0000000[0-9a-f]{5})"[^>]*>Antwort entwerfen/.exec(liste.html) ?? []
  const seite = `/arbeitsplatz/vorgaenge/${aufgabe[1]}`
  assert.equal((await sommer.get(seite)).status, 200)
  assert.equal((await sommer.senden(seite, { ergebnis: 'erledigt', vermerk: 'Geprüft.' }, `${seite}/aufgaben/${aufgabe[2]}`)).status, 303)
  assert.equal((await sommer.senden(`${seite}/vermerk`, { text: 'Telefonat' })).status, 303)
  const danach = await sommer.get(seite)
  assert.match(danach.html, /Geprüft\.[\s\S]*Telefonat|Telefonat[\s\S]*Geprüft\./)
  const dokument = /\/arbeitsplatz\/dokumente\/[0-9a-f-]{36}/.exec(danach.html)?.[0] ?? ''
  assert.equal((await sommer.get(dokument)).status, 200)
  assert.match((await sommer.get(`/arbeitsplatz/suche?q=${aufgabe[1]}`)).html, new RegExp(seite))
  // The series of numbers goes on behind the copies.
  const vorher = await zahlen(app)
  await app.execute(systemActor(musterstadt, 'test'), vorgangEroeffnen, { akteId: vorher.akteId, betreff: 'Nach dem Füllen', typ: 'anfrage' })
  assert.equal((await zahlen(app)).letzte, vorher.letzte + 1)
})

const zahlen = (app: App) => app.db.withMandant(musterstadt, async (tx) => {
  const { rows: [row] } = await sql<{ akteId: string; letzte: number }>`select (select id from akten.akte where status = 'OFFEN' order by id limit 1) as "akteId",
    max(split_part(vorgangsnummer, '-', 3)::int) as letzte from akten.vorgang where split_part(vorgangsnummer, '-', 2)::int = extract(year from current_date)`.execute(tx)
  assert.ok(row)
  return row
})
