import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { musterstadt, testApp } from '../../../../../test/app.js'
import { testWeb } from '../../../../../test/web.js'
import { dokumenteVon, vermerkeVon } from '../../../akte/akten/index.js'
import { demoPersonal } from '../../../grundlagen/konten/index.js'
import { marktstadt, offene } from '../../beteiligung/testmarkt.js'
import { pdf } from '../../../zugang/onlineantrag/test-antrag.js'
import { eingaengeVon } from '../../../akte/eingang/index.js'
import { fiktionZu } from '../../genehmigungsfiktion/index.js'
import { antragByNummer } from '../antrag.js'
import { antraege } from '../db/tables.js'

const { app, settle } = await testApp()
const web = await testWeb(app)
const PFAD = '/arbeitsplatz/antraege/erfassen/marktfestsetzung'
before(async () => { await marktstadt(app, musterstadt) })
const als = async (kennung: string) => {
  const besucher = web.besucher()
  await besucher.mitSitzung('personal', demoPersonal('musterstadt').personal.find((eine) => eine.kennung === kennung)?.id ?? '', musterstadt)
  return besucher
}
const beginn = app.clock.today().add({ days: 90 })
const datum = (name: string, tag: Temporal.PlainDate) => ({ [`${name}.tag`]: String(tag.day), [`${name}.monat`]: String(tag.month), [`${name}.jahr`]: String(tag.year) })
const ANGABEN = {
  'antragsteller.vornamen': 'Anna', 'antragsteller.familienname': 'Alt', 'anschrift.strasse': 'Markt', 'anschrift.hausnummer': '1', 'anschrift.plz': '45991', 'anschrift.ort': 'Musterstadt',
  titel: 'Trödelmarkt', art: 'jahrmarkt', ort: 'Marktplatz', ...datum('beginn', beginn), ...datum('ende', beginn), staende: '30', besucher: '200', feuer: 'nein', 'lageplan.nachreichen': 'ja', email: '', zustellung: 'post',
  ...datum('_eingang', app.clock.today()),
}

test('a clerk hands in for somebody at the counter: same kind of Vorgang, channel and paper noted, answers by letter', async () => {
  const sommer = await als('s.sommer')
  const scan = new File([new Uint8Array(pdf())], 'antrag.pdf')
  const ohneScan = await sommer.senden(PFAD, { ...ANGABEN, _kanal: 'schalter', _unterschrieben: 'ja' })
  assert.equal(ohneScan.status, 422, ohneScan.html.slice(0, 500))
  assert.match(ohneScan.html, /Bitte fügen Sie den unterschriebenen Antrag/)
  assert.match(ohneScan.html, /Trödelmarkt/)
  const antwort = await sommer.senden(PFAD, { ...ANGABEN, _kanal: 'telefon' })
  assert.equal(antwort.status, 303, antwort.html.match(/sk-error-summary[\s\S]{0,1500}/)?.[0] ?? '')
  const mitScan = await sommer.senden(PFAD, { ...ANGABEN, _kanal: 'schalter', _unterschrieben: 'ja', _ausweis: 'ja', _scan: scan })
  assert.equal(mitScan.status, 303, mitScan.html.match(/sk-error-summary[\s\S]{0,900}/)?.[0] ?? '')
  await settle()
  const nummern = await app.db.withMandant(musterstadt, async (tx) => {
    return antraege(tx).selectFrom('antraege.antrag').select('vorgangsnummer').orderBy('id').execute()
  })
  const [telefon, schalter] = await Promise.all(nummern.map(({ vorgangsnummer }) => app.db.withMandant(musterstadt, (tx) => antragByNummer(tx, vorgangsnummer))))
  assert.deepEqual([telefon?.kanal, schalter?.kanal, schalter?.inhaber, schalter?.zustellung, schalter?.kontakt.name], ['telefon', 'schalter', null, 'post', 'Anna Alt'])
  const vorgangId = schalter?.vorgangId ?? ''
  const { dokumente, vermerke } = await app.db.withMandant(musterstadt, async (tx) => ({ dokumente: await dokumenteVon(tx, vorgangId), vermerke: await vermerkeVon(tx, vorgangId) }))
  assert.ok(dokumente.some(({ betreff }) => betreff === 'Antrag auf Papier'))
  assert.match(vermerke[0]?.text ?? '', /am Schalter.*unterschrieben.*Ausweis/i)
  assert.equal((await offene(app, musterstadt, vorgangId, 'antrag.pruefen')).length, 1)
})

test('paper that is typed in later: the day of its receipt counts, periods run from it, and why it is late is on record', async () => {
  const sommer = await als('s.sommer')
  const { 'lageplan.nachreichen': _, ...vollstaendig } = ANGABEN
  const brief = (tag: Temporal.PlainDate, mehr: Record<string, string> = {}) =>
    sommer.senden(PFAD, { ...vollstaendig, ...datum('_eingang', tag), _kanal: 'post', lageplan: new File([new Uint8Array(pdf('Plan'))], 'plan.pdf'), ...mehr })
  const heute = app.clock.today()
  assert.match((await brief(heute.add({ days: 1 }))).html, /Der Tag liegt in der Zukunft/)
  assert.match((await sommer.senden(PFAD, { ...ANGABEN, ...datum('_eingang', heute), '_eingang.tag': '31', '_eingang.monat': '2', _kanal: 'post' })).html, /Bitte geben Sie den Tag des Eingangs an/)
  const tag = heute.subtract({ days: 20 })
  const ohneGrund = await brief(tag)
  assert.equal(ohneGrund.status, 422)
  assert.match(ohneGrund.html, /href="#f-_grund"/)
  assert.equal((await brief(tag, { _grund: 'Lag in einem falschen Postfach.' })).status, 303)
  await settle()
  const stand = await app.db.withMandant(musterstadt, async (tx) => {
    const { vorgangsnummer } = await antraege(tx).selectFrom('antraege.antrag').select('vorgangsnummer').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
    const antrag = await antragByNummer(tx, vorgangsnummer)
    const vorgangId = antrag?.vorgangId ?? ''
    return { antrag, fiktion: await fiktionZu(tx, vorgangId), eingaenge: await eingaengeVon(tx, vorgangId), vermerke: await vermerkeVon(tx, vorgangId), dokumente: await dokumenteVon(tx, vorgangId) }
  })
  assert.deepEqual([stand.antrag?.eingangDatum.equals(tag), stand.eingaenge[0]?.eingangTag.equals(tag), stand.fiktion?.vollstaendig_am?.equals(tag)], [true, true, true])
  assert.match(stand.vermerke[0]?.text ?? '', /Später erfasst, weil: Lag in einem falschen Postfach/)
  assert.ok(stand.dokumente.filter(({ typ }) => typ === 'nachweis').every(({ datum: am }) => am.equals(tag)))
})

test('what is wrong is said at its field and kept; who may not work on applications does not get here', async () => {
  const sommer = await als('s.sommer')
  const falsch = await sommer.senden(PFAD, { ...ANGABEN, titel: 'x'.repeat(400), staende: 'viele', _kanal: 'taube' })
  assert.equal(falsch.status, 422)
  assert.match(falsch.html, /Bitte wählen Sie, wie der Antrag kam/)
  assert.match(falsch.html, /viele/)
  assert.equal((await (await als('r.revision')).get(PFAD)).status, 403)
})
