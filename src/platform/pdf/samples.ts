import type {
  Absender,
  AntragDaten,
  BescheidDaten,
  BriefDaten,
  EingangsbestaetigungDaten,
  ProtokollDaten,
} from './templates.js'

/** Test data: one example per template, long enough for two pages where a template must break well. */

const wappenSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 70">
 <path d="M4 4h52v34c0 16-14 24-26 28C18 62 4 54 4 38Z"
 fill="#1f3d66"/><path d="M14 44V26h6v-6h5v6h10v-6h5v6h6v18Z" fill="#fff"/><path d="M26 44v-8a4 4 0 0 1 8 0v8Z"
 fill="#1f3d66"/></svg>`

const absender: Absender = {
  name: 'Stadt Musterstadt',
  bereich: 'Fachbereich Bürgerdienste · Ordnung und Verkehr',
  anschrift: ['Rathausplatz 1', '46499 Musterstadt'],
  telefon: '0281 555-0',
  email: 'rathaus@musterstadt.example',
  internet: 'www.musterstadt.example',
  oeffnungszeiten: 'Mo bis Fr 8 bis 12 Uhr, Do 14 bis 18 Uhr',
  bank: 'Sparkasse Musterstadt\nIBAN DE02 1203 0000 0000 2020 51',
  wappenSvg,
}

const rahmen = {
  absender,
  empfaenger: ['Frau', 'Łucja Özdemir-Groß', 'Am Markt 12', '46499 Musterstadt'],
  infoblock: [
    { bezeichnung: 'Aktenzeichen', wert: '32.40.01-2027/118' },
    { bezeichnung: 'Vorgangsnummer', wert: 'MUS-2027-000118' },
    { bezeichnung: 'Auskunft erteilt', wert: 'Jonas Weber' },
    { bezeichnung: 'Zimmer', wert: '214' },
    { bezeichnung: 'Telefon', wert: '0281 555-214' },
    { bezeichnung: 'E-Mail', wert: 'j.weber@musterstadt.example' },
    { bezeichnung: 'Datum', wert: '3. März 2027' },
  ],
}

const pruefsumme = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const anlagen = [
  { name: 'Lageplan.pdf', bezeichnung: 'Lageplan der Fläche', groesse: '412 kB', sha256: pruefsumme },
  { name: 'Foto Schaufenster #3 [neu].jpg', groesse: '2,1 MB', sha256: pruefsumme },
]

const abschnitte = [
  {
    titel: 'Antragstellende Person',
    angaben: [
      { frage: 'Vorname', antwort: 'Łucja' },
      { frage: 'Familienname', antwort: 'Özdemir-Groß' },
      { frage: 'Anschrift', antwort: 'Am Markt 12\n46499 Musterstadt' },
      { frage: 'Telefon (freiwillig)', antwort: '' },
    ],
  },
  {
    titel: 'Nutzung der Fläche',
    angaben: [
      { frage: 'Welche Fläche möchten Sie nutzen?', antwort: 'Gehweg vor dem Café, 12,5 m²' },
      { frage: 'Von wann bis wann?', antwort: '1. April 2027 bis 31. Oktober 2027' },
      { frage: 'Wofür?', antwort: 'Acht Tische mit je vier Stühlen. Preis: 5 $ * 3 = #nichts; [Anlage] _kursiv_ <b>' },
    ],
  },
]

const brief: BriefDaten = {
  ...rahmen,
  vermerk: 'Persönlich',
  betreff: 'Ihre Anfrage zur Nutzung des Marktplatzes am 12. Juni 2027',
  anrede: 'Sehr geehrte Frau Özdemir-Groß,',
  inhalt: [
    'vielen Dank für Ihre Anfrage vom 1. März 2027. Der Marktplatz ist an diesem Tag noch frei. Damit wir ihn für ' +
      'Sie vormerken können, fehlen noch zwei Angaben:',
    { art: 'liste', punkte: ['die Zahl der Stände,', 'ob Sie einen Stromanschluss brauchen.'] },
    'Bitte schicken Sie uns beides bis zum 20. März 2027.',
    { art: 'ueberschrift', text: 'Was die Nutzung kostet' },
    {
      art: 'tabelle',
      kopf: ['Posten', 'Menge', 'Betrag'],
      zeilen: [['Standfläche je Tag', '40 m²', '80,00 €'], ['Stromanschluss', '1', '25,00 €']],
      rechts: [1, 2],
      summe: ['Summe', '', '105,00 €'],
    },
    { art: 'hinweis', text: 'Die Gebühr wird erst fällig, wenn Sie die Erlaubnis erhalten haben.' },
  ],
  gruss: 'Mit freundlichen Grüßen\nIm Auftrag',
  unterzeichner: ['Jonas Weber'],
  anlagen: ['Merkblatt Veranstaltungen'],
}

const eingangsbestaetigung: EingangsbestaetigungDaten = {
  ...rahmen,
  betreff: 'Eingangsbestätigung: Sondernutzung öffentlicher Flächen',
  vorgangsnummer: 'MUS-2027-000118',
  leistung: 'Sondernutzung öffentlicher Flächen (Außengastronomie)',
  eingegangenAm: 'Mittwoch, 3. März 2027, 14:05 Uhr',
  kanal: 'Online-Formular',
  kontakt: ['Stadt Musterstadt, Ordnung und Verkehr', 'Telefon 0281 555-214', 'ordnung@musterstadt.example'],
  dauer: 'etwa drei Wochen',
  naechsteSchritte: [
    'Wir prüfen, ob Ihre Angaben vollständig sind. Fehlt etwas, melden wir uns bis zum 10. März 2027.',
    'Wir fragen die Straßenverkehrsbehörde.',
    'Sie erhalten einen schriftlichen Bescheid.',
  ],
  anlagen,
  abschnitte,
}

const antrag: AntragDaten = {
  absender,
  leistung: 'Antrag auf Sondernutzung öffentlicher Flächen',
  vorgangsnummer: 'MUS-2027-000118',
  eingegangenAm: '3. März 2027, 14:05 Uhr',
  formular: 'Sondernutzung, Fassung 4 vom 1. Januar 2027',
  abschnitte,
  erklaerungen: ['Ich habe die Hinweise zum Datenschutz gelesen.', 'Meine Angaben sind richtig und vollständig.'],
  anlagen,
}

const bescheid: BescheidDaten = {
  ...rahmen,
  vermerk: 'Gegen Postzustellungsurkunde',
  betreff: 'Erlaubnis zur Sondernutzung öffentlicher Flächen',
  titel: 'Bescheid: Sondernutzung öffentlicher Flächen',
  anrede: 'Sehr geehrte Frau Özdemir-Groß,\nauf Ihren Antrag vom 3. März 2027 ergeht folgender Bescheid:',
  tenor: [
    {
      art: 'liste',
      nummeriert: true,
      punkte: [
        'Sie dürfen den Gehweg vor dem Haus Am Markt 12 auf einer Fläche von 12,5 m² für Tische und Stühle nutzen.',
        'Die Erlaubnis gilt vom 1. April 2027 bis zum 31. Oktober 2027.',
        'Ein Streifen von 1,80 m Breite muss für Fußgänger frei bleiben.',
      ],
    },
  ],
  begruendung: [
    'Die Nutzung des Gehwegs über den Gemeingebrauch hinaus bedarf der Erlaubnis (§ 18 Absatz 1 StrWG NRW).',
    'Ihr Vorhaben beeinträchtigt den Fußverkehr nicht, wenn der genannte Streifen frei bleibt. Die ' +
      'Straßenverkehrsbehörde hat zugestimmt. Wir haben unser Ermessen zu Ihren Gunsten ausgeübt, weil die Belebung ' +
      'des Marktplatzes im öffentlichen Interesse liegt.',
  ],
  kosten: [
    'Für diese Erlaubnis erheben wir nach der Sondernutzungssatzung folgende Gebühr:',
    {
      art: 'tabelle',
      kopf: ['Posten', 'Berechnung', 'Betrag'],
      zeilen: [
        ['Sondernutzung', '12,5 m² × 7 Monate × 3,00 €', '262,50 €'],
        ['Verwaltungsgebühr', 'pauschal', '35,00 €'],
      ],
      rechts: [2],
      summe: ['Summe', '', '297,50 €'],
    },
    { art: 'hinweis', text: 'Bitte überweisen Sie 297,50 € bis zum 6. April 2027 mit dem Kassenzeichen 4711.0815.42.' },
  ],
  rechtsbehelfsbelehrung: [
    'Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe Klage beim Verwaltungsgericht Düsseldorf, ' +
      'Bastionstraße 39, 40213 Düsseldorf, erhoben werden.',
  ],
  gruss: 'Mit freundlichen Grüßen\nIm Auftrag',
  verantwortlich: ['Jonas Weber', 'Sachbearbeiter Sondernutzung'],
  anlagen: ['Lageplan mit eingezeichneter Fläche', 'Merkblatt Außengastronomie'],
}

const protokoll: ProtokollDaten = {
  absender,
  titel: 'Protokoll des Vorgangs',
  angaben: [
    { bezeichnung: 'Vorgangsnummer', wert: 'MUS-2027-000118' },
    { bezeichnung: 'Zeitraum', wert: '3. März 2027 bis 20. April 2027' },
  ],
  spalten: ['Zeitpunkt', 'Wer', 'Was', 'Bemerkung'],
  breiten: [3, 3, 4, 5],
  zeilen: Array.from({ length: 45 }, (_, index) => [
    `${(index % 28) + 1}.03.2027 08:${String(index).padStart(2, '0')}`,
    index % 3 === 0 ? 'Verfahren Sondernutzung' : 'Jonas Weber',
    'Aufgabe erledigt',
    index % 4 === 0 ? 'Rückfrage an die Straßenverkehrsbehörde, Antwort liegt vor' : '',
  ]),
  schluss: 'Ende des Protokolls.',
}

export const samples = { brief, eingangsbestaetigung, antrag, bescheid, protokoll } as const
