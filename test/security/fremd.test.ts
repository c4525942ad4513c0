/**
 * What is not yours does not exist: every route of the program, visited by the other town, by the wrong citizen, by the wrong unit
 * and with ids that nobody has. The list of routes comes from the program, so a new room is tested without being named here.
 */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { routeLines, type RouteLine } from '../../src/cli/routes.js'
import { hashOf } from '../../src/modules/grundlagen/konten/domain/schluessel.js'
import { demoPersonal, dienstAnlegen } from '../../src/modules/grundlagen/konten/index.js'
import { buergerin, reicheEin, testAnhang, testLeistung } from '../../src/modules/verfahren/antraege/einreichen/test-leistung.js'
import { antragAuskunft, vorgangAuskunft } from '../../src/modules/verfahren/antraege/schnittstelle/query.js'
import { purposeKey, sign } from '../../src/platform/auth/tokens.js'
import { newId } from '../../src/platform/time/index.js'
import { beispielhausen, musterstadt, personalActor } from '../app.js'
import { demoApp } from '../demo.js'
import type { Antwort, Besucher } from '../web.js'

const demo = await demoApp()
const { app } = demo
const erikaId = demoPersonal('musterstadt').buerger.find(({ kennung }) => kennung === 'erika.muster')?.id ?? ''
const leistung = await testLeistung(app, musterstadt)
const eingereicht = await reicheEin(app, musterstadt, leistung, { anhaenge: [await testAnhang(app, musterstadt)] }, buergerin(musterstadt, erikaId))
await demo.settle()
const routen = await routeLines(app)
const mitId = (route: RouteLine): boolean => route.path.includes(':')
/** What only the first town has; on a page of the other it is a leak. */
const geheim = [eingereicht.vorgangsnummer, eingereicht.aktenzeichen, eingereicht.vorgangId, 'Erika Muster', 'Sabine Sommer']

const csrf = (besucher: Besucher, mandantId: string): string =>
  sign(purposeKey(app.masterKey, 'csrf'), `${mandantId}:${createHash('sha256').update(besucher.cookies.get('sk_sitzung') ?? '').digest('hex')}`)

/** A posted form that passes the doorstep, so that what is behind has to refuse. */
const sende = (besucher: Besucher, mandantId: string, path: string): Promise<Antwort> =>
  besucher.post(path, new URLSearchParams({ _csrf: csrf(besucher, mandantId), _token: newId() }))

function frage(besucher: Besucher, route: RouteLine, path: string, token: string): Promise<Antwort> {
  const kopf = { authorization: `Bearer ${token}` }
  if (route.kind === 'api') return route.method === 'GET' ? besucher.get(path, kopf) : besucher.post(path, '{}', { ...kopf, 'content-type': 'application/json', 'idempotency-key': newId() })
  return route.method === 'GET' ? besucher.get(path) : sende(besucher, musterstadt, path)
}

/** How many things happened in this town; sign-ins and their like aside. */
const ereignisse = (): Promise<number> => app.db.withMandant(musterstadt, async (tx) =>
  Number((await sql<{ n: string }>`select count(*) as n from platform.ereignis where typ not like 'konten.%'`.execute(tx)).rows[0]?.n))

/** Their example is a name that each town has for itself, not an id of an object. */
const namensgleich = /^\/(verwaltung\/(rollen|leistungen|gebuehren)|arbeitsplatz\/(antraege\/erfassen|ozg-reifegrade|lagebild\/\w+\/liste))\/:/
/** They ask for a code or a password and say nothing about the id in the address before it is right. */
const fragtNachCode = /\/(email\/:id|antrag\/fortsetzen)$/

const zumAnmelden = ({ status, location }: Antwort): boolean => status === 302 || status === 303 ? /^\/(arbeitsplatz\/)?anmelden/.test(location ?? '') : false
const abgewiesen = (antwort: Antwort): boolean => [401, 403, 404].includes(antwort.status) || zumAnmelden(antwort)

async function schluessel(mandantId: string, kennung: string, rechte: string[]): Promise<string> {
  const { id } = await app.execute(personalActor(['konten.verwalten'], { mandantId }), dienstAnlegen, { kennung, name: kennung, rechte, stufe: 1 })
  const token = `sk_${kennung}_0123456789abcdef0123456789`
  await app.db.withMandant(mandantId, (tx) => sql`insert into konten.dienstschluessel (id, konto_id, hash, praefix, gueltig_bis) values (${newId()}, ${id}, ${hashOf(token)}, 'sk_test', '2099-01-01')`.execute(tx))
  return token
}

test('the list of routes is there, and its examples are real', async () => {
  assert.ok(routen.length > 100, `${routen.length} routes`)
  const beispiele = routen.filter((route) => mitId(route) && route.example && route.method === 'GET')
  assert.ok(beispiele.length >= 15, `${beispiele.length} examples with ids`)
  const leute = await Promise.all(['l.lenz', 's.sommer', 'a.admin', 'p.post', 'p.plan', 'erika.muster'].map((kennung) => demo.als(kennung)))
  const offen: string[] = []
  for (const route of beispiele.filter(({ kind }) => kind !== 'api')) {
    const antworten = []
    for (const besucher of leute) antworten.push((await besucher.get(route.example ?? '')).status)
    if (!antworten.some((status) => status < 400)) offen.push(`${route.path} ${route.example} ${antworten.join(' ')}`)
  }
  assert.deepEqual(offen, [])
})

test('people of the other town find nothing of this one, and can do nothing to it', async () => {
  const vorher = await ereignisse()
  const offen: string[] = []
  for (const kennung of ['s.sommer', 'l.lenz', 'a.admin', 'p.plan', 'jo.beispiel']) {
    const besucher = await demo.als(kennung, 'beispielhausen')
    for (const route of routen.filter((eine) => mitId(eine) && eine.example && eine.kind !== 'api' && !namensgleich.test(eine.path))) {
      const antwort = route.method === 'GET' ? await besucher.get(route.example ?? '') : await sende(besucher, beispielhausen, route.example ?? '')
      const oeffentlich = route.access === 'oeffentlich' || route.access === 'gast' || fragtNachCode.test(route.path)
      const leck = geheim.filter((wort) => antwort.html.includes(wort) && !(route.example ?? '').includes(wort))
      if (antwort.status >= 500 || leck.length > 0 || (!oeffentlich && !abgewiesen(antwort))) offen.push(`${kennung} ${route.method} ${route.example}: ${antwort.status} ${antwort.location ?? ''} ${leck.join(', ')}`)
    }
  }
  assert.deepEqual(offen, [])
  assert.equal(await ereignisse(), vorher, 'something happened')
})

test('a session of this town is nobody in the other', async () => {
  const offen: string[] = []
  for (const kennung of ['l.lenz', 'a.admin', 'erika.muster']) {
    const zuhause = await demo.als(kennung)
    const besucher = demo.besucher('beispielhausen.localhost')
    for (const route of routen.filter((eine) => eine.example && /^(personal|buerger)/.test(eine.access))) {
      besucher.cookies.set('sk_sitzung', zuhause.cookies.get('sk_sitzung') ?? '')
      const antwort = route.method === 'GET' ? await besucher.get(route.example ?? '') : await sende(besucher, beispielhausen, route.example ?? '')
      if (!zumAnmelden(antwort)) offen.push(`${kennung} ${route.method} ${route.example}: ${antwort.status} ${antwort.location ?? ''}`)
    }
  }
  assert.deepEqual(offen, [])
})

test('nothing answers an id that nobody has with a page or a bug', async () => {
  const werte = [newId(), 'x', '..%2F..%2Fetc%2Fpasswd', 'a'.repeat(150), 'a'.repeat(5000), '%00', '%F0%9F%A6%84', "'%20or%201=1--", '%ff', '-1', '99999999999999999999']
  const vorher = await ereignisse()
  const leute = new Map(await Promise.all(['l.lenz', 'a.admin', 'p.post', 'p.plan', 'erika.muster'].map(async (kennung) => [kennung, await demo.als(kennung)] as const)))
  const token = await schluessel(musterstadt, 'dienst-hier', ['antrag.einreichen', 'vorgang.lesen'])
  const offen: string[] = []
  for (const route of routen.filter(mitId)) {
    const kennungen = route.access.startsWith('personal') ? ['l.lenz', 'a.admin', 'p.post', 'p.plan'] : ['erika.muster']
    for (const kennung of kennungen) {
      const besucher = leute.get(kennung)
      if (!besucher) continue
      for (const wert of werte) {
        const antwort = await frage(besucher, route, route.path.replaceAll(/:\w+/g, wert), token)
        if (antwort.status === 403 && wert === werte[0] && route.method === 'GET') break // not let in at all: the next one is
        const formular = antwort.status === 200 && (route.access === 'oeffentlich' || fragtNachCode.test(route.path))
        // 422: the form asks for more before it looks; 400 and 414: not readable as an address.
        const weiter = [302, 303].includes(antwort.status) && !route.access.startsWith('personal')
        if (!abgewiesen(antwort) && ![400, 414, 422].includes(antwort.status) && !weiter && !formular) offen.push(`${kennung} ${route.method} ${route.path} ${wert.slice(0, 30)}: ${antwort.status} ${antwort.location ?? ''}`)
      }
    }
  }
  assert.deepEqual(offen, [])
  assert.equal(await ereignisse(), vorher, 'something happened')
})

test("another citizen's Vorgang, message and document do not exist", async () => {
  const erika = await demo.als('erika.muster')
  const postfach = await erika.get('/konto/postfach')
  const nachricht = /\/konto\/postfach\/[0-9a-f-]{36}/.exec(postfach.html)?.[0]
  const vorgang = `/konto/vorgaenge/${eingereicht.vorgangsnummer}`
  const seite = await erika.get(vorgang)
  assert.equal(seite.status, 200)
  const dokumente = [...new Set([...seite.html.matchAll(/href="(\/konto\/[^"]*dokumente\/[^"]+)"/g)].map(([, href]) => href ?? ''))]
  assert.ok(nachricht && dokumente.length > 0, 'nothing to look for')
  const pfade = [vorgang, `${vorgang}/zuruecknehmen`, nachricht, ...dokumente]
  for (const path of pfade) assert.equal((await erika.get(path)).status, 200, path)
  const gast = demo.besucher()
  for (const kennung of ['deniz.yilmaz', 'max.muster']) {
    const besucher = await demo.als(kennung)
    for (const path of pfade) {
      assert.equal((await besucher.get(path)).status, 404, `${kennung} ${path}`)
      assert.ok(!(await besucher.get('/konto')).html.includes(eingereicht.vorgangsnummer))
    }
    assert.equal((await sende(besucher, musterstadt, `${vorgang}/zuruecknehmen`)).status, 404)
    assert.equal((await sende(besucher, musterstadt, vorgang)).status, 404)
  }
  for (const path of pfade) assert.ok(abgewiesen(await gast.get(path)), path)
})

test("another person's draft does not exist", async () => {
  const deniz = await demo.als('deniz.yilmaz')
  const beginn = await deniz.senden('/leistungen/bewohnerparkausweis/antrag', {})
  const entwurf = /^\/leistungen\/bewohnerparkausweis\/antrag\/[0-9a-f-]{36}/.exec(beginn.location ?? '')?.[0]
  assert.ok(entwurf, `${beginn.status} ${beginn.location}`)
  assert.ok((await deniz.get(beginn.location ?? '')).status < 400)
  const fremde = [await demo.als('max.muster'), demo.besucher(), await demo.als('jo.beispiel', 'beispielhausen'), await demo.als('l.lenz')]
  for (const [index, besucher] of fremde.entries()) {
    for (const ende of ['', '/pruefen', '/bestaetigung', '/verwerfen', '/gespeichert', (beginn.location ?? '').slice(entwurf.length)]) {
      const antwort = await besucher.get(entwurf + ende)
      assert.ok(abgewiesen(antwort), `${index} ${ende}: ${antwort.status} ${antwort.location ?? ''}`)
    }
  }
})

test('staff of another unit, and rooms without the right, see no Vorgang', async () => {
  const einheit = await app.db.withMandant(musterstadt, async (tx) => (await sql<{ id: string }>`select id from organisation.einheit where kuerzel = '20'`.execute(tx)).rows[0]?.id)
  assert.ok(einheit)
  const lena = await demo.als('l.lenz')
  const pfad = `/arbeitsplatz/vorgaenge/${eingereicht.vorgangsnummer}`
  assert.equal((await lena.get(pfad)).status, 200)
  for (const kennung of ['p.post', 'a.admin', 'r.revision']) {
    const antwort = await (await demo.als(kennung)).get(pfad)
    assert.ok([403, 404].includes(antwort.status), `${kennung} ${antwort.status}`)
    assert.ok(!antwort.html.includes('Erika Muster'))
  }
  const fremd = personalActor(['akte.lesen', 'vorgang.lesen', 'vorgang.bearbeiten', 'vorgang.schliessen', 'antrag.bearbeiten', 'bescheid.entwerfen'], { einheiten: [einheit] })
  await assert.rejects(app.ask(fremd, antragAuskunft, { nummer: eingereicht.vorgangsnummer }), { status: 404 })
  await assert.rejects(app.ask(fremd, vorgangAuskunft, { nummer: eingereicht.vorgangsnummer }), { status: 404 })
})

test('a key of the other town opens nothing here', async () => {
  const token = await schluessel(beispielhausen, 'dienst-dort', ['antrag.einreichen', 'vorgang.lesen'])
  const kopf = { authorization: `Bearer ${token}`, accept: 'application/json' }
  for (const path of [`/api/antraege/${eingereicht.vorgangsnummer}`, `/api/vorgaenge/${eingereicht.vorgangsnummer}`]) {
    assert.equal((await demo.besucher().get(path, kopf)).status, 401, `${path} at this town`)
    const dort = await demo.besucher('beispielhausen.localhost').get(path, kopf)
    assert.equal(dort.status, 404, `${path} at the other town`)
    assert.ok(!dort.html.includes('Muster'))
  }
  const einreichen = await demo.besucher().post('/api/antraege/musterleistung', '{"daten":{}}', { ...kopf, 'content-type': 'application/json', 'idempotency-key': newId() })
  assert.equal(einreichen.status, 401)
})
