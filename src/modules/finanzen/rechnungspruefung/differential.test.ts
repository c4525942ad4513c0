import assert from 'node:assert/strict'
import { test } from 'node:test'
import { conformanceFolder } from './tools/conformance.js'

/** Recorded, so that a failure can be repeated; change it to see other mutants. */
const SEED = 16931
const COUNT = 20

for (const family of ['UBL', 'CII'] as const) {
  test(`${COUNT} mutants in ${family}: verdicts as the official rule files give them (seed ${SEED})`, {
    skip: !conformanceFolder() && process.env['CI'] !== 'true' && 'the folder with official artefacts is missing (STADTKERN_CONFORMANCE)',
  }, async () => {
    const { compareMutants } = await import('./tools/differential.js')
    const result = compareMutants(family, COUNT, SEED)
    assert.equal(result.mutants, COUNT)
    assert.ok(result.verdicts > 0)
    assert.deepEqual(result.disagreements, [])
  })
}
