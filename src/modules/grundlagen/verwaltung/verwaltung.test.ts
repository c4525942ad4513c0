import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { sql } from 'kysely'
import { musterstadt, testApp } from '../../../../test/app.js'
import { testWeb } from '../../../../test/web.js'
import { openDatabase } from '../../../platform/database/database.js'
import { setSpeichergrenze } from '../../../platform/tenancy/mandanten.js'
import { seed as kontenSeed } from '../konten/seed.js'
import { findEinheitByKuerzel } from '../organisation/index.js'
import { seed as organisationSeed } from '../organisation/seed.js'
import { rechteauskunft } from './auskunft.js'
import { seed } from './seed.js'
import { profilAendern } from './stadt/command.js'

const { app, ownerUrl } = await testApp({ worker: false })
const { besucher } = await testWeb(app)
for (const one of [organisationSeed, kontenSeed, seed]) await one(app, musterstadt, 'musterstadt')
const [admin, sachbearbeiterin] = ['01900000-0000-7000-8000-00000000a005', '01900000-0000-7000-8000-00000000a001']
const alex = besucher()
await alex.mitSitzung('personal', admin, musterstadt)

test('an administrator adds a unit, a role, gives it to a person, and reads it all in the log', async () => {
  const einheit = await alex.senden('/verwaltung/einheiten/neu', { kuerzel: '61', name: 'Stadtplanung' })
  assert.equal(einheit.status, 303)
  assert.match((await alex.get('/verwaltung/einheiten')).html, /61 Stadtplanung/)
  const rolle = await alex.senden('/verwaltung/rollen/neu', { schluessel: 'planung', name: 'Planung', beschreibung: '', stufe: '1', rechte: ['organisation.verwalten'] })
  assert.equal(rolle.status, 303)
  const zuweisung = await alex.senden(`/verwaltung/benutzer/${sachbearbeiterin}/rollen`, { rolle: 'planung', einheitId: '', 'von.tag': '', 'von.monat': '', 'von.jahr': '' })
  assert.equal(zuweisung.status, 303, zuweisung.html)
  assert.match((await alex.get('/verwaltung/protokoll')).html, /hat Sabine Sommer die Rolle „planung“ ab .* gegeben/)
  assert.deepEqual((await rechteauskunft.darf(app, musterstadt, 's.sommer', 'organisation.verwalten')).allowed, true)
})

test('wrong input is said at its field and nothing that was typed is lost', async () => {
  const doppelt = await alex.senden('/verwaltung/einheiten/neu', { kuerzel: '61', name: 'Noch einmal' })
  assert.equal(doppelt.status, 422)
  assert.match(doppelt.html, /schon vergeben/)
  assert.match(doppelt.html, /value="Noch einmal"/)
  const datum = await alex.senden(`/verwaltung/benutzer/${sachbearbeiterin}/rollen`, { rolle: 'planung', 'von.tag': '31', 'von.monat': '2', 'von.jahr': '2026' })
  assert.equal(datum.status, 422)
})

test('a unit is renamed, moved, closed and opened again; what it was stays readable, and a circle is refused', async () => {
  const anlegen = async (kuerzel: string, name: string, oberId = '') => {
    assert.equal((await alex.senden('/verwaltung/einheiten/neu', { kuerzel, name, oberId })).status, 303)
    return (await app.db.withMandant(musterstadt, (tx) => findEinheitByKuerzel(tx, kuerzel)))?.id ?? ''
  }
  const felder = { telefon: '', email: '', anschrift: '' }
  const oben = await anlegen('70', 'Umwelt')
  const team = await anlegen('70.1', 'Abfall', oben)
  const ohneGrund = await alex.senden(`/verwaltung/einheiten/${team}`, { ...felder, kuerzel: '70.1', name: 'Abfall und Reinigung', oberId: oben, grund: '' })
  assert.equal(ohneGrund.status, 422)
  const geaendert = await alex.senden(`/verwaltung/einheiten/${team}`, { ...felder, kuerzel: '70.1', name: 'Abfall und Reinigung', oberId: oben, grund: 'Neuer Organisationsplan' })
  assert.equal(geaendert.status, 303, geaendert.html)
  assert.match((await alex.get(`/verwaltung/einheiten/${team}`)).html, /70\.1 Abfall<\/.*Neuer Organisationsplan/s)
  const kreis = await alex.senden(`/verwaltung/einheiten/${oben}`, { ...felder, kuerzel: '70', name: 'Umwelt', oberId: team, grund: 'x' })
  assert.equal(kreis.status, 422)
  assert.match(kreis.html, /liegt selbst unter der Einheit/)

  const heute = app.clock.today()
  const am = (tag: Temporal.PlainDate) => ({ 'am.tag': String(tag.day), 'am.monat': String(tag.month), 'am.jahr': String(tag.year) })
  const nochWasDarunter = await alex.senden(`/verwaltung/einheiten/${oben}/schliessen`, { ...am(heute), grund: 'Aufgelöst' })
  assert.equal(nochWasDarunter.status, 409)
  assert.match(nochWasDarunter.html, /70\.1 Abfall und Reinigung liegt noch darunter/)
  assert.equal((await alex.senden(`/verwaltung/benutzer/${sachbearbeiterin}/rollen`, { rolle: 'sachbearbeitung', einheitId: team })).status, 303)
  const ohneBestaetigung = await alex.senden(`/verwaltung/einheiten/${team}/schliessen`, { ...am(heute), grund: 'Aufgelöst' })
  assert.equal(ohneBestaetigung.status, 422)
  const geschlossen = await alex.senden(`/verwaltung/einheiten/${team}/schliessen`, { ...am(heute), grund: 'Aufgelöst', rollenBeenden: 'ja' })
  assert.equal(geschlossen.status, 303, geschlossen.html)
  await app.clock.set(heute.add({ days: 1 }).toZonedDateTime('Europe/Berlin').add({ hours: 9 }).toInstant())
  await alex.mitSitzung('personal', admin, musterstadt)
  assert.doesNotMatch((await alex.get('/verwaltung/einheiten')).html, /70\.1/)
  assert.match((await alex.get('/verwaltung/einheiten?alle=1')).html, /70\.1.*geschlossen/s)
  const wieder = await alex.senden(`/verwaltung/einheiten/${team}/oeffnen`, { grund: 'Doch nicht' })
  assert.equal(wieder.status, 303, wieder.html)
  assert.match((await alex.get('/verwaltung/einheiten')).html, /70\.1/)
  await app.clock.set('echt')
  await alex.mitSitzung('personal', admin, musterstadt)
  assert.equal((await alex.get('/verwaltung/einheiten/01900000-0000-7000-8000-00000000ffff')).status, 404)
})

test('who may not administer is told so; who is not signed in is sent to sign in', async () => {
  const sabine = besucher()
  await sabine.mitSitzung('personal', '01900000-0000-7000-8000-00000000a006', musterstadt)
  assert.equal((await sabine.get('/verwaltung/einheiten')).status, 403)
  const niemand = await besucher().get('/verwaltung/einheiten')
  assert.deepEqual([niemand.status, niemand.location?.split('?')[0]], [303, '/arbeitsplatz/anmelden'])
})

test('an unknown person or a broken id is 404', async () => {
  for (const id of ['01900000-0000-7000-8000-00000000ffff', 'kein-id', '../../etc']) assert.equal((await alex.get(`/verwaltung/benutzer/${encodeURIComponent(id)}/rollen`)).status, 404)
})

test('the log is asked by person, object, event and time; it says things in German with a link to the object', async () => {
  const [pfad, heute] = ['/verwaltung/protokoll', app.clock.today()]
  const [alle, fremd] = [(await alex.get(`${pfad}?wer=a.admin`)).html, (await alex.get(`${pfad}?wer=r.revision`)).html]
  assert.match(alle, /Alex Adler/)
  assert.match(fremd, /Nichts gefunden/)
  const rolle = (await alex.get(`${pfad}?objekt=planung`)).html
  assert.match(rolle, /<a href="\/verwaltung\/rollen\/planung">Rolle Planung<\/a>/)
  assert.doesNotMatch(rolle, /Stadtplanung|hat die Einheit/)
  const nurEinheiten = (await alex.get(`${pfad}?typ=${encodeURIComponent('organisation.einheit.angelegt/1')}`)).html
  assert.match(nurEinheiten, /hat die Einheit 61 angelegt/)
  assert.doesNotMatch(nurEinheiten, /hat die Rolle/)
  assert.match((await alex.get(`${pfad}?bis=${heute.subtract({ days: 1 })}`)).html, /Nichts gefunden/)
  assert.match((await alex.get(`${pfad}?von=${heute}&bis=${heute}&objekt=61`)).html, /Einheit 61/)
  for (const unsinn of ['von=2026-02-31', 'vor=x', 'typ=x', 'objekt=%00', 'wer=%25']) assert.ok((await alex.get(`${pfad}?${unsinn}`)).status < 500, unsinn)
})

test('the audit reads the log and nothing else; that it was read is on record', async () => {
  const renate = besucher()
  await renate.mitSitzung('personal', '01900000-0000-7000-8000-00000000a006', musterstadt)
  const html = (await renate.get('/verwaltung/protokoll?objekt=61')).html
  assert.match(html, /Einheit 61/)
  assert.doesNotMatch(html, /href="\/verwaltung\/einheiten\//, 'no link where it may not follow')
  const gelesen = await app.db.withMandant(musterstadt, (tx) => sql<{ objekt: string }>`select objekt from platform.zugriff where abfrage = 'verwaltung.protokollLesen' and akteur_id = '01900000-0000-7000-8000-00000000a006'`.execute(tx))
  assert.deepEqual(gelesen.rows.map(({ objekt }) => objekt), ['protokoll::61'])
})

test('the log as CSV cannot carry a formula', async () => {
  assert.equal((await alex.senden('/verwaltung/einheiten/neu', { kuerzel: '62', name: 'Vermessung' })).status, 303)
  const id = (await app.db.withMandant(musterstadt, (tx) => findEinheitByKuerzel(tx, '62')))?.id ?? ''
  assert.equal((await alex.senden(`/verwaltung/einheiten/${id}`, { kuerzel: '62', name: 'Vermessung und Kataster', oberId: '', telefon: '', email: '', anschrift: '', grund: '=HYPERLINK("http://x")' })).status, 303)
  const csv = await alex.get('/verwaltung/protokoll.csv?objekt=62')
  assert.match(csv.headers.get('content-type') ?? '', /text\/csv/)
  assert.match(csv.html, /hat die Einheit 62 geändert: name/)
  assert.doesNotMatch(csv.html, /(^|[;"])=HYPERLINK/m)
  assert.ok(csv.html.split('\n').every((zeile) => !/^[=+@-]/.test(zeile)))
})

test('the profile of the town is changed by its administrator and shows at once', async () => {
  const actor = { art: 'personal' as const, mandantId: musterstadt, id: admin, name: 'x', stufe: 0, zuweisungen: [{ rolle: 'x', rechte: new Set(['mandant.verwalten']) }] }
  await assert.rejects(app.execute(actor, profilAendern, { claim: '', land: 'XX', ags: '', behoerde: 'Der Bürgermeister', telefon: '1', email: 'kaputt', anschrift: [], oeffnungszeiten: [] }), /prüfen/)
  const gespeichert = await alex.senden('/verwaltung/stadt', { behoerde: 'Der Bürgermeister', claim: 'Neu', anschrift: 'Rathausplatz 2\n45999 Musterstadt', telefon: '02999 1', email: 'rathaus@musterstadt.example', oeffnungszeiten: '', land: 'NW', ags: '05999001' })
  assert.equal(gespeichert.status, 303, gespeichert.html)
  assert.deepEqual(app.mandanten.byId(musterstadt)?.profil.anschrift, ['Rathausplatz 2', '45999 Musterstadt'])
})

test('a substitution is entered by the person who will be away', async () => {
  const sabine = besucher()
  await sabine.mitSitzung('personal', sachbearbeiterin, musterstadt)
  const { year } = app.clock.today()
  const eingetragen = await sabine.senden('/arbeitsplatz/vertretungen', { vertretenerId: sachbearbeiterin, vertreterId: '01900000-0000-7000-8000-00000000a002', 'von.tag': '1', 'von.monat': '7', 'von.jahr': String(year + 1), 'bis.tag': '14', 'bis.monat': '7', 'bis.jahr': String(year + 1), grund: 'Urlaub' })
  assert.equal(eingetragen.status, 303, eingetragen.html)
  assert.match((await sabine.get('/arbeitsplatz/vertretungen')).html, /Tarik Thal/)
})

test('a substitute switches openly; the header says so, and the switch back takes the rights away', async () => {
  const { year, month, day } = app.clock.today()
  const [lenz, thal] = ['01900000-0000-7000-8000-00000000a003', '01900000-0000-7000-8000-00000000a002']
  const datum = (name: string) => ({ [`${name}.tag`]: String(day), [`${name}.monat`]: String(month), [`${name}.jahr`]: String(year) })
  assert.equal((await alex.senden('/arbeitsplatz/vertretungen', { vertretenerId: lenz, vertreterId: thal, ...datum('von'), ...datum('bis'), grund: 'Krank' })).status, 303)
  const tarik = besucher()
  await tarik.mitSitzung('personal', thal, musterstadt)
  assert.equal((await tarik.post('/arbeitsplatz/vertretungen/handeln', new URLSearchParams({ vertretenerId: lenz }))).status, 403, 'without the form token')
  const an = await tarik.senden('/arbeitsplatz/vertretungen', { vertretenerId: lenz }, '/arbeitsplatz/vertretungen/handeln')
  assert.equal(an.status, 303, an.html)
  assert.match((await tarik.get('/arbeitsplatz/vertretungen')).html, /Lena Lenz/)
  assert.match((await tarik.get('/arbeitsplatz/vertretungen')).html, /Sie arbeiten gerade in Vertretung/)
  const fremd = await tarik.senden('/arbeitsplatz/vertretungen', { vertretenerId: admin }, '/arbeitsplatz/vertretungen/handeln')
  assert.equal(fremd.status, 404)
  await tarik.senden('/arbeitsplatz/vertretungen', { vertretenerId: '' }, '/arbeitsplatz/vertretungen/handeln')
  assert.doesNotMatch((await tarik.get('/arbeitsplatz/vertretungen')).html, /Sie arbeiten gerade in Vertretung/)
})

test('who administers the town hears that its storage is nearly full', async () => {
  assert.doesNotMatch((await alex.get('/verwaltung')).html, /Speicherplatz/)
  const owner = openDatabase({ url: ownerUrl, max: 1 })
  await app.blobs.put(musterstadt, Readable.from([Buffer.alloc(950_000)]), { maxBytes: 1e6 })
  await setSpeichergrenze(owner, 'musterstadt', 1e6)
  await app.mandanten.reload()
  assert.match((await alex.get('/verwaltung')).html, /Der Speicherplatz ist bald voll[\s\S]*von 1.MB/)
  assert.match((await besucher().get('/metrics')).html, /stadtkern_speicher_bytes\{mandant="musterstadt",was="grenze"\} 1000000/)
  await setSpeichergrenze(owner, 'musterstadt', null)
  await owner.close()
})
