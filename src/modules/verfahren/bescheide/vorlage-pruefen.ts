import { PdfError, renderPdf, type Json } from '../../../platform/pdf/index.js'
import { Invalid } from '../../../platform/errors.js'
import { YamlError } from '../../../platform/yaml/index.js'
import { leseVorlage, tagezahlen, type Bescheidvorlage } from './domain/vorlage.js'

/** `fehler`: the package cannot be used. */
export interface Befund { readonly ort: string; readonly text: string; readonly stufe: 'fehler' | 'hinweis' }

const MAX_ZEICHEN = 100_000
/** Other files than those of `templates/`, packages from the internet, and data that is read as markup. */
const VERBOTEN = [
  [/@(?:preview|local)\b/, 'Pakete können nicht eingebunden werden.'],
  [/\b(?:read|plugin|csv|yaml|toml|xml|cbor|bibliography|image)\s*\(/, 'Dateien können nicht gelesen werden. Was gedruckt wird, kommt aus den Daten des Bescheids.'],
  [/\beval\s*\(/, '„eval“ ist nicht erlaubt: Was jemand eingegeben hat, darf nicht als Befehl gelesen werden.'],
  [/#?(?:import|include)\s+"(?!layout\.typ")/, 'Eingebunden werden kann nur "layout.typ".'],
] as const

/**
 * Checks a service's `bescheid.typ` when its package is imported: text blocks, forbidden access, day counts, and whether it prints
 * an example without warning. Renders (a few milliseconds): not inside a transaction.
 */
export async function pruefeBescheidVorlage(quelle: string): Promise<Befund[]> {
  if (quelle.length > MAX_ZEICHEN) return [{ ort: '', text: `Die Vorlage ist zu lang (mehr als ${MAX_ZEICHEN} Zeichen).`, stufe: 'fehler' }]
  const { vorlage, befunde } = lese(quelle)
  if (!vorlage) return befunde
  const ohneKommentare = vorlage.typst.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
  const verboten = VERBOTEN.filter(([muster]) => muster.test(ohneKommentare)).map(([, text]) => ({ ort: 'Vorlage', text, stufe: 'fehler' as const }))
  const tage = tagezahlen(vorlage.bausteine).map((text) => ({ ort: 'Textbausteine', text: `„${text}“: Zur Bekanntgabe darf keine Zahl von Tagen genannt werden.`, stufe: 'fehler' as const }))
  if (verboten.length > 0) return [...befunde, ...tage, ...verboten]
  return [...befunde, ...tage, ...await druckprobe(vorlage.typst)]
}

function lese(quelle: string): { vorlage?: Bescheidvorlage; befunde: Befund[] } {
  try {
    return { vorlage: leseVorlage(quelle), befunde: [] }
  } catch (error) {
    if (error instanceof Invalid) return { befunde: error.felder.map(({ feld, text }) => ({ ort: `Textbausteine ${feld}`, text, stufe: 'fehler' })) }
    if (!(error instanceof YamlError)) throw error
    return { befunde: [{ ort: 'Textbausteine', text: `Die Textbausteine sind kein lesbares YAML: ${error.message}`, stufe: 'fehler' }] }
  }
}

async function druckprobe(typst: string): Promise<Befund[]> {
  try {
    await renderPdf({ template: { source: typst }, data: probe, standard: 'a-2a', createdAt: Temporal.Instant.from('2026-01-01T00:00:00Z') })
    return []
  } catch (error) {
    if (!(error instanceof PdfError)) throw error
    return [{ ort: 'Vorlage', text: `Die Vorlage lässt sich nicht drucken: ${error.message}`, stufe: 'fehler' }]
  }
}

const probe: Json = {
  absender: { name: 'Stadt Beispiel', anschrift: ['Rathausplatz 1', '12345 Beispiel'] }, empfaenger: ['Łucja Özdemir', 'Am Markt 1', '12345 Beispiel'],
  infoblock: [{ bezeichnung: 'Aktenzeichen', wert: '1/2026' }, { bezeichnung: 'Datum', wert: '1. Januar 2026' }], betreff: 'Probe', anrede: 'Guten Tag,',
  tenor: ['Dem Antrag wird entsprochen.'], begruendung: ['Weil es so ist.'], kosten: ['Keine.'], rechtsbehelfsbelehrung: ['Klage ist möglich.'],
  gruss: 'Mit freundlichen Grüßen', verantwortlich: ['Probe'],
}

/** What text blocks can name besides the answers of the form. */
const BEKANNT: ReadonlySet<string> = new Set(['leistung', 'aktenzeichen', 'vorgangsnummer', 'antragsdatum', 'vertretene', 'gebuehr', 'gebuehrGrundlage'])

/**
 * Places in the text blocks that are written like the name of an answer but name no question of the form: a typo that only the first
 * clerk would see. Places for people („{{Grund der Ablehnung}}“) begin with a capital letter or have blanks.
 * @param fragen names of the form's questions; undefined where the form cannot be read
 */
export function unbekanntePlatzhalter(quelle: string, fragen: readonly string[] | undefined): Befund[] {
  const { vorlage } = lese(quelle)
  if (!vorlage || !fragen) return []
  const texte = Object.values(vorlage.bausteine).flatMap((block) => Object.values(block))
  const namen = new Set(texte.flatMap((text) => [...text.matchAll(/\{\{\s*([a-z][A-Za-z0-9_]*)(?:\.[A-Za-z0-9_]+)*\s*\}\}/g)].map(([, name = '']) => name)))
  return [...namen].filter((name) => !BEKANNT.has(name) && !fragen.includes(name))
    .map((name) => ({ ort: 'Textbausteine', text: `„{{${name}}}“: Im Formular gibt es keine Frage mit diesem Namen.`, stufe: 'fehler' }))
}
