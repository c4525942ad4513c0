import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { request } from 'node:http'
import { after, test } from 'node:test'
import type { Besucher } from '../../../../test/web.js'
import { deflateRawSync } from 'node:zlib'
import { pdf } from './test-antrag.js'
import { datei, idVon, PERSON, probestadt } from './test-stadt.js'

const { app, web, begonnen, zahl } = await probestadt()

async function nachweise() {
  const fall = await begonnen()
  await fall.besucher.senden(`${fall.pfad}/person`, PERSON)
  return { ...fall, seite: `${fall.pfad}/nachweise`, anzahl: () => zahl('select count(*)::int as n from onlineantrag.entwurf_datei where entwurf_id = $1', [idVon(fall.pfad)]) }
}

/** Posts the page's form with several values of one name, as a browser does with `multiple`. */
async function mehrereSenden(besucher: Besucher, seite: string, felder: readonly (readonly [string, string | File])[]) {
  const { html } = await besucher.get(seite)
  const formular = new FormData()
  for (const [tag] of (/<form\b[^>]*data-unsaved-guard[\s\S]*?<\/form>/.exec(html)?.[0] ?? '').matchAll(/<input[^>]*type="hidden"[^>]*>/g)) formular.append(/name="([^"]*)"/.exec(tag)?.[1] ?? '', /value="([^"]*)"/.exec(tag)?.[1] ?? '')
  for (const [name, wert] of felder) formular.append(name, wert as string)
  return besucher.post(seite, formular)
}

test('several files in one slot, each with its state; one removed; the same file twice is one', async () => {
  const { besucher, seite, anzahl } = await nachweise()
  const dateien = [datei('a.pdf', pdf('a')), datei('b.pdf', pdf('b'))]
  assert.equal((await mehrereSenden(besucher, seite, [...dateien.map((file) => ['ausweis', file] as const), ['_aktion', 'hochladen']])).location, seite)
  const { html } = await besucher.get(seite)
  assert.match(html, /a\.pdf[\s\S]*ungeprüft[\s\S]*b\.pdf/)
  await besucher.senden(seite, { ausweis: datei('a.pdf', pdf('a')), _aktion: 'hochladen' })
  assert.equal(await anzahl(), 2)
  const id = /name="_dateiEntfernen" value="([^"]+)"/.exec(html)?.[1] ?? ''
  assert.equal((await besucher.senden(seite, { _dateiEntfernen: id })).status, 303)
  assert.equal(await anzahl(), 1)
})

test('more files than the slot takes are refused with the number', async () => {
  const { besucher, seite, anzahl } = await nachweise()
  const viele = ['1', '2', '3', '4'].map((text) => datei(`${text}.pdf`, pdf(text)))
  const antwort = await mehrereSenden(besucher, seite, [...viele.map((file) => ['ausweis', file] as const), ['_aktion', 'weiter']])
  assert.equal(antwort.status, 422)
  assert.match(antwort.html, /höchstens 3 Dateien/)
  assert.equal(await anzahl(), 3)
})

const bombe = () => {
  const inhalt = deflateRawSync(Buffer.alloc(120_000_000))
  return Buffer.concat([Buffer.from('504b03041400000008000000000000000000', 'hex'), inhalt]).subarray(0, 150_000)
}
const refused: [string, File, RegExp, number][] = [
  ['an empty file', datei('leer.pdf', Buffer.alloc(0)), /leer/, 422],
  ['a file that is a little too large', datei('gross.pdf', Buffer.concat([pdf(), Buffer.alloc(300_000)])), /zu groß/, 413],
  ['a zip bomb', datei('bombe.zip', bombe()), /nicht angenommen/, 422],
  ['a PDF that calls itself a photo', datei('ausweis.jpg'), /Endung/, 422],
  ['a web page that calls itself PDF', datei('x.pdf', Buffer.from('<html><script>alert(1)</script></html>')), /nicht angenommen/, 422],
  ['a broken PDF', datei('kaputt.pdf', pdf().subarray(0, 120)), /beschädigt/, 422],
]
for (const [was, file, text, status] of refused) {
  test(`${was} is a message at its field`, async () => {
    const { besucher, seite, anzahl } = await nachweise()
    const antwort = await besucher.senden(seite, { ausweis: file, _aktion: 'weiter' })
    assert.equal(antwort.status, status, antwort.html.slice(0, 3000))
    assert.match(antwort.html, text)
    assert.match(antwort.html, /href="#f-ausweis"|href="#ausweis"/)
    assert.equal(await anzahl(), 0)
  })
}

test('the owner opens what was uploaded; nobody else does', async () => {
  const { besucher, seite } = await nachweise()
  await besucher.senden(seite, { ausweis: datei('Mein Ausweis.pdf'), _aktion: 'hochladen' })
  const link = /href="([^"]+\/dateien\/[0-9a-f-]+)"/.exec((await besucher.get(seite)).html)?.[1] ?? ''
  const offen = await besucher.get(link)
  assert.deepEqual([offen.status, offen.headers.get('content-type')], [200, 'application/pdf'])
  assert.match(offen.headers.get('content-disposition') ?? '', /^inline; filename="Mein_Ausweis\.pdf"/)
  assert.equal((await web.besucher().get(link)).status, 404)
  assert.equal((await besucher.get(link.replace(/[^/]+$/, '01900000-0000-7000-8000-000000000000'))).status, 404)
})

test('3 GB end early with 413 at the field; the server holds nothing of it', async () => {
  const { besucher, seite } = await nachweise()
  const { html } = await besucher.get(seite)
  const felder = [...(/<form\b[^>]*data-unsaved-guard[\s\S]*?<\/form>/.exec(html)?.[0] ?? '').matchAll(/<input[^>]*type="hidden"[^>]*>/g)]
    .map(([tag]) => `--x\r\nContent-Disposition: form-data; name="${/name="([^"]*)"/.exec(tag)?.[1]}"\r\n\r\n${/value="([^"]*)"/.exec(tag)?.[1]}\r\n`).join('')
  const vorher = process.memoryUsage().arrayBuffers
  const { status, text, gesendet } = await riesig(`${web.url}${seite}`, besucher.cookies, `${felder}--x\r\nContent-Disposition: form-data; name="ausweis"; filename="film.pdf"\r\nContent-Type: application/pdf\r\n\r\n`)
  assert.equal(status, 413, text.slice(0, 500))
  assert.match(text, /zusammen zu groß|zu groß/)
  assert.ok(gesendet < 200_000_000, `${gesendet} bytes were taken`)
  assert.ok(process.memoryUsage().arrayBuffers - vorher < 60_000_000)
  assert.equal((await besucher.get(seite)).status, 200)
})

function riesig(url: string, cookies: Map<string, string>, kopf: string): Promise<{ status: number; text: string; gesendet: number }> {
  return new Promise((resolve, reject) => {
    const stand = { gesendet: 0, fertig: false }
    const block = Buffer.alloc(1_000_000, 32)
    const outgoing = request(url, { method: 'POST', headers: { host: `musterstadt.localhost:${new URL(url).port}`, cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '), 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(3_000_000_000) } }, (incoming) => {
      stand.fertig = true
      let text = ''
      incoming.setEncoding('utf8').on('data', (teil: string) => { text += teil }).on('end', () => { resolve({ status: incoming.statusCode ?? 0, text, gesendet: stand.gesendet }); outgoing.destroy() }).on('error', reject)
    })
    outgoing.on('error', (error) => { if (!stand.fertig) reject(error) })
    outgoing.write(kopf)
    const weiter = () => {
      while (!stand.fertig && stand.gesendet < 3_000_000_000) { stand.gesendet += block.length; if (!outgoing.write(block)) { outgoing.once('drain', weiter); return } }
    }
    weiter()
  })
}

test('the virus scanner says no: a message at the field, nothing kept; yes: "geprüft"', async () => {
  // A double of clamd that knows one signature; in two parts so that scanners on developers' machines leave this file alone.
  const eicar = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-${'STANDARD-ANTIVIRUS-TEST-FILE'}!$H+H*`
  const scanner = createServer((socket) => {
    let inhalt = Buffer.alloc(0)
    socket.on('error', () => undefined).on('data', (teil: Buffer) => {
      inhalt = Buffer.concat([inhalt, teil])
      if (inhalt.subarray(-4).equals(Buffer.alloc(4))) socket.end(inhalt.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
    })
  }).listen(0, '127.0.0.1')
  await once(scanner, 'listening')
  after(() => scanner.close())
  ;(app.config as { clamd: unknown }).clamd = { url: `tcp://127.0.0.1:${(scanner.address() as AddressInfo).port}` }
  const { besucher, seite, anzahl } = await nachweise()
  const befallen = await besucher.senden(seite, { ausweis: datei('brief.pdf', Buffer.concat([pdf(), Buffer.from(`% ${eicar}\n%%EOF\n`)])), _aktion: 'weiter' })
  assert.equal(befallen.status, 422, befallen.html.slice(0, 2000))
  assert.match(befallen.html, /Schadsoftware/)
  assert.equal(await anzahl(), 0)
  await besucher.senden(seite, { ausweis: datei(), _aktion: 'hochladen' })
  assert.match((await besucher.get(seite)).html, /KB · geprüft/)
})

test('hand in later instead of uploading', async () => {
  const { besucher, seite, pfad } = await nachweise()
  assert.equal((await besucher.senden(seite, { _aktion: 'weiter' })).status, 422)
  assert.equal((await besucher.senden(seite, { 'ausweis.nachreichen': 'ja', _aktion: 'weiter' })).location, `${pfad}/kontakt`)
})
