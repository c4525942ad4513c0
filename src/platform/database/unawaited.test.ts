import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, testApp } from '../../../test/app.js'
import { Conflict } from '../errors.js'
import { systemActor } from '../usecases/actor.js'
import { execute } from '../usecases/execute.js'
import { command } from '../usecases/usecase.js'
import { Type } from 'typebox'
import { tables } from './database.js'
import type { PlatformTables } from './tables.js'
import { sendAtOnce, together, unawaited } from './unawaited.js'

const { app } = await testApp({ worker: false })
const platform = tables<PlatformTables>
type Tx = Parameters<Parameters<typeof app.db.withMandant>[1]>[0]
const insert = (tx: Tx, schluessel: string) => platform(tx).insertInto('platform.idempotenz').values({ befehl: 'probe', schluessel, eingabe_hash: Buffer.alloc(0) })
const keys = (tx: Tx) => platform(tx).selectFrom('platform.idempotenz').select('schluessel').where('befehl', '=', 'probe').orderBy('schluessel')
const kept = async () => (await app.db.withMandant(musterstadt, (tx) => keys(tx).execute())).map(({ schluessel }) => schluessel)

test('statements that nobody waits for are there for the next one and after the commit', async () => {
  const seen = await app.db.withMandant(musterstadt, async (tx) => {
    for (const key of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) unawaited(tx, insert(tx, key))
    const [all, [one]] = await together(tx, keys(tx), keys(tx).where('schluessel', '=', 'b'))
    unawaited(tx, insert(tx, 'h'))
    return [all.length, one?.schluessel]
  })
  assert.deepEqual(seen, [7, 'b'])
  assert.deepEqual(await kept(), ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
})

test('one that fails undoes everything, and its error is what the caller gets: at the commit, at the next statement, beside others', async () => {
  const doublet = (error: { code?: string; constraint?: string }) => error.code === '23505' && error.constraint === 'idempotenz_pkey'
  const ends = [
    async () => undefined,
    async (tx: Tx) => { await keys(tx).execute() },
    async (tx: Tx) => { await together(tx, keys(tx), keys(tx)) },
    async (tx: Tx) => { unawaited(tx, insert(tx, 'y')); await sendAtOnce(tx, 'select 1', []) },
    async () => { throw new Conflict('spaeter', 'What the command says after it is not the cause.') },
  ]
  for (const end of ends) {
    await assert.rejects(app.db.withMandant(musterstadt, async (tx) => {
      unawaited(tx, insert(tx, 'x'))
      unawaited(tx, insert(tx, 'a'))
      await end(tx)
    }), doublet)
  }
  assert.deepEqual(await kept(), ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
})

test('a command says what the database noticed late; the connection goes on', async () => {
  const zweimal = command({
    name: 'probe.zweimal', input: Type.Object({}), allow: { satz: 'alle', rechte: [], arten: ['system'], check: async () => undefined },
    async run(ctx) { ctx.unchanged(); unawaited(ctx.tx, insert(ctx.tx, 'a')) },
  })
  await assert.rejects(execute(app, systemActor(musterstadt, 'probe'), zweimal, {}), (error) => error instanceof Conflict && error.code === 'gleichzeitigGeaendert')
  assert.equal((await kept()).length, 8)
})

test('after its end nothing is sent in a transaction, and in one that only reads never', async () => {
  let ended: Tx | undefined
  await app.db.withMandant(musterstadt, async (tx) => { ended = tx })
  assert.throws(() => unawaited(ended as Tx, insert(ended as Tx, 'z')), /has ended/)
  await assert.rejects(app.db.reading(musterstadt, async (tx) => unawaited(tx, insert(tx, 'z'))), /only reads/)
})
