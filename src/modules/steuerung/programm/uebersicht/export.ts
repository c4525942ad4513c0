import writeExcelFile from 'write-excel-file/node'
import { CSV_BOM, csvRow } from '../../../../platform/text/index.js'
import { ebeneText, klasseText } from '../anzeige.js'
import { BAUSTEINARTEN } from '../domain/arten.js'
import { STATUS } from '../domain/status.js'
import type { Objekt } from '../lesen.js'
import type { programmUebersicht } from './query.js'

type Uebersicht = Awaited<ReturnType<typeof programmUebersicht.run>>
type Zelle = string | number | Temporal.PlainDate | null

const SPALTEN: readonly (readonly [string, (objekt: Objekt, uebersicht: Uebersicht) => Zelle])[] = [
  ['Technische Kennung', ({ id }) => id],
  ['Nummer', ({ nummer }) => nummer],
  ['Bausteinart', ({ bausteinart }) => bausteinart && BAUSTEINARTEN[bausteinart]],
  ['Ebene', (objekt, { namen }) => ebeneText(objekt, namen)],
  ['Name', ({ name }) => name],
  ['Gehört zu', ({ oberId }, { alle }) => { const ober = alle.find(({ id }) => id === oberId); return ober ? [ober.nummer, ober.name].filter(Boolean).join(' ') : null }],
  ['Status', ({ status }) => status && STATUS[status].wort],
  ['Priorität', ({ prioritaet }) => prioritaet],
  ['Laufzeit in Monaten', ({ dauerMonate }) => dauerMonate],
  ['Fortlaufend', ({ fortlaufend }) => (fortlaufend ? 'ja' : null)],
  ['Beginn', ({ beginn }) => beginn],
  ['Ende', ({ ende }) => ende],
  ['Ende zuerst geplant', ({ endeOriginal }) => endeOriginal],
  ['Tatsächliches Ende', ({ endeIst }) => endeIst],
  ['Verantwortlich', ({ verantwortlich }) => verantwortlich],
  ['Kostenklasse', ({ kostenklasse }, { klassen }) => klasseText(kostenklasse, klassen) ?? null],
  ['Beschreibung', ({ texte }) => texte['beschreibung'] ?? null],
]

/** What the overview lists, also the Ziele when nothing is filtered. */
const zeilen = (uebersicht: Uebersicht): readonly Objekt[] => (uebersicht.gefiltert ? uebersicht.treffer.map(({ objekt }) => objekt) : uebersicht.alle)

/** For spreadsheets: UTF-8 with a mark, ';', text that a spreadsheet would run defused. */
export function alsCsv(uebersicht: Uebersicht): string {
  const text = (zelle: Zelle) => (zelle instanceof Temporal.PlainDate ? zelle.toLocaleString('de-DE', { day: '2-digit', month: '2-digit', year: 'numeric' }) : zelle)
  return CSV_BOM + [csvRow(SPALTEN.map(([titel]) => titel)), ...zeilen(uebersicht).map((objekt) => csvRow(SPALTEN.map(([, wert]) => text(wert(objekt, uebersicht)))))].join('')
}

const schwarz = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g // eslint-disable-line no-control-regex

/** The same as a workbook: texts are texts (nothing is a formula, no number loses its zeros), dates are dates. */
export async function alsExcel(uebersicht: Uebersicht): Promise<Buffer> {
  const zelle = (wert: Zelle) => {
    if (wert === null || wert === '') return null
    if (typeof wert === 'number') return { type: Number, value: wert }
    if (wert instanceof Temporal.PlainDate) return { type: Date, value: new Date(Date.UTC(wert.year, wert.month - 1, wert.day)), format: 'dd.mm.yyyy' }
    return { type: String, value: wert.replace(schwarz, '').slice(0, 32_000), wrap: wert.length > 60 }
  }
  const kopf = SPALTEN.map(([titel]) => ({ type: String, value: titel, fontWeight: 'bold' as const }))
  const daten = [kopf, ...zeilen(uebersicht).map((objekt) => SPALTEN.map(([, wert]) => zelle(wert(objekt, uebersicht))))]
  return writeExcelFile(daten, { sheet: 'Programm', stickyRowsCount: 1, columns: SPALTEN.map(([titel]) => ({ width: ['Name', 'Gehört zu', 'Beschreibung'].includes(titel) ? 45 : titel.length + 4 })) }).toBuffer()
}
