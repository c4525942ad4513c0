import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { Client } from 'pg'
import { musterstadt, testApp } from '../../../../../test/app.js'
import { Invalid, NotFound } from '../../../../platform/errors.js'
import type { Actor } from '../../../../platform/usecases/actor.js'
import { vorgangSehen } from '../../../akte/akten/index.js'
import { eingangAnsehen } from '../../../akte/eingang/ansehen/query.js'
import { eingaengeVon } from '../../../akte/eingang/index.js'
import { eingangsliste } from '../../../akte/eingang/uebersicht/query.js'
import { aufgabeErledigen, aufgabeUebernehmen, aufgabeZuweisen } from '../../../grundlagen/aufgaben/index.js'
import { arbeitsliste } from '../../../grundlagen/aufgaben/arbeitsliste/query.js'
import { alleEinheiten, vertretungEinrichten } from '../../../grundlagen/organisation/index.js'
import { finden } from '../../../grundlagen/suche/index.js'
import { antragByNummer } from '../../antraege/index.js'
import { beschaeftigt, marktantrag, marktstadt, offene } from '../../beteiligung/testmarkt.js'
import { befangenheitErklaeren, vorgangUebergeben } from '../index.js'
import { uebergabeAnsehen } from '../uebergeben/command.js'

const { app, ownerUrl, settle } = await testApp()
let sommer: Actor
let thal: Actor
let lenz: Actor
before(async () => {
  await marktstadt(app, musterstadt)
  ;[sommer, thal, lenz] = await Promise.all(['s.sommer', 't.thal', 'l.lenz'].map((kennung) => beschaeftigt(app, musterstadt, kennung))) as [Actor, Actor, Actor]
})

test('who is partial sees the Vorgang no more, loses its tasks and gets none again, also not as a deputy', async () => {
  const fall = await marktantrag(app, musterstadt, { titel: 'Nachbarschaftsmarkt' })
  await settle()
  const [pruefen] = await offene(app, musterstadt, fall.vorgangId, 'antrag.pruefen')
  const aufgabeId = pruefen?.id ?? ''
  await app.execute(sommer, aufgabeUebernehmen, { aufgabeId })
  await assert.rejects(app.execute(sommer, befangenheitErklaeren, { vorgangId: fall.vorgangId, art: 'laune', grund: '' }), Invalid)
  await app.execute(sommer, befangenheitErklaeren, { vorgangId: fall.vorgangId, art: 'vorteil', grund: 'Ich wohne am Marktplatz.' })
  await assert.rejects(app.ask(sommer, vorgangSehen, { nummer: fall.vorgangsnummer }), NotFound)
  await assert.rejects(app.execute(sommer, befangenheitErklaeren, { vorgangId: fall.vorgangId, art: 'vorteil', grund: '' }), NotFound)
  assert.ok(!JSON.stringify((await app.ask(sommer, finden, { q: fall.vorgangsnummer })).treffer).includes(fall.vorgangsnummer))
  const [eingang] = await app.db.withMandant(musterstadt, (tx) => eingaengeVon(tx, fall.vorgangId))
  const imBuch = async (wer: Actor) => (await app.ask(wer, eingangsliste, { filter: {} })).zeilen.some(({ id }) => id === eingang?.id)
  assert.deepEqual([await imBuch(sommer), await imBuch(thal)], [false, true])
  const gefunden = async (wer: Actor) => JSON.stringify((await app.ask(wer, finden, { q: eingang?.nummer ?? '' })).treffer).includes(eingang?.id ?? '')
  assert.deepEqual([await gefunden(sommer), await gefunden(thal)], [false, true])
  await assert.rejects(app.ask(sommer, eingangAnsehen, { eingangId: eingang?.id ?? '' }), NotFound)
  assert.deepEqual((await app.ask(sommer, arbeitsliste, { ansicht: 'fuer-mich', sortierung: 'frist' } as never)).zeilen.filter(({ vorgangId }) => vorgangId === fall.vorgangId), [])
  const offen = await offene(app, musterstadt, fall.vorgangId)
  assert.deepEqual(offen.map(({ titel, zugewiesenAn, ausgeschlossen }) => [titel, zugewiesenAn, ausgeschlossen.includes(sommer.id)]), [['Antrag prüfen', null, true], ['Wegen Befangenheit neu zuweisen', null, true]])
  // The lead hands it to somebody else; back to the one who is partial is refused.
  await assert.rejects(app.execute(lenz, aufgabeZuweisen, { aufgabeId, kontoId: sommer.id }), Invalid)
  await app.execute(lenz, aufgabeZuweisen, { aufgabeId, kontoId: thal.id })
  await app.execute(thal, aufgabeErledigen, { aufgabeId, ergebnis: 'ablehnen', vermerk: 'Zu eng.' })
  const [entwerfen] = await offene(app, musterstadt, fall.vorgangId, 'bescheid.entwerfen')
  assert.ok(entwerfen?.ausgeschlossen.includes(sommer.id))
  const heute = app.clock.today().toString()
  await app.execute(thal, vertretungEinrichten, { vertretenerId: thal.id, vertreterId: sommer.id, von: heute, bis: heute, grund: 'Urlaub' })
  await assert.rejects(app.execute(await beschaeftigt(app, musterstadt, 's.sommer'), aufgabeUebernehmen, { aufgabeId: entwerfen?.id ?? '' }))
})

test('the book of Eingänge shows full pages, however much of it is left out for who is partial', async () => {
  const fall = await marktantrag(app, musterstadt, { titel: 'Lichtermarkt' })
  await settle()
  const buch = async (vor?: string) => app.ask(sommer, eingangsliste, { filter: {}, ...(vor ? { vor } : {}) })
  await app.execute(sommer, befangenheitErklaeren, { vorgangId: fall.vorgangId, art: 'vorteil', grund: 'Mein Stand.' })
  const [eingang] = await app.db.withMandant(musterstadt, (tx) => eingaengeVon(tx, fall.vorgangId))
  const vorher = (await buch()).zeilen.length
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  // 120 of the Vorgang, which are left out, between and before 60 of none.
  await owner.query(`insert into eingang.eingang select (jsonb_populate_record(e, jsonb_build_object('id', uuidv7(), 'lfd', 5000 + nr, 'transport_id', null)
    || case when nr % 10 < 8 and nr <= 150 then '{}' else '{"vorgang_id": null, "status": "neu"}'::jsonb end)).* from eingang.eingang e cross join generate_series(1, 180) nr where e.id = $1`, [eingang?.id])
  await owner.end()
  const erste = await buch()
  assert.equal(erste.zeilen.length, 50)
  const zweite = await buch(erste.weiter)
  assert.deepEqual([zweite.zeilen.length, zweite.weiter], [60 + vorher - 50, undefined])
  assert.equal(new Set([...erste.zeilen, ...zweite.zeilen].map(({ id }) => id)).size, 60 + vorher)
  assert.ok([...erste.zeilen, ...zweite.zeilen].every(({ vorgangId }) => vorgangId !== fall.vorgangId))
})

test('another unit: the Vorgang, its tasks and what comes later go there, with the reason; the former unit sees it no more', async () => {
  const fall = await marktantrag(app, musterstadt)
  await settle()
  const einheiten = await app.db.withMandant(musterstadt, (tx) => alleEinheiten(tx, app.clock.today()))
  const ordnung = einheiten.find(({ kuerzel }) => kuerzel === '32.2')
  const geben = (actor: Actor, einheitId = ordnung?.id ?? '') => app.execute(actor, vorgangUebergeben, { vorgangId: fall.vorgangId, einheitId, grund: 'Keine Straße betroffen.' })
  await assert.rejects(geben(sommer))
  await assert.rejects(geben(lenz, fall.vorgangId), Invalid)
  assert.ok((await app.ask(lenz, uebergabeAnsehen, { nummer: fall.vorgangsnummer })).einheiten.some(({ id }) => id === ordnung?.id))
  await geben(lenz)
  await settle()
  const gruen = await beschaeftigt(app, musterstadt, 'g.gruen')
  assert.equal((await app.ask(gruen, vorgangSehen, { nummer: fall.vorgangsnummer })).einheitId, ordnung?.id)
  await assert.rejects(app.ask(sommer, vorgangSehen, { nummer: fall.vorgangsnummer }), NotFound)
  const [eingang] = await app.db.withMandant(musterstadt, (tx) => eingaengeVon(tx, fall.vorgangId))
  assert.equal((await app.ask(gruen, eingangAnsehen, { eingangId: eingang?.id ?? '' })).weg.at(-1)?.grund, 'Keine Straße betroffen.')
  await assert.rejects(app.ask(sommer, eingangAnsehen, { eingangId: eingang?.id ?? '' }), NotFound)
  const [pruefen] = await offene(app, musterstadt, fall.vorgangId, 'antrag.pruefen')
  await app.execute(gruen, aufgabeErledigen, { aufgabeId: pruefen?.id ?? '', ergebnis: 'genehmigen' })
  assert.deepEqual((await offene(app, musterstadt, fall.vorgangId)).map(({ einheitId }) => einheitId), [ordnung?.id])
  assert.equal((await app.db.withMandant(musterstadt, (tx) => antragByNummer(tx, fall.vorgangsnummer)))?.einheitId, ordnung?.id)
})
