import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { musterstadt, testApp } from '../../../test/app.js'
import { Invalid } from '../errors.js'
import { storeUpload, tryStoreUpload } from './index.js'

const { app } = await testApp({ worker: false })
const limits = { allowed: ['txt'], maxBytes: 1000 } as const
const part = (text: string, dateiname = 'Nachweis.txt') => ({ feld: 'nachweis', dateiname, stream: Readable.from([Buffer.from(text)]) })

test('an accepted file lies in the store under its checksum, with a safe name', async () => {
  const stored = await storeUpload(app, musterstadt, part('Meldebescheinigung', '../../etc/Nach\u202eweis.txt'), limits)
  assert.equal(stored.dateiname, 'Nachweis.txt')
  assert.equal(stored.pruefstatus, 'ungeprueft')
  assert.deepEqual(await app.blobs.verify(musterstadt, stored.sha256), { ok: true, size: 18 })
})

test('what is too large, empty or of another type is refused with a sentence, and the stream is read to its end', async () => {
  for (const [text, code] of [['x'.repeat(1001), 'zuGross'], ['', 'leer'], ['%PDF-1.7 nicht erlaubt', 'typNichtErlaubt']] as const) {
    const source = part(text)
    const refused = await tryStoreUpload(app, musterstadt, source, limits)
    assert.ok(!refused.ok)
    assert.equal(refused.code, code)
    assert.equal(source.stream.readableEnded, true)
  }
  await assert.rejects(storeUpload(app, musterstadt, part(''), limits), (error: unknown) => error instanceof Invalid && error.felder[0]?.feld === 'nachweis')
})
