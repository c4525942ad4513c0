import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demoApp } from '../../../../../test/demo.js'
import { offeneAufgaben } from '../../../grundlagen/aufgaben/index.js'
import { vorgangByNummer } from '../../../akte/akten/index.js'
import { musterstadt } from '../../../../../test/app.js'

const { app, als } = await demoApp()
const nummer = 'MS-2026-000001-9'

test('the printed Vorgang has everything that the screen has, opened, and nothing to press', async () => {
  const sabine = await als('s.sommer')
  const [aufgabe] = await app.db.withMandant(musterstadt, async (tx) => offeneAufgaben(tx, (await vorgangByNummer(tx, nummer))?.id ?? ''))
  const fall = await sabine.get(`/arbeitsplatz/vorgaenge/${nummer}`)
  assert.match(fall.html, new RegExp(`href="/arbeitsplatz/vorgaenge/${nummer}/auszug"`))
  const { status, html } = await sabine.get(`/arbeitsplatz/vorgaenge/${nummer}/auszug`)
  assert.equal(status, 200)
  for (const teil of ['Antrag wie eingereicht', 'Dokumente', 'Verlauf', 'hat den Vorgang angelegt', 'gedruckt am', nummer]) assert.ok(html.includes(teil), teil)
  assert.ok(aufgabe && !html.includes(`/aufgaben/${aufgabe.id}`), 'no form of the open task')
})

test('who may not see the Vorgang does not print it', async () => {
  assert.ok([403, 404].includes((await (await als('p.post')).get(`/arbeitsplatz/vorgaenge/${nummer}/auszug`)).status))
  assert.equal((await (await als('s.sommer')).get('/arbeitsplatz/vorgaenge/MS-2020-999999-9/auszug')).status, 404)
})

test('a Vorgang that no process closes is closed from its screen; the link is there', async () => {
  const sabine = await als('s.sommer')
  assert.match((await sabine.get(`/arbeitsplatz/vorgaenge/${nummer}`)).html, new RegExp(`href="/arbeitsplatz/vorgaenge/${nummer}/zda"`))
  assert.match((await sabine.get(`/arbeitsplatz/vorgaenge/${nummer}/zda`)).html, /kann noch nicht zu den Akten/)
})
