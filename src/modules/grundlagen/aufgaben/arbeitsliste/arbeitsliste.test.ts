import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { musterstadt, testApp } from '../../../../../test/app.js'
import { testWeb } from '../../../../../test/web.js'
import { newId } from '../../../../platform/time/index.js'
import type { Actor } from '../../../../platform/usecases/actor.js'
import { systemActor } from '../../../../platform/usecases/actor.js'
import { openContext } from '../../../../platform/usecases/execute.js'
import { aufgabeAnlegen, aufgabeById, aufgabenZuweisen, aufgabeUebernehmen, type NeueAufgabe } from '../index.js'
import { adresse, liesFilter, type Listenfilter } from './filter.js'
import { arbeitsliste, SEITE } from './query.js'

const { app } = await testApp({ worker: false })
for (const name of ['organisation', 'konten', 'verwaltung']) await app.module.find((modul) => modul.name === name)?.seed?.(app, musterstadt, 'musterstadt')
const [sommer, thal, lenz, post] = ['a001', 'a002', 'a003', 'a004'].map((ende) => `01900000-0000-7000-8000-00000000${ende}`) as [string, string, string, string]
const [strassenverkehr, ordnung, finanzen] = ['e321', 'e032', 'e020'].map((ende) => `01900000-0000-7000-8000-00000000${ende}`) as [string, string, string]
const heute = app.clock.today()

const neu = (weiteres: Partial<NeueAufgabe> = {}): Promise<string> => app.db.withMandant(musterstadt, async (tx) => {
  const { ctx, finish } = openContext(app, tx, systemActor(musterstadt, 'test'), 'test.neu')
  const { aufgabeId } = await aufgabeAnlegen(ctx, { einheitId: strassenverkehr, gruppe: 'sachbearbeitung', titel: 'Antrag prüfen', maske: 'allgemein', kontext: { betreff: 'Bewohnerparkausweis', vorgangsnummer: 'MS-2026-000001-1', person: 'Erika Muster' }, ...weiteres })
  await finish()
  return aufgabeId
})
const rolle = (name: string, einheiten: string[] | undefined, rechte = ['aufgabe.bearbeiten'], vertretungFuer?: string) =>
  ({ rolle: name, rechte: new Set(rechte), ...(einheiten ? { einheiten: new Set(einheiten) } : {}), ...(vertretungFuer ? { vertretungFuer } : {}) })
const person = (id: string, zuweisungen: Actor['zuweisungen'], fuer?: string): Actor => ({ art: 'personal', mandantId: musterstadt, id, name: 'x', stufe: 1, zuweisungen, ...(fuer ? { fuer } : {}) })
const wieSommer = person(sommer, [rolle('sachbearbeitung', [strassenverkehr])])
const liste = async (actor: Actor, filter: Partial<Listenfilter> = {}) => app.ask(actor, arbeitsliste, { ansicht: 'fuer-mich', sortierung: 'frist', ...filter })
const ids = async (actor: Actor, filter: Partial<Listenfilter> = {}) => (await liste(actor, filter)).zeilen.map(({ id }) => id)

const frei = await neu({ faelligAm: heute.add({ days: 30 }) })
const ueberfaellig = await neu({ faelligAm: heute.subtract({ days: 2 }), titel: 'Bescheid entwerfen', kontext: { betreff: 'Sondernutzung', vorgangsnummer: 'MS-2026-000002-2', person: 'Deniz Yılmaz' } })
const ohneFrist = await neu({ kontext: { betreff: '100% Auskunft' } })
const heuteFaellig = await neu({ faelligAm: heute })
const andereGruppe = await neu({ gruppe: 'teamleitung', titel: 'Bescheid mitzeichnen' })
const andereEinheit = await neu({ einheitId: finanzen })
const ausgeschlossen = await neu({ ausgeschlossen: [sommer], titel: 'Gegenlesen' })
const geschuetzt = await neu({ stufe: 2 })
const beiThal = await neu({ titel: 'Rückfrage' })
await app.execute(person(thal, [rolle('sachbearbeitung', [strassenverkehr])]), aufgabeUebernehmen, { aufgabeId: beiThal })

test('one sees own and free tasks of the own groups, by deadline, those without one last; nothing of other groups, units and levels', async () => {
  assert.deepEqual(await ids(wieSommer), [ueberfaellig, heuteFaellig, frei, ohneFrist])
  assert.deepEqual(new Set(await ids(wieSommer, { ansicht: 'alle' })), new Set([ueberfaellig, heuteFaellig, frei, ohneFrist, ausgeschlossen, beiThal]))
  const { anzahl } = await liste(wieSommer)
  assert.deepEqual(anzahl, { 'fuer-mich': 4, meine: 0, frei: 4, alle: 6, ueberfaellig: 1, heute: 1, woche: 1 })
  assert.deepEqual(await ids(person(newId(), [])), [])
  assert.deepEqual(await ids(person(newId(), [rolle('sachbearbeitung', [finanzen])])), [andereEinheit])
})

test('taken over it is mine and no longer free for others; assigned outside of my groups it is mine too', async () => {
  await app.execute(wieSommer, aufgabeUebernehmen, { aufgabeId: frei })
  assert.deepEqual(await ids(wieSommer, { ansicht: 'meine' }), [frei])
  assert.ok((await ids(wieSommer)).includes(frei))
  assert.ok(!(await ids(person(newId(), [rolle('sachbearbeitung', [strassenverkehr])]))).includes(frei))
  assert.deepEqual(await ids(person(sommer, [rolle('poststelle', undefined)]), { ansicht: 'meine' }), [frei])
})

test('who may hand out tasks sees all groups of the unit; a whole-town role needs no list of units', async () => {
  const leitung = person(lenz, [rolle('teamleitung', [ordnung, strassenverkehr], ['aufgabe.bearbeiten', 'aufgabe.zuweisen'])])
  assert.deepEqual(await ids(leitung), [andereGruppe])
  const alle = await ids(leitung, { ansicht: 'alle' })
  assert.equal(alle.length, 7)
  assert.ok(!alle.includes(geschuetzt) && !alle.includes(andereEinheit))
  assert.equal((await ids(person(newId(), [rolle('sachbearbeitung', undefined)]), { ansicht: 'alle' })).length, 7)
})

test('a substitute sees the tasks of the absent person marked, and the own ones unmarked', async () => {
  const vertretung = person(post, [rolle('poststelle', undefined), rolle('sachbearbeitung', [strassenverkehr], ['aufgabe.bearbeiten'], sommer)], sommer)
  const { zeilen } = await liste(vertretung)
  assert.deepEqual([...new Set(zeilen.map(({ vertretungFuer }) => vertretungFuer))], [sommer])
  assert.ok(zeilen.some(({ id }) => id === frei), 'also what the absent person has taken over')
})

test('filters: due, kind, text in number, subject and person; signs of patterns mean themselves', async () => {
  assert.deepEqual(await ids(wieSommer, { faellig: 'ueberfaellig' }), [ueberfaellig])
  assert.deepEqual(await ids(wieSommer, { faellig: 'heute' }), [heuteFaellig])
  assert.deepEqual(await ids(wieSommer, { art: 'Bescheid entwerfen' }), [ueberfaellig])
  for (const q of ['000002', 'sondernutz', 'YILMAZ'.toLowerCase().replace('i', 'ı')]) assert.deepEqual(await ids(wieSommer, { q }), [ueberfaellig], q)
  assert.deepEqual(await ids(wieSommer, { q: '100%' }), [ohneFrist])
  assert.deepEqual(await ids(wieSommer, { q: '%' }), [ohneFrist])
  assert.deepEqual(await ids(wieSommer, { sortierung: 'alter' }), [frei, ueberfaellig, ohneFrist, heuteFaellig].toSorted())
})

test('a rare word and a common word find the same by different ways, page by page, and nothing that the person may not see', async () => {
  const suchwort = 'Quarkstraße'
  const neue = []
  for (const tag of [5, 3, 9, 3]) neue.push(await neu({ faelligAm: heute.add({ days: tag }), kontext: { betreff: `Ortstermin ${suchwort} 7_a`, person: 'O\\Neil 50%' } }))
  await neu({ stufe: 2, kontext: { betreff: suchwort } })
  await neu({ einheitId: finanzen, kontext: { betreff: suchwort } })
  const [erste, zweite, dritte, vierte] = neue
  const richtig = [zweite, vierte, erste, dritte]
  for (const q of [suchwort, 'quarkSTRASSE'.replace('SS', 'ß'), 'arkstr', '7_a', '\\Neil 50%']) assert.deepEqual(await ids(wieSommer, { q }), richtig, q)
  for (const q of ['7xa', 'Quark_traße', 'Neil 50%x']) assert.deepEqual(await ids(wieSommer, { q }), [], q)
  const { anzahl } = await liste(wieSommer, { q: suchwort })
  assert.deepEqual([anzahl['fuer-mich'], anzahl.alle], [4, 4])
  const seiten = []
  for (let nach: string | undefined = '9999-12-31~x'; nach; ) {
    const { zeilen, weiter } = await liste(wieSommer, { q: suchwort, zeilen: '25', ...(seiten.length > 0 ? { nach } : {}) })
    seiten.push(...zeilen.map(({ id }) => id))
    nach = weiter
  }
  assert.deepEqual(seiten, richtig)
  // More tasks with the word than the index is asked for: the list is walked instead.
  await app.db.withMandant(musterstadt, (tx) => sql`insert into aufgaben.aufgabe (id, betreff, titel, maske, gruppe, einheit_id, angelegt_am, zugewiesen_an)
    select uuidv7(), ${`Massenhaft ${suchwort}`}, 'x', 'allgemein', 'sachbearbeitung', ${finanzen}::uuid, now(), ${thal}::uuid from generate_series(1, 5001)`.execute(tx))
  assert.deepEqual(await ids(wieSommer, { q: suchwort }), richtig)
  await app.db.withMandant(musterstadt, (tx) => sql`delete from aufgaben.aufgabe where betreff like 'Massenhaft%' or betreff like '%Quarkstraße%'`.execute(tx))
})

test('the address is the filter, there and back; rubbish in it is ignored', () => {
  const filter: Listenfilter = { ansicht: 'alle', sortierung: 'alter', faellig: 'woche', q: 'a&b=c', art: 'Prüfen' }
  assert.deepEqual(liesFilter(new URL(adresse(filter), 'http://x').searchParams), filter)
  assert.deepEqual(liesFilter(new URLSearchParams('ansicht=x&faellig=y&sortierung=z&q=')), { ansicht: 'fuer-mich', sortierung: 'frist' })
})

const web = await testWeb(app)
const als = async (id: string) => { const besucher = web.besucher(); await besucher.mitSitzung('personal', id, musterstadt); return besucher }

test('on the page: take over, give back, filters that come back with the bare address', async () => {
  const besucher = await als(sommer)
  const seite = await besucher.get('/arbeitsplatz')
  assert.equal(seite.status, 200)
  assert.match(seite.html, /seit 2 Tagen überfällig/)
  assert.equal((await besucher.senden('/arbeitsplatz', {}, `/arbeitsplatz/aufgaben/${heuteFaellig}/uebernehmen`)).location, '/arbeitsplatz?ansicht=fuer-mich')
  assert.equal((await app.db.withMandant(musterstadt, (tx) => aufgabeById(tx, heuteFaellig)))?.zugewiesenAn, sommer)
  await besucher.senden('/arbeitsplatz', {}, `/arbeitsplatz/aufgaben/${heuteFaellig}/zurueckgeben`)
  assert.equal((await app.db.withMandant(musterstadt, (tx) => aufgabeById(tx, heuteFaellig)))?.zugewiesenAn, null)
  await besucher.get('/arbeitsplatz?ansicht=alle&q=Sondernutzung')
  const wieder = await besucher.get('/arbeitsplatz')
  assert.match(wieder.html, /value="Sondernutzung"/)
  assert.doesNotMatch(wieder.html, /100% Auskunft/)
  assert.match((await besucher.get('/arbeitsplatz?ansicht=alle&q=gibtesnicht')).html, /Keine Aufgabe passt zu diesen Filtern/)
})

test('a task without a Vorgang leads to the page where it is done', async () => {
  const bericht = await neu({ titel: 'Statusbericht schreiben', kontext: { betreff: 'Neues Rathaus' }, adresse: '/arbeitsplatz/berichte/schreiben/1/2' })
  await assert.rejects(neu({ adresse: 'https://example.org/' }), 'nothing outside of the workplace')
  const { html } = await (await als(sommer)).get('/arbeitsplatz?ansicht=fuer-mich')
  assert.match(html, /<a href="\/arbeitsplatz\/berichte\/schreiben\/1\/2">Statusbericht schreiben<\/a>/)
  assert.match(html, new RegExp(`href="/arbeitsplatz/vorgaenge/MS-2026-000001-1#aufgabe-${frei}"`))
  assert.equal((await app.db.withMandant(musterstadt, (tx) => aufgabeById(tx, bericht)))?.adresse, '/arbeitsplatz/berichte/schreiben/1/2')
})

test('who has no work list begins with what the rights open', async () => {
  const [verwaltung, revision] = [await als('01900000-0000-7000-8000-00000000a005'), await als('01900000-0000-7000-8000-00000000a006')]
  const ziele = [(await verwaltung.get('/arbeitsplatz')).location, (await revision.get('/arbeitsplatz')).location]
  assert.deepEqual(ziele, ['/verwaltung', '/verwaltung/protokoll'])
  const protokoll = (await revision.get('/verwaltung/protokoll')).html
  assert.doesNotMatch(protokoll, /<a[^>]*href="\/arbeitsplatz"[^>]*>\s*(<[^>]*>)*Aufgaben/)
})

test('several at once go to a person of the group; taking away needs a reason; nobody else may', async () => {
  const leitung = await als(lenz)
  const an = (werte: Record<string, string | string[]>) => leitung.senden('/arbeitsplatz?ansicht=alle', werte, '/arbeitsplatz/aufgaben/zuweisen')
  assert.match((await an({ kontoId: thal })).html, /mindestens eine Aufgabe/)
  assert.match((await an({ aufgabe: [ueberfaellig], kontoId: post })).html, /gehört nicht zu der Gruppe/)
  assert.match((await an({ aufgabe: [ausgeschlossen], kontoId: sommer })).html, /Vier-Augen/)
  assert.equal((await an({ aufgabe: [ueberfaellig, ohneFrist], kontoId: thal })).status, 303)
  const weg = await an({ aufgabe: [beiThal], kontoId: sommer })
  assert.equal(weg.status, 422)
  assert.match(weg.html, /warum die Aufgabe einer anderen Person weggenommen/)
  assert.equal((await an({ aufgabe: [beiThal], kontoId: sommer, grund: 'Urlaub' })).status, 303)
  assert.equal((await app.db.withMandant(musterstadt, (tx) => aufgabeById(tx, beiThal)))?.zugewiesenAn, sommer)
  const sb = await als(sommer)
  assert.doesNotMatch((await sb.get('/arbeitsplatz?ansicht=alle')).html, /Gewählte Aufgaben zuweisen/)
})

test('all or none: one task that is not theirs to hand out stops the whole order', async () => {
  const leitung = person(lenz, [rolle('teamleitung', [ordnung, strassenverkehr], ['aufgabe.bearbeiten', 'aufgabe.zuweisen'])])
  const eine = await neu()
  await assert.rejects(app.execute(leitung, aufgabenZuweisen, { aufgabeIds: [eine, andereEinheit], kontoId: thal }), { status: 404 })
  assert.equal((await app.db.withMandant(musterstadt, (tx) => aufgabeById(tx, eine)))?.zugewiesenAn, null)
})

test('long lists page by key: every task once, in order', async () => {
  for (let n = 0; n < SEITE + 7; n++) await neu({ einheitId: finanzen, faelligAm: heute.add({ days: n % 5 }) })
  const kasse = person(newId(), [rolle('sachbearbeitung', [finanzen])])
  for (const sortierung of ['frist', 'alter'] as const) {
    const erste = await liste(kasse, { sortierung })
    assert.equal(erste.zeilen.length, SEITE)
    const zweite = await liste(kasse, { sortierung, ...(erste.weiter ? { nach: erste.weiter } : {}) })
    assert.deepEqual([zweite.zeilen.length, zweite.weiter], [8, undefined])
    assert.equal(new Set([...erste.zeilen, ...zweite.zeilen].map(({ id }) => id)).size, SEITE + 8)
  }
})
