import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, test } from 'node:test'
import { beispielhausen, musterstadt, personalActor, testApp } from '../../../test/app.js'
import { alleEinheiten, einheitAnlegen } from '../../modules/grundlagen/organisation/index.js'
import { sealEvents, verifyTown } from '../audit/seal.js'
import { backup } from './backup.js'
import { restore } from './restore.js'

const source = await testApp({ worker: false })
const target = await testApp({ worker: false })
const folder = mkdtempSync(join(tmpdir(), 'stadtkern-sicherung-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const anlegen = (app: typeof source.app, mandantId: string, kuerzel: string) => app.execute(personalActor(['organisation.verwalten'], { mandantId }), einheitAnlegen, { kuerzel, name: `Amt „${kuerzel}“\tmit Tabulator` })
const kuerzel = (app: typeof source.app, mandantId: string) => app.db.withMandant(mandantId, async (tx) => (await alleEinheiten(tx, app.clock.today())).map((einheit) => einheit.kuerzel))

await anlegen(source.app, musterstadt, 'A')
await anlegen(source.app, beispielhausen, 'X')
await source.app.db.withMandant(musterstadt, sealEvents)
const { sha256 } = await source.app.blobs.put(musterstadt, Readable.from(['Inhalt einer Datei']), { maxBytes: 1_000 })

test('a snapshot comes back whole into another installation and verifies', async () => {
  await backup(source.app, source.ownerUrl, join(folder, 'alles'))
  await anlegen(target.app, musterstadt, 'wird ersetzt')
  await restore(target.app, target.ownerUrl, join(folder, 'alles'))
  assert.deepEqual(await kuerzel(target.app, musterstadt), ['A'])
  assert.deepEqual(await kuerzel(target.app, beispielhausen), ['X'])
  assert.deepEqual(await verifyTown(target.app, musterstadt), await verifyTown(source.app, musterstadt))
  assert.equal((await target.app.blobs.verify(musterstadt, sha256)).ok, true)
})

test('one town comes back from a snapshot of all without touching another', async () => {
  await anlegen(target.app, musterstadt, 'neu')
  await anlegen(target.app, beispielhausen, 'bleibt')
  await restore(target.app, target.ownerUrl, join(folder, 'alles'), musterstadt)
  assert.deepEqual(await kuerzel(target.app, musterstadt), ['A'])
  assert.deepEqual((await kuerzel(target.app, beispielhausen)).sort(), ['X', 'bleibt'])
  await anlegen(target.app, musterstadt, 'danach')
})

test('the snapshot of one town holds no other', async () => {
  await backup(source.app, source.ownerUrl, join(folder, 'eine'), beispielhausen)
  const manifest = JSON.parse(readFileSync(join(folder, 'eine', 'manifest.json'), 'utf8')) as { dateien: unknown[]; tabellen: { name: string; zeilen: number }[] }
  assert.equal(manifest.dateien.length, 0)
  assert.equal(manifest.tabellen.find((table) => table.name === 'organisation.einheit')?.zeilen, 1)
  await restore(target.app, target.ownerUrl, join(folder, 'eine'))
  assert.deepEqual(await kuerzel(target.app, beispielhausen), ['X'])
})

test('a damaged snapshot changes nothing', async () => {
  const vorher = await kuerzel(target.app, musterstadt)
  const file = join(folder, 'alles', 'tabellen', 'platform.ereignis.copy.gz')
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.subarray(0, bytes.length - 20))
  await assert.rejects(restore(target.app, target.ownerUrl, join(folder, 'alles')))
  assert.deepEqual(await kuerzel(target.app, musterstadt), vorher)
})

test('a folder with something in it is not overwritten, and nothing half is left behind', async () => {
  await assert.rejects(backup(source.app, source.ownerUrl, join(folder, 'eine')), /nicht leer/)
  assert.deepEqual(readdirSync(folder).sort(), ['alles', 'eine'])
})
