import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, personalActor } from '../../../../../test/app.js'
import { passwortHash, personalAnlegen, kontoStatusSetzen, findPersonal } from '../../../grundlagen/konten/index.js'
import { einheitAnlegen, rolleFestlegen, rolleZuweisen, zuweisungenVon } from '../../../grundlagen/organisation/index.js'
import { oidcGegenstelle } from '../test/oidc-gegenstelle.js'
import { enthaelt, stadtMitSimulator } from '../test/stadt.js'

const { app, web, zeilen, system, ablehnungen } = await stadtMitSimulator()
const ID = '01900000-0000-7000-8000-00000001d0cc'
const person: Record<string, unknown> = { given_name: 'Sven', family_name: 'Sommer', email: 's.sommer@musterstadt.example', preferred_username: 's.sommer', groups: ['Ordnungsamt', 'Alle'] }
const gegenstelle = await oidcGegenstelle(`http://musterstadt.localhost:${new URL(web.url).port}/anmelden/oidc/${ID}/antwort`, {}, person)
const ENDE = 'Ein-langes-Kennwort-26!'
for (const rolle of ['sachbearbeitung', 'leitung', 'fachadmin']) {
  await app.execute(system(), rolleFestlegen, { schluessel: rolle, name: rolle, beschreibung: rolle, stufe: 0, rechte: rolle === 'fachadmin' ? ['organisation.verwalten', 'konten.verwalten', 'identitaet.verwalten'] : ['vorgang.lesen'] })
}
await app.execute(system(), einheitAnlegen, { kuerzel: '32', name: 'Ordnung' })
const { id: adminId } = await app.execute(system(), personalAnlegen, { kennung: 'a.admin', name: 'Anton Admin', passwortHash: await passwortHash(ENDE) })
await app.execute(system(), rolleZuweisen, { kontoId: adminId, rolle: 'fachadmin' })
const admin = web.besucher()
await admin.mitSitzung('personal', adminId, musterstadt)

const FELDER = {
  bezeichnung: 'Dienstkonto', aussteller: gegenstelle.aussteller, clientId: 'stadt', geheimnis: 'ein-langes-geheimnis-fuer-den-test-26', 'attribut-pseudonym': 'sub', 'attribut-kennung': 'preferred_username',
  'attribut-vornamen': 'given_name', 'attribut-familienname': 'family_name', 'attribut-gruppen': 'groups', rollen: 'Ordnungsamt = sachbearbeitung @ 32\nLeitung = leitung @ *\nUnbekannt = gibtsnicht @ 99', aktiv: 'ja',
}

test('the administration connects a directory on a page, checks it, and hands out what the provider needs', async () => {
  const seite = '/verwaltung/identitaet/neu?protokoll=oidc&kontoart=personal'
  const falsch = await admin.senden(seite, { ...FELDER, aussteller: 'ftp://x', rollen: 'Unsinn' }, seite)
  assert.equal(falsch.status, 422)
  enthaelt(falsch.html, /beginnt|https/)
  enthaelt(falsch.html, /Zeile 1/)
  assert.doesNotMatch(falsch.html, /ein-langes-geheimnis/, 'the secret is not shown again')
  const neu = await admin.senden(seite, FELDER, seite)
  assert.equal(neu.status, 303, neu.html)
  const id = neu.location?.split('/').at(-1) ?? ''
  await zeilen('update identitaet.anbieter set id = $1 where id = $2', [ID, id])
  const form = await admin.get(`/verwaltung/identitaet/${ID}`)
  enthaelt(form.html, new RegExp(`/anmelden/oidc/${ID}/antwort`))
  const geprueft = await admin.senden(`/verwaltung/identitaet/${ID}`, {}, `/verwaltung/identitaet/${ID}/pruefen`)
  enthaelt(geprueft.html, /Die Verbindung steht</)
})

test('an employee comes in with the roles of the groups; a changed group changes them at the next sign-in', async () => {
  const sven = web.besucher()
  const da = await gegenstelle.anmelden(sven, ID)
  assert.deepEqual([da.status, da.location], [303, '/arbeitsplatz'], da.html)
  const konto = await app.db.withMandant(musterstadt, (tx) => findPersonal(tx, 's.sommer'))
  assert.equal(konto?.name, 'Sven Sommer')
  const rollen = async () => (await app.db.withMandant(musterstadt, (tx) => zuweisungenVon(tx, { kontoId: konto?.id ?? '' }))).filter(({ bis }) => !bis).map(({ rolle }) => rolle)
  assert.deepEqual(await rollen(), ['sachbearbeitung'])
  await app.execute(system(), rolleZuweisen, { kontoId: konto?.id ?? '', rolle: 'fachadmin' })
  person['groups'] = ['Leitung']
  await gegenstelle.anmelden(web.besucher(), ID)
  assert.deepEqual((await rollen()).toSorted(), ['fachadmin', 'leitung'], 'what was assigned by hand stays')
})

test('without a group nobody gets in; a name does not open an account that has a password; a locked account stays locked', async () => {
  gegenstelle.stand.konto = 'person-ohne'
  person['groups'] = []
  person['preferred_username'] = 'neu.ling'
  enthaelt((await gegenstelle.anmelden(web.besucher(), ID)).html, /Für Sie gibt es hier kein Konto/)
  person['groups'] = ['Leitung']
  person['preferred_username'] = 'a.admin'
  enthaelt((await gegenstelle.anmelden(web.besucher(), ID)).html, /Für Sie gibt es hier kein Konto/)
  gegenstelle.stand.konto = 'person-1'
  const konto = await app.db.withMandant(musterstadt, (tx) => findPersonal(tx, 's.sommer'))
  await app.execute(personalActor(['konten.verwalten']), kontoStatusSetzen, { id: konto?.id ?? '', status: 'gesperrt', grund: 'Test' })
  enthaelt((await gegenstelle.anmelden(web.besucher(), ID)).html, /gesperrt/)
  assert.deepEqual((await ablehnungen()).slice(-3), ['keinKonto', 'keinKonto', 'gesperrt'])
})

test('only the provider: never without an emergency account, and that one still signs in', async () => {
  const seite = `/verwaltung/identitaet/${ID}`
  const ohne = await admin.senden(seite, { ...FELDER, nurAnbieter: 'ja' })
  assert.equal(ohne.status, 422)
  enthaelt(ohne.html, /Notfallkonto/)
  assert.equal((await admin.senden('/verwaltung/identitaet', { kontoId: adminId })).status, 303)
  assert.equal((await admin.senden(seite, { ...FELDER, nurAnbieter: 'ja' })).status, 303)
  await app.execute(system(), personalAnlegen, { kennung: 'n.normal', name: 'Nora Normal', passwortHash: await passwortHash(ENDE) })
  const nora = await web.besucher().senden('/arbeitsplatz/anmelden', { kennung: 'n.normal', passwort: ENDE })
  assert.equal(nora.status, 422)
  enthaelt(nora.html, /nur über das Dienstkonto/)
  assert.equal((await web.besucher().senden('/arbeitsplatz/anmelden', { kennung: 'a.admin', passwort: ENDE })).status, 303)
  const weg = await admin.senden('/verwaltung/identitaet', { kontoId: adminId }, '/verwaltung/identitaet/notfallkonten/entfernen')
  assert.equal(weg.status, 409, 'the last one stays')
})
