import assert from 'node:assert/strict'
import { test } from 'node:test'
import { projectRoot } from '../../src/platform/config/root.js'
import { allRules, readSources, type Source } from './rules.js'

process.chdir(projectRoot)
const sources = readSources(projectRoot, 'src')

test('the test sees the program', () => {
  assert.ok(sources.length > 100, `${sources.length} files seen`)
  assert.ok(sources.some((source) => source.path === 'src/modules/grundlagen/organisation/module.ts'))
})

for (const [name, rule] of Object.entries(allRules)) {
  test(`rule: ${name}`, () => {
    const breaches = rule(sources)
    assert.equal(breaches.length, 0, `\n${breaches.map((breach) => `${breach.path}: ${breach.text}`).join('\n')}\n`)
  })
}

/** For each rule a house in which it is broken: a check that cannot fail is none. */
const bad: Readonly<Record<keyof typeof allRules, readonly Source[]>> = {
  doors: [{ path: 'src/modules/akte/akten/schliessen/command.ts', text: "import { x } from '../../../grundlagen/organisation/db/tables.js'\n" }],
  dependencies: [
    { path: 'src/modules/akte/akten/module.ts', text: "export const modul = { name: 'akten', dependsOn: [] }\nimport {\n  x,\n} from '../../grundlagen/organisation/index.js'\n" },
  ],
  groundFloor: [{ path: 'src/platform/http/server.ts', text: "import { x } from '../../modules/akte/akten/index.js'\n" }],
  pureDomain: [{ path: 'src/modules/akte/akten/domain/frist.ts', text: 'export const heute = () => Temporal.Now.plainDateISO()\n' }],
  purePages: [{ path: 'src/modules/akte/akten/uebersicht/page.tsx', text: "const rows = db.selectFrom('akten.akte')\n" }],
  ownTables: [
    { path: 'src/modules/akte/akten/uebersicht/query.ts', text: "akten(tx).selectFrom('organisation.einheit')\n" },
    { path: 'src/modules/grundlagen/organisation/index.ts', text: '' },
  ],
  sizes: [{ path: 'src/modules/akte/akten/lang.ts', text: `export function lang() {\n${'  x()\n'.repeat(70)}}\n` }],
  noDrawers: [{ path: 'src/modules/akte/akten/utils/datum.ts', text: '' }],
  useCasesTested: [{ path: 'src/modules/akte/akten/schliessen/command.ts', text: 'export const vorgangSchliessen = command({})' }],
  noTryCatch: [{ path: 'src/modules/akte/akten/schliessen/command.ts', text: 'try { x() } catch {}' }],
}

for (const [name, house] of Object.entries(bad)) {
  test(`rule ${name} can fail`, () => {
    assert.ok(allRules[name as keyof typeof allRules](house).length > 0)
  })
}

test('a circle of rooms is found', () => {
  const house = [
    { path: 'src/modules/akte/a/index.ts', text: "import { x } from '../b/index.js'\n" },
    { path: 'src/modules/akte/b/index.ts', text: "import { x } from '../c/index.js'\n" },
    { path: 'src/modules/akte/c/index.ts', text: "import { x } from '../a/index.js'\n" },
  ]
  assert.ok(allRules.dependencies(house).some((breach) => breach.rule === 'cycle'))
})
