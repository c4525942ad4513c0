import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { after, test } from 'node:test'
import { demoApp } from '../../../../../test/demo.js'
import { musterstadt, system } from '../../../../../test/app.js'
import { historyOf } from '../../../../platform/events/index.js'
import { dokumentAblegen, dokumentById } from '../../../akte/akten/index.js'
import { virenpruefung } from '../../../akte/akten/virenpruefung/command.js'
import { offeneAufgaben } from '../../../grundlagen/aufgaben/index.js'
import { findEinheitByKuerzel } from '../../../grundlagen/organisation/index.js'
import { testVorgang } from '../../../akte/akten/testdaten.js'
import { imSystem } from '../testfall.js'

const { app, als, settle } = await demoApp()
const hier = <T>(fn: Parameters<typeof app.db.withMandant<T>>[1]) => app.db.withMandant(musterstadt, fn)
const lauf = () => virenpruefung.run({ app, mandantId: musterstadt, actor: system(), signal: new AbortController().signal })
const einheitId = (await hier((tx) => findEinheitByKuerzel(tx, '32.1')))?.id ?? ''

// The standard test string, in two parts so that scanners on developers' machines leave this file alone.
const eicar = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-${'STANDARD-ANTIVIRUS-TEST-FILE'}!$H+H*`

/** Speaks clamd's INSTREAM and knows one signature; counts what it was asked. */
async function clamd(): Promise<{ url: string; gefragt(): number }> {
  let gefragt = 0
  const server = createServer((socket) => {
    const parts: Buffer[] = []
    socket.on('error', () => undefined).on('data', (data: Buffer) => {
      parts.push(data)
      const all = Buffer.concat(parts)
      if (all.subarray(-4).readUInt32BE(0) !== 0) return
      gefragt++
      socket.end(all.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  after(() => server.close())
  return { url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`, gefragt: () => gefragt }
}

async function dokumentMit(inhalt: string) {
  const vorgang = await testVorgang(app, musterstadt, { einheitId })
  const { sha256, size } = await app.blobs.put(musterstadt, Readable.from([Buffer.from(inhalt)]), { maxBytes: 1000 })
  const { dokumentId } = await imSystem(app, musterstadt, (ctx) => dokumentAblegen(ctx, {
    vorgangId: vorgang.vorgangId, betreff: 'Nachweis', typ: 'nachweis', richtung: 'eingang', datum: ctx.today, pruefstatus: 'ungeprueft', datei: { sha256, size, mime: 'text/plain', dateiname: 'nachweis.txt' },
  }))
  return { ...vorgang, dokumentId, sha256 }
}
const status = async (dokumentId: string) => (await hier((tx) => dokumentById(tx, dokumentId)))?.datei.pruefstatus

test('what came in without a scanner is scanned once there is one: clean is said, a finding is locked away and staff are told', async () => {
  const [sauber, befallen] = [await dokumentMit('Guten Tag'), await dokumentMit(eicar)]
  const sabine = await als('s.sommer')
  await lauf()
  assert.equal(await status(befallen.dokumentId), 'ungeprueft', 'no scanner, no verdict')
  assert.equal((await sabine.get(`/arbeitsplatz/dokumente/${befallen.dokumentId}`)).status, 200)

  const scanner = await clamd()
  Object.assign(app.config.clamd, { url: scanner.url })
  await lauf()
  await settle()
  assert.deepEqual([await status(sauber.dokumentId), await status(befallen.dokumentId)], ['sauber', 'befallen'])
  assert.equal((await sabine.get(`/arbeitsplatz/dokumente/${sauber.dokumentId}`)).status, 200)
  const gesperrt = await sabine.get(`/arbeitsplatz/dokumente/${befallen.dokumentId}`)
  assert.equal(gesperrt.status, 409)
  assert.doesNotMatch(gesperrt.html, /EICAR/)

  const [aufgabe] = (await hier((tx) => offeneAufgaben(tx, befallen.vorgangId)))
  assert.match(aufgabe?.titel ?? '', /Schadsoftware in „Nachweis“/)
  assert.deepEqual(await hier((tx) => offeneAufgaben(tx, sauber.vorgangId)), [])
  const fall = (await sabine.get(`/arbeitsplatz/vorgaenge/${befallen.vorgangsnummer}`)).html
  assert.match(fall, /Schadsoftware in einem Dokument gefunden \(Eicar-Test-Signature\)/)
  assert.ok((await hier((tx) => historyOf(tx, { vorgangId: befallen.vorgangId }))).some(({ typ }) => typ === 'akten.dokument.befallen/1'))

  const gefragt = scanner.gefragt()
  await lauf()
  assert.equal(scanner.gefragt(), gefragt, 'nothing is scanned twice')
})

test('a scanner that does not answer gives no verdict; it is tried again', async () => {
  const dokument = await dokumentMit('Noch ein Nachweis')
  Object.assign(app.config.clamd, { url: 'tcp://127.0.0.1:1' })
  await lauf()
  assert.equal(await status(dokument.dokumentId), 'ungeprueft')
  Object.assign(app.config.clamd, { url: (await clamd()).url })
  await lauf()
  assert.equal(await status(dokument.dokumentId), 'sauber')
})
