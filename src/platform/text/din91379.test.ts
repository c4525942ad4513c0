import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test, type TestContext } from 'node:test'
import { DIN_91379_CHARACTERS } from './din91379-data.js'
import { dinCharacters, dinSequences, isDin91379, type DinGroup, type DinType } from './din91379.js'
import { foldIcao } from './folding.js'

const conformance = [process.env['STADTKERN_CONFORMANCE'], '../shared/conformance', '../../shared/conformance']
  .find((path) => path && existsSync(path))

/** The lines of an official list as fields; skips the test where the lists are missing, but not in CI. */
function official(t: TestContext, file: string): string[][] | undefined {
  const path = `${conformance}/${file}`
  if (conformance === undefined || !existsSync(path)) {
    assert.notEqual(process.env['CI'], 'true', `${file} is missing in CI`)
    t.skip(`${file} not found: put the official artefacts into ../shared/conformance`)
    return undefined
  }
  return readFileSync(path, 'utf8').split('\n').filter(Boolean)
    .map((line) => line.split(';').map((field) => field.trim()))
}

const characters = (hex = ''): string =>
  String.fromCodePoint(...hex.split(' ').map((code) => Number.parseInt(code, 16)))

test('our characters are exactly the official ones, group by group', (t) => {
  const rows = official(t, 'din91379/latin_list_1.3.txt')
  if (!rows) return
  for (const group of Object.keys(DIN_91379_CHARACTERS) as DinGroup[]) {
    const expected: string[] = rows.filter((row) => row[0] === group && row[1] === 'char')
      .map((row) => characters(row[2]))
    assert.ok(expected.length > 0)
    assert.deepEqual([...dinCharacters(group)].toSorted(), expected.toSorted(), group)
  }
  const sequences = rows.filter((row) => row[1] === 'seq').map((row) => characters(row[2]))
  assert.ok(sequences.every((sequence) => sequence === sequence.normalize('NFC')))
  assert.deepEqual([...dinSequences()].toSorted(), sequences.toSorted())
  for (const [group, , code, name = ''] of rows) {
    if (group === 'bll') assert.ok(isDin91379(characters(code), 'A'), name)
  }
})

test('data types A to E agree with the official schema', (t) => {
  const rows = official(t, 'din91379/latin_list_1.3.txt')
  const path = `${conformance}/xdomea/xsd/4.0.0-aussonderung/din-norm-91379-datatypes.xsd`
  if (!rows || !existsSync(path)) return
  const schema = readFileSync(path, 'utf8')
  for (const type of ['A', 'B', 'C', 'D', 'E'] as DinType[]) {
    const found = new RegExp(`name="datatype${type}"[^]*?pattern value="(.*?)"`).exec(schema)?.[1]
    assert.ok(found)
    const source = found.replace(/\\?&#x(\w+);/g, (_, code: string) => `\\u{${code}}`)
    const pattern = new RegExp(`^(?:${source})$`, 'u')
    for (const row of rows.filter(([group]) => group !== 'dc')) {
      const text = characters(row[2])
      assert.equal(isDin91379(text, type), pattern.test(text), `${type} ${row[2]}`)
    }
  }
})

test('folding gives the official search form', (t) => {
  const rows = official(t, 'din91379/latin_list_search_form_1.3.txt')
  if (!rows) return
  assert.ok(rows.length > 600)
  for (const row of rows) assert.equal(foldIcao(characters(row[2])).toUpperCase(), row[6], row[3] ?? '')
})
