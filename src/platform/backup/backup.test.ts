import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, test } from 'node:test'
import { Client } from 'pg'
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

/** An open transaction of another test's database may hold the horizon back for a moment. */
async function versiegeln(): Promise<void> {
  while (await source.app.db.withMandant(musterstadt, sealEvents) === 0) await new Promise((resolve) => { setTimeout(resolve, 50) })
}

await anlegen(source.app, musterstadt, 'A')
await anlegen(source.app, beispielhausen, 'X')
await versiegeln()
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

test('on a server that has counted less, what happens after a restore is sealed behind what came back', async () => {
  const owner = new Client({ connectionString: target.ownerUrl })
  await owner.connect()
  // As if the snapshot came from a server that has seen many more transactions.
  await owner.query("update platform.ereignis set xid = (xid::text::numeric + 5000000)::text::xid8")
  await owner.query("update platform.siegel set von_xid = (von_xid::text::numeric + 5000000)::text::xid8, bis_xid = (bis_xid::text::numeric + 5000000)::text::xid8")
  await owner.end()
  await backup(target.app, target.ownerUrl, join(folder, 'fern'))
  await restore(source.app, source.ownerUrl, join(folder, 'fern'))
  await anlegen(source.app, musterstadt, 'nach dem Umzug')
  await versiegeln()
  assert.deepEqual((await verifyTown(source.app, musterstadt)).problems, [])
})

test('work that waited is there again, once', async () => {
  const warten = async (app: typeof source.app) => (await app.db.pool.query<{ name: string; data: unknown }>("select name, data from pgboss.job where name = 'probe' and state = 'created'")).rows
  const probe = { name: 'probe', run: async () => undefined }
  await source.app.db.withMandant(musterstadt, (tx) => source.app.queue.send(tx, probe, { mandantId: musterstadt, wert: 'ä\\"\n' }))
  await backup(source.app, source.ownerUrl, join(folder, 'auftraege'))
  await restore(target.app, target.ownerUrl, join(folder, 'auftraege'), beispielhausen)
  assert.deepEqual(await warten(target.app), [])
  await restore(target.app, target.ownerUrl, join(folder, 'auftraege'))
  await restore(target.app, target.ownerUrl, join(folder, 'auftraege'))
  assert.deepEqual(await warten(target.app), await warten(source.app))
  assert.equal((await warten(target.app)).length, 1)
})

test('a snapshot of an older version, which knew fewer tables and columns, comes back; one of a newer version does not', async () => {
  const alt = join(folder, 'alt')
  await backup(source.app, source.ownerUrl, alt)
  const manifest = JSON.parse(readFileSync(join(alt, 'manifest.json'), 'utf8')) as { migrationen: string[]; tabellen: { name: string }[] }
  const schreibe = (anders: object) => writeFileSync(join(alt, 'manifest.json'), JSON.stringify({ ...manifest, ...anders }))
  schreibe({ migrationen: manifest.migrationen.filter((name) => !name.startsWith('suche/')), tabellen: manifest.tabellen.filter(({ name }) => !name.startsWith('suche.')) })
  await restore(target.app, target.ownerUrl, alt)
  assert.deepEqual((await kuerzel(target.app, musterstadt)).sort(), (await kuerzel(source.app, musterstadt)).sort())
  await anlegen(target.app, musterstadt, 'nach der Rückkehr')
  schreibe({ migrationen: [...manifest.migrationen, 'organisation/999_zukunft.sql'] })
  await assert.rejects(restore(target.app, target.ownerUrl, alt), /von einer neueren Version/)
})
