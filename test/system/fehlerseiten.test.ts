import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Conflict } from '../../src/platform/errors.js'
import { access, action, html, page, redirect, wert } from '../../src/platform/http/route.js'
import type { LogFields } from '../../src/platform/log/log.js'
import { musterstadt, testApp } from '../app.js'
import { testWeb } from '../web.js'

const { app } = await testApp({ worker: false })
for (const name of ['organisation', 'konten', 'verwaltung']) await app.module.find((modul) => modul.name === name)?.seed?.(app, musterstadt, 'musterstadt')
const gemeldet: { ereignis: string; felder: LogFields }[] = []
const kaputt = (path: string, zugang: typeof access.guest, fehler: () => Error) => page({ path, access: zugang, beispiel: path, handle: async () => { throw fehler() } })
const bug = () => new TypeError('x is not a function')
const routes = [
  kaputt('/kaputt', access.guest, bug), kaputt('/arbeitsplatz/kaputt', access.staff(), bug), kaputt('/arbeitsplatz/veraltet', access.staff(), () => new Conflict('test', 'Jemand anderes war schneller. Bitte laden Sie die Seite neu.')),
]
const notizen: string[] = []
routes.push(page({ path: '/kasse', access: access.public, beispiel: '/kasse', handle: async (c) => html(`<form method="post" action="/kasse"><input name="_csrf" value="${c.formFields()._csrf}"></form>`) }))
routes.push(action({ path: '/kasse', access: access.public, beispiel: '/kasse', handle: async () => redirect('/') }))
routes.push(action({ path: '/arbeitsplatz/notiz', access: access.staff(), handle: async (c) => { notizen.push(wert(c.werte, 'text')); return redirect('/arbeitsplatz') } }))
const web = await testWeb({
  ...app, module: [...app.module, { name: 'kaputt', etage: 'zugang', dependsOn: [], routes }],
  log: { ...app.log, error: (ereignis, felder = {}) => { gemeldet.push({ ereignis, felder }) } },
})
const person = async (art: 'personal' | 'buerger', ende: string) => { const wer = web.besucher(); await wer.mitSitzung(art, `01900000-0000-7000-8000-00000000${ende}`, musterstadt); return wer }
const [gast, erika, sabine] = [web.besucher(), await person('buerger', 'b001'), await person('personal', 'a001')]

test('a bug shows a number that stands in the log, and nothing of the bug', async () => {
  for (const [wer, pfad] of [[gast, '/kaputt'], [erika, '/kaputt'], [sabine, '/arbeitsplatz/kaputt']] as const) {
    gemeldet.length = 0
    const { status, html } = await wer.get(pfad)
    assert.equal(status, 500)
    const nummer = /Vorfallnummer: <strong[^>]*>([0-9a-f]{12})</.exec(html)?.[1]
    assert.ok(nummer, pfad)
    assert.deepEqual(gemeldet.map(({ ereignis, felder }) => [ereignis, felder['vorfall'], felder['pfad']]), [['fehler', nummer, pfad]])
    assert.match(html, /Es liegt nicht an Ihnen[\s\S]*nennen Sie bitte diese Nummer/)
    assert.doesNotMatch(html, /not a function|TypeError|\.ts:/)
  }
  assert.match((await gast.get('/kaputt?sprache=en')).html, /Incident number: <strong/)
})

test('who is signed in stays signed in on the page of a refusal, in the layout of the place', async () => {
  const rechte = await sabine.get('/verwaltung/rollen')
  assert.equal(rechte.status, 403)
  assert.match(rechte.html, /Sabine Sommer[\s\S]*Dafür fehlt Ihnen die Berechtigung[\s\S]*die Ihre Rechte verwaltet/)
  const veraltet = await sabine.get('/arbeitsplatz/veraltet', { referer: `http://musterstadt.localhost:${new URL(web.url).port}/arbeitsplatz?ansicht=alle` })
  assert.match(veraltet.html, /href="\/arbeitsplatz\?ansicht=alle"[^>]*>[\s\S]{0,80}Zurück zur vorigen Seite/)
  assert.doesNotMatch((await sabine.get('/arbeitsplatz/veraltet', { referer: 'https://anderswo.example/x' })).html, /vorigen Seite|anderswo/)
  assert.match(veraltet.html, /Sabine Sommer[\s\S]*Jemand anderes war schneller/)
  const fehlt = await sabine.get('/arbeitsplatz/gibt-es-nicht')
  assert.match(fehlt.html, /Sabine Sommer[\s\S]*Diese Seite gibt es nicht[\s\S]*href="\/arbeitsplatz"/)
  const portal = await erika.get('/gibt-es-nicht?sprache=en')
  assert.deepEqual([portal.status, /Erika Muster[\s\S]*This page does not exist/.test(portal.html)], [404, true])
  assert.match((await gast.get('/gibt-es-nicht')).html, /Anmelden[\s\S]*Diese Seite gibt es nicht|Sign in[\s\S]*This page does not exist/)
})

test('a session that ends while somebody types loses nothing: sign in elsewhere, send again', async () => {
  const wer = await person('personal', 'a001')
  const [vonHier, vonDort] = [{ 'sec-fetch-site': 'same-origin' }, { 'sec-fetch-site': 'cross-site' }]
  const eingabe = (mehr: Record<string, string> = {}) => new URLSearchParams({ _csrf: 'alt.alt', text: 'Lange "Notiz" <b>', ...mehr })
  wer.cookies.delete('sk_sitzung')
  const abgemeldet = await wer.post('/arbeitsplatz/notiz?aus=fall', eingabe(), vonHier)
  assert.equal(abgemeldet.status, 403)
  assert.match(abgemeldet.html, /nicht mehr angemeldet[\s\S]*href="\/arbeitsplatz\/anmelden" target="_blank"[\s\S]*action="\/arbeitsplatz\/notiz\?aus=fall"/)
  assert.match(abgemeldet.html, /name="text" value="Lange &quot;Notiz&quot; (&lt;|<)b>"/)
  await wer.mitSitzung('personal', '01900000-0000-7000-8000-00000000a001', musterstadt)
  const nochEinmal = await wer.post('/arbeitsplatz/notiz?aus=fall', eingabe(), vonHier)
  assert.match(nochEinmal.html, /abgelaufen[\s\S]*name="text" value="Lange/)
  assert.deepEqual(notizen, [], 'nothing happens without the click')
  const csrf = /name="_csrf" value="([^"]+)"[^>]*>(?=[\s\S]*name="text")|value="([^"]+)" name="_csrf"/.exec(nochEinmal.html.slice(nochEinmal.html.indexOf('action="/arbeitsplatz/notiz')))
  assert.equal((await wer.post('/arbeitsplatz/notiz?aus=fall', eingabe({ _csrf: csrf?.[1] ?? csrf?.[2] ?? '' }), vonHier)).status, 303)
  assert.deepEqual(notizen, ['Lange "Notiz" <b>'])
  // Neither what another site sends, nor a password, is ever written into a page of ours.
  assert.doesNotMatch((await wer.post('/arbeitsplatz/notiz', eingabe(), vonDort)).html, /Lange/)
  assert.doesNotMatch((await wer.post('/arbeitsplatz/notiz', eingabe({ passwort: 'geheim' }), vonHier)).html, /Lange|geheim/)
})

test('a form on a public page works for a browser that has never been here', async () => {
  const neu = web.besucher()
  const { html: seite } = await neu.get('/kasse')
  const csrf = /name="_csrf" value="([^"]+)"/.exec(seite)?.[1] ?? ''
  assert.equal((await neu.post('/kasse', new URLSearchParams({ _csrf: csrf }))).status, 303)
})
