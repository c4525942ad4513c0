import type { Feldfehler } from '../../../../platform/errors.js'
import type { Aussonderungsart } from './einheit.js'

/** A unit as it stands in a file to import; what is not said is not known. */
export interface Einheitangabe {
  readonly kennzeichen: string
  readonly bezeichnung: string
  readonly beschreibung?: string
  /** Years, or without end. */
  readonly aufbewahrung?: number | 'unbefristet'
  readonly aussonderungsart?: Aussonderungsart
  readonly quelle?: string
  /** ISO dates. */
  readonly gueltigVon?: string
  readonly gueltigBis?: string
  readonly stillgelegtAm?: string
  readonly nachfolger?: string
}

const SPALTEN = ['kennzeichen', 'bezeichnung', 'beschreibung', 'aufbewahrung', 'aussonderungsart', 'quelle', 'gueltigVon', 'gueltigBis', 'stillgelegtAm', 'nachfolger'] as const
const KENNZEICHEN = /^[0-9A-Za-z]+([./-][0-9A-Za-z]+)*$/

/** Splits CSV (RFC 4180, ';' or ',' as in the first line, with or without BOM) into rows of cells. */
export function leseCsv(text: string): string[][] {
  const clean = text.replace(/^\ufeff/, '')
  const separator = (clean.split(/\r?\n/, 1)[0] ?? '').includes(';') ? ';' : ','
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i <= clean.length; i += 1) {
    const char = clean[i]
    if (quoted && char === '"' && clean[i + 1] === '"') { cell += '"'; i += 1 } else if (char === '"' && (quoted || cell === '')) quoted = !quoted
    else if (char !== undefined && (quoted || (char !== separator && char !== '\n' && char !== '\r'))) cell += char
    else if (char === separator) { row.push(cell); cell = '' } else if (char !== '\r') {
      row.push(cell)
      if (row.some((one) => one.trim() !== '')) rows.push(row)
      row = []
      cell = ''
    }
  }
  return rows
}

/** Reads a file plan from CSV whose first line names the columns. Every complaint names its line. */
export function leseAktenplanCsv(text: string): { readonly einheiten: Einheitangabe[]; readonly fehler: Feldfehler[] } {
  const [kopf = [], ...zeilen] = leseCsv(text)
  const namen = kopf.map((name) => SPALTEN.find((spalte) => spalte.toLowerCase() === name.trim().toLowerCase().replaceAll('_', '')))
  const fehler: Feldfehler[] = []
  for (const pflicht of ['kennzeichen', 'bezeichnung'] as const) {
    if (!namen.includes(pflicht)) fehler.push({ feld: 'datei', text: `Die Spalte „${pflicht}“ fehlt. Die erste Zeile muss die Spalten nennen: ${SPALTEN.join(';')}.` })
  }
  if (fehler.length > 0) return { einheiten: [], fehler }
  const einheiten = zeilen.map((zellen, index) => angabe(Object.fromEntries(namen.flatMap((name, i) => (name ? [[name, (zellen[i] ?? '').trim()]] : []))), index + 2, fehler))
  return { einheiten, fehler }
}

function angabe(zeile: Readonly<Record<string, string>>, nummer: number, fehler: Feldfehler[]): Einheitangabe {
  const melde = (text: string) => { fehler.push({ feld: `zeile ${nummer}`, text: `Zeile ${nummer}: ${text}` }) }
  const { kennzeichen = '', bezeichnung = '', aufbewahrung = '', aussonderungsart = '' } = zeile
  if (!KENNZEICHEN.test(kennzeichen)) melde(`„${kennzeichen}“ ist kein Kennzeichen. Verwenden Sie Ziffern und Buchstaben mit Punkten, zum Beispiel 12.20.03.`)
  if (bezeichnung.length < 2) melde('Die Bezeichnung fehlt.')
  if (aufbewahrung && aufbewahrung !== 'unbefristet' && !/^\d{1,3}$/.test(aufbewahrung)) melde('Geben Sie die Aufbewahrung in Jahren oder „unbefristet“ an.')
  if (aussonderungsart && !/^[ABV]$/.test(aussonderungsart)) melde('Die Aussonderungsart muss A, B oder V sein.')
  for (const feld of ['gueltigVon', 'gueltigBis', 'stillgelegtAm']) {
    if (zeile[feld] && !/^\d{4}-\d{2}-\d{2}$/.test(zeile[feld])) melde(`„${zeile[feld]}“ ist kein Tag. Schreiben Sie ihn wie 2026-12-31.`)
  }
  return {
    kennzeichen, bezeichnung,
    ...(aufbewahrung ? { aufbewahrung: aufbewahrung === 'unbefristet' ? 'unbefristet' as const : Number(aufbewahrung) } : {}),
    ...(aussonderungsart ? { aussonderungsart: aussonderungsart as Aussonderungsart } : {}),
    ...Object.fromEntries(['beschreibung', 'quelle', 'gueltigVon', 'gueltigBis', 'stillgelegtAm', 'nachfolger'].flatMap((feld) => (zeile[feld] ? [[feld, zeile[feld]]] : []))),
  }
}

/** Is there such a day? Takes ISO 8601 text of the right form. */
export function istTag(iso: string): boolean {
  const [jahr = 0, monat = 0, tag = 0] = iso.split('-').map(Number)
  return monat >= 1 && monat <= 12 && tag >= 1 && tag <= Temporal.PlainYearMonth.from({ year: jahr, month: monat }).daysInMonth
}

/** The unit above by the sign alone: '12.20.03' lies below '12.20', that below '12'; the longest that exists counts. */
export function oberKennzeichen(kennzeichen: string, vorhanden: ReadonlySet<string>): string | null {
  for (let ende = Math.max(kennzeichen.lastIndexOf('.'), kennzeichen.lastIndexOf('/'), kennzeichen.lastIndexOf('-')); ende > 0;) {
    const ober = kennzeichen.slice(0, ende)
    if (vorhanden.has(ober)) return ober
    ende = Math.max(ober.lastIndexOf('.'), ober.lastIndexOf('/'), ober.lastIndexOf('-'))
  }
  return null
}
