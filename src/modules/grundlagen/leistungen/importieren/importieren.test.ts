import assert from 'node:assert/strict'
import { mkdtemp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { ZipFile } from 'yazl'
import { beispielhausen, musterstadt, personalActor, system, testApp } from '../../../../../test/app.js'
import { Forbidden, Invalid, NotFound } from '../../../../platform/errors.js'
import { befehle } from '../cli.js'
import { findLeistung, leistungImportieren, leistungsversionById, leistungVeroeffentlichen, leistungZurueckziehen, paketPruefen } from '../index.js'
import { musterleistung, musterpaket } from '../test/muster.js'
import { paketExportieren } from '../exportieren/query.js'
import { leseZip } from './paket-lesen.js'

const { app } = await testApp({ worker: false })
const erste = await musterleistung(app, musterstadt)
const verwalterin = personalActor(['leistung.verwalten'])
const inStadt = <T>(fn: Parameters<typeof app.db.withMandant<T>>[1], mandantId = musterstadt) => app.db.withMandant<T>(mandantId, fn)
const finde = (schluessel: string) => inStadt((tx) => findLeistung(tx, schluessel, app.clock.today()))

test('a package becomes a public version, found by its key and by the federal number, in its town only', async () => {
  assert.equal(erste.neu, true)
  assert.equal(erste.veroeffentlicht, true)
  assert.equal((await finde('musterleistung'))?.id, erste.versionId)
  assert.equal((await finde('99000000000001'))?.formular?.seiten.length, 2)
  assert.equal(await inStadt((tx) => findLeistung(tx, 'musterleistung', app.clock.today()), beispielhausen), undefined)
})

test('the same package again changes nothing', async () => {
  const nochmal = await app.execute(verwalterin, leistungImportieren, { dateien: musterpaket(), veroeffentlichen: true })
  assert.deepEqual([nochmal.neu, nochmal.veroeffentlicht, nochmal.versionId], [false, false, erste.versionId])
})

test('a changed package is a new version; the old one stays as it was for those who began with it (A1-09)', async () => {
  const zweite = await app.execute(verwalterin, leistungImportieren, { dateien: musterpaket({ kurztext: 'Jetzt mit Streifen.' }), veroeffentlichen: true })
  assert.equal(zweite.version, 2)
  assert.equal((await finde('musterleistung'))?.kurztext, 'Jetzt mit Streifen.')
  const alt = await inStadt((tx) => leistungsversionById(tx, erste.versionId))
  assert.deepEqual([alt?.status, alt?.kurztext], ['frueher', 'Mit dem Ausweis dürfen Sie Muster tragen.'])
})

test('a draft may have gaps; publishing names them all (A1-01)', async () => {
  const dateien = musterpaket({ schluessel: 'lueckenhaft', leistungsschluessel: undefined, rechtsbehelf: undefined, aktenplaneinheit: undefined, kanaele: { email: 'a@b.example' } })
  const entwurf = await app.execute(verwalterin, leistungImportieren, { dateien, veroeffentlichen: false })
  assert.equal(await finde('lueckenhaft'), undefined)
  const alle = ['rechtsbehelf', 'aktenplaneinheit', 'kanaele']
  await assert.rejects(app.execute(verwalterin, leistungVeroeffentlichen, { versionId: entwurf.versionId }),
    (error: unknown) => error instanceof Invalid && alle.every((feld) => error.felder.some((one) => one.feld === feld)) && error.felder.length === 3)
  await assert.rejects(app.execute(verwalterin, leistungImportieren, { dateien, veroeffentlichen: true }), (error: unknown) => error instanceof Invalid && error.felder.length === 3)
})

test('everything that is wrong is said at once, file by file', async () => {
  const dateien = {
    ...musterpaket({ einheit: '99', typo: 1, leistungsschluessel: '12', lebenslagen: ['mars'] }),
    'formular.json': '{', 'verfahren.bpmn': '<a/>', 'gebuehr.yaml': 'positionen: [', 'notiz.txt': 'x',
  }
  const { befunde } = await app.ask(verwalterin, paketPruefen, { dateien })
  const fehler = befunde.filter(({ stufe }) => stufe === 'fehler')
  assert.deepEqual([...new Set(fehler.map(({ datei }) => datei))].sort(), ['formular.json', 'gebuehr.yaml', 'leistung.yaml', 'notiz.txt', 'verfahren.bpmn'])
  assert.ok(fehler.filter(({ datei }) => datei === 'leistung.yaml').length >= 2)
  await assert.rejects(app.execute(verwalterin, leistungImportieren, { dateien: musterpaket({ einheit: '99' }), veroeffentlichen: false }),
    (error: unknown) => error instanceof Invalid && error.felder[0]?.feld === 'leistung.yaml: einheit')
})

test('what form and master data both say must be the same', async () => {
  const { befunde } = await app.ask(verwalterin, paketPruefen, { dateien: musterpaket({ schriftform: { art: 'papier', norm: '§ 3' }, kosten: [{ text: 'viel' }] }) })
  assert.deepEqual(befunde.filter(({ stufe }) => stufe === 'fehler').map(({ ort }) => ort).sort(), ['/schriftform', 'kosten'])
})

test('a service only for others needs others, and somebody who is known', async () => {
  const gruende = async (vertretung: unknown, vertrauensniveau: string) => (await app.ask(verwalterin, paketPruefen, { dateien: musterpaket({ vertretung, vertrauensniveau }) }))
    .befunde.filter(({ stufe, ort }) => stufe === 'fehler' && ort === 'vertretung').map(({ text }) => text.slice(0, 7))
  assert.deepEqual(await gruende({ selbst: false }, 'substantiell'), ['Niemand'])
  assert.deepEqual(await gruende({ selbst: false, kind: true }, 'niedrig'), ['Wer nur'])
  assert.deepEqual(await gruende({ selbst: false, kind: true }, 'substantiell'), [])
})

test('a federal number belongs to one service of the town', async () => {
  await assert.rejects(app.execute(verwalterin, leistungImportieren, { dateien: musterpaket({ schluessel: 'doppelgaenger' }), veroeffentlichen: false }),
    (error: unknown) => error instanceof Invalid && error.felder[0]?.feld === 'leistung.yaml: leistungsschluessel')
})

test('withdrawn it is no longer found, with the reason on record', async () => {
  const { leistungId } = await app.execute(system(), leistungImportieren, { dateien: musterpaket({ schluessel: 'kurzlebig', leistungsschluessel: undefined }), veroeffentlichen: true })
  await app.execute(verwalterin, leistungZurueckziehen, { leistungId, grund: 'Die Satzung gilt nicht mehr.' })
  assert.equal(await finde('kurzlebig'), undefined)
})

test('without the permission nothing is taken in or given out', async () => {
  await assert.rejects(app.ask(personalActor([]), paketExportieren, { schluessel: 'musterleistung' }), Forbidden)
  await assert.rejects(app.ask(verwalterin, paketExportieren, { schluessel: 'gibtsnicht' }), NotFound)
  await assert.rejects(app.execute(personalActor([]), leistungImportieren, { dateien: musterpaket(), veroeffentlichen: false }), Forbidden)
})

async function zipAus(eintraege: readonly (readonly [string, string | Buffer])[], mode = 0o100644): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, inhalt] of eintraege) zip.addBuffer(Buffer.from(inhalt), name, { mode })
  zip.end()
  return Buffer.concat(await Array.fromAsync(zip.outputStream as AsyncIterable<Buffer>))
}

test('hostile archives are refused before they are read', async () => {
  const boese: Record<string, Buffer> = {
    unterordner: await zipAus([['a/b/leistung.yaml', 'x']]),
    fremd: await zipAus([['leistung.yaml', 'x'], ['boese.sh', 'x']]),
    verweis: await zipAus([['leistung.yaml', '/etc/passwd']], 0o120777),
    bombe: await zipAus([['leistung.yaml', Buffer.alloc(3_000_000, 97)]]),
    binaer: await zipAus([['leistung.yaml', Buffer.from([0xff, 0xfe])]]),
    viele: await zipAus(Array.from({ length: 30 }, (_, index) => [`texte.${String.fromCharCode(97 + index % 26, 97 + Math.floor(index / 26))}.yaml`, 'x'] as const)),
    kaputt: Buffer.from('PK nicht wirklich'),
    ausbruch: Buffer.from((await zipAus([['xx/leistung.yaml', 'x']])).toString('latin1').replaceAll('xx/leistung', '../leistung'), 'latin1'),
  }
  for (const [name, bytes] of Object.entries(boese)) await assert.rejects(leseZip(bytes), Invalid, name)
})

test('the command line imports a folder, tries it out, and gives it back byte for byte', async (t) => {
  const ordner = await mkdtemp(join(tmpdir(), 'leistung-'))
  t.after(() => rm(ordner, { recursive: true }))
  const paket = join(ordner, 'paket')
  await mkdir(paket)
  const dateien = musterpaket({ schluessel: 'aus-ordner', leistungsschluessel: undefined })
  for (const [name, inhalt] of Object.entries(dateien)) await writeFile(join(paket, name), inhalt)
  const lauf = async (wort: string, args: string[]) => {
    const zeilen: string[] = []
    const code = await befehle.find((befehl) => befehl.wort === wort)?.run(app, args, { json: true, out: (zeile) => zeilen.push(zeile), err: (zeile) => zeilen.push(zeile) })
    return { code, antwort: JSON.parse(zeilen[0] ?? 'null') as Record<string, unknown> }
  }
  assert.deepEqual([(await lauf('leistung import', [paket, '--dry-run'])).code, await finde('aus-ordner')], [0, undefined])
  assert.deepEqual((await lauf('leistung import', [paket, '--mandant', 'musterstadt'])).antwort['veroeffentlicht'], true)
  const [eins, zwei] = [join(ordner, 'eins.zip'), join(ordner, 'zwei.zip')]
  await lauf('leistung export', ['aus-ordner', eins])
  assert.deepEqual(await leseZip(await readFile(eins)), dateien)
  assert.equal((await lauf('leistung import', [eins])).antwort['neu'], false)
  await lauf('leistung export', ['aus-ordner', zwei])
  assert.ok((await readFile(eins)).equals(await readFile(zwei)))
  await symlink('/etc/passwd', join(paket, 'texte.xx.yaml'))
  assert.equal((await lauf('leistung import', [paket])).code, 1)
  assert.equal((await lauf('leistung import', [join(ordner, 'fehlt')])).code, 1)
})
