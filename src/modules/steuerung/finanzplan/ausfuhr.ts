import { Readable } from 'node:stream'
import writeExcelFile from 'write-excel-file/node'
import type { Reply } from '../../../platform/http/route.js'
import { formatAmount, toDecimalString } from '../../../platform/money/index.js'
import { CSV_BOM, csvRow } from '../../../platform/text/index.js'
import { formatDate } from '../../../platform/time/index.js'

/** bigint is money in cents, number a count or a year. */
type Zelle = string | number | bigint | Temporal.PlainDate | null
export interface Tabellenspalte<T> { readonly titel: string; readonly wert: (zeile: T) => Zelle; readonly breit?: boolean }

/** For spreadsheets: UTF-8 with a mark, ';', German amounts, text that a spreadsheet would run defused. */
export function tabelleAlsCsv<T>(spalten: readonly Tabellenspalte<T>[], zeilen: readonly T[], schluss?: readonly (string | null)[]): string {
  const text = (zelle: Zelle) => (typeof zelle === 'bigint' ? formatAmount(zelle) : zelle instanceof Temporal.PlainDate ? formatDate(zelle) : zelle)
  return CSV_BOM + [csvRow(spalten.map(({ titel }) => titel)), ...zeilen.map((zeile) => csvRow(spalten.map(({ wert }) => text(wert(zeile))))), ...(schluss ? [csvRow(schluss)] : [])].join('')
}

const unschreibbar = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g // eslint-disable-line no-control-regex

/** The same as a workbook: text is text (nothing is a formula, 01.10.01 keeps its zeros), money a number with two decimals. */
export async function tabelleAlsExcel<T>(blatt: string, spalten: readonly Tabellenspalte<T>[], zeilen: readonly T[]): Promise<Buffer> {
  const zelle = (wert: Zelle) => {
    if (wert === null || wert === '') return null
    if (typeof wert === 'bigint') return { type: Number, value: Number(toDecimalString(wert)), format: '#,##0.00' }
    if (typeof wert === 'number') return { type: Number, value: wert }
    if (wert instanceof Temporal.PlainDate) return { type: Date, value: new Date(Date.UTC(wert.year, wert.month - 1, wert.day)), format: 'dd.mm.yyyy' }
    return { type: String, value: wert.replace(unschreibbar, '').slice(0, 32_000) }
  }
  const kopf = spalten.map(({ titel }) => ({ type: String, value: titel, fontWeight: 'bold' as const }))
  return writeExcelFile([kopf, ...zeilen.map((zeile) => spalten.map(({ wert }) => zelle(wert(zeile))))], { sheet: blatt, stickyRowsCount: 1, columns: spalten.map(({ titel, breit }) => ({ width: breit ? 45 : Math.max(12, titel.length + 4) })) }).toBuffer()
}

export const csvAntwort = (text: string, name: string): Reply => ({ text, headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}.csv"` } })
export const excelAntwort = (bytes: Buffer, name: string): Reply =>
  ({ stream: { body: Readable.from([bytes]), mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', dateiname: `${name}.xlsx`, size: bytes.length } })
