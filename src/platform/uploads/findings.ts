/** Why an upload is refused. The German text goes to the person who uploaded and says what to do. */
export const refusals = {
  leer: 'Die Datei ist leer (0 Byte). Bitte prüfen Sie die Datei auf Ihrem Gerät und laden Sie sie noch einmal hoch.',
  zuGross: 'Die Datei ist zu groß. Bitte verkleinern Sie die Datei oder teilen Sie sie auf mehrere Dateien auf.',
  typNichtErlaubt: 'Dieser Dateityp wird hier nicht angenommen.',
  altesOfficeFormat:
    'Die Datei ist ein altes Office-Format oder eine Office-Datei mit Kennwort. Bitte entfernen Sie das Kennwort ' +
    'und speichern Sie die Datei als PDF. Laden Sie dann das PDF hoch.',
  makros:
    'Die Datei enthält Makros (kleine Programme). Solche Dateien nehmen wir zum Schutz vor Schadsoftware nicht an. ' +
    'Bitte speichern Sie die Datei als PDF und laden Sie das PDF hoch.',
  mehrdeutig:
    'Die Datei ist in mehr als einem Format zugleich lesbar. Das ist bei Schadsoftware üblich, deshalb nehmen wir ' +
    'sie nicht an. Bitte öffnen Sie die Datei, speichern Sie sie neu als PDF und laden Sie das PDF hoch.',
  kennwort:
    'Das PDF ist mit einem Kennwort oder gegen Bearbeitung geschützt. Wir können es so nicht lesen und nicht ' +
    'aufbewahren. Bitte entfernen Sie den Schutz, zum Beispiel über „Drucken“ und „Als PDF speichern“, und laden ' +
    'Sie die neue Datei hoch.',
  unvollstaendig:
    'Die Datei ist unvollständig oder beschädigt. Bitte öffnen Sie sie auf Ihrem Gerät. Wenn das gelingt, speichern ' +
    'Sie sie neu und laden Sie sie noch einmal hoch.',
  bildZuGross:
    'Das Bild hat zu viele Bildpunkte. Bitte verkleinern Sie das Bild, zum Beispiel auf 4000 Punkte an der ' +
    'längeren Seite, und laden Sie es noch einmal hoch.',
  speicherVoll:
    'Die Stadt kann gerade keine Dateien annehmen, weil ihr Speicherplatz voll ist. Ihre anderen Angaben bleiben gespeichert. ' +
    'Bitte versuchen Sie es morgen noch einmal oder rufen Sie uns an.',
  archivKennwort:
    'Die Datei ist mit einem Kennwort geschützt. Bitte entfernen Sie das Kennwort und laden Sie sie neu hoch.',
  archivZuGross:
    'Die Datei wird beim Entpacken zu groß oder enthält zu viele Teile. Bitte laden Sie die Inhalte einzeln hoch.',
  archivVerschachtelt:
    'Die Datei enthält gepackte Dateien, die wieder gepackte Dateien enthalten. Bitte laden Sie die Inhalte einzeln ' +
    'hoch.',
  archivPfad:
    'Die Datei enthält unzulässige Dateinamen oder Verknüpfungen. Bitte laden Sie die Inhalte einzeln hoch.',
} as const

export type RefusalCode = keyof typeof refusals

/** What is accepted but should be seen by a person; texts are for the clerk, `nameBerichtigt` for the uploader too. */
export const warnings = {
  nameBerichtigt: 'Der Dateiname passte nicht zum Inhalt. Die Endung wurde berichtigt.',
  pdfJavascript: 'Das PDF enthält JavaScript.',
  pdfEingebettet: 'Das PDF enthält eingebettete Dateien.',
  pdfStartetProgramm: 'Das PDF versucht, beim Anklicken ein Programm oder eine andere Datei zu öffnen.',
  pdfSendetDaten: 'Das PDF kann Formulardaten an eine Internetadresse senden.',
  pdfXfa: 'Das PDF ist ein XFA-Formular. Manche Programme zeigen seinen Inhalt nicht an.',
  pdfSeitenUnbekannt: 'Die Seitenzahl des PDF konnte nicht ermittelt werden.',
  bildStandort: 'Das Foto enthält den Aufnahmeort (GPS). Er wird vor dem Speichern entfernt.',
  officeExtern: 'Die Datei lädt beim Öffnen Inhalte aus dem Internet nach.',
  officeEingebettet: 'Die Datei enthält eingebettete Objekte.',
} as const

export type WarningCode = keyof typeof warnings

export type Refusal = { ok: false; code: RefusalCode; text: string }

export function refuse(code: RefusalCode, addition = ''): Refusal {
  return { ok: false, code, text: addition === '' ? refusals[code] : `${refusals[code]} ${addition}` }
}

/** What a format specific inspector reports. */
export type FormatFindings =
  | Refusal
  | { ok: true; pages?: number; width?: number; height?: number; gps?: boolean; warnings: WarningCode[] }
