import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { Client } from 'pg'
import { beispielhausen, musterstadt, personalActor, testApp } from '../../../../../test/app.js'
import { Forbidden } from '../../../../platform/errors.js'
import { systemActor } from '../../../../platform/usecases/actor.js'
import { newId } from '../../../../platform/time/index.js'
import { finden, sucheAusschliessen, sucheEintragen, sucheEntfernen, type Sucheintrag } from '../index.js'
import { worteAufraeumen } from '../worte-aufraeumen.js'

const { app, ownerUrl } = await testApp({ worker: false })
const [verkehr, soziales] = [newId(), newId()]
const rechte = ['suche.nutzen', 'vorgang.lesen']
const imVerkehr = personalActor(rechte, { einheiten: [verkehr] })

const eintrag = (titel: string, weiteres: Partial<Sucheintrag> = {}): Sucheintrag =>
  ({ objektArt: 'vorgang', objektId: newId(), titel, text: '', einheitId: verkehr, stufe: 0, datum: Temporal.PlainDate.from('2026-11-20'), url: '/arbeitsplatz/x', ...weiteres })
const schreibe = (eintraege: readonly Sucheintrag[], mandant = musterstadt) =>
  app.db.withMandant(mandant, async (tx) => { for (const einer of eintraege) sucheEintragen({ tx }, einer) })
const titel = async (q: string, actor = imVerkehr) => (await app.ask(actor, finden, { q })).treffer.map((einer) => einer.titel)

const sozialfall = eintrag('Wohngeld Müller', { einheitId: soziales })
await schreibe([
  eintrag('Bewohnerparkausweis Şükrü Müller', { text: 'Antrag auf Ausstellung für Kennzeichen WES-AB 123' }),
  eintrag('12.20.03/2026/0007 Bewohnerparken Altstadt'),
  eintrag('Sondernutzung Café Groß', { objektArt: 'akte', text: 'Die Tische stehen auf den Gehwegen.' }),
  sozialfall,
  eintrag('Vertraulicher Hinweis Müller', { stufe: 2 }),
])
await schreibe([eintrag('Bewohnerparkausweis Müller in der anderen Stadt')], beispielhausen)

test('one word finds its spellings, its beginning and its inflections', async () => {
  for (const q of ['Müller', 'Mueller', 'MULLER', 'bewohnerpark mül']) assert.deepEqual(await titel(q), ['Bewohnerparkausweis Şükrü Müller'], q)
  assert.deepEqual(await titel('Tisch Gehweg'), ['Sondernutzung Café Groß'])
  assert.deepEqual(await titel('gross'), ['Sondernutzung Café Groß'])
})

test('a sign is found with other separators and without leading zeros (C1-12)', async () => {
  for (const q of ['12.20.03/2026/0007', '12-20-3-2026-7', '12.20.3']) assert.deepEqual(await titel(q), ['12.20.03/2026/0007 Bewohnerparken Altstadt'], q)
})

test('a typing error is forgiven when nothing else is found', async () => {
  const ergebnis = await app.ask(imVerkehr, finden, { q: 'Bewonerparkausweiss' })
  assert.equal(ergebnis.unscharf, true)
  assert.equal(ergebnis.treffer[0]?.titel, 'Bewohnerparkausweis Şükrü Müller')
})

test('a mistyped word is mended to the nearest by letters and to its stem, not to all that look like it', async () => {
  const orte = ['Fichtelwald', 'Fichtelweg', 'Fichtelfichtel'].map((ort) => eintrag(`Grundstück ${ort}`))
  await schreibe([...orte, eintrag('Hundeanmeldungen Sammelliste')])
  assert.deepEqual(await titel('Fichtelwlad'), ['Grundstück Fichtelwald'])
  await schreibe([eintrag('Hundeanmeldung Bello')])
  assert.deepEqual((await titel('Hundeanmeldnug')).toSorted(), ['Hundeanmeldung Bello', 'Hundeanmeldungen Sammelliste'])
  await schreibe([eintrag('Pflege am Trauerweidenpfad')])
  assert.deepEqual(await titel('Traueweidnpfat'), ['Pflege am Trauerweidenpfad'], 'several mistakes')
  assert.deepEqual(await titel('Pflege Trauerweidenpfda'), ['Pflege am Trauerweidenpfad'], 'a right word beside a wrong one')
})

test('hits and counts show nothing of other units, higher levels or other towns (C2-09)', async () => {
  const ergebnis = await app.ask(imVerkehr, finden, { q: 'Müller' })
  assert.deepEqual(ergebnis.arten, [{ art: 'vorgang', anzahl: 1 }])
  assert.deepEqual(await titel('Wohngeld'), [])
  assert.deepEqual(await titel('Wohngelt'), [], 'nor in spite of a typing error')
  assert.equal((await titel('Müller', personalActor(rechte, { stufe: 2 }))).length, 3)
  assert.deepEqual(await titel('Müller', personalActor(['suche.nutzen'])), [])
  assert.deepEqual(await titel('Müller', personalActor(rechte, { mandantId: beispielhausen })), ['Bewohnerparkausweis Müller in der anderen Stadt'])
})

test('who is excluded finds nothing of the Vorgang, everybody else does', async () => {
  const befangen = personalActor(rechte, { id: newId() })
  const fall = eintrag('Erschließungsbeitrag Lindenweg', { objektId: newId() })
  const dokument = eintrag('Bescheid Lindenweg', { objektArt: 'dokument', vorgangId: fall.objektId })
  await schreibe([fall, dokument])
  assert.equal((await titel('Lindenweg', befangen)).length, 2)
  await app.db.withMandant(musterstadt, (tx) => sucheAusschliessen({ tx }, fall.objektId, befangen.id))
  assert.deepEqual(await titel('Lindenweg', befangen), [])
  assert.equal((await titel('Lindenweg')).length, 2)
})

test('private things are found by their person only; removed things by nobody', async () => {
  const person = personalActor(rechte, { id: newId(), einheiten: [verkehr] })
  const notiz = eintrag('Notiz Rathausfest', { nurFuer: person.id })
  await schreibe([notiz])
  assert.deepEqual(await titel('Rathausfest'), [])
  assert.deepEqual(await titel('Rathausfest', person), ['Notiz Rathausfest'])
  await app.db.withMandant(musterstadt, (tx) => sucheEntfernen({ tx }, 'vorgang', notiz.objektId))
  assert.deepEqual(await titel('Rathausfest', person), [])
})

test('a word goes with its last entry and is no longer what a mistyped word is mended to', async () => {
  const worte = () => app.db.withMandant(musterstadt, async (tx) =>
    (await sql<{ wort: string }>`select wort from suche.wort where wort like 'quitt%' or wort like 'mirabell%' or wort like 'schleh%' order by 1`.execute(tx)).rows.map(({ wort }) => wort))
  const raeumeAuf = () => worteAufraeumen.run({ app, mandantId: musterstadt, actor: systemActor(musterstadt, 'test'), signal: new AbortController().signal })
  const [erster, zweiter] = [eintrag('Quittenbrock Mirabellenweg'), eintrag('Mirabellenweg')]
  await schreibe([erster, zweiter])
  await schreibe([eintrag('Quittenbrock Mirabellenweg')], beispielhausen)
  assert.deepEqual(await titel('Quitenbrock'), [erster.titel])
  const vorher = await worte()
  await schreibe([{ ...erster, titel: 'Schlehenweg', text: '' }])
  await raeumeAuf()
  assert.deepEqual(await worte(), [...vorher.filter((wort) => wort.startsWith('mirabell')), 'schlehenweg'], 'changed: the name is gone, what another entry has stays')
  assert.deepEqual(await titel('Quitenbrock'), [])
  for (const { objektId } of [erster, zweiter]) await app.db.withMandant(musterstadt, (tx) => sucheEntfernen({ tx }, 'vorgang', objektId))
  await raeumeAuf()
  assert.deepEqual(await worte(), [], 'deleted')
  assert.deepEqual(await titel('Mirabelenweg'), [])
  const dort = personalActor(rechte, { mandantId: beispielhausen })
  assert.deepEqual(await titel('Quitenbrock', dort), ['Quittenbrock Mirabellenweg'], 'another town keeps its words')
  await schreibe([zweiter])
  assert.deepEqual(await titel('Mirabelenweg'), [zweiter.titel], 'and it comes back with the next entry')
})

test('a word that somebody is writing at the moment stays', async () => {
  const alt = eintrag('Holunderhof')
  await schreibe([alt])
  await app.db.withMandant(musterstadt, (tx) => sucheEntfernen({ tx }, 'vorgang', alt.objektId))
  const [begonnen, weiter] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const schreiben = app.db.withMandant(musterstadt, async (tx) => {
    sucheEintragen({ tx }, eintrag('Holunderhof'))
    // The entry is not waited for; whoever asks after it is.
    await sql`select 1`.execute(tx)
    begonnen.resolve()
    await weiter.promise
  })
  await begonnen.promise
  const geprueft = () => app.db.withMandant(musterstadt, async (tx) => (await sql<{ anzahl: number }>`select suche.worte_aufraeumen(100) as anzahl`.execute(tx)).rows[0]?.anzahl)
  const waehrenddessen = await geprueft().finally(() => weiter.resolve())
  await schreiben
  assert.equal(waehrenddessen, 0, 'not while it is being written')
  assert.ok((await geprueft() ?? 0) > 0)
  assert.deepEqual(await titel('Holundehrof'), ['Holunderhof'])
})

test('a rare word beside common ones is looked up alone, in a big and in a small town, and the same is found', async () => {
  const viele = (stadt: string, anzahl: number) => Array.from({ length: anzahl }, (_, nr) => eintrag(`Laternenfest ${stadt} ${nr % 40 === 0 ? `Zwiebelgasse${nr}` : 'Festplatz'}`))
  await schreibe([...viele('Nord', 200), eintrag('Laternenfeste Zwiebelgasse', { einheitId: soziales })])
  // A small town is less than a twentieth of all entries.
  await schreibe([eintrag('Laternenfest Zwiebelgasse40 drüben')], beispielhausen)
  const alsBeispielhausen = personalActor(rechte, { mandantId: beispielhausen })
  const gefunden = async () => [await titel('laternen zwiebelgasse4'), (await titel('laternenfest zwiebelgasse')).length, (await titel('laternenfest festplatz')).length,
    await titel('zwiebelgasse120'), await titel('Laternenfest zwiebelgasse', alsBeispielhausen), await titel('zwiebelgasse80 Festplatz')]
  const vorher = await gefunden()
  assert.deepEqual(vorher, [['Laternenfest Nord Zwiebelgasse40'], 5, 20, ['Laternenfest Nord Zwiebelgasse120'], ['Laternenfest Zwiebelgasse40 drüben'], []])
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  // Few statistics, so that not every word of so small a table counts as a common one.
  await owner.query('alter table suche.eintrag alter column tsv set statistics 1')
  await owner.query('analyze suche.eintrag')
  const { rows: [weiss] } = await owner.query("select 'laternenf' = any (worte) or 'laternenfest' = any (worte) as haeufig, 'zwiebelgasse40' = any (worte) as selten, suche.ist_gross(1::smallint) as gross from suche.haeufige_worte()")
  await owner.end()
  assert.deepEqual(weiss, { haeufig: true, selten: false, gross: true })
  assert.deepEqual(await gefunden(), vorher)
})

test('words that are common, but not among the newest entries nor where one may look, are found as well', async () => {
  const alt = eintrag('Kirmesplatz Freigabe', { datum: Temporal.PlainDate.from('2019-05-01') })
  await schreibe([alt])
  const viele = (anzahl: number, einheit: string, text: string, datum: string) => app.db.withMandant(musterstadt, (tx) =>
    sql`select count(suche.eintragen('dokument', gen_random_uuid(), null, 'vorgang.lesen', ${einheit}, 0::smallint, '{}'::uuid[], null, ${datum}::date, ${text}, '', ${text.toLowerCase()}, '', ${text.toLowerCase()}, '/x')::text) from generate_series(1, ${anzahl}::int)`.execute(tx))
  await viele(3_000, soziales, 'Kirmesplatz', '2020-05-01')
  await viele(2_000, verkehr, 'Wochenmarkt', '2026-11-01')
  const [sozial, ganzeStadt] = [personalActor(rechte, { einheiten: [soziales] }), personalActor(rechte)]
  const anzahl = async (q: string, actor = ganzeStadt, art?: string) => (await app.ask(actor, finden, { q, ...(art ? { art } : {}) })).gesamt
  const gefunden = async () => [
    await titel('Kirmesplatz'), await anzahl('Kirmesplatz', sozial), await anzahl('Kirmesplatz'), await anzahl('Wochenmarkt'), await anzahl('Wochenmarkt', sozial), await anzahl('Kirmesplatz Wochenmarkt'),
    await anzahl('Kirmesplatz', ganzeStadt, 'vorgang'), await anzahl('Kirmesplazt', sozial),
  ]
  const vorher = await gefunden()
  assert.deepEqual(vorher, [['Kirmesplatz Freigabe'], 200, 200, 200, 0, 0, 1, 200])
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query('alter table suche.eintrag alter column tsv set statistics 100')
  await owner.query('analyze suche.eintrag')
  // What the way taken hangs on: common enough to be walked for, and more entries than are walked.
  const { rows: [weiss] } = await owner.query("select 'kirmesplatz' = any (worte) as haeufig, 1.5 * sqrt(200 * reltuples) < 2000 as mehr from suche.haeufige_worte(), pg_class where oid = 'suche.eintrag'::regclass")
  await owner.end()
  assert.deepEqual(weiss, { haeufig: true, mehr: true })
  assert.deepEqual(await gefunden(), vorher)
  // The newest, so that they would be first; every way of looking has to leave out the same.
  const [eine, andere] = [personalActor(rechte, { id: newId(), einheiten: [verkehr] }), newId()]
  const neu = (wort: string, weiteres: Partial<Sucheintrag>) => eintrag(`Wochenmarkt ${wort}`, { datum: Temporal.PlainDate.from('2026-11-22'), ...weiteres })
  await schreibe([neu('offen', {}), neu('vertraulich', { stufe: 2 }), neu('befangen', { ausgeschlossen: [eine.id] }), neu('privat', { nurFuer: andere }), neu('fremd', { einheitId: soziales }), neu('anderes', { recht: 'personal.lesen' })])
  await schreibe([neu('drüben', {})], beispielhausen)
  const besondere = async (actor: ReturnType<typeof personalActor>) => (await titel('Wochenmarkt', actor)).filter((einer) => einer !== 'Wochenmarkt').map((einer) => einer.split(' ')[1]).toSorted()
  assert.deepEqual(await besondere(eine), ['offen'])
  assert.equal((await titel('Wochenmarkt', eine)).length, 20, 'no place on the page is taken by what another town has')
  assert.deepEqual(await besondere(personalActor(rechte, { id: andere, einheiten: [verkehr], stufe: 2 })), ['befangen', 'offen', 'privat', 'vertraulich'])
  assert.deepEqual(await besondere(personalActor(rechte, { id: eine.id })), ['fremd', 'offen'])
})

test('whatever is typed is a question, never an error', async () => {
  for (const q of ["'; drop table", '& | ! ( ) : *', "O'Brien", '   ', '%', '😀', 'a'.repeat(300), '1e5', '-7', '\\', 'der die das', ':*', "''", 'weg & !x']) {
    await app.ask(imVerkehr, finden, { q })
  }
})

test('without the permission there is no search', async () => {
  await assert.rejects(app.ask(personalActor(['vorgang.lesen']), finden, { q: 'x' }), Forbidden)
})
