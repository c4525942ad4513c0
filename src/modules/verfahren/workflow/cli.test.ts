import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { App } from '../../../platform/app.js'
import { prozessCheck } from './cli.js'
import { bpmn, flows } from './domain/test-models.js'

const folder = mkdtempSync(join(tmpdir(), 'prozess-'))
after(() => { rmSync(folder, { recursive: true }) })
async function run(args: readonly string[], json = false) {
  const lines: string[] = []
  const code = await prozessCheck.run(undefined as unknown as App, args, { json, out: (line) => { lines.push(line) }, err: (line) => { lines.push(line) } })
  return { code, text: lines.join('\n') }
}
const file = (name: string, text: string) => { const path = join(folder, name); writeFileSync(path, text); return path }

test('a model that can run: 0; one that cannot: 1 with every finding; no file: 2', async () => {
  const gut = file('gut.bpmn', bpmn(`<startEvent id="s"/><userTask id="a" stadtkern:gruppe="x"/><endEvent id="e"/>${flows('s>a', 'a>e')}`))
  assert.equal((await run([gut])).code, 0)
  const schlecht = file('schlecht.bpmn', bpmn(`<startEvent id="s"/><serviceTask id="d" name="Buchen" stadtkern:dienst="gibt.es.nicht"/><endEvent id="e"/>${flows('s>d', 'd>e')}`))
  const { code, text } = await run([schlecht], true)
  assert.equal(code, 1)
  assert.deepEqual((JSON.parse(text) as { ok: boolean; befunde: { elementId: string }[] }).befunde.map(({ elementId }) => elementId), ['d'])
  assert.equal((await run([file('kein.bpmn', 'kein xml')])).code, 1)
  assert.equal((await run([join(folder, 'fehlt.bpmn')])).code, 2)
  assert.equal((await run([])).code, 2)
})
