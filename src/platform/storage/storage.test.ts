import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { after, test } from 'node:test'
import { beispielhausen, musterstadt, system, testApp } from '../../../test/app.js'
import { createApp } from '../../create-app.js'
import type { App } from '../app.js'
import { openDatabase } from '../database/database.js'
import { openLog } from '../log/log.js'
import { setSpeichergrenze } from '../tenancy/mandanten.js'
import { tryStoreUpload } from '../uploads/index.js'
import { counting } from './storage.js'

const { app, ownerUrl } = await testApp({ worker: false })
/** A second process of the same installation, as far as memory goes. */
const other = await createApp({ config: app.config, databaseUrl: ownerUrl, worker: false, log: openLog('silent') })
const owner = openDatabase({ url: ownerUrl, max: 1 })
after(async () => { await other.close(); await owner.close() })

const put = (to: App, text: string, mandantId = musterstadt) => to.blobs.put(mandantId, Readable.from([Buffer.from(text)]), { maxBytes: 1e6 })
const upload = (to: App, mandantId = musterstadt) =>
  tryStoreUpload(to, mandantId, { feld: 'datei', dateiname: 'a.txt', stream: Readable.from([Buffer.from('ein kurzer Text')]) }, { allowed: ['txt'], maxBytes: 1e6 })

async function limit(bytes: number | null): Promise<void> {
  assert.equal(await setSpeichergrenze(owner, 'musterstadt', bytes), true)
  for (const one of [app, other]) await one.mandanten.reload()
}

test('what one process stores the other knows, town by town', async () => {
  await Promise.all([put(app, 'x'.repeat(1_000)), put(other, 'y'.repeat(500)), put(other, 'z', beispielhausen)])
  assert.deepEqual([app.storage.used(musterstadt), other.storage.used(musterstadt)], [1_000, 500], 'each knows its own at once')
  await Promise.all([app.storage.sync(), app.storage.sync(), other.storage.sync()])
  for (const one of [app, other]) {
    await one.storage.sync()
    assert.deepEqual([one.storage.used(musterstadt), one.storage.used(beispielhausen)], [1_500, 1])
  }
})

test('counting sees the same file once and what was removed no more; nothing stored meanwhile is forgotten', async () => {
  await put(app, 'x'.repeat(1_000))
  await app.storage.sync()
  const count = (mandantId: string) => counting.run({ app, mandantId, actor: system(mandantId), signal: AbortSignal.timeout(10_000) })
  await put(other, 'w'.repeat(70))
  await count(musterstadt)
  await Promise.all([app.storage.sync(), other.storage.sync()])
  await app.storage.sync()
  // Counted are 1,000 and 500 and 70; the 70 were told only after that.
  assert.equal(app.storage.used(musterstadt), 1_640)
  await put(app, 'v')
  await count(musterstadt)
  await app.storage.sync()
  assert.equal(app.storage.used(musterstadt), 1_641, 'once a day is enough')
})

test('beyond the limit uploads are refused on every process, before with a warning; without limit or for others nothing changes', async () => {
  assert.equal(app.storage.nearlyFull(musterstadt), false)
  await limit(1_650)
  assert.equal(app.storage.nearlyFull(musterstadt), true)
  for (const one of [app, other]) {
    const refused = await upload(one)
    assert.ok(!refused.ok && refused.code === 'speicherVoll')
    assert.match(refused.text, /Speicherplatz voll[\s\S]*morgen noch einmal/)
    assert.equal((await upload(one, beispielhausen)).ok, true)
  }
  await put(app, 'a decision of the town itself is never refused')
  await limit(null)
  assert.equal(app.storage.nearlyFull(musterstadt), false)
  assert.equal((await upload(app)).ok, true)
  assert.equal(await setSpeichergrenze(owner, 'nirgendwo', 5), false)
})
