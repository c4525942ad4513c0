/** What the VAT rules ask again and again about a UBL document, worked out once. */
import { all, normalizeSpace } from '../../xml/tree.js'
import type { Doc, El } from '../../xml/tree.js'
import { fact, flag, has, norm, sel, some, strs, trimmed } from '../access.js'

/** How often VAT category codes occur: `any` regardless of the tax scheme, `vat` only where the scheme is VAT. */
export interface Codes {
  /** As `any` and `vat`, but codes as written, with white space around them. */
  readonly raw: ReadonlyMap<string, number>
  readonly rawVat: ReadonlyMap<string, number>
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
export const isVat = (el: El): boolean => some(el, 'cac:TaxScheme/cbc:ID', (id) => trimmed(id).toUpperCase() === 'VAT')

/** The same as a condition of a context: with two codes in one scheme the official one cannot be answered and does not fit. */
export const isVatContext = (el: El): boolean => some(el, 'cac:TaxScheme', (scheme) => norm(scheme, 'cbc:ID').toUpperCase() === 'VAT')

function tally(elements: readonly El[]): Codes {
  const codes = { raw: new Map<string, number>(), rawVat: new Map<string, number>(), any: new Map<string, number>(), vat: new Map<string, number>() }
  const add = (map: Map<string, number>, code: string) => map.set(code, (map.get(code) ?? 0) + 1)
  for (const el of elements) {
    const vat = isVat(el)
    const ids = strs(el, 'cbc:ID')
    for (const code of ids.length > 0 ? ids : ['']) {
      const trimmed = normalizeSpace(code)
      add(codes.raw, code)
      add(codes.any, trimmed)
      if (vat) {
        add(codes.rawVat, code)
        add(codes.vat, trimmed)
      }
    }
  }
  return codes
}

const parties = (doc: Doc, role: string, path: string): El[] => all(doc, role).flatMap((p) => sel(p, path))

export const ublFacts = (doc: Doc): UblFacts => fact(doc, 'ubl', () => {
  const allowanceCharges = all(doc, 'cac:AllowanceCharge')
  const categoriesOf = (of: readonly El[]) => tally(of.flatMap((e) => sel(e, 'cac:TaxCategory')))
  const taken = allowanceCharges.filter((e) => flag(e, 'cbc:ChargeIndicator', false))
  const charged = allowanceCharges.filter((e) => flag(e, 'cbc:ChargeIndicator', true))
  const own = (e: El) => e.parent === doc.root
  const lines = all(doc, 'cac:ClassifiedTaxCategory')
  const seller = parties(doc, 'cac:AccountingSupplierParty', 'cac:Party/cac:PartyTaxScheme')
  const representative = parties(doc, 'cac:TaxRepresentativeParty', 'cac:PartyTaxScheme')
  const buyer = parties(doc, 'cac:AccountingCustomerParty', 'cac:Party/cac:PartyTaxScheme')
  const numbered = (e: El) => has(e, 'cbc:CompanyID')
  return {
    categories: tally([...all(doc, 'cac:TaxCategory'), ...lines]),
    lines: tally(lines),
    breakdown: tally(sel(doc.root, 'cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory')),
    allowances: categoriesOf(taken),
    charges: categoriesOf(charged),
    both: categoriesOf(allowanceCharges),
    documentAllowances: categoriesOf(taken.filter(own)),
    documentCharges: categoriesOf(charged.filter(own)),
    sellerTaxId: seller.some(numbered),
    sellerVatId: seller.some((e) => isVat(e) && numbered(e)),
    representativeVatId: representative.some((e) => isVat(e) && numbered(e)),
    buyerVatId: buyer.some((e) => isVat(e) && numbered(e)),
    buyerLegalId: parties(doc, 'cac:AccountingCustomerParty', 'cac:Party/cac:PartyLegalEntity/cbc:CompanyID').length > 0,
  }
})
