import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entpackt, tabelleXlsx, zip } from '../../../test/security/fuzz/proben.js'
import { archiveFiles } from '../uploads/index.js'
import { readFirstSheet } from './read.js'

const LIMITS = { rows: 1_000, columns: 50, cells: 20_000 }
const teile = await entpackt(await tabelleXlsx())
const lies = (blatt: (xml: string) => string) => readFirstSheet(new Map(teile.map(({ name, bytes }) => [name, /worksheets\/sheet1/.test(name) ? Buffer.from(blatt(bytes.toString())) : bytes])), LIMITS)
const dazu = (zeilen: string) => (xml: string) => xml.replace('</sheetData>', `${zeilen}</sheetData>`)

test('the first sheet, numbers as their digits', async () => {
  const blatt = await lies((xml) => xml)
  assert.deepEqual(blatt?.[0]?.slice(0, 3), ['Vorhaben', 'Bezeichnung', 'Sachkonto'])
  assert.deepEqual(blatt?.[1]?.[4], { zahl: '0.04' })
})

test('one cell far away would fill the memory: refused, as is whatever else is no table of ours', async () => {
  for (const [was, blatt] of [
    ['last corner', dazu('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')], ['far row', dazu('<row r="1048576"><c><v>1</v></c></row>')], ['address in the cell only', dazu('<row><c r="XFD20000"><v>1</v></c></row>')],
    ['no address', dazu('<row r="99999999999999999999"/>')], ['escaped', dazu('<row><c r="&#88;FD9"><v>1</v></c></row>')], ['too many', dazu(`<row>${'<c/>'.repeat(60)}</row>`)], ['too many in all', dazu('<row r="999"><c r="AX999"/></row>')],
    ['document type', (xml: string) => xml.replace('<worksheet', '<!DOCTYPE a [<!ENTITY b "c">]><worksheet')], ['not well-formed', (xml: string) => xml.slice(0, -5)],
  ] as const) assert.equal(await lies(blatt), undefined, was)
})

test('levels without end cost nobody a minute: refused in every part', async () => {
  const tief = Buffer.from(`<styleSheet>${'<row>'.repeat(50_000)}${'</row>'.repeat(50_000)}</styleSheet>`)
  const mit = (name: string) => readFirstSheet(new Map(teile.map((teil) => [teil.name, teil.name === name ? tief : teil.bytes])), LIMITS)
  for (const name of ['xl/styles.xml', 'xl/worksheets/sheet1.xml']) {
    assert.ok(teile.some((teil) => teil.name === name), name)
    assert.equal(await mit(name), undefined)
  }
})

test('a ZIP whose local headers say something else than its directory is read by the directory', async () => {
  const bytes = await zip(teile)
  for (let at = bytes.indexOf('PK\x03\x04'); at >= 0; at = bytes.indexOf('PK\x03\x04', at + 4)) bytes.writeUInt32LE(0xffffffff, at + 22)
  const files = await archiveFiles(bytes)
  assert.equal((files && await readFirstSheet(files, LIMITS))?.length, 3)
})
