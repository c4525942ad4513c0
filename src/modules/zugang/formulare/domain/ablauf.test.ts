import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Antworten, Gesendet, JsonWert, Upload } from '../index.js'
import {
  ersteOffeneSeite, findSeite, formularAus, migrate, nextPage, normalise, pagesFor, parsePage, previousPage, progress,
    prune,
  submissionSchema, summaryOf, validateSubmission,
} from '../index.js'
import { definition, formularMit, HEUTE, parkausweis, parkausweisJson, parkausweisTexte } from '../test/muster.js'

const formular = parkausweis()

const ANTWORTEN: Antworten = {
  hauptwohnung: true, stellplatz: false, anliegen: 'neu', antragsteller: { vornamen: 'Ayşe', familienname: 'Öztürk' },
  geburtsdatum: '1986-02-28',
    anschrift: { art: 'strasse', strasse: 'Am Markt', hausnummer: '12 a', plz: '45991', ort: 'Musterstadt' },
  zone: 'A', fahrzeugArt: 'eigenes', kfz: 'MU-AB 123', beginn: '2026-12-01', fahrzeugschein: { nachreichen: true },
  email: 'ayse@beispiel.de', zustellung: 'elektronisch', richtig: true, aenderungen: true,
}

const schein: Upload = { slot: 'fahrzeugschein', id: 'u1', dateiname: 'schein.pdf', bytes: 250_000,
  mediaType: 'application/pdf', sha256: 'ab12' }
const codes = (daten: JsonWert, uploads?: readonly Upload[]) =>
  validateSubmission(formular, daten, { ...HEUTE, uploads }).fehler.map(({ feld, code }) => `${feld}:${code}`)

const sende = (seite: string, gesendet: Gesendet, bisher: Antworten = {}) => {
  const gefunden = findSeite(formular, seite)
  assert.ok(gefunden)
  return parsePage(formular, gefunden, gesendet, bisher, HEUTE)
}

test('Ein vollständiger Antrag ist gültig, im Browser wie über die Schnittstelle', () => {
  assert.deepEqual(codes(ANTWORTEN), [])
  assert.equal(ersteOffeneSeite(formular, ANTWORTEN, { ...HEUTE, uploads: [] }), undefined)
  const schema = submissionSchema(formular)
  assert.equal(schema['$id'], 'urn:stadtkern:formular:bewohnerparkausweis:1.0')
  assert.deepEqual(schema['additionalProperties'], false)
})

test('Die Schnittstelle bekommt alle Fehler auf einmal, in der Reihenfolge des Formulars', () => {
  const falsch = { ...ANTWORTEN, anliegen: 'klau', geburtsdatum: '1986-02-30', kfz: 'MUAB123', fremd: 1,
    beginn: '2026-11-21', zone: undefined }
  assert.deepEqual(codes(JSON.parse(JSON.stringify(falsch)) as JsonWert),
    ['anliegen:auswahl_unbekannt', 'geburtsdatum:datum', 'zone:pflicht', 'kfz:kennzeichen', 'beginn:zu_frueh',
      'fremd:unbekannt'])
  assert.deepEqual(codes([]), [':typ'])
  assert.deepEqual(codes({ ...ANTWORTEN, firma: 'Muster GmbH' }), ['firma:nicht_zutreffend'])
  assert.deepEqual(codes(JSON.parse('{"__proto__": {"a": 1}}') as JsonWert).at(-1), '__proto__:unbekannt')
  assert.deepEqual(normalise({ a: ['Mu\u0308ller\u200B'] }), { a: ['Müller'] })
})

test('Browser und Schnittstelle urteilen gleich', () => {
  const post = sende('beginn', { beginn: '21.11.2026' })
  const api = validateSubmission(formular, { ...ANTWORTEN, beginn: '2026-11-21' }, HEUTE)
  assert.deepEqual(post.fehler, api.fehler)
  assert.equal(post.fehler[0]?.text, 'Dieser Tag ist schon vorbei. Geben Sie bitte heute oder einen späteren Tag an.')
})

test('Antrags-Check: das Ergebnis warnt und hält nicht auf', () => {
  const nein = sende('check', { hauptwohnung: 'nein', stellplatz: 'nein' })
  assert.deepEqual(nein.fehler, [])
  const ergebnis = nextPage(formular, nein.antworten, 'check', HEUTE)
  assert.deepEqual([ergebnis?.name, ergebnis?.fragen.map(({ name }) => name)], ['check-ergebnis', ['ohneHauptwohnung']])
  assert.equal(nextPage(formular, nein.antworten, 'check-ergebnis', HEUTE)?.name, 'datenschutz')
  assert.equal(nextPage(formular, { hauptwohnung: true, stellplatz: false }, 'check', HEUTE)?.name, 'datenschutz')
  assert.deepEqual(codes({ ...ANTWORTEN, hauptwohnung: false }), [])
})

test('Eine geänderte Antwort nimmt mit, was von ihr abhing (A3-02)', () => {
  const firma = { ...ANTWORTEN, fahrzeugArt: 'firma', firma: 'Muster GmbH', firmenbescheinigung: { nachreichen: true } }
  assert.deepEqual(codes(firma), [])
  const { antworten } = sende('fahrzeug', { fahrzeugArt: 'carsharing' }, firma)
  assert.deepEqual(Object.keys(antworten).filter((name) =>
    ['firma', 'kfz', 'firmenbescheinigung', 'fahrzeugschein'].includes(name)), [])
  assert.deepEqual(pagesFor(formular, antworten, HEUTE).find(({ name }) =>
    name === 'nachweise')?.fragen.map(({ name }) => name), ['carsharingVertrag'])
})

test('Frage und Folgefrage auf einer Seite; fremde Felder werden nicht gelesen', () => {
  const ohne = sende('anliegen', { anliegen: 'neu', alteNummer: 'BP-1', hauptwohnung: 'ja', _csrf: 'x' })
  assert.deepEqual(ohne.antworten, { anliegen: 'neu' })
  const mit = sende('anliegen', { anliegen: 'verlaengerung', alteNummer: 'BP-12345' })
  assert.deepEqual(mit.antworten, { anliegen: 'verlaengerung', alteNummer: 'BP-12345' })
  assert.deepEqual(sende('anliegen', { anliegen: 'verlaengerung', alteNummer: '<b>' }).fehler.map(({ code }) => code),
    ['muster'])
})

test('Eine Regel kann hinweisen, ohne aufzuhalten', () => {
  const { fehler, hinweise } = sende('person', {
    'antragsteller.vornamen': 'Kim', 'antragsteller.familienname': 'Muster', 'geburtsdatum': '01.01.2020',
  })
  assert.deepEqual([fehler, hinweise.map(({ feld }) => feld)], [[], ['geburtsdatum']])
})

test('Nachweise: nötig, versprochen, falsches Format, zu groß, doppelt, leer', () => {
  const { fahrzeugschein: _schein, ...ohne } = ANTWORTEN
  assert.deepEqual(codes(ohne, []), ['fahrzeugschein:pflicht'])
  assert.deepEqual(codes(ANTWORTEN, []), [])
  assert.deepEqual(codes(ohne, [schein]), [])
  assert.deepEqual(codes(ohne, [{ ...schein, mediaType: 'text/html' }]), ['fahrzeugschein:datei_format'])
  assert.deepEqual(codes(ohne, [{ ...schein, bytes: 10_000_001 }]), ['fahrzeugschein:datei_gross'])
  assert.deepEqual(codes(ohne, [{ ...schein, bytes: 0 }]), ['fahrzeugschein:datei_leer'])
  assert.deepEqual(codes(ohne, [schein, schein]), ['fahrzeugschein:datei_doppelt'])
  assert.equal(ersteOffeneSeite(formular, ohne, { ...HEUTE, uploads: [] })?.name, 'nachweise')
})

test('Fortschritt zählt die Seiten, die wirklich kommen, und die Prüfseite', () => {
  assert.deepEqual(progress(formular, ANTWORTEN, 'check', HEUTE), { schritt: 1, von: 12 })
  assert.deepEqual(progress(formular, { ...ANTWORTEN, hauptwohnung: false }, 'datenschutz', HEUTE),
    { schritt: 3, von: 13 })
  assert.equal(previousPage(formular, ANTWORTEN, 'datenschutz', HEUTE)?.name, 'check')
  assert.equal(nextPage(formular, ANTWORTEN, 'erklaerung', HEUTE), undefined)
})

test('Zusammenfassung: eine Quelle für Prüfseite, PDF und Sachbearbeitung', () => {
  const abschnitte = summaryOf(formular, ANTWORTEN, [schein], HEUTE)
  const werte = Object.fromEntries(abschnitte.flatMap(({ eintraege }) => eintraege).map(({ label, wert }) =>
    [label, wert]))
  assert.equal(werte['Hauptwohnung in einer Bewohnerparkzone'], 'Ja')
  assert.equal(werte['Wie heißen Sie?'], 'Ayşe Öztürk')
  assert.equal(werte['Geburtsdatum'], '28.02.1986')
  assert.equal(werte['Anschrift Ihrer Hauptwohnung'], 'Am Markt 12 a\n45991 Musterstadt')
  assert.equal(werte['Fahrzeugschein (Zulassungsbescheinigung Teil I)'], 'schein.pdf (250 KB, SHA-256 ab12)')
  assert.equal(werte['Telefonnummer'], 'Keine Angabe')
  assert.ok(!('Name der Firma' in werte))
  const englisch = summaryOf(formular, ANTWORTEN, [], { ...HEUTE, lang: 'en' })
  assert.equal(englisch[0]?.titel, 'Is the resident parking permit right for you?')
})

const optionen = (b: string) => [{ wert: 'a', label: 'A' }, { wert: 'b', label: b }]

test('Neue Fassung: was passt, bleibt; der Rest wird genannt, nie verschwiegen (A3-07)', () => {
  const alt = formularMit({ typ: 'text', name: 'ort' }, { typ: 'auswahl', name: 'wahl', optionen: optionen('B') },
    { typ: 'zahl', name: 'menge' },
    { typ: 'text', name: 'weg' }, { typ: 'text', name: 'fim', feldId: 'F600001' })
  const neu = formularAus(definition([
    { typ: 'text', name: 'wohnort', frueher: ['ort'] },
      { typ: 'auswahl', name: 'wahl', optionen: optionen('Etwas anderes') },
    { typ: 'zahl', name: 'menge', max: 5 }, { typ: 'text', name: 'anders', feldId: 'F600001' },
      { typ: 'ja_nein', name: 'dazu', pflicht: true },
  ], { version: '2.0' }))
  const uebernahme = migrate(alt, neu, { ort: 'Wesel', wahl: 'b', menge: 7, weg: 'x', fim: 'y' }, HEUTE)
  assert.deepEqual(uebernahme.antworten, { wohnort: 'Wesel', anders: 'y' })
  assert.deepEqual(uebernahme.zuWiederholen.map(({ feld, grund, bisher }) => [feld, grund, bisher]),
    [['wahl', 'geaendert', 'B'], ['menge', 'geaendert', '7'], ['dazu', 'neu', undefined]])
  assert.deepEqual(uebernahme.entfallen.map(({ feld, bisher }) => [feld, bisher]), [['weg', 'x']])
  assert.deepEqual(migrate(formular, formularAus(parkausweisJson(), parkausweisTexte()), ANTWORTEN, HEUTE),
    { antworten: ANTWORTEN, zuWiederholen: [], entfallen: [] })
})

test('Gruppe: hinzufügen und entfernen ohne Skript', () => {
  const kinder = formularMit({ typ: 'gruppe', name: 'kinder', pflicht: true,
    fragen: [{ typ: 'text', name: 'ruf', label: 'Rufname', pflicht: true }] })
  const seite = findSeite(kinder, 'seite')
  assert.ok(seite)
  const mehr = parsePage(kinder, seite, { 'kinder.0.ruf': 'Ada', '_hinzufuegen': 'kinder' }, {}, HEUTE)
  assert.deepEqual([mehr.bleiben, mehr.fehler, mehr.anzahl, mehr.antworten],
    [true, [], { kinder: 2 }, { kinder: [{ ruf: 'Ada' }] }])
  const weniger = parsePage(kinder, seite, { 'kinder.0.ruf': 'Ada', 'kinder.1.ruf': 'Bo', '_entfernen': 'kinder.0' },
    {}, HEUTE)
  assert.deepEqual([weniger.bleiben, weniger.antworten], [true, { kinder: [{ ruf: 'Bo' }] }])
  assert.deepEqual(parsePage(kinder, seite, {}, {}, HEUTE).fehler.map(({ code }) => code), ['pflicht'])
  assert.deepEqual(prune(kinder, { kinder: [{ ruf: 'Ada', alt: 1 }] }, HEUTE), { kinder: [{ ruf: 'Ada' }] })
})
