import assert from 'node:assert/strict'
import { request as httpRequest } from 'node:http'
import { after, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { Client } from 'pg'
import { createApp } from '../../src/create-app.js'
import { leistungImportieren, leistungSchliessen } from '../../src/modules/grundlagen/leistungen/index.js'
import { musterleistung, musterpaket } from '../../src/modules/grundlagen/leistungen/test/muster.js'
import { checkCacheable } from '../../src/platform/http/page-cache.js'
import { access, api, html, page } from '../../src/platform/http/route.js'
import { openLog } from '../../src/platform/log/log.js'
import { beispielhausen, musterstadt, system, testApp } from '../app.js'
import { testWeb, type Besucher } from '../web.js'

const { app, ownerUrl } = await testApp({ worker: false })
const { leistungId } = await musterleistung(app, musterstadt)
await musterleistung(app, beispielhausen, musterpaket({ bezeichnung: 'Beispielausweis' }))
const web = await testWeb(app)
const gast = web.besucher()

/** A second process of the same installation, as far as memory goes: an app of its own on the same database. */
const zweite = await createApp({ config: app.config, databaseUrl: ownerUrl, worker: false, log: openLog('silent') })
after(() => zweite.close())
const zweitesWeb = await testWeb(zweite)

const treffer = async (von = web) => Number(/stadtkern_seitenspeicher\{was="treffer"\} (\d+)/.exec((await von.besucher('localhost').get('/metrics')).html)?.[1])

/** Loads the page and says whether it came from memory. */
async function geladen(wer: Besucher, pfad: string, von = web) {
  const vorher = await treffer(von)
  const antwort = await wer.get(pfad)
  return { ...antwort, ausSpeicher: await treffer(von) > vorher }
}

/** Asks until the page comes from memory: news of an earlier change may still be on its way. */
async function gemerkt(pfad: string, wer = gast, von = web): Promise<string> {
  for (let versuch = 0; versuch < 20; versuch++) {
    const antwort = await geladen(wer, pfad, von)
    if (antwort.ausSpeicher) return antwort.html
  }
  throw new Error(`${pfad} is not kept`)
}

async function bis(pruefung: () => Promise<boolean>): Promise<void> {
  for (const ende = Date.now() + 5_000; !(await pruefung());) {
    if (Date.now() > ende) throw new Error('did not happen')
    await new Promise((resolve) => { setTimeout(resolve, 5) })
  }
}

test('every page that is declared so is kept, with the headers and bytes of the first answer', async () => {
  const pfade = app.module.flatMap((modul) => modul.routes ?? []).filter((route) => route.zwischenspeichern).map((route) => route.path.replace(':key', 'musterleistung'))
    // What needs data of the demo town is a 404 here.
    .filter((pfad) => !pfad.includes(':'))
  assert.ok(pfade.length >= 8, `${pfade.length} pages`)
  for (const pfad of pfade) {
    const erste = await gast.get(pfad)
    const zweiteAntwort = await geladen(gast, pfad)
    assert.ok(zweiteAntwort.ausSpeicher, `${pfad} is not kept: it looks at something of one visitor`)
    assert.equal(zweiteAntwort.html, erste.html)
    const ohneZeit = (headers: Headers) => [...headers].filter(([name]) => name !== 'date').sort()
    assert.deepEqual(ohneZeit(zweiteAntwort.headers), ohneZeit(erste.headers))
    assert.match(zweiteAntwort.headers.get('content-security-policy') ?? '', /default-src 'self'/)
    assert.equal(zweiteAntwort.headers.get('cache-control'), 'private, no-cache')
  }
})

test('a browser that has the page gets 304; one that reads gzip or brotli gets that', async () => {
  await gemerkt('/hilfe')
  const etag = (await gast.get('/hilfe')).headers.get('etag') ?? ''
  const unveraendert = await gast.get('/hilfe', { 'if-none-match': etag })
  assert.deepEqual([unveraendert.status, unveraendert.html, unveraendert.headers.get('etag')], [304, '', etag])
  assert.match(unveraendert.headers.get('content-security-policy') ?? '', /default-src/)
  const klartext = (await gast.get('/hilfe')).html
  for (const [accept, erwartet] of [['gzip, deflate', 'gzip'], ['gzip, br;q=0.9', 'br'], ['br;q=0, gzip', 'gzip'], ['identity', undefined]] as const) {
    const { headers, bytes } = await roh('/hilfe', { 'accept-encoding': accept })
    assert.equal(headers['content-encoding'], erwartet, accept)
    if (erwartet === 'gzip') assert.equal(gunzipSync(bytes).toString(), klartext)
  }
})

test('a session, a message and a form get pages of their own', async () => {
  await gemerkt('/')
  const angemeldet = web.besucher()
  angemeldet.cookies.set('sk_sitzung', 'x'.repeat(43))
  assert.equal((await geladen(angemeldet, '/')).ausSpeicher, false)
  const mitHinweis = web.besucher()
  mitHinweis.cookies.set('sk_hinweis', 'e30.x')
  assert.equal((await geladen(mitHinweis, '/')).ausSpeicher, false)
  await gast.get('/rueckmeldung')
  assert.equal((await geladen(gast, '/rueckmeldung')).ausSpeicher, false)
  assert.equal((await gast.get('/rueckmeldung')).headers.get('cache-control'), 'no-store')
})

test('towns and languages never mix', async () => {
  const dort = web.besucher('beispielhausen.localhost')
  const [hier, da] = [await gemerkt('/leistungen/musterleistung'), await gemerkt('/leistungen/musterleistung', dort)]
  assert.ok(hier.includes('Musterausweis') && !hier.includes('Beispielausweis'))
  assert.ok(da.includes('Beispielausweis') && da.includes('Beispielhausen'))
  const englisch = web.besucher()
  await englisch.get('/?sprache=en')
  assert.equal(englisch.cookies.get('sk_sprache'), 'en')
  assert.match(await gemerkt('/', englisch), /<html lang="en"/)
  assert.match(await gemerkt('/'), /<html lang="de"/)
  const seltsam = web.besucher()
  seltsam.cookies.set('sk_sprache', '%65n')
  assert.match((await seltsam.get('/')).html, /<html lang="en"/)
})

test('a change shows at once in the process that made it and, as soon as it is told, in the others', async () => {
  const dort = zweitesWeb.besucher()
  for (const bezeichnung of ['Großer Musterausweis', 'Kleiner Musterausweis', 'Bunter Musterausweis']) {
    await gemerkt('/leistungen/musterleistung')
    await gemerkt('/leistungen/musterleistung', dort, zweitesWeb)
    await app.execute(system(), leistungImportieren, { dateien: musterpaket({ bezeichnung }), veroeffentlichen: true })
    assert.ok((await gast.get('/leistungen/musterleistung')).html.includes(bezeichnung))
    await bis(async () => (await dort.get('/leistungen/musterleistung')).html.includes(bezeichnung))
    assert.ok((await gast.get('/leistungen')).html.includes(bezeichnung))
  }
})

test('an event of one town leaves the pages of the other', async () => {
  const dort = web.besucher('beispielhausen.localhost')
  await gemerkt('/hilfe', dort)
  await app.execute(system(), leistungImportieren, { dateien: musterpaket({ bezeichnung: 'Musterausweis' }), veroeffentlichen: true })
  assert.equal((await geladen(dort, '/hilfe')).ausSpeicher, true)
})

test('a service that closes by the clock is closed on every process when its day has come', async () => {
  const morgen = app.clock.today().add({ days: 1 })
  await app.execute(system(), leistungSchliessen, { leistungId, von: morgen.toString(), grund: 'Wartung des Musters' })
  const dort = zweitesWeb.besucher()
  assert.ok(!(await gemerkt('/leistungen/musterleistung', dort, zweitesWeb)).includes('Wartung des Musters'))
  assert.ok(!(await gemerkt('/leistungen/musterleistung')).includes('Wartung des Musters'))
  await app.clock.set(app.clock.now().add({ hours: 24 }))
  assert.ok((await gast.get('/leistungen/musterleistung')).html.includes('Wartung des Musters'))
  await bis(async () => (await dort.get('/leistungen/musterleistung')).html.includes('Wartung des Musters'))
  await app.clock.set('echt')
})

test('the legal date ends a page without anybody moving the clock', async () => {
  const jetzt = app.clock.now().toZonedDateTimeISO('Europe/Berlin')
  const vorMitternacht = jetzt.toPlainDate().add({ days: 1 }).toZonedDateTime('Europe/Berlin').subtract({ milliseconds: 1_500 }).toInstant()
  await app.clock.set(vorMitternacht)
  await bis(async () => { await gast.get('/barrierefreiheit'); return (await geladen(gast, '/barrierefreiheit')).ausSpeicher })
  await new Promise((resolve) => { setTimeout(resolve, 1_600) })
  assert.equal((await geladen(gast, '/barrierefreiheit')).ausSpeicher, false)
  await app.clock.set('echt')
})

test('a changed profile of the town shows on every process', async () => {
  await gemerkt('/impressum')
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query("update platform.mandant set profil = profil || '{\"telefon\": \"02999 4711\"}' where id = $1", [musterstadt])
  await owner.query('notify stadtkern_mandanten')
  await owner.end()
  for (const wer of [gast, zweitesWeb.besucher()]) await bis(async () => (await wer.get('/impressum')).html.includes('02999 4711'))
})

test('who may be missing news keeps nothing until it listens again', async () => {
  await gemerkt('/hilfe')
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen%stadtkern_aenderung%'")
  await bis(async () => app.changes.stateOf(musterstadt) === undefined)
  assert.equal((await geladen(gast, '/hilfe')).ausSpeicher, false)
  assert.equal((await geladen(gast, '/hilfe')).ausSpeicher, false)
  await owner.end()
  await bis(async () => app.changes.stateOf(musterstadt) !== undefined)
  await gemerkt('/hilfe')
})

test('only public pages can be declared so', () => {
  const handle = async () => html('')
  assert.doesNotThrow(() => checkCacheable(page({ path: '/a', access: access.public, zwischenspeichern: true, handle })))
  // @ts-expect-error a page for citizens is nobody else's
  assert.throws(() => checkCacheable(page({ path: '/b', access: access.citizen, zwischenspeichern: true, handle })), /only a public page/)
  assert.throws(() => checkCacheable(api({ method: 'POST', path: '/c', access: access.public, zwischenspeichern: true, handle })), /only a public page/)
})

test('addresses without end fill memory only up to its limit', async () => {
  for (let nummer = 0; nummer < 30; nummer++) await gast.get(`/impressum?n=${nummer}`)
  const { html: werte } = await gast.get('/metrics')
  assert.ok(Number(/was="seiten"\} (\d+)/.exec(werte)?.[1]) <= 2_000)
  assert.equal((await geladen(gast, `/impressum?n=${'9'.repeat(600)}`)).status, 200)
})

/** fetch would unpack the answer. */
async function roh(pfad: string, headers: Record<string, string>): Promise<{ headers: Record<string, unknown>; bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    httpRequest(web.url + pfad, { headers: { ...headers, host: `musterstadt.localhost:${new URL(web.url).port}` } }, (antwort) => {
      const teile: Buffer[] = []
      antwort.on('data', (teil: Buffer) => teile.push(teil)).on('end', () => resolve({ headers: antwort.headers, bytes: Buffer.concat(teile) }))
    }).on('error', reject).end()
  })
}
