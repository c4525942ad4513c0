import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Client } from 'pg'
import { beispielhausen, musterstadt, personalActor, testApp } from '../../../test/app.js'
import { einheitAnlegen } from '../../modules/grundlagen/organisation/index.js'
import { merkleRoot, leafHash } from './merkle.js'
import { sealEvents, verifyTown } from './seal.js'

const { app, ownerUrl } = await testApp({ worker: false })
const verwalterin = personalActor(['organisation.verwalten'])
const anlegen = (kuerzel: string) => app.execute(verwalterin, einheitAnlegen, { kuerzel, name: `Amt ${kuerzel}` })

/** The horizon is that of the whole server: a transaction of another test's database, begun earlier, holds it back for a moment. */
async function seal(expected: number): Promise<void> {
  let sealed = 0
  for (const until = Date.now() + 20_000; sealed < expected && Date.now() < until;) {
    const now = await app.db.withMandant(musterstadt, sealEvents)
    sealed += now
    if (now === 0) await new Promise((resolve) => { setTimeout(resolve, 20) })
  }
  assert.equal(sealed, expected)
}

test('sealed events verify; the next seal continues the chain', async () => {
  await anlegen('A')
  await anlegen('B')
  await seal(2)
  await anlegen('C')
  await seal(1)
  assert.equal(await app.db.withMandant(musterstadt, sealEvents), 0)
  const result = await verifyTown(app, musterstadt)
  assert.deepEqual([result.ok, result.events], [true, 3])
  assert.equal((await verifyTown(app, beispielhausen)).events, 0)
})

test('a late commit is never covered by an earlier seal', async () => {
  const late = new Client({ connectionString: ownerUrl })
  await late.connect()
  await late.query('begin')
  await late.query("insert into platform.idempotenz (mandant_id, befehl, schluessel, eingabe_hash) values ($1, 'x', 'x', '')", [musterstadt])
  await anlegen('D')
  assert.equal(await app.db.withMandant(musterstadt, sealEvents), 0, 'an older transaction is still open')
  await late.query('commit')
  await late.end()
  await seal(1)
})

test('the application role can neither change nor remove an event', async () => {
  for (const statement of ["update platform.ereignis set grund = 'x'", 'delete from platform.ereignis', 'truncate platform.ereignis', "update platform.siegel set anzahl = 1"]) {
    await assert.rejects(app.db.pool.query(statement), /permission denied/)
  }
})

test('what the owner changes behind our back is found', async () => {
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query("update platform.ereignis set grund = 'gefälscht' where id = (select min(id::text)::uuid from platform.ereignis)")
  await owner.end()
  const result = await verifyTown(app, musterstadt)
  assert.equal(result.ok, false)
  assert.match(result.problems[0]?.text ?? '', /verändert/)
})

test('a leaf cannot pass for a node', () => {
  const [a, b] = [leafHash('a'), leafHash('b')]
  assert.notDeepEqual(merkleRoot([a, b]), leafHash(Buffer.concat([a, b]).toString('latin1')))
})
