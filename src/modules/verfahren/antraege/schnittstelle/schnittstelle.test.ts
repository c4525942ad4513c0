import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { musterstadt, personalActor, testApp } from '../../../../../test/app.js'
import { testWeb } from '../../../../../test/web.js'
import { openDatabase } from '../../../../platform/database/database.js'
import { renderPdf } from '../../../../platform/pdf/index.js'
import { setSpeichergrenze } from '../../../../platform/tenancy/mandanten.js'
import { newId } from '../../../../platform/time/index.js'
import { dienstAnlegen } from '../../../grundlagen/konten/index.js'
import { hashOf } from '../../../grundlagen/konten/domain/schluessel.js'
import { reicheEin, testDaten, testLeistung } from '../einreichen/test-leistung.js'

const { app, ownerUrl, settle } = await testApp()
const leistung = await testLeistung(app, musterstadt)
const web = await testWeb(app)
const pdf = (await renderPdf({ template: { source: 'Meldebescheinigung' }, data: {}, standard: 'a-2a', createdAt: Temporal.Instant.from('2026-01-01T00:00Z') })).bytes.toString('base64')

async function zugang(kennung: string, rechte: string[]): Promise<string> {
  const { id } = await app.execute(personalActor(['konten.verwalten']), dienstAnlegen, { kennung, name: `Dienst ${kennung}`, rechte, stufe: 1 })
  const token = `sk_${kennung}_0123456789abcdef0123456789`
  await app.db.withMandant(musterstadt, (tx) => sql`insert into konten.dienstschluessel (id, konto_id, hash, praefix, gueltig_bis) values (${newId()}, ${id}, ${hashOf(token)}, 'sk_test', '2099-01-01')`.execute(tx))
  return token
}

const einreicher = await zugang('dienst-a', ['antrag.einreichen'])
const anderer = await zugang('dienst-b', ['antrag.einreichen'])
const leser = await zugang('dienst-c', ['vorgang.lesen'])

async function ruf(token: string | undefined, method: 'GET' | 'POST', path: string, body?: unknown, kopf: Record<string, string> = {}, host?: string) {
  const headers = { ...(token ? { authorization: `Bearer ${token}` } : {}), accept: 'application/json', ...kopf }
  const besucher = web.besucher(host)
  const { status, html, headers: antwort } = method === 'GET' ? await besucher.get(path, headers)
    : await besucher.post(path, typeof body === 'string' ? body : JSON.stringify(body), { 'content-type': 'application/json', ...headers })
  return { status, type: antwort.get('content-type') ?? '', body: JSON.parse(html) as Record<string, never> & { felder?: { feld: string }[]; vorgangsnummer: string; anhaenge: { sha256: string; dateiname: string }[]; dokumente: { typ: string; sha256: string }[]; status: unknown } }
}
const reiche = (body: unknown, schluessel = newId(), token: string | undefined = einreicher, host?: string) => ruf(token, 'POST', '/api/antraege/musterleistung', body, { 'idempotency-key': schluessel }, host)
const gut = { daten: testDaten, anhaenge: [{ slot: 'meldebescheinigung', dateiname: 'Meldung.pdf', inhaltBase64: pdf }] }

test('an application goes in and its state comes out; the same key gives the same answer, with another body 409', async () => {
  const schluessel = newId()
  const erste = await reiche(gut, schluessel)
  assert.equal(erste.status, 201)
  assert.deepEqual(Object.keys(erste.body).sort(), ['aktenzeichen', 'anhaenge', 'eingangAm', 'status', 'vorgangsnummer'])
  assert.equal(erste.body.anhaenge[0]?.dateiname, 'Meldung.pdf')
  assert.deepEqual((await reiche(gut, schluessel)).body, erste.body)
  assert.equal((await reiche({ daten: { ...testDaten, nachname: 'Anders' } }, schluessel)).status, 409)
  assert.notEqual((await reiche(gut, schluessel, anderer)).body.vorgangsnummer, erste.body.vorgangsnummer)
  await settle()
  const stand = await ruf(einreicher, 'GET', `/api/antraege/${erste.body.vorgangsnummer}`)
  assert.equal(stand.status, 200)
  assert.deepEqual(stand.body.dokumente.map(({ typ }) => typ), ['nachweis', 'antrag', 'eingangsbestaetigung'])
  assert.equal(stand.body.dokumente[0]?.sha256, erste.body.anhaenge[0]?.sha256)
  assert.equal((await ruf(anderer, 'GET', `/api/antraege/${erste.body.vorgangsnummer}`)).status, 404)
  const vorgang = await ruf(leser, 'GET', `/api/vorgaenge/${erste.body.vorgangsnummer}`)
  assert.deepEqual([vorgang.status, (vorgang.body['aufgaben'] as unknown as { titel: string }[])[0]?.titel], [200, 'Antrag prüfen'])
  assert.equal((await ruf(einreicher, 'GET', `/api/vorgaenge/${erste.body.vorgangsnummer}`)).status, 403)
})

test('every refusal is a problem description', async () => {
  const { vorgangsnummer } = await reicheEin(app, musterstadt, leistung)
  const faelle = [
    [401, await reiche(gut, newId(), 'sk_falsch_0123456789')], [401, await ruf(undefined, 'GET', `/api/antraege/${vorgangsnummer}`)],
    [403, await reiche(gut, newId(), leser)], [404, await ruf(einreicher, 'GET', `/api/antraege/${vorgangsnummer}`)],
    [404, await ruf(einreicher, 'GET', '/api/antraege/XX-1')], [404, await ruf(einreicher, 'POST', '/api/antraege/gibtsnicht', gut, { 'idempotency-key': newId() })],
    [422, await reiche({ daten: {} })], [422, await reiche({ ...gut, fremd: 1 })], [422, await reiche('null')], [400, await reiche('{"daten":')],
    [422, await ruf(einreicher, 'POST', '/api/antraege/musterleistung', gut)],
    [422, await reiche({ daten: testDaten, anhaenge: [{ slot: 'meldebescheinigung', dateiname: 'a.pdf', inhaltBase64: '%%%' }] })],
    [422, await reiche({ daten: testDaten, anhaenge: [{ slot: 'meldebescheinigung', dateiname: 'a.exe', inhaltBase64: Buffer.from('MZ').toString('base64') }] })],
    [422, await reiche({ daten: testDaten, anhaenge: [{ slot: 'fremd', dateiname: 'a.pdf', inhaltBase64: pdf }] })],
    [401, await reiche(gut, newId(), einreicher, 'beispielhausen.localhost')],
  ] as const
  for (const [index, [status, antwort]] of faelle.entries()) {
    assert.equal(antwort.status, status, `case ${index}: ${JSON.stringify(antwort.body)}`)
    assert.match(antwort.type, /application\/problem\+json/, `case ${index}`)
    assert.equal(antwort.body.status, status)
  }
  assert.deepEqual(faelle[6][1].body.felder?.map(({ feld }) => feld).sort(), ['firmenwagen', 'nachname', 'wohnung'])
})

test('the description names every interface with its body', async () => {
  const { status, body } = await ruf(undefined, 'GET', '/api/openapi.json')
  assert.equal(status, 200)
  const { openapi, paths } = body as unknown as { openapi: string; paths: Record<string, Record<string, { requestBody?: unknown; parameters: { name: string }[] }>> }
  assert.equal(openapi, '3.1.0')
  assert.ok(paths['/api/antraege/{leistung}']?.['post']?.requestBody)
  assert.deepEqual(paths['/api/antraege/{vorgangsnummer}']?.['get']?.parameters.map(({ name }) => name), ['vorgangsnummer'])
  assert.ok(paths['/api/vorgaenge/{vorgangsnummer}'])
})

test('what is beyond the storage of the town is refused with 507; with more room the same request goes in', async () => {
  const owner = openDatabase({ url: ownerUrl, max: 1 })
  const grenze = async (bytes: number | null) => { await setSpeichergrenze(owner, 'musterstadt', bytes); await app.mandanten.reload() }
  await grenze(1)
  const schluessel = newId()
  const voll = await reiche(gut, schluessel)
  assert.deepEqual([voll.status, (voll.body as { type?: string }).type], [507, 'urn:stadtkern:problem:speicherVoll'])
  assert.match(voll.type, /problem\+json/)
  assert.equal((await reiche({ ...gut, anhaenge: [] })).status === 507, false, 'what has no files is no question of storage')
  await grenze(null)
  await owner.close()
  assert.equal((await reiche(gut, schluessel)).status, 201)
})
