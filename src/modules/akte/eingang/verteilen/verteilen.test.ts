import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, personalActor, testApp } from '../../../../../test/app.js'
import { testWeb } from '../../../../../test/web.js'
import { Conflict, Forbidden, NotFound } from '../../../../platform/errors.js'
import { dokumenteVon, formatVorgangsnummer } from '../../akten/index.js'
import { alsSystem, demo, ladeDemostadt, testDatei, testVorgang } from '../../akten/testdaten.js'
import { eingangAblegen, eingangById, eingangErfassen, eingangErledigen, eingangRegistrieren, eingangVerteilen, eingangZurueckgeben, verteilungVon, type NeuerEingang } from '../index.js'
import { anhangLesen, eingangAnsehen } from '../ansehen/query.js'
import { eingangsexport, eingangsliste } from '../uebersicht/query.js'

const { app } = await testApp({ worker: false })
await ladeDemostadt(app, musterstadt)
const web = await testWeb(app)
const als = async (kontoId: string) => { const besucher = web.besucher(); await besucher.mitSitzung('personal', kontoId, musterstadt); return besucher }
const [post, sommer] = [await als(demo.post), await als(demo.sommer)]
const poststelle = personalActor(['eingang.lesen', 'eingang.verteilen'])
const imVerkehr = personalActor(['eingang.lesen', 'dokument.ablegen', 'vorgang.lesen'], { einheiten: [demo.strassenverkehr] })
const brief: NeuerEingang = { kanal: 'post', betreff: 'Anwohnerparken', absender: { name: '=cmd|Muster' }, inhalt: { art: 'brief', daten: { notiz: 'Bitte <b>prüfen</b>', liste: ['eins', 'zwei'], leer: null } }, anhaenge: [{ ...testDatei('a'), pruefstatus: 'sauber' }] }
const registriere = (weiteres: Partial<NeuerEingang> = {}) => alsSystem(app, musterstadt, (ctx) => eingangRegistrieren(ctx, { ...brief, ...weiteres }))
const lies = (id: string) => app.db.withMandant(musterstadt, (tx) => eingangById(tx, id))
const liste = async (actor: typeof imVerkehr, filter: Parameters<typeof eingangsliste.run>[1]['filter'] = {}) => (await app.ask(actor, eingangsliste, { filter })).zeilen.map((zeile) => zeile.id)

test('the central desk distributes; units see only theirs; every hop stays (D2-05)', async () => {
  const { eingangId } = await registriere()
  assert.deepEqual(await liste(imVerkehr), [])
  await assert.rejects(app.ask(imVerkehr, eingangAnsehen, { eingangId }), NotFound)
  await assert.rejects(app.execute(imVerkehr, eingangVerteilen, { eingangId, einheitId: demo.finanzen }), NotFound)
  await app.execute(poststelle, eingangVerteilen, { eingangId, einheitId: demo.strassenverkehr })
  await app.execute(poststelle, eingangVerteilen, { eingangId, einheitId: demo.strassenverkehr })
  assert.deepEqual(await liste(imVerkehr), [eingangId])
  await assert.rejects(app.execute(imVerkehr, eingangErledigen, { eingangId, grund: 'x' }), Forbidden)
  await app.execute(imVerkehr, eingangZurueckgeben, { eingangId, grund: 'Gehört zu den Finanzen' })
  assert.deepEqual(await liste(imVerkehr), [])
  await app.execute(poststelle, eingangErledigen, { eingangId, grund: 'Werbung' })
  assert.deepEqual((await app.db.withMandant(musterstadt, (tx) => verteilungVon(tx, eingangId))).map((schritt) => schritt.art), ['verteilt', 'zurueckgegeben', 'erledigt'])
  await assert.rejects(app.execute(poststelle, eingangVerteilen, { eingangId, einheitId: demo.finanzen }), Conflict)
})

test('filed in a Vorgang with its attachments; a number of others is like none (D2-03)', async () => {
  const eigener = await testVorgang(app, musterstadt, { einheitId: demo.strassenverkehr })
  const fremder = await testVorgang(app, musterstadt, { einheitId: demo.finanzen })
  const { eingangId } = await registriere({ einheitId: demo.strassenverkehr })
  const texte: (string | undefined)[] = []
  for (const vorgangsnummer of [fremder.vorgangsnummer, formatVorgangsnummer({ kuerzel: 'MS', jahr: 2026, lfd: 999_999 }), 'quatsch']) {
    await assert.rejects(app.execute(imVerkehr, eingangAblegen, { eingangId, vorgangsnummer }), (error: { status?: number; felder?: { text: string }[] }) => { texte.push(error.felder?.[0]?.text); return error.status === 422 })
  }
  assert.equal(texte[0], texte[1])
  await app.execute(imVerkehr, eingangAblegen, { eingangId, vorgangsnummer: eigener.vorgangsnummer.toLowerCase().replaceAll('-', ' ') })
  assert.equal((await lies(eingangId))?.vorgangId, eigener.vorgangId)
  const [dokument] = await app.db.withMandant(musterstadt, (tx) => dokumenteVon(tx, eigener.vorgangId))
  assert.deepEqual([dokument?.richtung, dokument?.absender, dokument?.datei.sha256], ['eingang', '=cmd|Muster', 'a'.repeat(64)])
})

test('filters; the export defuses formulas and logs the access', async () => {
  const { eingangId, nummer } = await registriere({ kanal: 'email', betreff: 'Widerspruch Gebührenbescheid', einheitId: demo.finanzen })
  assert.deepEqual(await liste(poststelle, { text: 'gebuehrenbescheid' }), [eingangId])
  assert.deepEqual(await liste(poststelle, { text: nummer }), [eingangId])
  assert.deepEqual(await liste(poststelle, { kanal: 'email', status: 'neu', einheitId: demo.finanzen, von: '2020-01-01' }), [eingangId])
  assert.deepEqual(await liste(poststelle, { bis: '2020-01-01' }), [])
  assert.ok((await app.ask(poststelle, eingangsexport, { filter: {} })).length >= 3)
  const csv = await post.get('/arbeitsplatz/eingaenge/export.csv?kanal=post&von=2026-02-31')
  assert.match(csv.headers.get('content-type') ?? '', /text\/csv/)
  assert.match(csv.html, /'=cmd\|Muster/)
  await assert.rejects(app.ask(imVerkehr, anhangLesen, { eingangId, lfd: 1 }), NotFound)
})

test('registered, distributed and looked at in the browser; content is text, never markup', async () => {
  const erfasst = await post.senden('/arbeitsplatz/eingaenge/neu', { kanal: 'post', absender: 'Ö. Müller', betreff: 'Brief wegen Parkplatz', notiz: '<script>', einheitId: '', datei: new File(['Scan'], 'scan.txt') })
  assert.equal(erfasst.status, 303, erfasst.html.slice(0, 2000))
  const pfad = erfasst.location ?? ''
  const seite = await post.get(pfad)
  assert.match(seite.html, /&lt;script>|&lt;script&gt;/)
  assert.equal((await post.get(`${pfad}/anhang/1`)).html, 'Scan')
  assert.equal((await post.senden(pfad, { einheitId: '' }, `${pfad}/verteilen`)).status, 422)
  assert.equal((await sommer.get(pfad)).status, 404)
  assert.equal((await post.senden(pfad, { einheitId: demo.strassenverkehr }, `${pfad}/verteilen`)).status, 303)
  const falsch = await sommer.senden(pfad, { vorgangsnummer: 'MS-1' }, `${pfad}/ablegen`)
  assert.equal(falsch.status, 422)
  assert.match(falsch.html, /value="MS-1"/)
  assert.equal((await sommer.senden(pfad, { grund: '' }, `${pfad}/zurueckgeben`)).status, 422)
  for (const weg of ['/arbeitsplatz/eingaenge/x', '/arbeitsplatz/eingaenge/01900000-0000-7000-8000-00000000ffff', `${pfad}/anhang/7`]) assert.equal((await post.get(weg)).status, 404, weg)
  assert.match((await sommer.get('/arbeitsplatz/eingaenge?text=parkplatz')).html, /Brief wegen Parkplatz/)
  await assert.rejects(app.execute(imVerkehr, eingangErfassen, { kanal: 'post', absender: 'x', betreff: 'y', anhaenge: [] }), Forbidden)
})
