import assert from 'node:assert/strict'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { buffer } from 'node:stream/consumers'
import yauzl from 'yauzl'
import { Conflict, Forbidden, NotFound } from '../../../platform/errors.js'
import { historyOf } from '../../../platform/events/index.js'
import { musterstadt, personalActor, system } from '../../../../test/app.js'
import { sql } from 'kysely'
import { kontenById } from '../../grundlagen/konten/index.js'
import { antraegeVon } from '../../verfahren/antraege/index.js'
import { entwuerfeVon } from '../onlineantrag/index.js'
import { probestadt } from '../onlineantrag/test-stadt.js'
import { auskunftAblegen, auskunftAbrufen, auskunftAnfordern, eigeneAuskuenfte } from './auskunft/command.js'
import { kontodaten } from './db/tables.js'
import { kontoLoeschen, loeschungVollziehen, loeschungZuruecknehmen, loeschvorschau, ruecknahmeschluessel } from './loeschen/command.js'
import { kontopflege } from './pflege/recurring.js'

const stadt = await probestadt()
const { app, web, settle } = stadt
const hier = <T>(fn: Parameters<typeof app.db.withMandant<T>>[1]) => app.db.withMandant<T>(musterstadt, fn)
const pflege = () => kontopflege.run({ app, mandantId: musterstadt, actor: system(), signal: new AbortController().signal })
const morgen = (tage: number) => app.clock.set(app.clock.now().add({ hours: 24 * tage }))

/** Somebody with an application that runs, and a draft. */
async function person(email: string) {
  const kontoId = await stadt.buergerkonto(email)
  const besucher = web.besucher()
  await stadt.anmelden(besucher, email, '/konto')
  const { pfad } = await stadt.ausgefuellt(besucher)
  assert.equal((await besucher.senden(`${pfad}/pruefen`, {})).status, 303)
  await stadt.begonnen(besucher)
  await settle()
  return { kontoId, besucher, email }
}

const erika = await person('erika@example.org')
const max = await person('max@example.org')
const antragVon = async (kontoId: string) => (await hier((tx) => antraegeVon(tx, kontoId)))[0]
const entwuerfe = (kontoId: string) => hier((tx) => entwuerfeVon(tx, { art: 'konto', id: kontoId }))
const konto = async (kontoId: string) => (await hier((tx) => kontenById(tx, [kontoId]))).get(kontoId)

async function entpacke(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)(bytes, { lazyEntries: true })
  const dateien = new Map<string, string>()
  for await (const entry of zip.eachEntry()) {
    dateien.set(entry.fileName, (await buffer(await promisify<yauzl.Entry, NodeJS.ReadableStream>(zip.openReadStream.bind(zip))(entry))).toString('utf8'))
  }
  return dateien
}

test('the copy holds everything of the account and nothing of others; only its owner fetches it, until it expires', async () => {
  const angefordert = await erika.besucher.senden('/konto/daten', {}, '/konto/daten/auskunft')
  assert.equal(angefordert.location, '/konto/daten')
  await settle()
  const id = /\/konto\/daten\/auskunft\/([0-9a-f-]{36})/.exec((await erika.besucher.get('/konto/daten')).html)?.[1] ?? ''
  const download = await erika.besucher.get(`/konto/daten/auskunft/${id}`)
  assert.deepEqual([download.status, download.headers.get('content-type')], [200, 'application/zip'])
  assert.match(download.headers.get('content-disposition') ?? '', /attachment.*meine-daten-musterstadt/)
  assert.equal((await max.besucher.get(`/konto/daten/auskunft/${id}`)).status, 404)
  assert.notEqual((await web.besucher().get(`/konto/daten/auskunft/${id}`)).status, 200)

  const { sha256 } = await app.execute({ art: 'buerger', mandantId: musterstadt, id: erika.kontoId, name: 'Erika', zuweisungen: [], stufe: 0 }, auskunftAbrufen, { auskunftId: id })
  const dateien = await entpacke(await buffer((await app.blobs.open(musterstadt, sha256)).stream))
  const nummer = (await antragVon(erika.kontoId))?.vorgangsnummer ?? ''
  assert.match(dateien.get('LIESMICH.txt') ?? '', /Ihre Daten bei: .*Artikel 15 und 20 DSGVO/s)
  assert.equal((JSON.parse(dateien.get('profil.json') ?? '') as { email: string }).email, 'erika@example.org')
  assert.match(dateien.get('antraege.json') ?? '', new RegExp(`${nummer}[\\s\\S]*Hauptstraße`))
  assert.match(dateien.get('nachrichten.json') ?? '', /Ihr Antrag ist angekommen/)
  assert.equal((JSON.parse(dateien.get('entwuerfe.json') ?? '') as unknown[]).length, 1)
  assert.deepEqual(JSON.parse(dateien.get('zahlungen.json') ?? ''), [])
  const dokumente = [...dateien.keys()].filter((name) => name.startsWith(`dokumente/${nummer}/`))
  assert.ok(dokumente.some((name) => /Eingangsbestaetigung/.test(name)) && dokumente.some((name) => /ausweis\.pdf/.test(name)), dokumente.join())
  assert.ok(![...dateien.values()].some((inhalt) => inhalt.includes('max@example.org') || inhalt.includes((max.kontoId))))

  assert.match((await erika.besucher.get('/konto')).html, /Die Kopie Ihrer Daten liegt bereit/)
  await morgen(15)
  await pflege()
  assert.doesNotMatch((await erika.besucher.get('/konto')).html, /Die Kopie Ihrer Daten/)
  assert.doesNotMatch((await erika.besucher.get('/konto/daten')).html, /\/auskunft\/[0-9a-f-]{36}/)
  await assert.rejects(app.execute({ art: 'buerger', mandantId: musterstadt, id: erika.kontoId, name: 'Erika', zuweisungen: [], stufe: 0 }, auskunftAbrufen, { auskunftId: id }), NotFound)
  await app.clock.set('echt')
})

test('an account without a password is deleted after a sign-in of a moment ago, and after no older one', async () => {
  const ohne = web.besucher()
  const id = await stadt.buergerkonto('pia@example.org')
  await hier((tx) => sql`update konten.konto set passwort_hash = null where id = ${id}`.execute(tx))
  await ohne.mitSitzung('buerger', id, musterstadt)
  await hier((tx) => sql`update platform.sitzung set created_at = created_at - interval '11 minutes' where konto_id = ${id}`.execute(tx))
  assert.match((await ohne.get('/konto/daten/loeschen')).html, /Bitte melden Sie sich vorher noch einmal an/)
  const zuAlt = await ohne.senden('/konto/daten/loeschen', { sicher: 'ja' })
  assert.deepEqual([zuAlt.status, (await konto(id))?.status], [422, 'aktiv'])
  await ohne.mitSitzung('buerger', id, musterstadt)
  assert.equal((await ohne.senden('/konto/daten/loeschen', {})).status, 422)
  assert.equal((await ohne.senden('/konto/daten/loeschen', { sicher: 'ja' })).location, '/')
  assert.equal((await konto(id))?.status, 'gesperrt')
})

test('deletion asks for the password and the post, and deletes nothing before both are there', async () => {
  const seite = await erika.besucher.get('/konto/daten/loeschen')
  assert.match(seite.html, /Artikel 17 Absatz 3[\s\S]*KomHVO[\s\S]*alles Weitere kommt mit der Post|Alles Weitere kommt mit der Post/)
  const leer = await erika.besucher.senden('/konto/daten/loeschen', {})
  assert.equal(leer.status, 422)
  assert.match(leer.html, /Bitte bestätigen Sie, dass Ihre laufenden Anträge[\s\S]*Bitte geben Sie Ihr Passwort ein/)
  assert.equal((await erika.besucher.senden('/konto/daten/loeschen', { post: 'ja', passwort: 'falsch' })).status, 422)
  assert.deepEqual([(await konto(erika.kontoId))?.status, (await entwuerfe(erika.kontoId)).length], ['aktiv', 1])
})

const PASSWORT = 'Ein-langes-Kennwort-26!'
let loeschungId = ''
const loeschungVon = async (kontoId: string) => (await hier((tx) => kontodaten(tx).selectFrom('kontodaten.loeschung').select('id').where('konto_id', '=', kontoId).where('zurueckgenommen_am', 'is', null).executeTakeFirstOrThrow())).id

test('deleted: signed out everywhere, drafts gone, running applications go by post, and the sign-in says why', async () => {
  const geloescht = await erika.besucher.senden('/konto/daten/loeschen', { post: 'ja', passwort: PASSWORT })
  assert.deepEqual([geloescht.status, geloescht.location], [303, '/'], geloescht.html.slice(0, 500))
  await settle()
  loeschungId = await loeschungVon(erika.kontoId)
  assert.notEqual((await erika.besucher.get('/konto')).status, 200)
  assert.equal((await entwuerfe(erika.kontoId)).length, 0)
  assert.deepEqual([(await antragVon(erika.kontoId))?.zustellung, (await antragVon(erika.kontoId))?.anschrift[0]], ['post', 'Hauptstraße 1'])
  const anmelden = await web.besucher().senden('/anmelden', { kennung: erika.email, passwort: PASSWORT })
  assert.match(anmelden.html, /Dieses Konto ist gelöscht/)
  assert.doesNotMatch((await web.besucher().senden('/anmelden', { kennung: erika.email, passwort: 'geraten' })).html, /Dieses Konto ist gelöscht/)
  assert.deepEqual([(await konto(max.kontoId))?.status, (await entwuerfe(max.kontoId)).length, (await antragVon(max.kontoId))?.zustellung], ['aktiv', 1, 'postfach'])
  assert.equal((await max.besucher.get('/konto')).status, 200)
})

test('within seven days the link of the mail takes it back, and no other link does', async () => {
  const gast = web.besucher()
  const falsch = await gast.senden(`/konto-loeschung/${loeschungId}?schluessel=geraten`, { schluessel: 'geraten' }, `/konto-loeschung/${loeschungId}`)
  assert.equal(falsch.status, 422)
  const schluessel = ruecknahmeschluessel(app, musterstadt, loeschungId)
  const fremd = await gast.senden(`/konto-loeschung/${max.kontoId}?schluessel=${schluessel}`, { schluessel }, `/konto-loeschung/${max.kontoId}`)
  assert.equal(fremd.status, 422)
  await morgen(6)
  await pflege()
  assert.equal((await gast.senden(`/konto-loeschung/${loeschungId}?schluessel=${schluessel}`, { schluessel }, `/konto-loeschung/${loeschungId}`)).location, '/anmelden')
  await app.clock.set('echt')
  assert.equal((await stadt.anmelden(erika.besucher, erika.email, '/konto')).status, 303)
  assert.equal((await erika.besucher.get('/konto')).status, 200)
})

test('after seven days the profile is gone for good, the file stays, and the record has no names', async () => {
  await erika.besucher.senden('/konto/daten/loeschen', { post: 'ja', passwort: PASSWORT })
  await settle()
  loeschungId = await loeschungVon(erika.kontoId)
  await morgen(8)
  await pflege()
  const rest = await konto(erika.kontoId)
  assert.deepEqual([rest?.name, rest?.email, rest?.vorname, rest?.status], ['Gelöschtes Konto', null, null, 'ausgeschieden'])
  assert.match((await antragVon(erika.kontoId))?.vorgangsnummer ?? '', /^[A-Z]{2}-/)
  await assert.rejects(app.execute(system(), loeschungZuruecknehmen, { loeschungId }), Conflict)
  assert.doesNotMatch((await web.besucher().senden('/anmelden', { kennung: erika.email, passwort: PASSWORT })).html, /gelöscht/)
  const ereignisse = await hier((tx) => historyOf(tx, { art: 'konto', id: erika.kontoId }))
  assert.ok(ereignisse.some(({ typ }) => typ === 'kontodaten.loeschung.vollzogen/1'))
  assert.doesNotMatch(JSON.stringify(ereignisse.map(({ daten, grund }) => [daten, grund])), /Erika|erika@|Hauptstraße/)
  await app.clock.set('echt')
})

test('staff can neither take a copy of an account nor delete it, and nothing internal is open to people', async () => {
  const personal = personalActor(['konten.verwalten', 'vorgang.lesen'])
  const maxActor = { art: 'buerger' as const, mandantId: musterstadt, id: max.kontoId, name: 'Max', zuweisungen: [], stufe: 0 }
  await assert.rejects(app.ask(personal, eigeneAuskuenfte, {}), Forbidden)
  await assert.rejects(app.ask(personal, loeschvorschau, {}), Forbidden)
  await assert.rejects(app.execute(personal, auskunftAnfordern, {}), Forbidden)
  await assert.rejects(app.execute(personal, kontoLoeschen, { anschrift: [] }), Forbidden)
  await assert.rejects(app.execute(maxActor, auskunftAblegen, { auskunftId: loeschungId, sha256: '0'.repeat(64), bytes: 1 }), Forbidden)
  await assert.rejects(app.execute(maxActor, loeschungVollziehen, { loeschungId }), Forbidden)
  await assert.rejects(app.execute(maxActor, loeschungZuruecknehmen, { loeschungId }), Forbidden)
  assert.equal((await konto(max.kontoId))?.status, 'aktiv')
})
