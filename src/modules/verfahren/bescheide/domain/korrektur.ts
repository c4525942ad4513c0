import type { Feldfehler } from '../../../../platform/errors.js'

/**
 * The three ways to change a decision that has been issued. `jahresfrist`: only within a year of knowing the facts (§ 48(4), § 49(2)
 * sentence 2 VwVfG). `belastend`: the person is heard before. `gesichert: false`: texts and the computation of the year the Rechtsamt confirms.
 */
export const KORREKTUREN = {
  berichtigung: {
    wort: 'Berichtigung', betreff: 'Berichtigung Ihres Bescheids', knopf: 'berichtigen', belastend: false, jahresfrist: false, gesichert: true,
    wann: 'Der Bescheid enthält einen Schreib- oder Rechenfehler, der offensichtlich ist. Am Inhalt ändert sich nichts.',
    normen: ['§ 42 VwVfG NRW'], tenor: 'Der Bescheid vom {{datum}} wird nach § 42 VwVfG NRW berichtigt: Statt „…“ heißt es richtig „…“.', begruendung: 'Der Fehler ist offensichtlich. Der Inhalt des Bescheids ändert sich nicht.',
  },
  ruecknahme: {
    wort: 'Rücknahme', betreff: 'Rücknahme Ihres Bescheids', knopf: 'zurücknehmen', belastend: true, jahresfrist: true, gesichert: false,
    wann: 'Der Bescheid war schon rechtswidrig, als er erlassen wurde.',
    normen: ['§ 48 Abs. 1 Satz 1 VwVfG NRW (belastender Bescheid)', '§ 48 Abs. 1 Satz 2, Abs. 2 VwVfG NRW (Geld- oder Sachleistung)', '§ 48 Abs. 1 Satz 2, Abs. 3 VwVfG NRW (andere Begünstigung)'],
    tenor: 'Der Bescheid vom {{datum}} wird mit Wirkung vom … zurückgenommen.', begruendung: 'Der Bescheid war rechtswidrig, weil …\n\nIhr Vertrauen auf den Bestand des Bescheids haben wir abgewogen: …',
  },
  widerruf: {
    wort: 'Widerruf', betreff: 'Widerruf Ihres Bescheids', knopf: 'widerrufen', belastend: true, jahresfrist: true, gesichert: false,
    wann: 'Der Bescheid war rechtmäßig. Danach ist etwas eingetreten, das den Widerruf erlaubt.',
    normen: [
      '§ 49 Abs. 1 VwVfG NRW (belastender Bescheid)', '§ 49 Abs. 2 Satz 1 Nr. 1 VwVfG NRW (Widerruf vorbehalten)', '§ 49 Abs. 2 Satz 1 Nr. 2 VwVfG NRW (Auflage nicht erfüllt)',
      '§ 49 Abs. 2 Satz 1 Nr. 3 VwVfG NRW (neue Tatsachen)', '§ 49 Abs. 2 Satz 1 Nr. 4 VwVfG NRW (geändertes Recht)', '§ 49 Abs. 2 Satz 1 Nr. 5 VwVfG NRW (schwere Nachteile für das Gemeinwohl)',
      '§ 49 Abs. 3 VwVfG NRW (Geld- oder Sachleistung)',
    ],
    tenor: 'Der Bescheid vom {{datum}} wird mit Wirkung vom … widerrufen.', begruendung: 'Der Widerruf ist zulässig, weil …\n\nIhr Interesse am Bestand des Bescheids haben wir abgewogen: …',
  },
} as const

export type Korrekturart = keyof typeof KORREKTUREN

export const istKorrekturart = (wert: string): wert is Korrekturart => Object.hasOwn(KORREKTUREN, wert)

export interface Korrekturangaben { readonly art: Korrekturart; readonly norm: string; readonly wirkungAb: Temporal.PlainDate | null; readonly kenntnisAm: Temporal.PlainDate | null }

/** What the law asks of it beside the text: provision, from when, and the year since the town has known. */
export function korrekturFehler({ art, norm, wirkungAb, kenntnisAm }: Korrekturangaben, { erlassenAm, today }: { readonly erlassenAm: Temporal.PlainDate; readonly today: Temporal.PlainDate }): Feldfehler[] {
  const { normen, belastend, jahresfrist } = KORREKTUREN[art]
  const fehler: Feldfehler[] = []
  if (!(normen as readonly string[]).includes(norm)) fehler.push({ feld: 'norm', text: 'Bitte wählen Sie die Rechtsgrundlage.' })
  if (!belastend) return fehler
  if (!wirkungAb) fehler.push({ feld: 'wirkungAb', text: 'Bitte geben Sie den Tag an, ab dem der Bescheid nicht mehr gilt.' })
  else if (Temporal.PlainDate.compare(wirkungAb, erlassenAm) < 0) fehler.push({ feld: 'wirkungAb', text: 'Der Tag liegt vor dem Bescheid. Bitte prüfen Sie ihn.' })
  else if (art === 'widerruf' && !norm.startsWith('§ 49 Abs. 3') && Temporal.PlainDate.compare(wirkungAb, today) < 0) {
    fehler.push({ feld: 'wirkungAb', text: 'Ein Widerruf wirkt nur für die Zukunft (§ 49 Abs. 2 VwVfG NRW). Bitte wählen Sie einen Tag ab heute.' })
  }
  // A burdensome decision may be taken back at any time.
  if (!jahresfrist || norm.includes('belastender')) return fehler
  if (!kenntnisAm || Temporal.PlainDate.compare(kenntnisAm, today) > 0) fehler.push({ feld: 'kenntnisAm', text: 'Bitte geben Sie den Tag an, an dem Sie von den Tatsachen erfahren haben.' })
  else if (Temporal.PlainDate.compare(kenntnisAm.add({ years: 1 }), today) < 0) fehler.push({ feld: 'kenntnisAm', text: 'Seit diesem Tag ist mehr als ein Jahr vergangen. Dann ist es nicht mehr zulässig (§ 48 Abs. 4 VwVfG NRW).' })
  return fehler
}
