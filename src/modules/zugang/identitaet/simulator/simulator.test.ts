import assert from 'node:assert/strict'
import { test } from 'node:test'
import { enthaelt, pfadAus, stadtMitSimulator, ANBIETER } from '../test/stadt.js'

const { app, web, zeilen, zumSimulator, waehlen, anmelden, ablehnungen } = await stadtMitSimulator()

test('the sign-in page offers the simulator, marked as such, and its pages say what they are', async () => {
  const besucher = web.besucher()
  const seite = await besucher.get('/anmelden?ziel=/konto')
  enthaelt(seite.html, /Weiter mit Nutzerkonto-Simulator/)
  const simulator = await besucher.get(await zumSimulator(besucher))
  enthaelt(simulator.html, /Diese Seite spielt ein Nutzerkonto/)
})

test('a first sign-in makes an account, the next finds it by the pseudonym; it ends with a page that leads to the provider', async () => {
  const erste = web.besucher()
  const angekommen = await anmelden(erste)
  assert.deepEqual([angekommen.status, angekommen.location], [303, '/konto'])
  enthaelt((await erste.get('/konto')).html, /Anna Beispiel/)
  const zweite = web.besucher()
  await anmelden(zweite)
  assert.equal((await zeilen('select 1 from identitaet.verknuepfung')).length, 1)
  assert.equal((await zeilen("select 1 from konten.konto where art = 'buerger'")).length, 1)
  const [spur] = await zeilen<{ pseudonym_hash: Buffer }>('select pseudonym_hash from identitaet.verknuepfung')
  assert.equal(spur?.pseudonym_hash.length, 32)
  const ab = await zweite.senden('/konto', {}, '/abmelden')
  assert.equal(ab.location, `/abgemeldet/${ANBIETER}`)
  enthaelt((await zweite.get(`/abgemeldet/${ANBIETER}`)).html, /demo\/nutzerkonto\/abmelden/)
  assert.equal((await zweite.get('/konto')).location, '/anmelden?ziel=%2Fkonto')
})

test('two people with one e-mail address stay two accounts; a person with one name has an account', async () => {
  await anmelden(web.besucher(), 'bogdan')
  const dora = web.besucher()
  await anmelden(dora, 'dora', 'STORK-QAA-Level-1')
  enthaelt((await dora.get('/konto')).html, /Guten Tag, Dora/)
})

test('what the person did at the provider: cancelled, a lower level than asked for', async () => {
  const besucher = web.besucher()
  const seite = await zumSimulator(besucher, '?niveau=substantiell')
  const abgebrochen = await besucher.senden(seite, { _aktion: 'abbrechen' })
  enthaelt((await besucher.get(pfadAus(abgebrochen.location))).html, /abgebrochen/)
  const zuNiedrig = await anmelden(web.besucher(), 'anna', 'STORK-QAA-Level-1', '?niveau=substantiell')
  assert.equal(zuNiedrig.status, 403)
  enthaelt(zuNiedrig.html, /Das Vertrauensniveau reicht nicht/)
  assert.deepEqual((await ablehnungen()).slice(-2), ['abgebrochen', 'niveau'])
})

test('an answer works once and in the browser that began it; state and code of somebody else are worth nothing', async () => {
  const [eine, andere] = [web.besucher(), web.besucher()]
  const zurueck = await waehlen(eine, await zumSimulator(eine), 'anna', 'STORK-QAA-Level-3')
  enthaelt((await andere.get(zurueck)).html, /ein anderer Browser begonnen/)
  assert.equal((await eine.get(zurueck)).status, 303)
  enthaelt((await eine.get(zurueck)).html, /schon benutzt/)
  const fremd = await waehlen(andere, await zumSimulator(andere), 'anna', 'STORK-QAA-Level-3')
  const eigene = new URL(await waehlen(eine, await zumSimulator(eine), 'cem', 'STORK-QAA-Level-3').catch(() => fremd), 'http://x')
  eigene.searchParams.set('state', 'geraten')
  assert.equal((await eine.get(`${eigene.pathname}${eigene.search}`)).status, 403)
})

test('a code is bound to its verifier and its one use', async () => {
  const besucher = web.besucher()
  const zurueck = new URL(await waehlen(besucher, await zumSimulator(besucher), 'anna', 'STORK-QAA-Level-3'), 'http://x')
  const antwort = await besucher.post('/demo/nutzerkonto/token', new URLSearchParams({ grant_type: 'authorization_code', code: zurueck.searchParams.get('code') ?? '', client_id: 'stadtkern-demo', client_secret: 'geraten' }))
  assert.equal(antwort.status, 401)
  assert.equal(app.config.demo.simulatoren, true)
})
