import { Readable } from 'node:stream'
import writeExcelFile from 'write-excel-file/node'
import type { Reply } from '../http/route.js'
import { formatAmount, toDecimalString } from '../money/index.js'
import { CSV_BOM, csvRow } from '../text/index.js'
import { formatDate } from '../time/index.js'

/** bigint is money in cents, number a count or a year. */
export type SheetCell = string | number | bigint | Temporal.PlainDate | null
/** A column: its head, and what stands in it for a row. */
export interface SheetColumn<T> { readonly titel: string; readonly wert: (zeile: T) => SheetCell; readonly breit?: boolean }

/** For spreadsheets: UTF-8 with a mark, ';', German amounts, text that a spreadsheet would run defused. */
export function sheetAsCsv<T>(columns: readonly SheetColumn<T>[], rows: readonly T[], last?: readonly (string | null)[]): string {
  const text = (cell: SheetCell) => {
    if (typeof cell === 'bigint') return formatAmount(cell)
    return cell instanceof Temporal.PlainDate ? formatDate(cell) : cell
  }
  return CSV_BOM + [
    csvRow(columns.map(({ titel }) => titel)), ...rows.map((row) => csvRow(columns.map(({ wert }) => text(wert(row))))),
    ...(last ? [csvRow(last)] : []),
  ].join('')
}

/** Characters that XML cannot hold. */
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g // eslint-disable-line no-control-regex

function excelCell(value: SheetCell, wrap = false) {
  if (value === null || value === '') return null
  if (typeof value === 'bigint') return { type: Number, value: Number(toDecimalString(value)), format: '#,##0.00' }
  if (typeof value === 'number') return { type: Number, value }
  if (value instanceof Temporal.PlainDate) {
    return { type: Date, value: new Date(Date.UTC(value.year, value.month - 1, value.day)), format: 'dd.mm.yyyy' }
  }
  return { type: String, value: value.replace(unwritable, '').slice(0, 32_000), wrap }
}

/** The same as a workbook: text is text (nothing is a formula, 01.10.01 keeps its zeros), money a number with two decimals. */
export function sheetAsExcel<T>(name: string, columns: readonly SheetColumn<T>[], rows: readonly T[]): Promise<Buffer> {
  const head = columns.map(({ titel }) => ({ type: String, value: titel, fontWeight: 'bold' as const }))
  return writeExcelFile([head, ...rows.map((row) => columns.map(({ wert, breit }) => excelCell(wert(row), breit)))], {
    sheet: name, stickyRowsCount: 1, columns: columns.map(({ titel, breit }) => ({ width: breit ? 45 : Math.max(12, titel.length + 4) })),
  }).toBuffer()
}

export const csvReply = (text: string, name: string): Reply => ({
  text, headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}.csv"` },
})
export const excelReply = (bytes: Buffer, name: string): Reply => ({
  stream: {
    body: Readable.from([bytes]), mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', dateiname: `${name}.xlsx`,
    size: bytes.length,
  },
})

/** A list as it goes into a file: the file's name, heads, and rows of cells below them. */
export interface Sheet { readonly name: string; readonly heads: readonly string[]; readonly rows: readonly (readonly SheetCell[])[] }

/** Columns that hold a long text anywhere are wide and wrap. */
const columnsOf = ({ heads, rows }: Sheet): SheetColumn<readonly SheetCell[]>[] => heads.map((titel, i) => ({
  titel, wert: (row) => row[i] ?? null,
  breit: rows.some((row) => { const cell = row[i]; return typeof cell === 'string' && cell.length > 60 }),
}))

export const csvOf = (sheet: Sheet): Reply => csvReply(sheetAsCsv(columnsOf(sheet), sheet.rows), sheet.name)
export const excelOf = async (sheet: Sheet): Promise<Reply> =>
  excelReply(await sheetAsExcel(sheet.name.slice(0, 31), columnsOf(sheet), sheet.rows), sheet.name)
