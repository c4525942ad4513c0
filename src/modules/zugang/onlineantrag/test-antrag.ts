import type { App } from '../../../platform/app.js'
import { musterpaket, musterleistung } from '../../grundlagen/leistungen/test/muster.js'

const datenschutz = { verantwortlich: 'Stadt', datenschutzbeauftragte: 'Beauftragte', zweck: 'Prüfung', rechtsgrundlage: '§ 3 DSG NRW', empfaenger: 'niemand', speicherdauer: 'ein Jahr', rechte: 'Auskunft' }
const recht = { rechtsgrundlage: '§ 1 Mustergesetz' }

/** A form with what drafts have to cope with: a condition, files in two slots, a date. `mehr` changes the definition. */
export const probeformular = (aenderung: (seiten: Record<string, unknown>[]) => Record<string, unknown>[] = (seiten) => seiten, version = '1.0') => ({
  format: 'stadtkern-formular/1', name: 'musterleistung', version, titel: 'Musterausweis beantragen', schriftform: 'keine', datenschutz,
  seiten: aenderung([
    { name: 'datenschutz', titel: 'Datenschutz', art: 'datenschutz', fragen: [] },
    { name: 'person', titel: 'Über Sie', fragen: [
      { typ: 'name', name: 'antragsteller', label: 'Wie heißen Sie?', pflicht: true, ...recht },
      { typ: 'anschrift', name: 'anschrift', label: 'Wo wohnen Sie?', pflicht: true, arten: ['strasse'], ...recht },
      { typ: 'ja_nein', name: 'hund', label: 'Haben Sie einen Hund?', pflicht: true, ...recht },
    ] },
    { name: 'tier', titel: 'Ihr Hund', wenn: 'hund = true', fragen: [{ typ: 'text', name: 'rufname', label: 'Wie heißt der Hund?', pflicht: true, maxLaenge: 50, ...recht }] },
    { name: 'nachweise', titel: 'Nachweise', einleitung: 'Laden Sie Ihre Nachweise hoch.', fragen: [
      { typ: 'datei', name: 'ausweis', label: 'Kopie des Ausweises', pflicht: true, nachreichbar: true, maxAnzahl: 3, maxBytes: 200_000, ...recht },
      { typ: 'datei', name: 'foto', label: 'Ein Foto', formate: ['jpg', 'png'], maxBytes: 200_000, ...recht },
    ] },
    { name: 'kontakt', titel: 'Kontakt', fragen: [{ typ: 'email', name: 'email', label: 'Ihre E-Mail-Adresse', ...recht }, { typ: 'mehrzeilig', name: 'bemerkung', label: 'Möchten Sie uns noch etwas sagen?', maxLaenge: 1000, ...recht }] },
  ]),
})

/** Imports and publishes the service with that form. */
export async function probeleistung(app: App, mandantId: string, formular: unknown = probeformular(), stammdaten: Readonly<Record<string, unknown>> = {}, gebuehr = 'rechtsgrundlage: § 2 Mustersatzung\ngebuehrenfrei: true\n') {
  return musterleistung(app, mandantId, { ...musterpaket(stammdaten), 'gebuehr.yaml': gebuehr, 'formular.json': JSON.stringify(formular) })
}

/** A small PDF that every reader opens. */
export const pdf = (text = 'Ausweis'): Buffer => {
  const teile = ['%PDF-1.4\n', '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n', '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n',
    `3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Title (${text}) >>\nendobj\n`]
  const anfaenge = teile.map((_, index) => teile.slice(0, index).join('').length)
  const rumpf = teile.join('')
  const xref = `xref\n0 4\n0000000000 65535 f \n${anfaenge.slice(1).map((stelle) => `${String(stelle).padStart(10, '0')} 00000 n \n`).join('')}`
  return Buffer.from(`${rumpf}${xref}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${rumpf.length}\n%%EOF\n`, 'latin1')
}
