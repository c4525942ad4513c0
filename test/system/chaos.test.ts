/** Thirty things broken one after the other under load, always the same ones; a thousand with `node tools/chaos.mjs --rounds 1000`. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chaos } from '../chaos/chaos.js'

const seed = Number(process.env['STADTKERN_CHAOS_SEED'] ?? 20_261_122)

test('nothing acknowledged is lost, nothing is done twice, nothing is stuck', { timeout: 420_000 }, async (t) => {
  const bericht = await chaos({ rounds: 30, seed })
  t.diagnostic(JSON.stringify({ ...bericht, protokoll: undefined }))
  assert.deepEqual(bericht.befunde, [], `seed ${seed}: ${bericht.befunde.join('\n')}\nin the logs:\n${bericht.protokoll.join('\n')}`)
  assert.ok(bericht.zugesagt >= 5, `too little happened: ${bericht.zugesagt} acknowledged, ${bericht.schritte} steps`)
})
