import { Readable } from 'node:stream'
import writeExcelFile from 'write-excel-file/node'
import type { Reply } from '../../../platform/http/route.js'
import { CSV_BOM, csvRow } from '../../../platform/text/index.js'
import { formatDate } from '../../../platform/time/index.js'

export type Zelle = string | number | Temporal.PlainDate | null
/** A list as it goes into a file: heads and rows. */
export interface Blatt { readonly name: string; readonly kopf: readonly string[]; readonly zeilen: readonly (readonly Zelle[])[] }

/** For spreadsheets: UTF-8 with a mark, ';', text that a spreadsheet would run defused. */
export function csvAntwort({ name, kopf, zeilen }: Blatt): Reply {
  const text = (zelle: Zelle) => (zelle instanceof Temporal.PlainDate ? formatDate(zelle) : zelle)
  return { text: CSV_BOM + [csvRow(kopf), ...zeilen.map((zeile) => csvRow(zeile.map(text)))].join(''), headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}.csv"` } }
}

const schwarz = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g // eslint-disable-line no-control-regex

/** The same as a workbook: texts are texts (nothing is a formula), dates are dates. */
export async function excelAntwort({ name, kopf, zeilen }: Blatt): Promise<Reply> {
  const zelle = (wert: Zelle) => {
    if (wert === null || wert === '') return null
    if (typeof wert === 'number') return { type: Number, value: wert }
    if (wert instanceof Temporal.PlainDate) return { type: Date, value: new Date(Date.UTC(wert.year, wert.month - 1, wert.day)), format: 'dd.mm.yyyy' }
    return { type: String, value: wert.replace(schwarz, '').slice(0, 32_000), wrap: wert.length > 60 }
  }
  const daten = [kopf.map((value) => ({ type: String, value, fontWeight: 'bold' as const })), ...zeilen.map((zeile) => zeile.map(zelle))]
  const bytes = await writeExcelFile(daten, { sheet: 'Berichte', stickyRowsCount: 1, columns: kopf.map((titel) => ({ width: titel.length > 12 ? 40 : titel.length + 8 })) }).toBuffer()
  return { stream: { body: Readable.from([bytes]), mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', dateiname: `${name}.xlsx`, size: bytes.length } }
}
