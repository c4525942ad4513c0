import assert from 'node:assert/strict'
import { test } from 'node:test'
import { probestadt } from './test-stadt.js'

const { web, ausgefuellt, zeilen, buergerkonto, anmelden } = await probestadt()

async function alsGastGesendet() {
  const fall = await ausgefuellt()
  await fall.besucher.senden(`${fall.pfad}/pruefen`, {})
  const bestaetigung = await fall.besucher.get(`${fall.pfad}/bestaetigung`)
  const nummer = /[A-Z]{2}-\d{4}-\d{6}-\d/.exec(bestaetigung.html)?.[0] ?? ''
  assert.ok(nummer)
  return { ...fall, nummer }
}

test('sent as a guest, then signed in with the same browser: the application is in the account', async () => {
  const kontoId = await buergerkonto('mitgenommen@example.org')
  const { besucher, nummer } = await alsGastGesendet()
  assert.equal((await besucher.get(`/konto/vorgaenge/${nummer}`)).status, 200)
  await anmelden(besucher, 'mitgenommen@example.org', '/konto')
  assert.match((await besucher.get('/konto')).html, new RegExp(nummer))
  assert.equal((await besucher.get(`/konto/vorgaenge/${nummer}`)).status, 200)
  const [antrag] = await zeilen<object>('select a.inhaber_art, a.inhaber_id, a.einreicher_art, v.inhaber_id as vorgang_inhaber from antraege.antrag a join akten.vorgang v on v.id = a.vorgang_id where a.vorgangsnummer = $1', [nummer])
  assert.deepEqual(antrag, { inhaber_art: 'buerger', inhaber_id: kontoId, einreicher_art: 'gast', vorgang_inhaber: kontoId })
  const handy = web.besucher()
  await anmelden(handy, 'mitgenommen@example.org', '/konto')
  assert.match((await handy.get('/konto')).html, new RegExp(nummer), 'from any browser now')
})

test('the page of the Vorgang itself takes it along; another browser or account takes nothing', async () => {
  await buergerkonto('direkt@example.org')
  await buergerkonto('fremd@example.org')
  const { besucher, nummer } = await alsGastGesendet()
  const fremd = web.besucher()
  await anmelden(fremd, 'fremd@example.org', '/konto')
  assert.doesNotMatch((await fremd.get('/konto')).html, new RegExp(nummer))
  assert.equal((await fremd.get(`/konto/vorgaenge/${nummer}`)).status, 404)
  await anmelden(besucher, 'direkt@example.org', `/konto/vorgaenge/${nummer}`)
  assert.equal((await besucher.get(`/konto/vorgaenge/${nummer}`)).status, 200)
  assert.equal((await fremd.get(`/konto/vorgaenge/${nummer}`)).status, 404)
})
