import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import { geheimnisVersiegeln } from '../anbieter/anbieter.js'
import { anbieterFestlegen } from '../anbieter/command.js'
import { OIDC_VORGABE, STORK_VORGABE } from '../domain/attribute.js'
import { oidcGegenstelle, ohneUnterschrift, unterschrieben, type Faelschung } from '../test/oidc-gegenstelle.js'
import { enthaelt, stadtMitSimulator } from '../test/stadt.js'

const { app, web, zeilen, ablehnungen, system } = await stadtMitSimulator()
const ID = '01900000-0000-7000-8000-00000001d0aa'
const host = `musterstadt.localhost:${new URL(web.url).port}`
const gegenstelle = await oidcGegenstelle(`http://${host}/anmelden/oidc/${ID}/antwort`)
const anbieter = {
  id: ID, bezeichnung: 'Prüfkonto', kontoart: 'buerger', protokoll: 'oidc', aussteller: gegenstelle.aussteller, clientId: 'stadt',
  geheimnis: geheimnisVersiegeln(app, 'ein-langes-geheimnis-fuer-den-test-26').toString('base64'), attribute: OIDC_VORGABE,
  niveaus: Object.fromEntries(Object.entries(STORK_VORGABE).map(([niveau, worte]) => [niveau, [...worte]])), rollen: [], nurAnbieter: false, aktiv: true,
} as const
await app.execute(system(), anbieterFestlegen, { ...anbieter, attribute: { ...OIDC_VORGABE }, rollen: [] })

test('a real provider signs somebody in: code, PKCE, state, nonce, signature, userinfo', async () => {
  const besucher = web.besucher()
  const angekommen = await gegenstelle.anmelden(besucher, ID, '?niveau=substantiell&angaben=geburtsdatum,plz&ziel=/konto/entwuerfe')
  assert.deepEqual([angekommen.status, angekommen.location], [303, '/konto/entwuerfe'], angekommen.html)
  enthaelt((await besucher.get('/konto')).html, /Petra Prüfer/)
  const [row] = await zeilen<{ niveau: string }>('select niveau from identitaet.nachweis order by abgerufen_am desc limit 1')
  assert.equal(row?.niveau, 'substantiell')
})

const fremder = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const jetzt = () => Math.floor(Date.now() / 1000)

const ANGRIFFE: readonly (readonly [string, Faelschung, string, RegExp])[] = [
  ['unsigned (alg none)', (claims) => ohneUnterschrift(claims), 'signatur', /nicht echt/],
  ['signature of a stranger', (claims) => unterschrieben(claims, fremder), 'signatur', /nicht echt/],
  ['claims changed under a good signature', (claims, schluessel) => { const [kopf, , unterschrift] = unterschrieben(claims, schluessel).split('.'); return `${kopf}.${Buffer.from(JSON.stringify({ ...claims, sub: 'jemand-anderes' })).toString('base64url')}.${unterschrift}` }, 'signatur', /nicht echt/],
  ['a symmetric signature', (claims, schluessel) => unterschrieben(claims, schluessel, { alg: 'HS256' }), 'signatur', /nicht echt/],
  ['wrong audience', (claims, schluessel) => unterschrieben({ ...claims, aud: 'andere-stadt' }, schluessel), 'empfaenger', /nicht für uns/],
  ['wrong issuer', (claims, schluessel) => unterschrieben({ ...claims, iss: 'https://anderswo.example' }, schluessel), 'aussteller', /anderen Stelle/],
  ['expired', (claims, schluessel) => unterschrieben({ ...claims, iat: jetzt() - 4000, exp: jetzt() - 400 }, schluessel), 'zeit', /gilt nicht mehr/],
  ['wrong nonce', (claims, schluessel) => unterschrieben({ ...claims, nonce: 'eines-anderen' }, schluessel), 'nonce', /anderen Anmeldung/],
  ['downgraded level', (claims, schluessel) => unterschrieben({ ...claims, acr: 'STORK-QAA-Level-1' }, schluessel), 'niveau', /reicht nicht/],
  ['a level that nobody knows', (claims, schluessel) => unterschrieben({ ...claims, acr: 'STORK-QAA-Level-9' }, schluessel), 'niveau', /reicht nicht/],
  ['no level at all', ({ acr: _acr, ...claims }, schluessel) => unterschrieben(claims, schluessel), 'niveau', /reicht nicht/],
]

for (const [name, faelschung, grund, satz] of ANGRIFFE) {
  test(`refused: ${name}`, async () => {
    gegenstelle.stand.faelschung = faelschung
    const besucher = web.besucher()
    const antwort = await gegenstelle.anmelden(besucher, ID, '?niveau=substantiell')
    gegenstelle.stand.faelschung = undefined
    assert.equal(antwort.status, 403)
    enthaelt(antwort.html, satz)
    enthaelt(antwort.html, /Sie sind nicht angemeldet worden/)
    assert.equal((await ablehnungen()).at(-1), grund)
    assert.equal((await besucher.get('/konto')).status, 303, 'nobody is signed in')
  })
}

test('refused: an answer replayed, a code of another attempt, an answer in another browser', async () => {
  const [opfer, angreifer] = [web.besucher(), web.besucher()]
  const zurueck = await gegenstelle.durchgehen((await opfer.get(`/anmelden/mit/${ID}`)).location ?? '')
  enthaelt((await angreifer.get(zurueck)).html, /ein anderer Browser/)
  const eigener = new URL((await angreifer.get(`/anmelden/mit/${ID}`)).location ?? '')
  const untergeschoben = new URL(zurueck, 'http://x')
  untergeschoben.searchParams.set('state', eigener.searchParams.get('state') ?? '')
  assert.equal((await angreifer.get(`${untergeschoben.pathname}${untergeschoben.search}`)).status, 403, 'PKCE binds the code to its attempt')
  const wieder = await opfer.get(zurueck)
  assert.notEqual(wieder.status, 500)
  enthaelt((await opfer.get(zurueck)).html, /schon benutzt/)
})

test('whoever comes back with an account of another person stays who they were', async () => {
  const besucher = web.besucher()
  gegenstelle.stand.konto = 'person-2'
  await gegenstelle.anmelden(besucher, ID)
  gegenstelle.stand.konto = 'person-1'
  const antwort = await gegenstelle.anmelden(besucher, ID, '?niveau=substantiell')
  enthaelt(antwort.html, /gehört zu einem anderen Konto/)
  assert.equal((await besucher.get('/konto')).status, 200)
})

test('a provider that is away says so and loses nothing', async () => {
  const weg = { ...anbieter, id: '01900000-0000-7000-8000-00000001d0ab', aussteller: 'http://127.0.0.1:1', attribute: { ...OIDC_VORGABE }, rollen: [] }
  await app.execute(system(), anbieterFestlegen, weg)
  const antwort = await web.besucher().get(`/anmelden/mit/${weg.id}`)
  assert.equal(antwort.status, 503)
  enthaelt(antwort.html, /gerade nicht erreichbar/)
})
