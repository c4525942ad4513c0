import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, testApp } from '../../../test/app.js'
import { job, type JobDefinition } from './job.js'
import { startWorker } from './worker.js'

const { app, settle } = await testApp({ worker: false })

/** How often the worker looked at how many requests there are before it did the job. */
async function looks(requests: (asked: number) => number): Promise<number> {
  let asked = 0
  let before = 0
  const probe = job<{ mandantId: string }>({ name: `probe.vortritt.${Math.random().toString(36).slice(2, 6)}`, run: async () => { before = asked } })
  const modul = { ...app.module[0], name: 'probe', jobs: [probe as JobDefinition], reactions: [], recurring: [] } as unknown as (typeof app.module)[number]
  const stop = await startWorker({ ...app, module: [modul] }, () => requests(++asked))
  await app.db.withMandant(musterstadt, (tx) => app.queue.send(tx, probe, { mandantId: musterstadt }))
  await settle()
  await stop()
  return before
}

test('a job lets pages go first, begins when they are few, and waits for no flood to end', async () => {
  assert.equal(await looks(() => 3), 1)
  assert.equal(await looks((asked) => (asked < 6 ? 4 : 0)), 6)
  assert.ok(await looks(() => 4) > 6)
})
