import assert from 'node:assert/strict'
import { test } from 'node:test'
import { geheimnisVersiegeln } from '../anbieter/anbieter.js'
import { anbieterFestlegen } from '../anbieter/command.js'
import { BUNDID_VORGABE, STORK_VORGABE } from '../domain/attribute.js'
import { abgeben, antwortXml, AUSSTELLER, samlGegenstelle, type Aussage } from '../test/saml-gegenstelle.js'
import { enthaelt, stadtMitSimulator } from '../test/stadt.js'
import { neuerSchluessel, passtZusammen, zertifikatAus } from './zertifikat.js'

const { app, web, ablehnungen, system } = await stadtMitSimulator()
const gegenstelle = await samlGegenstelle()
const verschluesselnd = await samlGegenstelle(true)
const ID = '01900000-0000-7000-8000-00000001d0bb'
const ID2 = '01900000-0000-7000-8000-00000001d0bc'
const eigener = await neuerSchluessel('Musterstadt')
for (const [id, idp] of [[ID, gegenstelle], [ID2, verschluesselnd]] as const) {
  await app.execute(system(), anbieterFestlegen, {
    id, bezeichnung: 'SAML-Konto', kontoart: 'buerger', protokoll: 'saml', aussteller: AUSSTELLER, einstieg: idp.einstieg, zertifikate: [idp.zertifikat],
    schluessel: geheimnisVersiegeln(app, eigener.schluessel).toString('base64'), eigenesZertifikat: eigener.zertifikat, attribute: { ...BUNDID_VORGABE },
    niveaus: Object.fromEntries(Object.entries(STORK_VORGABE).map(([niveau, worte]) => [niveau, [...worte]])), rollen: [], nurAnbieter: false, aktiv: true,
  })
}
const host = `http://musterstadt.localhost:${new URL(app.config.baseUrl).port || new URL(web.url).port}`
const metadaten = (await web.besucher().get(`/anmelden/saml/${ID}/metadaten`)).html
const adresse = /AssertionConsumerService[^>]*Location="([^"]+)"/.exec(metadaten)?.[1] ?? ''
const PFAD = `/anmelden/saml/${ID}/antwort`

/** Begins, and says what an honest answer would say. */
async function begonnen(frage = '?niveau=substantiell', id = ID) {
  const besucher = web.besucher()
  const hin = await besucher.get(`/anmelden/mit/${id}${frage}`)
  const { id: anfrage, niveau, relayState } = await gegenstelle.liesAnfrage((await web.besucher().get(`/anmelden/saml/${id}/metadaten`)).html, hin.location ?? '')
  const jetzt = Temporal.Now.instant().round('second')
  const aussage: Aussage = {
    aussteller: AUSSTELLER, empfaenger: /entityID="([^"]+)"/.exec(metadaten)?.[1]?.replace(ID, id) ?? '', annahmestelle: adresse.replace(ID, id), anfrage, niveau: 'STORK-QAA-Level-3', ab: jetzt.subtract({ minutes: 1 }), bis: jetzt.add({ minutes: 5 }),
    ausgestellt: jetzt, pseudonym: 'bpk2-samira', assertionId: `_a${crypto.randomUUID()}`,
  }
  return { besucher, aussage, relayState, verlangt: niveau }
}

test('our key has a certificate that others can read; a stranger\'s text is none', () => {
  assert.ok(passtZusammen(eigener.schluessel, eigener.zertifikat))
  assert.equal(zertifikatAus('kein Zertifikat'), undefined)
  assert.ok(zertifikatAus(eigener.zertifikat.replaceAll(/-----[A-Z ]+-----|\s/g, '')))
})

test('a real identity provider signs somebody in: signed request with the level, signed answer, one account by pseudonym', async () => {
  const { besucher, aussage, relayState, verlangt } = await begonnen()
  assert.equal(verlangt, 'STORK-QAA-Level-3')
  assert.ok(host)
  const antwort = await abgeben(web, besucher, PFAD, await gegenstelle.antworte(metadaten, antwortXml(aussage), { nachricht: true }), relayState)
  assert.deepEqual([antwort.status, antwort.location], [303, '/konto'], antwort.html)
  enthaelt((await besucher.get('/konto')).html, /Samira Samlmann/)
})

test('an encrypted assertion is opened with our key', async () => {
  const { besucher, aussage, relayState } = await begonnen('', ID2)
  const eigene = (await web.besucher().get(`/anmelden/saml/${ID2}/metadaten`)).html
  const antwort = await abgeben(web, besucher, `/anmelden/saml/${ID2}/antwort`, await verschluesselnd.antworte(eigene, antwortXml({ ...aussage, pseudonym: 'bpk2-geheim' })), relayState)
  assert.equal(antwort.status, 303, antwort.html)
})

const base64 = (xml: string) => Buffer.from(xml).toString('base64')
const ausBase64 = (text: string) => Buffer.from(text, 'base64').toString()
const signiert = (aussage: Aussage) => gegenstelle.antworte(metadaten, antwortXml(aussage))

const ANGRIFFE: readonly (readonly [string, (aussage: Aussage) => Promise<string>, string, RegExp])[] = [
  ['unsigned', async (a) => base64(antwortXml(a)), 'signatur', /nicht echt/],
  ['signed by a stranger', async (a) => (await samlGegenstelle()).antworte(metadaten, antwortXml(a)), 'signatur', /nicht echt/],
  ['changed after signing', async (a) => base64(ausBase64(await signiert(a)).replace('bpk2-samira', 'bpk2-opfer')), 'signatur', /nicht echt/],
  ['wrapped: a forged assertion before the signed one', async (a) => {
    const echt = ausBase64(await signiert(a))
    const falsch = /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(antwortXml({ ...a, pseudonym: 'bpk2-opfer', assertionId: '_falsch' }))?.[0] ?? ''
    return base64(echt.replace('<saml:Assertion', `${falsch}<saml:Assertion`))
  }, 'signatur', /nicht echt/],
  ['wrapped: the signed assertion hidden inside a forged one', async (a) => {
    const echt = /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(ausBase64(await signiert(a)))?.[0] ?? ''
    return base64(antwortXml({ ...a, pseudonym: 'bpk2-opfer', assertionId: '_falsch' }).replace('</saml:Subject>', `</saml:Subject><saml:Advice>${echt}</saml:Advice>`))
  }, 'signatur', /nicht echt/],
  ['a name cut by a comment', async (a) => base64(ausBase64(await signiert(a)).replace('bpk2-samira', 'bpk2-<!-- -->samira')), 'unlesbar', /nicht lesbar/],
  ['wrong audience', async (a) => signiert({ ...a, empfaenger: 'https://andere-stadt.example' }), 'empfaenger', /nicht für uns/],
  ['wrong recipient', async (a) => signiert({ ...a, annahmestelle: 'https://andere-stadt.example/antwort' }), 'empfaenger', /nicht für uns/],
  ['wrong issuer', async (a) => signiert({ ...a, aussteller: 'https://anderswo.example' }), 'aussteller', /anderen Stelle/],
  ['expired', async (a) => signiert({ ...a, bis: a.ausgestellt.subtract({ minutes: 5 }) }), 'zeit', /gilt nicht mehr/],
  ['not yet valid', async (a) => signiert({ ...a, ab: a.ausgestellt.add({ minutes: 30 }), bis: a.ausgestellt.add({ minutes: 60 }) }), 'zeit', /gilt nicht mehr/],
  ['for a request that we never made', async (a) => signiert({ ...a, anfrage: '_erfunden' }), 'unbekannt', /kennen wir nicht/],
  ['downgraded level', async (a) => signiert({ ...a, niveau: 'STORK-QAA-Level-1' }), 'niveau', /reicht nicht/],
  ['a document type', async (a) => base64(`<!DOCTYPE x [<!ENTITY a "b">]>${ausBase64(await signiert(a))}`), 'unlesbar', /nicht lesbar/],
  ['a million brackets', async () => base64(`<a>${'<b>'.repeat(60_000)}</a>`), 'unlesbar', /nicht lesbar/],
  ['no XML at all', async () => '%%%', 'unlesbar', /nicht lesbar/],
  ['an old hash', async (a) => base64(ausBase64(await signiert(a)).replaceAll('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'http://www.w3.org/2000/09/xmldsig#rsa-sha1')), 'signatur', /nicht echt/],
]

for (const [name, angriff, grund, satz] of ANGRIFFE) {
  test(`refused: ${name}`, async () => {
    const { besucher, aussage, relayState } = await begonnen()
    const antwort = await abgeben(web, besucher, PFAD, await angriff(aussage), relayState)
    assert.equal(antwort.status, 403)
    enthaelt(antwort.html, satz)
    assert.equal((await ablehnungen()).at(-1), grund)
    assert.equal((await besucher.get('/konto')).status, 303, 'nobody is signed in')
  })
}

test('refused: replayed, in another browser, with another state', async () => {
  const { besucher, aussage, relayState } = await begonnen()
  const antwort = await signiert(aussage)
  enthaelt((await abgeben(web, besucher, PFAD, antwort, 'anderer')).html, /anderen Anmeldung/)
  const fremd = web.besucher()
  enthaelt((await abgeben(web, fremd, PFAD, antwort, relayState)).html, /ein anderer Browser/)
  enthaelt((await abgeben(web, besucher, PFAD, antwort, relayState)).html, /schon benutzt/)
  assert.equal((await besucher.get(`/anmelden/saml/${ID}/weiter?state=${encodeURIComponent(relayState)}`)).location, '/konto', 'the own browser still comes for its own answer')
  enthaelt((await besucher.get(`/anmelden/saml/${ID}/weiter?state=${encodeURIComponent(relayState)}`)).html, /schon benutzt/)
  const neu = await begonnen()
  enthaelt((await abgeben(web, neu.besucher, PFAD, await signiert({ ...neu.aussage, assertionId: aussage.assertionId }), neu.relayState)).html, /schon benutzt/)
})
