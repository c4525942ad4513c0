import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { projectRoot } from '../../src/platform/config/root.js'
import { ziele } from './fuzz/ziele.js'

const text = readFileSync(join(projectRoot, 'docs/security.md'), 'utf8')
const zeilen = [...text.matchAll(/^\| (\d+\.\d+\.\d+) \| (\d) \| (.+?) \| (\S+) \| (.+) \|$/gm)].map(([, nummer = '', stufe, , stand, wo = '']) => ({ nummer, stufe, stand, wo }))
const orte = (wo: string): string[] => [...wo.matchAll(/`([^`]+)`/g)].map(([, ort = '']) => ort).filter((ort) => /^(?:src|test|docs|tools|islands|bench|\.ci)(?:\/|$)|^[A-Z]+\.md$/.test(ort))

test('every item of ASVS stands once, with a state that can be read and a place that exists', () => {
  assert.equal(new Set(zeilen.map(({ nummer }) => nummer)).size, zeilen.length)
  assert.deepEqual([...new Set(zeilen.map(({ nummer }) => Number(nummer.split('.')[0])))], Array.from({ length: 17 }, (_, n) => n + 1))
  assert.ok(zeilen.length > 200, `${zeilen.length} items`)
  for (const { nummer, stufe, stand, wo } of zeilen) {
    assert.ok(['1', '2'].includes(stufe ?? '') && ['met', 'part', 'open', 'n/a', 'operator'].includes(stand ?? ''), `${nummer}: ${stand}`)
    assert.ok(stand !== 'met' || wo.trim() !== '', `${nummer} names nothing`)
  }
})

test('the places and the targets of the fuzzer that the page names are there', () => {
  assert.deepEqual([...new Set(orte(text))].filter((ort) => !existsSync(join(projectRoot, ort))), [])
  const [, tabelle = ''] = /\| bytes from outside [^\n]*\n([\s\S]*?)\n\n/.exec(text) ?? []
  const genannt = tabelle.split('\n').flatMap((zeile) => [...(zeile.split(' | ')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))
  assert.deepEqual(genannt.toSorted(), ziele.map(({ name }) => name).toSorted())
})
