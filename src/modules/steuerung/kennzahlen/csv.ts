import type { Reply } from '../../../platform/http/route.js'
import { CSV_BOM, csvRow } from '../../../platform/text/index.js'
import { formatDate } from '../../../platform/time/index.js'

export type Zelle = string | number | Temporal.PlainDate | null

/** A list as a file for spreadsheets: UTF-8 with a mark, ';', text that a spreadsheet would run defused. */
export function csvAntwort({ name, kopf, zeilen }: {
  readonly name: string; readonly kopf: readonly string[]; readonly zeilen: readonly (readonly Zelle[])[]
}): Reply {
  const text = (zelle: Zelle) => (zelle instanceof Temporal.PlainDate ? formatDate(zelle) : zelle)
  return {
    text: CSV_BOM + [csvRow(kopf), ...zeilen.map((zeile) => csvRow(zeile.map(text)))].join(''),
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}.csv"` },
  }
}
