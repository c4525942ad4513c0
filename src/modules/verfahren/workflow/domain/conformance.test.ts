import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { checkModel, ModellFehler, parseModel, start } from './index.js'
import { NOW } from './test-models.js'

const folder = [process.env['STADTKERN_CONFORMANCE'], '../shared/conformance', '../../shared/conformance']
  .filter((path) => path !== undefined).map((path) => resolve(path, 'bpmn')).find((path) => existsSync(path))

test('models of other tools are read or refused by name, and what is accepted starts', (t) => {
  if (!folder) {
    assert.notEqual(process.env['CI'], 'true', 'the conformance models must be there in CI')
    return t.skip('conformance models not found: set STADTKERN_CONFORMANCE')
  }
  return checkAll(folder, (message) => t.diagnostic(message))
})

async function checkAll(path: string, say: (message: string) => void): Promise<void> {
  const files = globSync('**/*.bpmn', { cwd: path })
  assert.ok(files.length > 20, 'the folder has models')
  const count = { accepted: 0, refused: 0, unreadable: 0 }
  for (const file of files) {
    const model = await parseModel(readFileSync(resolve(path, file), 'utf8')).catch((error: unknown) => {
      assert.ok(error instanceof ModellFehler, `${file}: ${String(error)}`)
      return undefined
    })
    if (!model) {
      count.unreadable += 1
      continue
    }
    const errors = checkModel(model).filter((finding) => finding.schwere === 'fehler')
    for (const finding of errors) assert.ok(finding.elementId !== '' && finding.text.endsWith('.'),
      `${file}: ${finding.text}`)
    if (errors.length > 0) {
      count.refused += 1
      continue
    }
    count.accepted += 1
    const first = Object.values(model.nodes).find((node) => node.kind === 'startEvent'
      && node.parent === model.processId)
    assert.equal(start(model, { now: NOW, startNodeId: first?.id ?? '' }).ignored, false)
  }
  say(JSON.stringify(count))
}
