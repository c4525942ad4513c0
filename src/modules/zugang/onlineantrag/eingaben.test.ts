import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt } from '../../../../test/app.js'
import { probeformular, probeleistung } from './test-antrag.js'
import { datei, idVon, PERSON, probestadt } from './test-stadt.js'

/**
 * What people really type, over the pages: names with all their letters and with what copying drags along, people with one name,
 * the leap day, and the two nights in which a clock shows a time twice or not at all.
 */
const { app, begonnen, zeilen } = await probestadt()
await probeleistung(app, musterstadt, probeformular((seiten) => seiten.map((seite) => (seite['name'] === 'person'
  ? { ...seite, fragen: [...seite['fragen'] as object[], { typ: 'geburtsdatum', name: 'geburt', label: 'Geburtsdatum', pflicht: true, rechtsgrundlage: '§ 1' }] } : seite)), '1.1'))

const tag = (text: string) => { const [t = '', monat = '', jahr = ''] = text.split('.'); return { 'geburt.tag': t, 'geburt.monat': monat, 'geburt.jahr': jahr } }
const name = (vornamen: string, familienname: string) => ({ 'antragsteller.vornamen': vornamen, 'antragsteller.familienname': familienname })
const EINGABE = { ...PERSON, ...tag('5.3.1986') }
const { 'antragsteller.vornamen': _ohne, ...OHNE_VORNAMEN } = EINGABE

/** Posts the page about the person; the summary shows what was understood. */
async function person(werte: Record<string, string>) {
  const fall = await begonnen()
  const antwort = await fall.besucher.senden(`${fall.pfad}/person`, werte)
  return { ...fall, ...antwort, gespeichert: async () => (await zeilen<{ antworten: Record<string, Record<string, unknown>> }>('select antworten from onlineantrag.entwurf where id = $1', [idVon(fall.pfad)]))[0]?.antworten ?? {} }
}

test('letters of DIN 91379 arrive as they are, what copying drags along is gone', async () => {
  for (const [vornamen, familienname] of [['Thảo', 'Nguyễn'], ['Łukasz', 'Żółć-Ğül'], ['Ḱire', 'C̆ern\u00fd'], ['Renée', 'O’Connor d’Ávila']] as const) {
    const fall = await person({ ...EINGABE, ...name(vornamen, familienname) })
    assert.equal(fall.status, 303, `${vornamen} ${familienname}`)
    assert.deepEqual((await fall.gespeichert())['antragsteller'], { vornamen: vornamen.normalize('NFC'), familienname: familienname.normalize('NFC') })
  }
  const zerlegt = await person({ ...EINGABE, ...name('E\u200brika\ufeff', ' Mu\u00adster\u2060 '), 'anschrift.strasse': '\u200bHauptstraße' })
  assert.deepEqual((await zerlegt.gespeichert())['antragsteller'], { vornamen: 'Erika', familienname: 'Muster' })
  assert.deepEqual((await person({ ...EINGABE, ...name('Zoë'.normalize('NFD'), 'Müller'.normalize('NFD')) }).then((fall) => fall.gespeichert()))['antragsteller'], { vornamen: 'Zoë', familienname: 'Müller' })
})

test('letters that no register can keep are named at their field, and everything typed stays', async () => {
  for (const fremd of ['Эрика', '山田', 'Erika 🙂']) {
    const { status, html } = await person({ ...EINGABE, ...name(fremd, 'Muster') })
    assert.equal(status, 422, fremd)
    assert.match(html, /fehleruebersicht[\s\S]*href="#[^"]*antragsteller-vornamen/)
    assert.ok(html.includes(`value="${fremd}"`), fremd)
  }
})

test('people with one name say so; nobody has to type a dash', async () => {
  const vergessen = await person({ ...OHNE_VORNAMEN, 'antragsteller.familienname': 'Suharto' })
  assert.equal(vergessen.status, 422)
  const gesagt = await person({ ...OHNE_VORNAMEN, 'antragsteller.familienname': 'Suharto', 'antragsteller.keineVornamen': 'ja' })
  assert.equal(gesagt.status, 303, gesagt.html)
  await gesagt.besucher.senden(`${gesagt.pfad}/nachweise`, { ausweis: datei(), _aktion: 'weiter' })
  await gesagt.besucher.senden(`${gesagt.pfad}/kontakt`, { email: '', bemerkung: '', _aktion: 'weiter' })
  assert.match((await gesagt.besucher.get(`${gesagt.pfad}/pruefen`)).html, />Suharto</)
  assert.equal((await gesagt.besucher.senden(`${gesagt.pfad}/pruefen`, {})).location, `${gesagt.pfad}/bestaetigung`)
  assert.equal((await zeilen<{ name: string }>('select kontakt_name as name from antraege.antrag where entwurf_id = $1', [idVon(gesagt.pfad)]))[0]?.name, 'Suharto')
})

test('29 February exists in leap years only; unknown parts of a birthday are 00', async () => {
  for (const gut of ['29.2.2000', '29.02.1944', '00.00.1950']) assert.equal((await person({ ...EINGABE, ...tag(gut) })).status, 303, gut)
  for (const schlecht of ['29.2.1900', '29.02.2023', '31.4.1980', '1.1.2090']) {
    const { status, html } = await person({ ...EINGABE, ...tag(schlecht) })
    assert.equal(status, 422, schlecht)
    assert.match(html, /href="#[^"]*geburt/)
    assert.ok(html.includes(`value="${schlecht.split('.')[2]}"`), 'what was typed stays')
  }
})

test('in the nights of the clock change the day of receipt is the day in Germany, and order is kept', async () => {
  // 25 October 2026: 02:30 comes twice. 28 March 2027: 02:30 does not come at all. 23:59:30 and half a minute later are two days.
  const augenblicke = [
    ['2026-10-25T00:30:00Z', '2026-10-25', '25.10.2026, 02:3'], ['2026-10-25T01:30:00Z', '2026-10-25', '25.10.2026, 02:3'],
    ['2026-12-31T22:59:00Z', '2026-12-31', '31.12.2026, 23:5'], ['2026-12-31T23:00:30Z', '2027-01-01', '01.01.2027, 00:0'],
    ['2027-03-28T00:59:00Z', '2027-03-28', '28.03.2027, 01:5'], ['2027-03-28T01:00:30Z', '2027-03-28', '28.03.2027, 03:0'],
  ] as const
  let vorher = ''
  for (const [zeit, datum, gezeigt] of augenblicke) {
    await app.clock.set(Temporal.Instant.from(zeit))
    const fall = await person(EINGABE)
    await fall.besucher.senden(`${fall.pfad}/nachweise`, { ausweis: datei(), _aktion: 'weiter' })
    await fall.besucher.senden(`${fall.pfad}/kontakt`, { email: '', bemerkung: '', _aktion: 'weiter' })
    await fall.besucher.senden(`${fall.pfad}/pruefen`, {})
    const [antrag] = await zeilen<{ datum: string; nummer: string }>('select eingang_datum::text as datum, vorgangsnummer as nummer from antraege.antrag where entwurf_id = $1', [idVon(fall.pfad)])
    assert.equal(antrag?.datum, datum, zeit)
    assert.ok((await fall.besucher.get(`${fall.pfad}/bestaetigung`)).html.includes(gezeigt), zeit)
    assert.ok(antrag.nummer.slice(0, 14) > vorher, 'numbers go up')
    vorher = antrag.nummer.slice(0, 14)
  }
  await app.clock.set('echt')
})
