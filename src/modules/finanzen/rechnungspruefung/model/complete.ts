import { add, sub, sum } from '../decimal.js'
import type { Invoice, Line } from './invoice.js'

function completeLine(line: Line, syntax: 'UBL' | 'CII'): Line {
  const { price, discount, grossPrice } = line
  if (syntax === 'CII' && price && discount && !grossPrice) return { ...line, grossPrice: add(price, discount) }
  if (syntax === 'UBL' && price && grossPrice && !discount) return { ...line, discount: sub(grossPrice, price) }
  return line
}

/**
 * Terms that EN 16931 leaves free, that a syntax demands and that follow from others: the VAT total and the price
 * discount in UBL, the gross price next to a discount in CII.
 */
export function complete(invoice: Invoice, syntax: 'UBL' | 'CII'): Invoice {
  const lines = invoice.lines.map((l) => completeLine(l, syntax))
  const taxes = invoice.vat.map((v) => v.tax).filter((t) => t !== undefined)
  const needsVat = syntax === 'UBL' && invoice.totals.vat === undefined && taxes.length > 0
  return { ...invoice, lines, totals: needsVat ? { ...invoice.totals, vat: sum(taxes) } : invoice.totals }
}
