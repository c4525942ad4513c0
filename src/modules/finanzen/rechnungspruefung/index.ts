/**
 * Electronic invoices of EN 16931: checking, reading and writing. A library of its own: it knows no town, no database and
 * no network.
 */
import type { Invoice } from './model/invoice.js'
import { readModel } from './model/read.js'
import { invoiceBytes } from './validate.js'
import { decodeXml } from './xml/decode.js'
import { parseXml } from './xml/parse.js'

export { cli, rechnungShow, rechnungValidate } from './cli.js'
export type { CliStreams } from './cli.js'
export { bigintOf, formatDec, parseDec } from './decimal.js'
export type { Dec } from './decimal.js'
export type * from './model/invoice.js'
export { INVOICE as INVOICE_FIELDS } from './model/mapping.js'
export type { Field } from './model/mapping.js'
export { writeCii, writeUbl } from './model/write.js'
export { PdfError } from './pdf/error.js'
export type { Syntax } from './profile.js'
export type { Level } from './rules/engine.js'
export { ruleCatalog } from './rules/index.js'
export { ruleText } from './texts/index.js'
export { validateInvoice } from './validate.js'
export type { Finding, Report, ValidateOptions } from './validate.js'
export { decodeXml } from './xml/decode.js'
export { XmlError } from './xml/error.js'
export { parseXml } from './xml/parse.js'
export type { El as XmlElement } from './xml/tree.js'

/** The file is readable, but no invoice in UBL or CII. */
export class NoInvoiceError extends Error {
  constructor(root: string) {
    super(`Die Datei ist keine E-Rechnung in UBL oder CII (Anfang: ${root.slice(0, 80)}).`)
    this.name = 'NoInvoiceError'
  }
}

/**
 * Reads an invoice from XML or hybrid PDF into the semantic model, without checking its rules. Throws `XmlError`,
 * `PdfError` or {@link NoInvoiceError}.
 */
export function readInvoice(bytes: Uint8Array): Invoice {
  const doc = parseXml(decodeXml(invoiceBytes(bytes).xml))
  const invoice = readModel(doc)
  if (!invoice) throw new NoInvoiceError(doc.root.name)
  return invoice
}
