import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beispielhausen, musterstadt, system, testApp } from '../../../../../test/app.js'
import { testWeb } from '../../../../../test/web.js'
import { module } from '../../../../modules.js'
import { startseite } from '../start/query.js'
import { LEBENSLAGEN, katalog, leistungSchliessen } from '../../../grundlagen/leistungen/index.js'
import { musterleistung } from '../../../grundlagen/leistungen/test/muster.js'

const { app } = await testApp({ worker: false })
for (const [id, stadt] of [[musterstadt, 'musterstadt'], [beispielhausen, 'beispielhausen']] as const) {
  for (const name of ['organisation', 'aktenplan', 'leistungen']) await module.find((modul) => modul.name === name)?.seed?.(app, id, stadt)
}
const { leistungId } = await musterleistung(app, musterstadt)
const web = await testWeb(app)
const gast = web.besucher()
const schluessel = (html: string) => [...html.matchAll(/href="\/leistungen\/([a-z-]+)"/g)].map((treffer) => treffer[1])

test('the demo catalogue loads completely; the smaller town has less', async () => {
  const anzahl = (id: string) => app.db.withMandant(id, async (tx) => (await katalog(tx, id, app.clock.today())).eintraege.length)
  const [hier, dort] = [await anzahl(musterstadt), await anzahl(beispielhausen)]
  assert.ok(hier >= 21 && dort >= 14 && dort < hier, `${hier} and ${dort} services`)
})

test('most used first, and only situations that have services', async () => {
  const { beliebt, lebenslagen } = await app.ask(system(), startseite, {})
  assert.deepEqual([beliebt[0]?.schluessel, beliebt.length, lebenslagen.includes('soziales')], ['wohnsitzanmeldung', 6, false])
})

test('home shows search, frequent services and every situation that has services', async () => {
  const { status, html } = await gast.get('/')
  assert.equal(status, 200)
  assert.match(html, /<form[^>]*action="\/leistungen"/)
  assert.ok(schluessel(html).length >= 6)
  assert.ok(html.includes(`/leistungen?lage=umzug`) && !html.includes('undefined'))
})

test('search finds by other words, slips of the finger and situation, without account and script', async () => {
  for (const [anfrage, gesucht] of [['anwohnerparken', 'bewohnerparkausweis'], ['parkausweiss', 'bewohnerparkausweis'], ['Umzug', 'bewohnerparkausweis'], ['Auto', 'bewohnerparkausweis'], ['Umzug', 'wohnsitzanmeldung'], ['Auto', 'kfz-zulassung'], ['fürerschein', 'fuehrerschein'], ['Gewerbeschein', 'gewerbeanmeldung'], ['kindergarten', 'kita-anmeldung'], ['perso', 'personalausweis'], ['postal vote', 'briefwahl'], ['wohnsitz anmelden', 'wohnsitzanmeldung']] as const) {
    const { html } = await gast.get(`/leistungen?q=${encodeURIComponent(anfrage)}`)
    assert.ok(schluessel(html).slice(0, 5).includes(gesucht), `${anfrage}: ${schluessel(html).join(' ')}`)
  }
})

test('filters narrow the list and can be taken away one by one', async () => {
  const { html } = await gast.get('/leistungen?lage=gewerbe&zielgruppe=unternehmen')
  assert.ok(schluessel(html).includes('gewerbeanmeldung') && !schluessel(html).includes('briefwahl'))
  assert.match(html, /href="\/leistungen\?lage=gewerbe"/)
  for (const lage of Object.keys(LEBENSLAGEN)) assert.equal((await gast.get(`/leistungen?lage=${lage}`)).status, 200)
  assert.equal((await gast.get('/leistungen?lage=%00&zielgruppe=<script>')).status, 200)
})

test('a search without result offers other ways', async () => {
  const { html } = await gast.get('/leistungen?q=raumfahrtbehörde+quux')
  assert.match(html, /nichts gefunden/)
  assert.match(html, /115/)
  assert.ok(schluessel(html).length >= 4)
})

test('a service says everything one needs, in German and in English with its note', async () => {
  const { html } = await gast.get('/leistungen/personalausweis')
  for (const text of ['Das brauchen Sie', 'Was es kostet', 'Rechtsgrundlagen', 'Lieber persönlich', 'Bürgerdienste', 'tel:115']) assert.ok(html.includes(text), text)
  const english = await web.besucher().get('/leistungen/personalausweis?sprache=en')
  for (const text of ['lang="en"', 'Apply for an ID card', 'not official', 'What you need', 'lang="de"']) assert.ok(english.html.includes(text), text)
})

test('unknown services are 404, the federal number leads to the one address', async () => {
  for (const pfad of ['gibtsnicht', '99999999999999', '..%2f..', 'a'.repeat(90)]) assert.equal((await gast.get(`/leistungen/${pfad}`)).status, 404, pfad)
  const nummer = await gast.get('/leistungen/99000000000001')
  assert.equal(nummer.status, 301)
})

test('online it can be applied for, unless closed: then the page says why and what to do (A1-05)', async () => {
  assert.match((await gast.get('/leistungen/musterleistung')).html, /href="\/leistungen\/musterleistung\/antrag"/)
  assert.match((await gast.get('/leistungen/bewohnerparkausweis')).html, /href="\/leistungen\/bewohnerparkausweis\/antrag"/)
  await app.execute(system(), leistungSchliessen, { leistungId, von: app.clock.today().toString(), grund: 'Wir stellen um.', alternative: 'Kommen Sie vorbei.' })
  const { html } = await gast.get('/leistungen/musterleistung')
  assert.ok(!html.includes('/antrag"') && html.includes('Wir stellen um.') && html.includes('Kommen Sie vorbei.'))
})

test('what another authority does or offers leads there (A1-07, A1-08)', async () => {
  assert.match((await gast.get('/leistungen/fuehrungszeugnis')).html, /href="https:\/\/www\.fuehrungszeugnis\.bund\.de\/"/)
  assert.match((await gast.get('/leistungen/kfz-zulassung')).html, /Zulassungsstelle des Kreises/)
})

test('help, legal pages and languages are there in both languages', async () => {
  for (const pfad of ['/hilfe', '/barrierefreiheit', '/datenschutz', '/impressum', '/sprache', '/rueckmeldung']) {
    for (const sprache of ['de', 'en']) assert.equal((await gast.get(`${pfad}?sprache=${sprache}`)).status, 200, pfad)
  }
  assert.equal((await gast.get('/hilfe/arbeitsplatz')).status, 303)
})
