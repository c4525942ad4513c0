/**
 * Asks the official rule files about our own example of every rule: they must break the same rules as ours. The answers come
 * from the same program as in campaign.ts: `node --import tsx …/tools/confirm-examples.ts FAMILY FOLDER COMMAND…`.
 */
import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { writeCii, writeUbl } from '../model/write.js'
import { run } from '../rules/engine.js'
import { programFor } from '../rules/index.js'
import { parseXml } from '../xml/parse.js'
import { sampleVariants } from './examples.js'
import { applyMutation } from './mutants.js'

const [family = 'UBL', folder = '.', ...command] = process.argv.slice(2)
const sources = new Map(sampleVariants().map(({ name, invoice }) => [name, (family === 'UBL' ? writeUbl : writeCii)(invoice)]))
const rows = readFileSync(new URL('rule-examples.txt', import.meta.url), 'utf8').trim().split('\n').map((r) => r.split('|')).filter(([key = '']) => key.startsWith(`${family} `))
const child = spawn(command[0] ?? '', command.slice(1), { stdio: ['pipe', 'pipe', 'ignore'] })
const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
let disagreements = 0
for (const [key = '', variant = '', mutation = ''] of rows) {
  const id = key.slice(4)
  const xml = applyMutation(sources.get(variant) ?? '', mutation)
  const file = `${folder}/example-${family}.xml`
  writeFileSync(file, xml)
  child.stdin.write(`${file}\n`)
  const ids = (String((await answers.next()).value).split('\t')[1] ?? '').split(' ').filter(Boolean)
  const open = new Set(ids.filter((i) => i.startsWith('?')).map((i) => i.slice(1)))
  const fired = new Set(ids.filter((i) => !i.startsWith('?')))
  const own = new Set(run(programFor(family === 'CII' ? 'CII' : 'UBL', true), parseXml(xml)).map((b) => b.id).filter((i) => !i.startsWith('PEPPOL-')))
  const wrong = [...[...fired].filter((i) => !own.has(i)).map((i) => `official fires ${i}`), ...[...own].filter((i) => !fired.has(i) && !open.has(i)).map((i) => `official is silent on ${i}`),
    ...id.startsWith('PEPPOL-') || fired.has(id) ? [] : [`example of ${id} does not break it${open.has(id) ? ' (cannot be answered)' : ''}`]]
  disagreements += wrong.length
  for (const w of wrong) console.log(`${key}: ${w} | ${variant} | ${mutation}`)
}
child.stdin.end()
console.log(family, rows.length, 'examples', disagreements, 'disagreements')
