import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { musterstadt, testApp } from '../../../../test/app.js'

const { app, settle } = await testApp()
const saeen = async () => { for (const modul of app.module) await modul.seed?.(app, musterstadt, 'musterstadt') }
const zaehle = (abfrage: ReturnType<typeof sql<{ wort: string; n: number }>>) => app.db.withMandant(musterstadt, async (tx) => Object.fromEntries((await abfrage.execute(tx)).rows.map(({ wort, n }) => [wort, n])))
const lage = async () => ({
  antraege: await zaehle(sql`select status as wort, count(*)::int as n from antraege.antrag group by 1`),
  bescheide: await zaehle(sql`select status as wort, count(*)::int as n from bescheide.bescheid group by 1`),
  sendungen: await zaehle(sql`select kanal as wort, count(*)::int as n from ausgang.sendung group by 1`),
  vorgaenge: await zaehle(sql`select status as wort, count(*)::int as n from akten.vorgang group by 1`),
  offen: await zaehle(sql`select maske as wort, count(*)::int as n from aufgaben.aufgabe where status = 'offen' group by 1`),
  geoeffnet: await zaehle(sql`select 'nachrichten' as wort, count(*)::int as n from ausgang.nachricht where abgerufen_am is not null`),
  stoerungen: await zaehle(sql`select 'stoerungen' as wort, count(*)::int as n from workflow.stoerung`),
})

test('the demo town has applications on every step; seeding again changes nothing', { timeout: 240_000 }, async () => {
  await saeen()
  await settle()
  const erste = await lage()
  assert.deepEqual(erste.bescheide, { entwurf: 1, zur_zeichnung: 1, erlassen: 3 })
  assert.deepEqual(erste.sendungen, { postfach: 3, post: 1 })
  assert.deepEqual([erste.vorgaenge['ZDA'], erste.antraege['RUECKFRAGE'], erste.antraege['ENTSCHIEDEN']], [1, 1, 3])
  assert.ok((erste.offen['antrag.pruefen'] ?? 0) >= 5, JSON.stringify(erste.offen))
  assert.deepEqual([erste.geoeffnet['nachrichten'], erste.stoerungen['stoerungen']], [0, 0])
  await saeen()
  await settle()
  assert.deepEqual(await lage(), erste)
})

test('every page of file, receipt, case and post room with an id has an example', async () => {
  const raeume = new Set(['akten', 'eingang', 'fallbearbeitung', 'ausgang'])
  for (const modul of app.module.filter(({ name }) => raeume.has(name))) {
    for (const route of (modul.routes ?? []).filter(({ path, method }) => method === 'GET' && path.includes(':') && path.startsWith('/arbeitsplatz'))) {
      assert.ok(typeof route.beispiel === 'function' ? await route.beispiel(app) : route.beispiel, `${modul.name}: ${route.path}`)
    }
  }
})
