import { typVon } from '../fragen/index.js'
import type { Antworten, Formular, Frage, JsonWert, Kontext, Upload } from './formular.js'
import type { AnzeigeKontext } from './fragetyp.js'
import { gueltigeHerkunft } from './herkunft.js'
import type { Herkuenfte, Herkunft } from './herkunft.js'
import { satz } from './meldungen.js'
import { sicht } from './navigation.js'
import { wortlaut } from './texte.js'

/** One answer as text; lines are separated by `\n`. Escaping is the business of the output (A3-10). */
export interface Eintrag {
  readonly feld: string
  readonly label: string
  readonly wert: string
  /** Nothing was answered; `wert` then says so in words. */
  readonly leer: boolean
  /** Where the answer comes from, if not typed by the person; part of what is stored with the submission. */
  readonly herkunft?: Herkunftsangabe
}

/** As much of the provenance as is shown. */
export type Herkunftsangabe = Omit<Herkunft, 'wert'>

export interface Abschnitt { readonly seite: string, readonly titel: string, readonly eintraege: readonly Eintrag[] }

const anzeige = (formular: Formular, uploads: readonly Upload[], lang: string): AnzeigeKontext => {
  const kontext: AnzeigeKontext = {
    formular, lang, uploads,
    zeige: (frage, wert) => typVon(frage.typ).summary(frage, wert, kontext),
    label: (frage) => wortlaut(formular, frage.ausgabe ?? frage.label, lang),
  }
  return kontext
}

/** One value as text. */
export const summaryWert = (
  formular: Formular, frage: Frage, wert: JsonWert | undefined, uploads: readonly Upload[], lang: string,
): string => anzeige(formular, uploads, lang).zeige(frage, wert)

const herkunftVon = (herkunft: Herkunft | undefined): Pick<Eintrag, 'herkunft'> =>
  (herkunft ? { herkunft: { quelle: herkunft.quelle, niveau: herkunft.niveau, abgerufenAm: herkunft.abgerufenAm } } : {})

/**
 * The declaration as sections of label and text: the one source for the check page (A4-01), the PDF copy (A4-03) and
 * the
 * clerk's view. It is stored with the submission, so that the clerk reads what the applicant read (A4-13).
 */
export const summaryOf = (
  formular: Formular, antworten: Antworten, uploads: readonly Upload[],
  kontext: Kontext & { readonly herkunft?: Herkuenfte },
): readonly Abschnitt[] => {
  const gueltig = gueltigeHerkunft(kontext.herkunft ?? {}, antworten)
  const lang = kontext.lang ?? 'de'
  const gezeigt = anzeige(formular, uploads, lang)
  const leer = (frage: Frage): string => satz(frage.typ === 'datei' ? 'keine_datei' : 'keine_angabe', lang)
  return sicht(formular, antworten, kontext).seiten.map((seite) => ({
    seite: seite.name,
    titel: wortlaut(formular, seite.titel, lang),
    eintraege: seite.fragen.filter(({ typ }) => typ !== 'hinweis').map((frage): Eintrag => {
      const text = gezeigt.zeige(frage, antworten[frage.name])
      return { feld: frage.name, label: gezeigt.label(frage), wert: text === '' ? leer(frage) : text,
        leer: text === '', ...herkunftVon(gueltig[frage.name]) }
    }),
  })).filter(({ eintraege }) => eintraege.length > 0)
}
