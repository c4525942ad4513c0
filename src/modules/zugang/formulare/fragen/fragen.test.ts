import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Frage, Gesendet, JsonWert } from '../index.js'
import { findSeite, istIban, parsePage } from '../index.js'
import { formularMit, HEUTE } from '../test/muster.js'

type Ergebnis = { wert: JsonWert | undefined, codes: Record<string, string>, texte: string[] }

/** Types into one question and reads what the engine made of it. */
const tippe = (frage: Partial<Frage> & { typ: string }, gesendet: Gesendet | string): Ergebnis => {
  const formular = formularMit({ name: 'feld', ...frage })
  const seite = findSeite(formular, 'seite')
  assert.ok(seite)
  const { antworten, fehler } = parsePage(formular, seite, typeof gesendet === 'string' ? { feld: gesendet } : gesendet,
    {}, HEUTE)
  return {
    wert: antworten['feld'], codes: Object.fromEntries(fehler.map(({ feld, code }) => [feld, code])),
      texte: fehler.map(({ text }) => text),
  }
}

const wert = (frage: Partial<Frage> & { typ: string }, gesendet: Gesendet | string) => {
  const ergebnis = tippe(frage, gesendet)
  assert.deepEqual(ergebnis.codes, {}, ergebnis.texte.join(' '))
  return ergebnis.wert
}
const code = (frage: Partial<Frage> & { typ: string }, gesendet: Gesendet | string) =>
  tippe(frage, gesendet).codes['feld']

test('Text: NFC, ohne unsichtbare Zeichen, Emoji bleibt ganz', () => {
  assert.equal(wert({ typ: 'text' }, 'Mu\u0308ller'), 'Müller')
  assert.equal(wert({ typ: 'text' }, ' a\u200Bb\uFEFF  c\u202E '), 'ab c')
  assert.equal(wert({ typ: 'text' }, 'Familie 👨‍👩‍👧 Muster'), 'Familie 👨‍👩‍👧 Muster')
  assert.equal(wert({ typ: 'text' }, '\u200B'), undefined)
  assert.equal(code({ typ: 'text', pflicht: true }, '\u200B \u00A0'), 'pflicht')
  assert.equal(code({ typ: 'text', muster: String.raw`\d{5}` }, '123456'), 'muster')
})

test('Lange Eingaben kosten keine Zeit: Leerzeichen ohne Ende, Muster mit Rückschritten', () => {
  const vorher = process.cpuUsage()
  assert.equal(code({ typ: 'mehrzeilig' }, `a${' '.repeat(500_000)}b`), 'zu_lang')
  assert.equal(code({ typ: 'text', muster: '(a+)+' }, `${'a'.repeat(50_000)}b`), 'zu_lang')
  assert.equal(code({ typ: 'email' }, `${'a.'.repeat(200_000)}@`), 'zu_lang')
  // Processor time, and plenty of it: an expression that runs away takes minutes.
  assert.ok(process.cpuUsage(vorher).user < 20_000_000)
})

test('Mehrzeilig: 10.000 Zeichen sind möglich, 10.001 werden gezählt, nicht gekürzt', () => {
  const frage = { typ: 'mehrzeilig', maxLaenge: 10_000 }
  assert.equal(String(wert(frage, 'ä'.repeat(10_000))).length, 10_000)
  assert.equal(wert(frage, 'eins\r\nzwei  \r\n'), 'eins\nzwei')
  const zuLang = tippe(frage, 'ä'.repeat(10_001))
  assert.deepEqual([zuLang.codes['feld'], zuLang.wert], ['zu_lang', undefined])
  assert.match(zuLang.texte.join(''), /10000 Zeichen.*10001/u)
  assert.equal(String(wert({ typ: 'mehrzeilig', maxLaenge: 3 }, '😀😀😀')), '😀😀😀', 'counts characters, not code units')
})

test('Datum: TT.MM.JJJJ, ISO, drei Felder; 29.02. nur im Schaltjahr', () => {
  assert.equal(wert({ typ: 'datum' }, '5.3.2026'), '2026-03-05')
  assert.equal(wert({ typ: 'datum' }, '2026-03-05'), '2026-03-05')
  assert.equal(wert({ typ: 'datum' }, { 'feld.tag': '5', 'feld.monat': '03', 'feld.jahr': '2026' }), '2026-03-05')
  assert.equal(wert({ typ: 'datum' }, '29.02.2028'), '2028-02-29')
  assert.equal(code({ typ: 'datum' }, '29.02.2026'), 'datum_schalttag')
  assert.equal(code({ typ: 'datum' }, '29.02.1900'), 'datum_schalttag')
  assert.equal(code({ typ: 'datum' }, '31.04.2026'), 'datum_unmoeglich')
  assert.equal(code({ typ: 'datum' }, '05.03.26'), 'datum')
  assert.equal(code({ typ: 'datum' }, { 'feld.tag': '5' }), 'datum')
  assert.equal(code({ typ: 'datum', min: 'heute' }, '21.11.2026'), 'zu_frueh')
  assert.equal(wert({ typ: 'datum', min: 'heute', max: 'heute+P3M' }, '22.02.2027'), '2027-02-22')
  assert.equal(code({ typ: 'datum', max: 'heute+P3M' }, '23.02.2027'), 'zu_spaet')
})

test('Geburtsdatum: unvollständig wie im Register, nicht in der Zukunft', () => {
  assert.equal(wert({ typ: 'geburtsdatum' }, '00.00.1955'), '1955')
  assert.equal(wert({ typ: 'geburtsdatum' }, '1955'), '1955')
  assert.equal(wert({ typ: 'geburtsdatum' }, { 'feld.monat': '3', 'feld.jahr': '1955' }), '1955-03')
  assert.equal(wert({ typ: 'geburtsdatum' }, '22.11.2026'), '2026-11-22')
  assert.equal(code({ typ: 'geburtsdatum' }, '23.11.2026'), 'geburt_zukunft')
  assert.equal(code({ typ: 'geburtsdatum' }, '2027'), 'geburt_zukunft')
  assert.equal(code({ typ: 'geburtsdatum' }, '01.01.1800'), 'geburt_zu_alt')
  assert.equal(code({ typ: 'geburtsdatum' }, '12.00.1955'), 'datum_unmoeglich')
  assert.equal(code({ typ: 'geburtsdatum', unvollstaendig: false }, '00.00.1955'), 'datum_unvollstaendig')
  assert.equal(code({ typ: 'geburtsdatum' }, '29.02.1955'), 'datum_schalttag')
})

test('Zahl und Betrag: deutsche Schreibweise, Cent ohne Gleitkomma', () => {
  assert.equal(wert({ typ: 'zahl' }, '1.234'), 1234)
  assert.equal(wert({ typ: 'zahl', nachkommastellen: 2 }, '12,5'), 12.5)
  assert.equal(code({ typ: 'zahl' }, '12,5'), 'zahl_ganz')
  assert.equal(code({ typ: 'zahl', nachkommastellen: 1 }, '12,55'), 'nachkommastellen')
  assert.equal(code({ typ: 'zahl' }, '1e3'), 'zahl_ganz')
  assert.equal(code({ typ: 'zahl', max: 5 }, '6'), 'zu_gross')
  assert.equal(wert({ typ: 'betrag' }, '1.234,50 €'), 123_450)
  assert.equal(wert({ typ: 'betrag' }, '0,29'), 29)
  assert.equal(wert({ typ: 'betrag' }, '12,5'), 1250)
  assert.equal(code({ typ: 'betrag' }, '12,345'), 'betrag')
  assert.equal(code({ typ: 'betrag' }, '-1'), 'betrag')
})

test('IBAN: Prüfziffer modulo 97 und Länge je Land', () => {
  const frage = { typ: 'iban', zweck: 'auszahlung' } as const
  assert.equal(wert(frage, 'de89 3704 0044 0532 0130 00'), 'DE89370400440532013000')
  assert.equal(wert(frage, 'IBAN: NL91 ABNA 0417 1643 00'), 'NL91ABNA0417164300')
  assert.equal(code(frage, 'DE88370400440532013000'), 'iban')
  assert.equal(code(frage, 'DE8937040044053201300'), 'iban_laenge')
  assert.equal(code(frage, 'XX89370400440532013000'), 'iban_land')
  assert.equal(code(frage, 'constructor'), 'iban_land')
  for (const gut of ['AT611904300234573201', 'CH9300762011623852957', 'FR1420041010050500013M02606', 'NO9386011117947',
    'MT84MALT011000012345MTLCAST001S']) {
    assert.ok(istIban(gut), gut)
  }
  assert.ok(!istIban('DE98370400440532013000'), 'transposed check digits')
})

test('Name: Z3, ein Name, kein Vorname, lateinische Schrift', () => {
  const frage = { typ: 'name', doktorgrad: true } as const
  const name = (vornamen: string, familienname: string, mehr: Gesendet = {}) =>
    tippe(frage, { 'feld.vornamen': vornamen, 'feld.familienname': familienname, ...mehr })
  assert.deepEqual(name('Şükrü', 'Öztürk-Łukasiewicz').wert, { vornamen: 'Şükrü', familienname: 'Öztürk-Łukasiewicz' })
  assert.deepEqual(name('Pat', "O'Brien").codes, {})
  assert.deepEqual(name('Eva', 'von und zu der Mühlen-Schultze-Naumburg').codes, {})
  assert.deepEqual(name('Eva', 'Mu\u0308ller').wert, { vornamen: 'Eva', familienname: 'Müller' })
  assert.deepEqual(name('Eva', 'x'.repeat(150)).codes, {})
  assert.deepEqual(name('', 'Sukarno', { 'feld.keineVornamen': 'ja' }).wert,
    { familienname: 'Sukarno', keineVornamen: true })
  assert.deepEqual(name('', 'Sukarno').codes, { 'feld.vornamen': 'vorname_fehlt' })
  assert.deepEqual(name('Ida', 'Sukarno', { 'feld.keineVornamen': 'ja' }).codes,
    { 'feld.vornamen': 'vorname_widerspruch' })
  assert.deepEqual(name('Ida', '').codes, { 'feld.familienname': 'pflicht' })
  assert.deepEqual(name('Ида', 'Muster').codes, { 'feld.vornamen': 'zeichen' })
  assert.deepEqual(name('Ida 😀', 'Muster').codes, { 'feld.vornamen': 'zeichen' })
  assert.deepEqual(name('Ida', 'Muster', { 'feld.doktorgrad': 'Dr.' }).wert,
    { doktorgrad: 'Dr.', vornamen: 'Ida', familienname: 'Muster' })
})

const post = (teile: Record<string, string>) =>
  Object.fromEntries(Object.entries(teile).map(([teil, text]) => [`feld.${teil}`, text]))

test('Anschrift: Zusatz, Ortsteil, Postfach, Ausland, ohne feste Wohnung', () => {
  const alle = { typ: 'anschrift', arten: ['strasse', 'postfach', 'ausland', 'ofw'] } as const
  assert.deepEqual(wert({ typ: 'anschrift' },
    post({ strasse: 'Am Markt', hausnummer: '12 a-c', plz: '05170', ort: 'Wesel' })),
    { art: 'strasse', strasse: 'Am Markt', hausnummer: '12 a-c', plz: '05170', ort: 'Wesel' })
  assert.ok(wert(alle, post({ art: 'strasse', ortsteil: 'Ginderich', plz: '46487', ort: 'Wesel' })))
  assert.ok(wert(alle, post({ art: 'postfach', postfach: '10 11 60', plz: '46483', ort: 'Wesel' })))
  assert.ok(wert(alle,
    post({ art: 'ausland', strasse: '1 High St', plz: 'SW1A 1AA', ort: 'London', staat: 'Großbritannien' })))
  assert.ok(wert(alle, post({ art: 'ofw', ort: 'Wesel' })))
  assert.deepEqual(tippe(alle, post({ art: 'ofw', ort: 'Wesel', strasse: 'Weg' })).codes,
    { 'feld.strasse': 'ofw_widerspruch' })
  assert.deepEqual(tippe(alle, post({ art: 'postfach', plz: '4648', ort: 'Wesel' })).codes,
    { 'feld.postfach': 'pflicht', 'feld.plz': 'plz' })
  assert.deepEqual(tippe(alle, post({ ort: 'Wesel' })).codes, { 'feld.art': 'pflicht' })
  assert.deepEqual(tippe({ typ: 'anschrift' }, post({ plz: '46483', ort: 'Wesel' })).codes,
    { 'feld.strasse': 'strasse_fehlt' })
  assert.deepEqual(tippe({ typ: 'anschrift', ort: { name: 'Wesel', plz: ['46483'] } },
    post({ strasse: 'Weg', plz: '46485', ort: 'Wesel' })).codes, { 'feld.plz': 'plz_gebiet' })
})

test('Kennzeichen, E-Mail, Telefon', () => {
  const frage = { typ: 'kennzeichen' }
  assert.equal(wert(frage, 'wes-ab123'), 'WES-AB 123')
  assert.equal(wert(frage, 'W – A 1e'), 'W-A 1E')
  assert.equal(wert(frage, 'MÜ-X 99 H'), 'MÜ-X 99H')
  for (const falsch of ['WESAB123', 'WES-AB 0123', 'WES-AB 1234E', 'WESE-A 1', 'W-ABC 1',
    'W-ÄB 1']) assert.equal(code(frage, falsch), 'kennzeichen', falsch)
  assert.equal(wert({ typ: 'email' }, 'vor.name+x@müll.example'), 'vor.name+x@müll.example')
  for (const falsch of ['a', 'a@b', 'a b@c.de', 'a@@c.de', 'a..b@c.de',
    'x@y.de, z@y.de']) assert.equal(code({ typ: 'email' }, falsch), 'email', falsch)
  assert.equal(wert({ typ: 'telefon' }, '+49 (0)202 12-34'), '+49 (0)202 12-34')
  assert.equal(code({ typ: 'telefon' }, '12345'), 'telefon')
})

test('Auswahl: nur angebotene Antworten; Bestätigung und Ja/Nein', () => {
  const optionen = [{ wert: 'a', label: 'A' }, { wert: 'b', label: 'B' }]
  assert.equal(wert({ typ: 'auswahl', optionen }, 'a'), 'a')
  assert.equal(code({ typ: 'auswahl', optionen }, 'c'), 'auswahl_unbekannt')
  assert.deepEqual(wert({ typ: 'mehrfachauswahl', optionen }, { feld: ['b', 'a', 'b'] }), ['a', 'b'])
  assert.deepEqual(tippe({ typ: 'mehrfachauswahl', optionen }, { feld: ['a', 'c'] }).codes,
    { feld: 'auswahl_unbekannt' })
  assert.equal(wert({ typ: 'ja_nein' }, 'nein'), false)
  assert.equal(code({ typ: 'ja_nein' }, 'vielleicht'), 'auswahl_unbekannt')
  assert.equal(code({ typ: 'ja_nein' }, 'toString'), 'auswahl_unbekannt')
  assert.equal(code({ typ: 'bestaetigung', pflicht: true }, ''), 'pflicht')
})

test('Gruppe: leere Einträge fallen weg, Fehler stehen am Eintrag', () => {
  const frage = {
    typ: 'gruppe', maxAnzahl: 2,
    fragen: [{ typ: 'text', name: 'ruf', label: 'Rufname', pflicht: true },
      { typ: 'geburtsdatum', name: 'geboren', label: 'Geboren' }],
  }
  assert.deepEqual(wert(frage, { 'feld.0.ruf': 'Ada', 'feld.1.ruf': '', 'feld.7.ruf': 'Bo' }),
    [{ ruf: 'Ada' }, { ruf: 'Bo' }])
  assert.deepEqual(tippe(frage, { 'feld.0.geboren': '1.1.2000' }).codes, { 'feld.0.ruf': 'pflicht' })
  assert.deepEqual(tippe(frage, { 'feld.0.ruf': 'Ada', 'feld.0.geboren': '1.1.2030' }).codes,
    { 'feld.0.geboren': 'geburt_zukunft' })
  assert.equal(code(frage, { 'feld.0.ruf': 'A', 'feld.1.ruf': 'B', 'feld.2.ruf': 'C' }), 'zu_viele')
})
