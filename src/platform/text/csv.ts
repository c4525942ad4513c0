/** A plain number in German or technical notation may begin with a sign; it cannot be a formula. */
const NUMBER = /^[-+]?(\d{1,3}(\.\d{3})+|\d+)([.,]\d+)?$/
/** Spreadsheets evaluate cells that begin with these, also after white space and in their full-width forms. */
const FORMULA = /^[\s\u00a0]*[=+\-@\t\r\n|＝＋－＠]/u

/**
 * One cell of a CSV file for spreadsheets: text that a spreadsheet would evaluate gets an apostrophe in front (X5,
 * formula injection), then quoting as in RFC 4180. The separator is ';' because German spreadsheets expect it.
 */
export function csvCell(value: string | number | bigint | null | undefined, separator = ';'): string {
  const text = value === null || value === undefined ? '' : String(value)
  const harmless = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return harmless.includes(separator) || /["\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** One line of a CSV file with its line end (CRLF). */
export function csvRow(values: readonly (string | number | bigint | null | undefined)[], separator = ';'): string {
  return `${values.map((value) => csvCell(value, separator)).join(separator)}\r\n`
}

/** What a file for Excel begins with, so that it is read as UTF-8. */
export const CSV_BOM = '\ufeff'
