/** What the VAT rules ask again and again about a UBL document, worked out once. */
import { all } from '../../xml/tree.js'
import type { Doc, El } from '../../xml/tree.js'
import { fact, flag, has, sel, trimmed } from '../access.js'

/** How often VAT category codes occur: `any` regardless of the tax scheme, `vat` only where the scheme is VAT. */
export interface Codes {
  readonly any: ReadonlyMap<string, number>
  readonly vat: ReadonlyMap<string, number>
}

export interface UblFacts {
  /** Every cac:TaxCategory and cac:ClassifiedTaxCategory. */
  readonly categories: Codes
  readonly lines: Codes
  readonly breakdown: Codes
  readonly allowances: Codes
  readonly charges: Codes
  /** Allowances and charges together. */
  readonly both: Codes
  /** Allowances and charges directly below the document. */
  readonly documentAllowances: Codes
  readonly documentCharges: Codes
  readonly sellerTaxId: boolean
  readonly sellerVatId: boolean
  readonly representativeVatId: boolean
  readonly buyerVatId: boolean
  readonly buyerLegalId: boolean
}

/** The category belongs to the tax scheme VAT. */
export const isVat = (el: El): boolean =>
  sel(el, 'cac:TaxScheme/cbc:ID').some((id) => trimmed(id).toUpperCase() === 'VAT')

function tally(elements: readonly El[]): Codes {
  const any = new Map<string, number>()
  const vat = new Map<string, number>()
  for (const el of elements) {
    const ids = sel(el, 'cbc:ID').map(trimmed)
    for (const code of ids.length > 0 ? ids : ['']) {
      any.set(code, (any.get(code) ?? 0) + 1)
      if (isVat(el)) vat.set(code, (vat.get(code) ?? 0) + 1)
    }
  }
  return { any, vat }
}

const parties = (doc: Doc, role: string, path: string): El[] => all(doc, role).flatMap((p) => sel(p, path))

export const ublFacts = (doc: Doc): UblFacts => fact(doc, 'ubl', () => {
  const allowanceCharges = all(doc, 'cac:AllowanceCharge')
  const categoriesOf = (charge: boolean, of: readonly El[]) =>
    of.filter((e) => flag(e, 'cbc:ChargeIndicator', charge)).flatMap((e) => sel(e, 'cac:TaxCategory'))
  const lines = all(doc, 'cac:ClassifiedTaxCategory')
  const own = allowanceCharges.filter((e) => e.parent === doc.root)
  const seller = parties(doc, 'cac:AccountingSupplierParty', 'cac:Party/cac:PartyTaxScheme')
  const representative = parties(doc, 'cac:TaxRepresentativeParty', 'cac:PartyTaxScheme')
  const buyer = parties(doc, 'cac:AccountingCustomerParty', 'cac:Party/cac:PartyTaxScheme')
  const numbered = (e: El) => has(e, 'cbc:CompanyID')
  return {
    categories: tally([...all(doc, 'cac:TaxCategory'), ...lines]),
    lines: tally(lines),
    breakdown: tally(sel(doc.root, 'cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory')),
    allowances: tally(categoriesOf(false, allowanceCharges)),
    charges: tally(categoriesOf(true, allowanceCharges)),
    both: tally(allowanceCharges.flatMap((e) => sel(e, 'cac:TaxCategory'))),
    documentAllowances: tally(categoriesOf(false, own)),
    documentCharges: tally(categoriesOf(true, own)),
    sellerTaxId: seller.some(numbered),
    sellerVatId: seller.some((e) => isVat(e) && numbered(e)),
    representativeVatId: representative.some((e) => isVat(e) && numbered(e)),
    buyerVatId: buyer.some((e) => isVat(e) && numbered(e)),
    buyerLegalId: parties(doc, 'cac:AccountingCustomerParty', 'cac:Party/cac:PartyLegalEntity/cbc:CompanyID').length > 0,
  }
})
