/** docs/contracts.md against the running demo, as a check from outside sees it. What has files of its own (start, crash, commands) is not repeated. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { freierPort, installation } from './programm.js'

const ort = installation()
const port = await freierPort()
const demo = ort.starte(port)
await demo.bereit()

interface Antwort { readonly status: number; readonly art: string; readonly text: string; readonly json: Record<string, unknown> }

async function frage(pfad: string, init: RequestInit = {}): Promise<Antwort> {
  const response = await fetch(demo.url + pfad, { redirect: 'manual', ...init })
  const text = await response.text()
  const art = response.headers.get('content-type') ?? ''
  return { status: response.status, art, text, json: /json/.test(art) ? JSON.parse(text) as Record<string, unknown> : {} }
}

test('ready means: the home page and one complete service answer, whatever follows in the background', async () => {
  const { status, json } = await frage('/readyz')
  assert.equal(status, 200)
  assert.match(String(json['demo']), /^(loading \d+\/\d+|geladen)$/)
  for (const pfad of ['/', '/leistungen', '/leistungen/bewohnerparkausweis', '/leistungen/bewohnerparkausweis/antrag']) assert.equal((await frage(pfad)).status, 200, pfad)
  await demo.bereit({ demo: true })
  assert.deepEqual((await frage('/readyz')).json, { ready: true, demo: 'geladen' })
  assert.deepEqual((await frage('/healthz')).json, { ok: true })
  assert.match((await frage('/metrics')).text, /^# HELP stadtkern_http_seconds/m)
})

test('the pages of the contract answer, or lead to the sign-in', async () => {
  for (const pfad of ['/anmelden', '/barrierefreiheit', '/datenschutz', '/impressum', '/hilfe', '/arbeitsplatz/anmelden']) assert.equal((await frage(pfad)).status, 200, pfad)
  for (const pfad of ['/konto', '/konto/vorgaenge/x', '/konto/postfach', '/arbeitsplatz', '/arbeitsplatz/vorgaenge/x', '/arbeitsplatz/akten', '/arbeitsplatz/suche?q=x', '/verwaltung']) assert.equal((await frage(pfad)).status, 303, pfad)
  const fremd = await frage('/gibtesnicht')
  assert.deepEqual([fremd.status, fremd.art], [404, 'text/html; charset=utf-8'])
  assert.match(fremd.text, /lang="de"/)
})

test('commands answer with the fields of the contract, on JSON lines only', async () => {
  const zeilen = async (...args: string[]) => {
    const { out, code } = await ort.lauf(...args, '--json')
    return { code, zeilen: out.trim().split('\n').map((zeile) => JSON.parse(zeile) as Record<string, unknown>) }
  }
  const felder = (zeile: Record<string, unknown> | undefined, ...namen: string[]) => assert.deepEqual(namen.filter((name) => !(name in (zeile ?? {}))), [])
  const { zeilen: [start] } = await zeilen('demo')
  felder(start, 'url', 'mandanten', 'logins', 'clock')
  for (const login of (start?.['logins'] ?? []) as Record<string, unknown>[]) felder(login, 'mandant', 'rolle', 'kennung', 'passwort', 'totpSecret')
  const routen = (await zeilen('routes')).zeilen
  for (const route of routen) felder(route, 'method', 'path', 'access', 'module', 'kind', 'example')
  for (const recht of (await zeilen('permissions')).zeilen) felder(recht, 'permission', 'sentence', 'roles')
  felder((await zeilen('permissions', 'can', 's.sommer', 'vorgang.lesen')).zeilen[0], 'allowed', 'why')
  const { zeilen: [stand] } = await zeilen('status')
  felder(stand, 'mode', 'url', 'processes', 'database', 'queue')
  assert.deepEqual(((stand?.['processes'] ?? []) as { kind: string }[]).map(({ kind }) => kind).toSorted(), ['postgres', 'web', 'worker'])
  felder((await zeilen('verify')).zeilen[0], 'ok', 'events', 'documents', 'sealedUntil', 'problems')
  felder((await zeilen('mandant')).zeilen[0], 'schluessel', 'name', 'hosts')
  felder((await zeilen('clock')).zeilen[0], 'clock')
})

const daten = {
  hauptwohnung: true, stellplatz: false, anliegen: 'neu', antragsteller: { vornamen: 'Probe', familienname: 'Vertrag' }, geburtsdatum: '1980-05-04',
  anschrift: { art: 'strasse', strasse: 'Marktplatz', hausnummer: '1', plz: '45999', ort: 'Musterstadt' }, zone: 'A', fahrzeugArt: 'eigenes', kfz: 'MU-AB 1',
  beginn: Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 7 }).toString(), zustellung: 'post', richtig: true, aenderungen: true, fahrzeugschein: { nachreichen: true },
}

test('an application over the interface; the same key gives the same answer, letter by letter; errors are problems', async () => {
  const [zugang] = await ort.befehl<{ schluessel: string }>(port, 'dienst', 'anlegen', 'vertrag', '--recht', 'antrag.einreichen', '--recht', 'vorgang.lesen')
  const kopf = { authorization: `Bearer ${zugang?.schluessel}`, 'content-type': 'application/json' }
  const sende = (body: string, schluessel: string | undefined, extra: Record<string, string> = {}) =>
    frage('/api/antraege/bewohnerparkausweis', { method: 'POST', headers: { ...kopf, ...(schluessel ? { 'idempotency-key': schluessel } : {}), ...extra }, body })
  const gut = JSON.stringify({ daten, anhaenge: [] })
  const erste = await sende(gut, 'vertrag-1')
  assert.equal(erste.status, 201, erste.text)
  assert.deepEqual(Object.keys(erste.json), ['vorgangsnummer', 'aktenzeichen', 'status', 'eingangAm', 'anhaenge'])
  const gleichzeitig = await Promise.all([1, 2, 3].map(() => sende(gut, 'vertrag-1')))
  for (const antwort of gleichzeitig) assert.deepEqual([antwort.status, antwort.text], [201, erste.text])
  const probleme: [Antwort, number][] = [
    [await sende(JSON.stringify({ daten: { ...daten, kfz: 'MU-ZZ 9' }, anhaenge: [] }), 'vertrag-1'), 409],
    [await sende(gut, undefined), 422], [await sende(JSON.stringify({ daten: {}, anhaenge: [] }), 'vertrag-2'), 422], [await sende('{"daten":', 'vertrag-3'), 400], [await sende('[]', 'vertrag-4'), 422],
    [await sende(gut, 'vertrag-5', { authorization: 'Bearer skd_falsch_falsch' }), 401], [await sende(gut, 'vertrag-6', { 'content-type': 'application/x-unbekannt' }), 415],
    [await frage('/api/antraege/MS-2026-999999-9', { headers: kopf }), 404], [await frage('/api/gibtesnicht', { headers: kopf }), 404],
  ]
  for (const [{ status, art, json }, erwartet] of probleme) {
    assert.equal(status, erwartet, JSON.stringify(json))
    assert.match(art, /^application\/problem\+json/)
    assert.deepEqual([json['status'], typeof json['title'], typeof json['type']], [erwartet, 'string', 'string'])
  }
  const nummer = String(erste.json['vorgangsnummer'])
  const auskunft = (await frage(`/api/antraege/${nummer}`, { headers: kopf })).json
  assert.ok(Array.isArray(auskunft['verlauf']) && Array.isArray(auskunft['dokumente']))
  const vorgang = (await frage(`/api/vorgaenge/${nummer}`, { headers: kopf })).json
  for (const name of ['akte', 'dokumente', 'aufgaben', 'ereignisse']) assert.ok(name in vorgang, name)
})

test('the description of the interface is valid OpenAPI 3.1', async () => {
  const { json } = await frage('/api/openapi.json')
  assert.match(String(json['openapi']), /^3\.1\.\d+$/)
  const schemes = (json['components'] as { securitySchemes: object }).securitySchemes
  const seen = new Set<string>()
  // Unknown keywords are allowed in 3.1; unknown formats too. What is no JSON Schema at all does not compile.
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  const schemas: object[] = []
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [name, inner] of Object.entries(value)) { if (name === 'schema') schemas.push(inner as object); else collect(inner) }
  }
  for (const [path, item] of Object.entries(json['paths'] as Record<string, Record<string, Operation>>)) {
    assert.match(path, /^\//)
    for (const [method, operation] of Object.entries(item)) {
      assert.ok(['get', 'post', 'put', 'delete', 'patch'].includes(method), method)
      assert.ok(!seen.has(operation.operationId), operation.operationId)
      seen.add(operation.operationId)
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      assert.deepEqual((operation.parameters ?? []).filter((one) => one.in === 'path').map((one) => [one.name, one.required]), named.map((name) => [name, true]), path)
      assert.ok(Object.keys(operation.responses).length > 0, path)
      for (const [status, response] of Object.entries(operation.responses)) assert.ok(/^([1-5]\d\d|default)$/.test(status) && response.description, `${path} ${status}`)
      for (const name of (operation.security ?? []).flatMap((one) => Object.keys(one))) assert.ok(name in schemes, name)
      collect(operation)
    }
  }
  assert.ok(seen.size >= 3 && schemas.length > 3)
  for (const schema of schemas) ajv.compile({ ...schema, components: json['components'] })
})

interface Operation { operationId: string; parameters?: { name: string; in: string; required: boolean }[]; responses: Record<string, { description: string }>; security?: object[] }

test('SIGTERM ends within 10 s, also while requests run, with the database', async () => {
  const laufend = Promise.allSettled(Array.from({ length: 20 }, () => frage('/leistungen')))
  await demo.ende('SIGTERM')
  // After 9.8 s it would have ended itself with 1.
  assert.equal(demo.prozess.exitCode, 0)
  assert.equal(ort.postgresPid(), undefined)
  await laufend
})
