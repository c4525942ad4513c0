import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt } from '../../../../../test/app.js'
import { alsVertretungszeile, noetigeZustimmung, type Vertretung } from '../domain/vertretung.js'
import { idVon, probestadt } from '../test-stadt.js'
import { vertretungAngeben } from './command.js'

const { app, web, begonnen, buergerkonto, anmelden } = await probestadt()
const KIND: Vertretung = { art: 'kind', vornamen: 'Mia', familienname: 'Muster', geburtsdatum: '2019-04-03', sorge: 'gemeinsam', email: 'x@example.org' }

test('whose consent is needed, and who stands in letters', () => {
  assert.equal(noetigeZustimmung(null, { kind: true, zweiteZustimmung: true }), undefined)
  assert.equal(noetigeZustimmung(KIND, { kind: true }), undefined)
  assert.equal(noetigeZustimmung(KIND, { kind: true, zweiteZustimmung: true }), 'elternteil')
  assert.equal(noetigeZustimmung({ ...KIND, sorge: 'allein' }, { kind: true, zweiteZustimmung: true }), undefined)
  assert.equal(noetigeZustimmung({ ...KIND, art: 'vollmacht' }, { person: true }), 'vertretene')
  assert.equal(alsVertretungszeile({ ...KIND, art: 'vollmacht' }), 'als bevollmächtigt von Mia Muster')
})

test('a service that does not allow it takes nobody else, neither by page nor by command', async () => {
  const id = await buergerkonto('selbst@example.org')
  const besucher = web.besucher()
  await anmelden(besucher, 'selbst@example.org', '/konto')
  const { pfad } = await begonnen(besucher)
  assert.equal((await besucher.get(`${pfad}/vertretung`)).status, 404)
  const actor = { art: 'buerger', mandantId: musterstadt, id, name: 'x', zuweisungen: [], stufe: 0 } as const
  await assert.rejects(app.execute(actor, vertretungAngeben, { entwurfId: idVon(pfad), vertretung: { ...KIND, email: 'x@example.org', sorge: 'gemeinsam' } }), { status: 404 })
  await app.execute(actor, vertretungAngeben, { entwurfId: idVon(pfad), vertretung: null })
})
