/**
 * A production installation from nothing, as docs/handbuch/betrieb.md tells it: a PostgreSQL of one's own with an owner that is no
 * superuser, the refusals, town and first administrator by command, web and worker apart, a snapshot into another place.
 */
import assert from 'node:assert/strict'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Client } from 'pg'
import { totpCode } from '../../src/modules/grundlagen/konten/domain/totp.js'
import { ensureEmbeddedPostgres } from '../../src/platform/database/embedded/index.js'
import { createBesucher } from '../web.js'
import { freierPort, installation, warteBis } from './programm.js'

const PASSWORT = 'Zu-lang-zum-Raten-77'
const HOST = 'rathaus.neustadt.example'
const gastgeber = installation()
mkdirSync(gastgeber.daten, { recursive: true })
const server = await ensureEmbeddedPostgres({ dataDir: gastgeber.daten, extraSettings: { fsync: 'off' } })
after(() => server.release())
const owner = new Client({ connectionString: server.url })
await owner.connect()
await owner.query(`create role stadtkern login password '${PASSWORT}' createrole bypassrls`)
for (const name of ['echt', 'zweite']) await owner.query(`create database ${name} owner stadtkern`)
await owner.end()
const adresse = (datenbank: string) => {
  const url = new URL(server.url)
  return Object.assign(url, { username: 'stadtkern', password: PASSWORT, pathname: `/${datenbank}` }).toString()
}
const echt = { STADTKERN_MODE: 'production', STADTKERN_BASE_URL: `https://${HOST}`, DATABASE_URL: adresse('echt') }
const ort = installation(echt)
const [portWeb, portWorker] = [await freierPort(), await freierPort()]
const json = <T>(text: string): T => JSON.parse(text.split('\n')[0] ?? '') as T

test('production says everything that is missing or unsafe at once, and ends with 2', async () => {
  const { code, err } = await ort.abgelehnt({
    STADTKERN_BASE_URL: 'http://rathaus.example.org', DATABASE_URL: 'postgres://stadtkern:geheim@127.0.0.1:1/x', STADTKERN_DEMO_KONTEN: 'true', STADTKERN_DEMO_UHR: 'true', STADTKERN_DEMO_SIMULATOREN: 'true',
    SMTP_URL: 'smtp://a:passwort@mail.example.org', STADTKERN_S3_ENDPOINT: 'https://s3.example.org', STADTKERN_S3_SECRET_ACCESS_KEY: 'minioadmin',
  })
  assert.equal(code, 2)
  for (const name of ['baseUrl', 'database.url', 'demo.konten', 'demo.uhr', 'demo.simulatoren', 'smtp.url', 'smtp.absender', 's3.secretAccessKey', 's3.bucket', 's3.accessKeyId']) assert.ok(err.includes(`- ${name} `), name)
  assert.ok(!err.includes('minioadmin') && !err.includes('geheim@'), 'a secret was printed')
  assert.match((await ort.abgelehnt({ DATABASE_URL: '' })).err, /- database\.url /)
})

test('before the first town: lists are there, the town is missing', async () => {
  const rechte = await ort.lauf('permissions', '--json')
  assert.equal(rechte.code, 0, rechte.err)
  assert.deepEqual(json<{ roles: unknown[] }>(rechte.out).roles, [])
  assert.equal((await ort.lauf('permissions', 'can', 'x', 'y')).code, 2)
  const niemand = await ort.lauf('verwalter', 'anlegen', 'a.erste', 'Anna Erste')
  assert.deepEqual([niemand.code, niemand.out], [2, ''])
  assert.match(niemand.err, /mandant anlegen/)
  assert.deepEqual(json(((await ort.lauf('migrate', '--json')).out)), { ran: [] })
  assert.equal((await ort.lauf('demo')).code, 1)
  assert.equal((await ort.lauf('clock', 'real')).code, 1)
})

const web = installation({ ...echt, STADTKERN_ROLLE: 'web', STADTKERN_DATA: ort.daten })
const worker = installation({ ...echt, STADTKERN_ROLLE: 'worker', STADTKERN_DATA: ort.daten, STADTKERN_WORKER_PORT: String(portWorker) })
let code = ''

test('town and first administrator come by command', async () => {
  assert.equal((await ort.lauf('mandant', 'anlegen', 'neustadt', 'Stadt Neustadt', HOST)).code, 0)
  const erster = await ort.lauf('verwalter', 'anlegen', 'a.erste', 'Anna Erste', '--mandant', 'neustadt', '--json')
  assert.equal(erster.code, 0, erster.err)
  const verloren = json<{ startcode: string }>(erster.out).startcode
  code = json<{ startcode: string }>((await ort.lauf('verwalter', 'anlegen', 'a.erste', 'Anna Erste', '--json')).out).startcode
  assert.notEqual(code, verloren)
  assert.equal((await ort.lauf('verwalter', 'anlegen', 'Ä', 'x')).code, 1)
})

test('start code, password, second factor, administration: over the pages of a web process', async () => {
  const prozess = web.starte(portWeb)
  await prozess.bereit()
  const anna = createBesucher(prozess.url, HOST)
  assert.equal((await anna.senden('/arbeitsplatz/start', { kennung: 'a.erste', code, passwort: 'sechs ruhige rote Ziegel' })).status, 303)
  assert.equal((await anna.senden('/arbeitsplatz/start', { kennung: 'a.erste', code, passwort: 'sieben ruhige rote Ziegel' })).status, 422)
  assert.equal((await anna.senden('/arbeitsplatz/anmelden', { kennung: 'a.erste', passwort: 'sechs ruhige rote Ziegel' })).location, '/arbeitsplatz/anmelden/einrichten')
  const seite = await anna.get('/arbeitsplatz/anmelden/einrichten')
  const geheimnis = (/(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}/.exec(seite.html)?.[0] ?? '').replaceAll(' ', '')
  await anna.senden('/arbeitsplatz/anmelden/einrichten', { code: totpCode(geheimnis, Temporal.Now.instant()) })
  for (const pfad of ['/verwaltung', '/verwaltung/benutzer', '/verwaltung/einheiten']) assert.equal((await anna.get(pfad)).status, 200, pfad)
  assert.equal((await anna.get('/arbeitsplatz')).location, '/verwaltung', 'who has no work list begins with what the rights open')
  assert.ok([...anna.cookies.keys()].some((name) => name.startsWith('__Host-')))
  const startseite = await anna.get('/')
  assert.equal(startseite.status, 200)
  assert.ok(startseite.headers.get('strict-transport-security'))
  for (const pfad of ['/demo/mails', '/arbeitsplatz/anmelden', '/anmelden']) assert.doesNotMatch((await createBesucher(prozess.url, HOST).get(pfad)).html, /Demo-Rathaus|Demo-Buerger/)
  assert.equal((await createBesucher(prozess.url, 'fremd.example').get('/')).status, 404)
})

test('a worker without pages is asked for its health at its own port', async () => {
  worker.starte(0)
  const frage = (pfad: string) => fetch(`http://127.0.0.1:${portWorker}${pfad}`)
  await warteBis('the worker answers', () => frage('/healthz').then(({ ok }) => ok, () => false), 30_000)
  assert.deepEqual(await (await frage('/readyz')).json(), { ready: true })
  assert.match(await (await frage('/metrics')).text(), /stadtkern_auftraege/)
  assert.equal((await frage('/')).status, 404)
  const { processes } = json<{ processes: { kind: string }[] }>((await ort.lauf('status', '--json')).out)
  assert.deepEqual(processes.map(({ kind }) => kind).toSorted(), ['web', 'worker'])
})

test('a snapshot never replaces what is there, or what runs, unasked; and works elsewhere from nothing', async () => {
  const sicherung = join(ort.ordner, 'sicherung')
  assert.equal((await ort.lauf('backup', sicherung)).code, 0)
  const laufend = await ort.lauf('restore', sicherung)
  assert.equal(laufend.code, 1)
  assert.match(laufend.err, /Nichts wurde verändert[\s\S]*Neustadt[\s\S]*Prozesse[\s\S]*--ersetzen/)

  const zweite = installation({ ...echt, DATABASE_URL: adresse('zweite') })
  const hin = await zweite.lauf('restore', sicherung, '--json')
  assert.equal(hin.code, 0, hin.err)
  assert.match(json<{ hinweise: string[] }>(hin.out).hinweise[0] ?? '', /Schlüsselordner ist ein anderer/)
  assert.equal((await zweite.lauf('verify')).code, 0)
  assert.match((await zweite.lauf('restore', sicherung)).err, /--ersetzen/)
  const nochmal = await zweite.lauf('restore', sicherung, '--ersetzen', '--mandant', 'neustadt')
  assert.equal(nochmal.code, 0, nochmal.err)
  assert.equal((await zweite.lauf('restore', sicherung, '--mandant', 'gibtsnicht')).code, 2)

  const leer = installation({ STADTKERN_MODE: 'production', STADTKERN_BASE_URL: `https://${HOST}`, STADTKERN_EMBEDDED_IN_PRODUCTION: 'true' })
  const eingebettet = await leer.lauf('restore', sicherung, '--mandant', 'neustadt')
  assert.equal(eingebettet.code, 0, eingebettet.err)
  assert.match((await leer.lauf('mandant')).out, /neustadt/)
  // Another server, which has counted fewer transactions: what happens now is sealed behind what came back.
  assert.equal((await leer.lauf('verwalter', 'anlegen', 'b.zweite', 'Berta Zweite')).code, 0)
  assert.equal((await leer.lauf('verify')).code, 0)
  rmSync(sicherung, { recursive: true })
})

test('a data folder of production never becomes a demo', async () => {
  assert.match((await ort.abgelehnt({ STADTKERN_MODE: 'demo' })).err, /darf nicht demo sein/)
})
