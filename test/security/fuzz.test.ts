/**
 * Every parser that takes bytes from outside, fed with mutants of real files: always the same ones here, others for as long as one
 * likes with `npm run fuzz`. The answer is a verdict or a declared error, in bounded time.
 */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { projectRoot } from '../../src/platform/config/root.js'
import { mutant } from './fuzz/mutanten.js'
import { mangel } from './fuzz/ziel.js'
import { ziele } from './fuzz/ziele.js'

const SEED = 20_261_122
/** Those that check a whole package or form take tens of milliseconds each. */
const MUTANTEN = { schnell: 150, langsam: 25 }

// What a stranger sends must not reach the log of the machine by way of a library.
const gesagt: string[] = []
const still = { warn: console.warn, error: console.error }
Object.assign(console, { warn: (text: string) => { gesagt.push(text) }, error: (text: string) => { gesagt.push(text) } })
after(() => { Object.assign(console, still) })

for (const ziel of ziele) {
  test(`${ziel.name}: real samples and mutants of them get a verdict`, async () => {
    const gefunden: string[] = []
    for (let nummer = 0; nummer < (ziel.langsam ? MUTANTEN.langsam : MUTANTEN.schnell); nummer += 1) {
      const grund = await mangel(ziel, mutant(ziel, SEED, nummer))
      if (grund) gefunden.push(`number ${nummer} of seed ${SEED}: ${grund}`)
    }
    assert.deepEqual([...gefunden, ...gesagt.splice(0)], [])
  })
}

test('the same seed gives the same mutant, another seed another one', () => {
  const [ziel] = ziele
  assert.ok(ziel)
  assert.deepEqual(mutant(ziel, 7, 3), mutant(ziel, 7, 3))
  assert.notDeepEqual(mutant(ziel, 7, 3).bytes, mutant(ziel, 8, 3).bytes)
})

/** What a source does that reads bytes or text of a format. */
const LIEST = /from '(?:yaml|yauzl|read-excel-file\/node|bpmn-moddle|feelin|@node-saml\/node-saml|saxes|file-type)'|JSON\.parse\(|inflate(?:Raw)?Sync\(|new TextDecoder\(|\.readUInt(?:16|32|BE|LE)|parseXml\(/

/** Those whose bytes we wrote ourselves, or an operator of this machine did; and those that other tests drive. */
const EIGENE: Readonly<Record<string, string>> = {
  'modules/akte/aktenplan/seed.ts': 'demo data of the program', 'modules/grundlagen/konten/demo-personal.ts': 'demo data of the program', 'modules/grundlagen/leistungen/seed.ts': 'demo data of the program', 'modules/grundlagen/organisation/seed.ts': 'demo data of the program', 'modules/steuerung/kennzahlen/seed.ts': 'demo data of the program', 'modules/steuerung/programm/seed.ts': 'demo data of the program', 'modules/steuerung/projektantraege/seed.ts': 'demo data of the program',
  'modules/grundlagen/konten/geheimnisse.ts': 'sealed by us: a changed seal does not open (target siegel)', 'modules/zugang/identitaet/anbieter/anbieter.ts': 'sealed by us: a changed seal does not open (target siegel)',
  'modules/zugang/identitaet/simulator/stelle.ts': 'simulator of the demo; codes are sealed by us', 'modules/verfahren/bescheide/module.ts': 'a form that the release check has read (target paket.json)',
  'modules/finanzen/rechnungspruefung/cli.ts': 'lines of its own child process',
  'modules/steuerung/planung/eingabe.ts': 'hidden fields of forms: test/security/eingabe.test.ts',
  'platform/time/id.ts': 'random bytes of ours', 'platform/pdf/coverage.ts': 'fonts of a package', 'modules/verfahren/automatik/domain/entscheiden.ts': 'a hash of ours', 'modules/verfahren/workflow/domain/test-models.ts': 'models of the tests',
  'platform/audit/seal.ts': 'rows that we wrote', 'platform/backup/restore.ts': 'a backup that we wrote: platform/backup/backup.test.ts damages it', 'platform/config/index.ts': 'the operator\'s file: platform/config', 'platform/config/root.ts': 'our package.json',
  'platform/database/embedded/binaries.ts': 'files of a package', 'platform/database/embedded/credentials.ts': 'a file that we wrote', 'platform/http/assets.ts': 'a file that the build wrote', 'platform/pdf/woff.ts': 'fonts of a package',
  'modules/steuerung/kennzahlen/domain/modell.ts': 'writes YAML; reading is platform/yaml', 'modules/grundlagen/leistungen/exportieren/query.ts': 'writes',
}

test('whoever reads a foreign format is driven by a target or says why not', () => {
  const quellen = globSync('src/**/*.{ts,tsx}', { cwd: projectRoot }).filter((pfad) => !/\.test\.tsx?$|\/tools\/|\/test\/|\.d\.ts$/.test(pfad))
  assert.ok(quellen.length > 800, `${quellen.length} sources seen`)
  const getrieben = new Set(ziele.flatMap(({ liest }) => liest))
  const lesende = quellen.filter((pfad) => LIEST.test(readFileSync(join(projectRoot, pfad), 'utf8'))).map((pfad) => pfad.replace(/^src\//, ''))
  assert.deepEqual(lesende.filter((pfad) => !getrieben.has(pfad) && !Object.hasOwn(EIGENE, pfad)), [], 'drive it in test/security/fuzz, or name it in EIGENE with a reason')
  const vorhanden = new Set(quellen.map((pfad) => pfad.replace(/^src\//, '')))
  assert.deepEqual([...getrieben, ...Object.keys(EIGENE)].filter((pfad) => !vorhanden.has(pfad)), [], 'named, but not there')
  assert.ok(LIEST.test("import { parse } from 'yaml'") && !LIEST.test("import { parse } from './yaml.js'"))
})
