/** What the VAT rules ask again and again about a CII document, worked out once. */
import type { Dec } from '../../decimal.js'
import { all, stringValue } from '../../xml/tree.js'
import type { Doc, El } from '../../xml/tree.js'
import { attr, fact, flag, has, is, nums, sel, strs, value } from '../access.js'
import { AGREEMENT, LINE, LINE_SETTLEMENT, LINE_TOTAL, SETTLEMENT } from './paths.js'

type Tally = ReadonlyMap<string, number>

export interface CiiFacts {
  /** VAT category codes of lines, of the VAT breakdown, and of allowances and charges, as written. */
  readonly lines: Tally
  readonly breakdown: Tally
  readonly extras: Tally
  /** Every ram:CategoryCode. */
  readonly codes: ReadonlySet<string>
  /** Seller with VAT or tax number, seller with VAT number: at its place in the header. */
  readonly sellerTaxId: boolean
  readonly sellerVatId: boolean
  readonly representativeVatId: boolean
  /** The same, wherever such a party stands. */
  readonly anySellerTaxId: boolean
  readonly anySellerVatId: boolean
  readonly anyRepresentativeVatId: boolean
  readonly buyerVatId: boolean
  readonly buyerLegalId: boolean
}

const REGISTRATION = 'ram:SpecifiedTaxRegistration/ram:ID'

function tally(elements: readonly El[]): Tally {
  const out = new Map<string, number>()
  for (const el of elements) for (const code of new Set(strs(el, 'ram:CategoryCode'))) out.set(code, (out.get(code) ?? 0) + 1)
  return out
}

const registered = (parties: readonly El[], ...schemes: string[]): boolean =>
  parties.some((p) => sel(p, REGISTRATION).some((id) => schemes.includes(attr(id, 'schemeID') ?? '')))

export const ciiFacts = (doc: Doc): CiiFacts => fact(doc, 'cii', () => {
  const taxes = all(doc, 'ram:ApplicableTradeTax')
  const below = (name: string) => taxes.filter((t) => t.parent?.name === name)
  const seller = sel(doc.root, `${AGREEMENT}/ram:SellerTradeParty`)
  const representative = sel(doc.root, `${AGREEMENT}/ram:SellerTaxRepresentativeTradeParty`)
  const sellers = all(doc, 'ram:SellerTradeParty')
  const buyers = all(doc, 'ram:BuyerTradeParty')
  return {
    lines: tally(below(LINE_SETTLEMENT)),
    breakdown: tally(below('ram:ApplicableHeaderTradeSettlement')),
    extras: tally(all(doc, 'ram:CategoryTradeTax')),
    codes: new Set(all(doc, 'ram:CategoryCode').map(stringValue)),
    sellerTaxId: registered(seller, 'VA', 'FC'),
    sellerVatId: registered(seller, 'VA'),
    representativeVatId: registered(representative, 'VA'),
    anySellerTaxId: registered(sellers, 'VA', 'FC'),
    anySellerVatId: registered(sellers, 'VA'),
    anyRepresentativeVatId: registered(all(doc, 'ram:SellerTaxRepresentativeTradeParty'), 'VA'),
    buyerVatId: registered(buyers, 'VA'),
    buyerLegalId: buyers.some((b) => has(b, 'ram:SpecifiedLegalOrganization/ram:ID')),
  }
})

export interface Share { readonly amount: Dec, readonly rates: readonly string[] }
export interface Shares { readonly lines: readonly Share[], readonly charges: readonly Share[], readonly allowances: readonly Share[] }

/** Amounts of a VAT category: lines, charges and allowances of the document, with their rates. */
export const shares = (doc: Doc, code: string): Shares => fact(doc, `shares ${code}`, () => {
  const rates = (el: El, path: string) => strs(el, `${path}/ram:RateApplicablePercent`)
  const extras = (charge: boolean) => sel(doc.root, `${SETTLEMENT}/ram:SpecifiedTradeAllowanceCharge`)
    .filter((e) => flag(e, 'ram:ChargeIndicator/udt:Indicator', charge) && is(e, 'ram:CategoryTradeTax/ram:CategoryCode', code))
    .flatMap((e) => sel(e, 'ram:ActualAmount').slice(0, 1).map((a) => ({ amount: value(a), rates: rates(e, 'ram:CategoryTradeTax') })))
  return {
    lines: sel(doc.root, `${LINE}/${LINE_SETTLEMENT}`).filter((s) => is(s, 'ram:ApplicableTradeTax/ram:CategoryCode', code))
      .flatMap((s) => nums(s, LINE_TOTAL).map((amount) => ({ amount, rates: rates(s, 'ram:ApplicableTradeTax') }))),
    charges: extras(true),
    allowances: extras(false),
  }
})
