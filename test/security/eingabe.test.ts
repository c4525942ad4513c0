/**
 * Bad input at the front door: every route of the program gets what no browser sends, and every form that its pages show gets bad values
 * in all its fields. The answer is a refusal that a person (or a machine) can read, never a 5xx. New rooms are tested without being named.
 */
import assert from 'node:assert/strict'
import { request } from 'node:http'
import { connect } from 'node:net'
import { test } from 'node:test'
import { sql } from 'kysely'
import { routeLines, type RouteLine } from '../../src/cli/routes.js'
import { hashOf } from '../../src/modules/grundlagen/konten/domain/schluessel.js'
import { dienstAnlegen } from '../../src/modules/grundlagen/konten/index.js'
import { newId } from '../../src/platform/time/index.js'
import { musterstadt, personalActor } from '../app.js'
import { demoApp } from '../demo.js'
import { mutant } from './fuzz/mutanten.js'
import { ziele } from './fuzz/ziele.js'

const demo = await demoApp()
const { app } = demo
const port = Number(new URL(demo.url).port)
const routen = await routeLines(app)
const TOKEN = 'sk_eingabe_0123456789abcdef0123456789'
const { id: dienst } = await app.execute(personalActor(['konten.verwalten']), dienstAnlegen, { kennung: 'eingabe', name: 'Eingabe', rechte: ['antrag.einreichen', 'vorgang.lesen'], stufe: 1 })
await app.db.withMandant(musterstadt, (tx) => sql`insert into konten.dienstschluessel (id, konto_id, hash, praefix, gueltig_bis) values (${newId()}, ${dienst}, ${hashOf(TOKEN)}, 'sk_test', '2099-01-01')`.execute(tx))

interface Antwort { readonly status: number; readonly art: string; readonly text: string }
interface Anfrage { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string | Buffer }

/** Sends bytes as they are; `fetch` would correct or refuse them. */
function sende(path: string, { method = 'GET', headers = {}, body }: Anfrage): Promise<Antwort> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, path, method, headers: { host: `musterstadt.localhost:${port}`, connection: 'close', ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }), ...headers } }, (incoming) => {
      const teile: Buffer[] = []
      incoming.on('data', (teil: Buffer) => teile.push(teil)).on('end', () => resolve({ status: incoming.statusCode ?? 0, art: incoming.headers['content-type'] ?? '', text: Buffer.concat(teile).toString() })).on('error', reject)
    })
    // The server may answer and hang up before the rest of a large body is sent.
    outgoing.on('error', (error: NodeJS.ErrnoException) => (['EPIPE', 'ECONNRESET'].includes(error.code ?? '') ? resolve({ status: 413, art: '', text: '' }) : reject(error)))
    outgoing.end(body)
  })
}

const cookies = new Map(await Promise.all(['l.lenz', 'a.admin', 'erika.muster'].map(async (kennung) =>
  [kennung, [...(await demo.als(kennung)).cookies].map(([name, value]) => `${name}=${value}`).join('; ')] as const)))
const personFuer = (route: RouteLine): string => (route.access.startsWith('personal') ? (route.path.startsWith('/verwaltung') ? 'a.admin' : 'l.lenz') : 'erika.muster')
const alsWer = (route: RouteLine): Record<string, string> => (route.kind === 'api' ? { authorization: `Bearer ${TOKEN}` } : { cookie: cookies.get(personFuer(route)) ?? '' })
const pfadVon = (route: RouteLine): string => route.example ?? route.path.replaceAll(/:\w+/g, '01900000-0000-7000-8000-00000000dead')

/** A refusal has to be readable: a page in German, or a problem; without insides of the program. */
function mangel({ status, art, text }: Antwort): string | undefined {
  if (status >= 500 || status < 200) return `${status}`
  if (/\bat (async )?\w+ \(|node:internal|node_modules|syntax error at|violates/.test(text)) return `${status} shows its insides`
  if (status < 400 || text === '') return undefined
  if (art.startsWith('application/problem+json')) {
    const problem = JSON.parse(text) as { status?: unknown; title?: unknown }
    return problem.status === status && typeof problem.title === 'string' ? undefined : `${status} is no problem of RFC 9457`
  }
  return art.startsWith('text/html') && /<html[^>]* lang="(de|en)"/.test(text) && /<h1/.test(text) ? undefined : `${status} ${art}: no page`
}

async function alle(faelle: readonly (readonly [string, string, Anfrage])[]): Promise<string[]> {
  const offen: string[] = []
  const schlange = [...faelle]
  await Promise.all([1, 2, 3, 4].map(async () => {
    for (let fall = schlange.shift(); fall; fall = schlange.shift()) {
      const [was, pfad, anfrage] = fall
      const fehlt = mangel(await sende(pfad, anfrage))
      if (fehlt) offen.push(`${anfrage.method ?? 'GET'} ${pfad.slice(0, 120)} (${was}): ${fehlt}`)
    }
  }))
  return offen
}

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const json = { 'content-type': 'application/json' }

test('every address, read with bad questions', async () => {
  const fragen: [string, string][] = [
    ['twice', 'q=a&q=b&seite=1&seite=x&text=1&text=2&ziel=a&ziel=b'], ['no text', 'q=%00&text=a%00b&seite=%00&status=%00'], ['no UTF-8', 'q=%ff%fe&text=%c3'], ['half a code', 'q=%&text=%zz'],
    ['prototype', '__proto__=1&constructor=2&toString=3&hasOwnProperty=4'], ['numbers', 'seite=-1&nach=1e999&jahr=99999999999999999999&id=NaN&nr=0x10'], ['raw bytes', 'q=\u00e4\u00ff'], ['long', `q=${'%C3%A4'.repeat(2_000)}&text=${'a'.repeat(2_000)}`],
    ['zero width', 'q=%E2%80%8B%E2%80%AE%EF%BB%BF&text=%F0%9F%A6%84'], ['dates', 'von=2026-02-30&bis=0000-00-00&datum=morgen&monat=2026-13'],
  ]
  const offen = await alle(routen.filter(({ method }) => method === 'GET').flatMap((route) => fragen.map(([was, frage]) => [was, `${pfadVon(route)}?${frage}`, { headers: alsWer(route) }] as const)))
  assert.deepEqual(offen, [])
})

test('every address, with bad heads', async () => {
  const koepfe: [string, Record<string, string>][] = [
    ['unknown host', { host: 'gibtesnicht.example' }], ['no host name', { host: '::::' }], ['bad cookies', { cookie: 'sk_sitzung=%E0%A4%A; sk_besuch=\u00ff; =; ;; sk_hinweis=x.y; sk_sprache=xx' }],
    ['long cookie', { cookie: `sk_sitzung=${'x'.repeat(5_000)}` }], ['bad origin', { origin: 'nonsense' }], ['another site', { 'sec-fetch-site': 'cross-site' }], ['bad token', { authorization: `Bearer ${'='.repeat(50)}` }], ['strange accept', { accept: 'q=;;,*/*;q=x', 'accept-language': ';;,de-' }],
    ['forwarded', { 'x-forwarded-host': 'beispielhausen.localhost', 'x-forwarded-for': '<script>' }],
  ]
  const offen = await alle(routen.flatMap((route) => koepfe.map(([was, kopf]) => [was, pfadVon(route), { method: route.method, headers: { ...(route.method === 'GET' ? {} : form), ...kopf }, ...(route.method === 'GET' ? {} : { body: '' }) }] as const)))
  assert.deepEqual(offen, [])
})

test('every address that takes something, with a body that is none', async () => {
  const tief = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`
  const koerper: [string, Record<string, string>, string | Buffer][] = [
    ['JSON for a form', json, '{"_csrf":["x"],"kennung":{}}'], ['XML', { 'content-type': 'text/xml' }, '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'], ['no type', {}, 'x'], ['unknown type', { 'content-type': 'application/x-unbekannt' }, 'x'],
    ['broken type', { 'content-type': ';;;' }, 'x'], ['no token', form, 'a=b'], ['bad token', form, '_csrf=x.y&_token=%00'], ['many fields', form, Array.from({ length: 3_000 }, (_, n) => `f${n}=1`).join('&')],
    ['lists', form, '_csrf=a&_csrf=b&_token[]=1&kennung[a]=1'], ['too much', form, `a=${'x'.repeat(1_100_000)}`], ['no UTF-8', form, Buffer.from([0x61, 0x3d, 0xff, 0xfe, 0xc3])],
    ['multipart without boundary', { 'content-type': 'multipart/form-data' }, 'x'], ['multipart cut off', { 'content-type': 'multipart/form-data; boundary=x' }, '--x\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\nabc'],
    ['multipart with a file first', { 'content-type': 'multipart/form-data; boundary=x' }, '--x\r\nContent-Disposition: form-data; name="f"; filename="../../x\u0000.pdf"\r\n\r\nabc\r\n--x--\r\n'],
    ['half of JSON', json, '{"daten":'], ['a list', json, '[]'], ['a word', json, '"x"'], ['null', json, 'null'], ['nothing', json, ''], ['deep', json, tief], ['deep inside', json, `{"daten":{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`], ['prototype', json, '{"__proto__":{"a":1},"daten":{"__proto__":1}}'],
    ['no text', json, '{"daten":{"a":"\\u0000","b":"\\ud800"},"anhaenge":[{"slot":"\\u0000","dateiname":"a","inhaltBase64":"%%"}]}'], ['wrong kinds', json, '{"daten":[1],"anhaenge":{"a":1}}'], ['compressed', { ...json, 'content-encoding': 'gzip' }, 'x'],
  ]
  const offen = await alle(routen.filter(({ method }) => method !== 'GET').flatMap((route) =>
    koerper.map(([was, kopf, body]) => [was, pfadVon(route), { method: route.method, headers: { ...alsWer(route), 'idempotency-key': newId(), ...kopf }, body }] as const)))
  assert.deepEqual(offen, [])
})

interface Formular { readonly wer: string; readonly ziel: string; readonly mehrteilig: boolean; readonly versteckt: readonly (readonly [string, string])[]; readonly felder: readonly string[] }

/** Every posting form on every page that these three may open, once per action and set of fields. */
async function formulare(): Promise<Formular[]> {
  const gefunden = new Map<string, Formular>()
  for (const route of routen.filter(({ method, kind, example }) => method === 'GET' && kind !== 'api' && example)) {
    const wer = personFuer(route)
    const { text } = await sende(pfadVon(route), { headers: alsWer(route) })
    for (const [formular] of text.matchAll(/<form\b[^>]*method="post"[\s\S]*?<\/form>/gi)) {
      const ziel = (/^<form\b[^>]*\baction="([^"]*)"/i.exec(formular)?.[1] ?? pfadVon(route)).replaceAll('&amp;', '&')
      const felder = [...formular.matchAll(/<(?:input|select|textarea|button)\b[^>]*\bname="([^"]*)"[^>]*>/gi)]
      const versteckt = felder.filter(([tag]) => /type="hidden"/.test(tag)).map(([tag, name = '']) => [name, /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? ''] as const)
      const offene = [...new Set(felder.filter(([tag]) => !/type="hidden"/.test(tag)).map(([, name = '']) => name))]
      gefunden.set(`${ziel.replaceAll(/[0-9a-f-]{36}/g, 'ID')} ${offene.join()}`, { wer, ziel, mehrteilig: /multipart/.test(formular), versteckt, felder: offene })
    }
  }
  return [...gefunden.values()]
}

test('every form of every page, with bad values in all its fields', async () => {
  const liste = (await formulare()).filter(({ ziel }) => !/abmelden|sperren|sitzungen/.test(ziel))
  assert.ok(liste.length > 25, `${liste.length} forms`)
  const werte: [string, string[]][] = [
    ['no text', ['a\u0000b']], ['twice', ['a', 'b']], ['empty', ['']], ['long', ['ä'.repeat(60_000)]], ['zero width', ['\u200b\u202e\ufeff']], ['markup', ['<script>alert(1)</script>"\'`${7*7}']],
    ['number', ['-1e999']], ['date', ['2026-02-30']], ['id', ['01900000-0000-7000-8000-00000000dead']], ['half a letter', ['\ud800']], ['formula', ['=1+1;DROP TABLE x;--']],
  ]
  const offen = await alle(liste.flatMap(({ wer, ziel, mehrteilig, versteckt, felder }) => werte.map(([was, liste]) => {
    const paare = [...versteckt.filter(([name]) => name !== '_token'), ['_token', newId()] as const, ...felder.flatMap((name) => liste.map((wert) => [name, wert] as const))]
    const body = mehrteilig ? `${paare.map(([name, wert]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${wert}\r\n`).join('')}--x--\r\n` : new URLSearchParams(paare.map(([name, wert]) => [name, wert])).toString()
    return [was, ziel, { method: 'POST', headers: { cookie: cookies.get(wer) ?? '', 'content-type': mehrteilig ? 'multipart/form-data; boundary=x' : 'application/x-www-form-urlencoded' }, body }] as const
  })))
  assert.deepEqual(offen, [])
})

/** Where files come in: who may send them, the page with the form, what real ones look like (targets of test/security/fuzz). */
const EINFUHREN: readonly (readonly [string, string, readonly string[]])[] = [
  ['k.kaiser', '/arbeitsplatz/kasse/kontoauszuege', ['kontoauszug']], ['a.admin', '/verwaltung/leistungen/einspielen', ['paket.zip', 'upload']], ['a.admin', '/verwaltung/aktenplan', ['aktenplan.csv', 'zahlen.csv']],
  ['p.plan', '/arbeitsplatz/programm/einlesen', ['plan']], ['p.plan', '/arbeitsplatz/finanzplan/einlesen', ['zahlen.csv', 'zahlen.xlsx']], ['erika.muster', '/e-rechnung', ['rechnung', 'rechnung.pdf']], ['p.post', '/arbeitsplatz/eingaenge/neu', ['upload']],
]
/** More of them, and others: STADTKERN_FUZZ=500 STADTKERN_FUZZ_SEED=7. */
const JE_EINFUHR = Number(process.env['STADTKERN_FUZZ'] ?? 12)
const SEED = Number(process.env['STADTKERN_FUZZ_SEED'] ?? 20_261_122)

test('every address that takes files, with mutants of real ones', async () => {
  const faelle = await Promise.all(EINFUHREN.map(async ([wer, seite, arten]) => {
    const cookie = [...(await demo.als(wer)).cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const antwort = await sende(seite, { headers: { cookie } })
    const formular = /<form\b[^>]*multipart[\s\S]*?<\/form>/i.exec(antwort.text)?.[0] ?? ''
    assert.match(formular, /type="file"/, `${seite} ${antwort.status}`)
    const [, ziel = seite] = /\baction="([^"]*)"/.exec(formular) ?? []
    const felder = [...formular.matchAll(/<(?:input|select|textarea)\b[^>]*\bname="([^"]*)"[^>]*>/gi)].map(([tag, name = '']) => ({ name, datei: /type="file"/.test(tag), wert: /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? 'Probe' }))
    return arten.flatMap((art) => Array.from({ length: JE_EINFUHR }, (_, nummer) => {
      const vorrat = ziele.find(({ name }) => name === art)
      assert.ok(vorrat, art)
      const { name, bytes } = mutant(vorrat, SEED, nummer)
      const teile = felder.filter(({ datei, name: feld }) => !datei && feld !== '_token').map(({ name: feld, wert }) => Buffer.from(`--grenze7\r\nContent-Disposition: form-data; name="${feld}"\r\n\r\n${wert}\r\n`))
      const datei = Buffer.concat([Buffer.from(`--grenze7\r\nContent-Disposition: form-data; name="${felder.find((feld) => feld.datei)?.name}"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`), bytes, Buffer.from('\r\n--grenze7--\r\n')])
      return [`${art} number ${nummer}`, ziel.replaceAll('&amp;', '&'), { method: 'POST', headers: { cookie, 'content-type': 'multipart/form-data; boundary=grenze7' }, body: Buffer.concat([...teile, datei]) }] as const
    }))
  }))
  const antraege = ziele.find(({ name }) => name === 'antrag.json')
  assert.ok(antraege)
  const api = Array.from({ length: 3 * JE_EINFUHR }, (_, nummer) => ['application', '/api/antraege/bewohnerparkausweis', { method: 'POST', headers: { authorization: `Bearer ${TOKEN}`, 'idempotency-key': newId(), ...json }, body: Buffer.concat([Buffer.from('{"daten":'), mutant(antraege, SEED, nummer).bytes, Buffer.from('}')]) }] as const)
  assert.deepEqual(await alle([...faelle.flat(), ...api]), [])
})

test('strange paths are no way round', async () => {
  const pfade = ['//', '///', '//fremd.example/', '//fremd.example/leistungen', '/leistungen//', '/\\\\', '/..', '/../..//etc/passwd', '/assets/..%2f..%2f..%2fpackage.json', '/assets/%00', '/%2e%2e/', '/;', '/leistungen;x=1', '/?', '/#', '/leistungen%2f', '/LEISTUNGEN', '/%', '/%C3', '*', 'leistungen', `http://musterstadt.localhost:${port}/`, '/api', '/api/', '/api/%', '/demo/mails/%00']
  assert.deepEqual(await alle(pfade.map((pfad) => ['path', pfad, {}] as const)), [])
  assert.equal((await sende('/', { headers: { 'x-forwarded-host': 'beispielhausen.localhost' } })).text.includes('Beispielhausen</title>'), false, 'the town comes from the host name and from nothing else')
})

test('what is no HTTP is answered with 4xx and a closed connection, and the server lives', async () => {
  const roh = (bytes: string | Buffer): Promise<string> => new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes))
    let text = ''
    socket.setEncoding('latin1').on('data', (teil: string) => { text += teil }).on('close', () => resolve(text)).on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' ? resolve(text) : reject(error)))
  })
  const host = 'Host: musterstadt.localhost\r\nConnection: close\r\n'
  const faelle = [
    'GARBAGE\r\n\r\n', `GET / HTTP/1.1\r\n\r\n`, `GET /\u0000 HTTP/1.1\r\n${host}\r\n`, Buffer.from(`GET /\xff\xfe HTTP/1.1\r\n${host}\r\n`, 'latin1'), `GET /%00 HTTP/1.1\r\n${host}\r\n`, `GET ${'/a'.repeat(40_000)} HTTP/1.1\r\n${host}\r\n`,
    `GET / HTTP/1.1\r\n${host}X: ${'a'.repeat(40_000)}\r\n\r\n`, `POST /anmelden HTTP/1.1\r\n${host}Content-Length: -5\r\n\r\n`, `POST /anmelden HTTP/1.1\r\n${host}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nx`,
    `POST /anmelden HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\nzz\r\n`, `GET http://fremd.example/ HTTP/1.1\r\nHost: fremd.example\r\nConnection: close\r\n\r\n`, `BREW / HTTP/1.1\r\n${host}\r\n`, `OPTIONS * HTTP/1.1\r\n${host}\r\n`,
  ]
  for (const fall of faelle) {
    const antwort = await roh(fall)
    assert.match(antwort.slice(0, 12), /^$|^HTTP\/1\.1 4/, String(fall).slice(0, 60))
  }
  assert.equal((await sende('/', {})).status, 200)
})

test('3 GB are refused early, announced or in pieces, at an address that takes no files', async () => {
  for (const laenge of [{ 'content-length': '3000000000' }, { 'transfer-encoding': 'chunked' }]) {
    for (const [pfad, kopf] of [['/anmelden', form], ['/api/antraege/bewohnerparkausweis', { ...json, authorization: `Bearer ${TOKEN}`, 'idempotency-key': newId() }]] as const) {
      const { status, gesendet } = await riesig(pfad, { ...laenge, ...kopf })
      assert.equal(status, 413, `${pfad} ${JSON.stringify(laenge)}`)
      assert.ok(gesendet < 120_000_000, `${gesendet} bytes were taken`)
    }
  }
})

function riesig(path: string, headers: Record<string, string | undefined>): Promise<{ status: number; gesendet: number }> {
  return new Promise((resolve, reject) => {
    const block = Buffer.alloc(1_000_000, 97)
    const stand = { gesendet: 0, fertig: false }
    const outgoing = request({ host: '127.0.0.1', port, path, method: 'POST', headers: { host: `musterstadt.localhost:${port}`, ...headers } }, (incoming) => {
      stand.fertig = true
      incoming.resume()
      resolve({ status: incoming.statusCode ?? 0, gesendet: stand.gesendet })
      outgoing.destroy()
    })
    // Hung up on while sending, before the answer was read: refused just as well.
    outgoing.on('error', (error: NodeJS.ErrnoException) => { if (!stand.fertig && ['EPIPE', 'ECONNRESET'].includes(error.code ?? '')) resolve({ status: 413, gesendet: stand.gesendet }); else if (!stand.fertig) reject(error) })
    const weiter = () => {
      while (!stand.fertig && stand.gesendet < 3_000_000_000) { stand.gesendet += block.length; if (!outgoing.write(block)) { outgoing.once('drain', weiter); return } }
    }
    weiter()
  })
}
