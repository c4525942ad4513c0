import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import '../src/modules.js'
import { projectRoot } from '../src/platform/config/root.js'
import { eventTypen, ohneSatz, satzVon, titelVon, type StoredEvent } from '../src/platform/events/index.js'

const stored = (typ: string, daten: Record<string, unknown> = {}): StoredEvent => ({
  id: 'x', typ, objekt: { art: 'x', id: 'x' }, daten, zeitpunkt: Temporal.Instant.from('2026-11-22T10:00:00Z'), akteur: { art: 'personal', id: null, fuer: null }, korrelation: 'x',
})

test('every event type that a room publishes has its German sentence', () => {
  assert.ok(eventTypen().size > 80, `${eventTypen().size} types seen`)
  assert.deepEqual(ohneSatz(), [])
})

test('the catalogue is whole: what events.ts files name is what was loaded', () => {
  const files = readdirSync(join(projectRoot, 'src/modules'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('events.ts') && !path.includes('/domain/'))
  assert.ok(files.length > 12, `${files.length} files seen`)
  const named = files.flatMap((path) => [...readFileSync(join(projectRoot, 'src/modules', path), 'utf8').matchAll(/\bevent\('([^']+)'/g)].map(([, typ = '']) => typ))
  assert.deepEqual(named.filter((typ) => !eventTypen().has(typ)), [])
})

test('a sentence holds without the details of an old row, says no technical name, and so does its title', () => {
  for (const typ of eventTypen()) {
    const satz = satzVon(stored(typ), () => 'Sabine Sommer')
    assert.match(satz, /^[\p{Lu}\p{Ll}„]/u, typ)
    assert.doesNotMatch(satz, /\/\d+$|hat ausgelöst/, typ)
    assert.match(titelVon(typ), /^\p{Lu}[^.]+$/u, typ)
  }
})

test('an event of an earlier program, whose type nobody knows any more, is still readable', () => {
  assert.equal(satzVon(stored('frueher.akte.umbenannt/1'), () => ''), 'Akte umbenannt (frühere Fassung des Programms)')
})
