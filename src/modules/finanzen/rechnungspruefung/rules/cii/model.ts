/** The business rules of EN 16931 for CII, without the VAT families. */
import { LISTS } from '../../codes/lists.js'
import { abs, isZero, round, sum } from '../../decimal.js'
import { all, attr, stringValue } from '../../xml/tree.js'
import type { Doc, El } from '../../xml/tree.js'
import { fact, firstNum, flag, has, inList, is, lacks, norm, num, nums, overlap, sel, some, str, strs, trimmed, twoPlaces, value } from '../access.js'
import { above, cent, minus, nearby, plus, same, vatOf } from '../amounts.js'
import { at, must } from '../engine.js'
import type { Assertion, Pattern, RuleContext } from '../engine.js'
import { AGREEMENT, LINE_SETTLEMENT, LINE_TOTAL, ROOT, SETTLEMENT } from './paths.js'
import { ciiVatContexts, ciiVatDocument } from './vat.js'

const text = (path: string) => (el: El): boolean => norm(el, path) !== ''
const given = (path: string) => (el: El): boolean => has(el, path)
const places = (path: string) => (el: El): boolean => twoPlaces(str(el, path))
const human = (id: string): Assertion => must(id, () => true)
const reason = (el: El): boolean => has(el, '../ram:Reason') || has(el, '../ram:ReasonCode')
const withAttr = (elements: readonly El[], name: string, wanted: string): El[] => elements.filter((e) => attr(e, name) === wanted)
const currency = (doc: Doc, which: 'Invoice' | 'Tax'): string[] => strs(doc.root, `${SETTLEMENT}/ram:${which}CurrencyCode`)

/** Rules of one allowance or charge; the official context is its indicator. */
function allowanceCharge(ids: readonly string[], below: string, indicator: string): RuleContext {
  const [amount = '', category = '', why = '', sense = '', either = '', decimals = '', baseDecimals = ''] = ids
  return at(`${below}/ram:SpecifiedTradeAllowanceCharge/ram:ChargeIndicator`, [
    must(amount, given('../ram:ActualAmount')),
    ...category ? [must(category, (el) => sel(el, '../ram:CategoryTradeTax')
      .some((c) => str(c, 'ram:TypeCode').toUpperCase() === 'VAT' && has(c, 'ram:CategoryCode')))] : [],
    must(why, reason), human(sense), must(either, reason),
    must(decimals, (el) => twoPlaces(sel(el, '../ram:ActualAmount').slice(0, 1).map(stringValue).join(''))),
    must(baseDecimals, places('../ram:BasisAmount')),
  ], (el) => is(el, 'udt:Indicator', indicator))
}

const extras = (doc: Doc, charge: boolean): El[] => sel(doc.root, `${SETTLEMENT}/ram:SpecifiedTradeAllowanceCharge`)
  .filter((e) => flag(e, 'ram:ChargeIndicator/udt:Indicator', charge))

const totalOf = (name: string, charge: boolean) => (el: El, doc: Doc): boolean => {
  const parts = extras(doc, charge)
  if (parts.length === 0 && lacks(el, name)) return true
  const amount = cent(sum(parts.flatMap((p) => sel(p, 'ram:ActualAmount').slice(0, 1).map(value))))
  return some(el, name, (e) => same(value(e), amount))
}

function netTotal(el: El): boolean {
  const charges = firstNum(el, 'ram:ChargeTotalAmount')
  const allowances = firstNum(el, 'ram:AllowanceTotalAmount')
  let expected = firstNum(el, 'ram:LineTotalAmount')
  if (allowances) expected = minus(expected, allowances)
  if (charges) expected = plus(expected, charges)
  return same(firstNum(el, 'ram:TaxBasisTotalAmount'), cent(expected))
}

function due(el: El): boolean {
  const prepaid = firstNum(el, 'ram:TotalPrepaidAmount')
  const rounding = firstNum(el, 'ram:RoundingAmount')
  let expected = firstNum(el, 'ram:GrandTotalAmount')
  if (prepaid) expected = minus(expected, prepaid)
  if (rounding) expected = plus(expected, rounding)
  return same(firstNum(el, 'ram:DuePayableAmount'), expected)
}

function accountingTotal(el: El, doc: Doc): boolean {
  const tax = currency(doc, 'Tax')
  const used = sel(el, 'ram:TaxTotalAmount').map((e) => attr(e, 'currencyID') ?? '')
  return !has(doc.root, `${SETTLEMENT}/ram:TaxCurrencyCode`) || (overlap(used, tax) && !overlap(tax, currency(doc, 'Invoice')))
}

const hasCents = (el: El): boolean => { const v = value(el); return same(v, round(v, 2)) }

/** BR-DEC-13 and BR-DEC-15 pass as soon as one VAT total is in order. */
const vatPlaces = (which: 'Invoice' | 'Tax') => (el: El, doc: Doc): boolean => {
  const codes = currency(doc, which)
  const amounts = sel(el, 'ram:TaxTotalAmount')
  const inCurrency = (e: El) => codes.includes(attr(e, 'currencyID') ?? '\u0000')
  const exempt = (e: El) => which === 'Invoice' ? !inCurrency(e) : codes.length === 0
  return amounts.length === 0 || amounts.some((e) => exempt(e) || (inCurrency(e) && hasCents(e)))
}

const MONEY_PLACES = [
  ['BR-DEC-09', 'LineTotalAmount'], ['BR-DEC-10', 'AllowanceTotalAmount'], ['BR-DEC-11', 'ChargeTotalAmount'],
  ['BR-DEC-12', 'TaxBasisTotalAmount'], ['BR-DEC-14', 'GrandTotalAmount'], ['BR-DEC-16', 'TotalPrepaidAmount'],
  ['BR-DEC-17', 'RoundingAmount'], ['BR-DEC-18', 'DuePayableAmount'],
] as const

const totals = at('ram:SpecifiedTradeSettlementHeaderMonetarySummation', [
  must('BR-12', given('ram:LineTotalAmount')), must('BR-13', given('ram:TaxBasisTotalAmount')),
  must('BR-14', given('ram:GrandTotalAmount')), must('BR-15', given('ram:DuePayableAmount')),
  must('BR-53', accountingTotal),
  must('BR-CO-10', (el) => same(num(el, 'ram:LineTotalAmount'),
    cent(sum(nums(el, `../../ram:IncludedSupplyChainTradeLineItem/${LINE_SETTLEMENT}/${LINE_TOTAL}`))))),
  must('BR-CO-11', totalOf('ram:AllowanceTotalAmount', false)), must('BR-CO-12', totalOf('ram:ChargeTotalAmount', true)),
  must('BR-CO-13', netTotal), must('BR-CO-16', due),
  must('BR-DEC-13', vatPlaces('Invoice')), must('BR-DEC-15', vatPlaces('Tax')),
  ...MONEY_PLACES.map(([id, name]) => must(id, places(`ram:${name}`))),
])

function grossTotal(_: El, doc: Doc): boolean {
  const at1 = (name: string) => firstNum(doc.root, `${SETTLEMENT}/ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:${name}`)
  const taxes = sel(doc.root, `${SETTLEMENT}/ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:TaxTotalAmount`)
  return currency(doc, 'Invoice').every((code) => {
    const own = withAttr(taxes, 'currencyID', code)
    const gross = at1('GrandTotalAmount')
    const net = at1('TaxBasisTotalAmount')
    return (own.length === 1 && same(gross, cent(plus(net, own[0] && value(own[0]))))) || same(gross, net)
  })
}

/** The scheme of an electronic address, where there is one. */
const addressScheme = (party: string) => (el: El): boolean => {
  const address = sel(el, `${AGREEMENT}/ram:${party}/ram:URIUniversalCommunication`)[0]
  return !address || sel(address, 'ram:URIID').some((e) => (attr(e, 'schemeID') ?? '').trim() !== '')
}

const document = at(ROOT, [
  must('BR-01', text('rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID')),
  must('BR-02', text('rsm:ExchangedDocument/ram:ID')),
  must('BR-03', (el) => withAttr(sel(el, 'rsm:ExchangedDocument/ram:IssueDateTime/udt:DateTimeString'), 'format', '102')
    .filter((e, _, found) => found.length === 1 && trimmed(e) !== '').length === 1),
  must('BR-04', text('rsm:ExchangedDocument/ram:TypeCode')), must('BR-05', text(`${SETTLEMENT}/ram:InvoiceCurrencyCode`)),
  must('BR-06', text(`${AGREEMENT}/ram:SellerTradeParty/ram:Name`)), must('BR-07', text(`${AGREEMENT}/ram:BuyerTradeParty/ram:Name`)),
  must('BR-08', given(`${AGREEMENT}/ram:SellerTradeParty/ram:PostalTradeAddress`)),
  must('BR-09', text(`${AGREEMENT}/ram:SellerTradeParty/ram:PostalTradeAddress/ram:CountryID`)),
  must('BR-10', given(`${AGREEMENT}/ram:BuyerTradeParty/ram:PostalTradeAddress`)),
  must('BR-11', text(`${AGREEMENT}/ram:BuyerTradeParty/ram:PostalTradeAddress/ram:CountryID`)),
  must('BR-16', (_, doc) => all(doc, 'ram:IncludedSupplyChainTradeLineItem').length > 0),
  must('BR-62', addressScheme('SellerTradeParty')), must('BR-63', addressScheme('BuyerTradeParty')),
  must('BR-CO-15', grossTotal),
  ...ciiVatDocument,
])

const AGREED = 'ram:SpecifiedLineTradeAgreement'

const line = at('ram:IncludedSupplyChainTradeLineItem', [
  must('BR-21', text('ram:AssociatedDocumentLineDocument/ram:LineID')), must('BR-22', given('ram:SpecifiedLineTradeDelivery/ram:BilledQuantity')),
  must('BR-23', (el) => sel(el, 'ram:SpecifiedLineTradeDelivery/ram:BilledQuantity').some((q) => attr(q, 'unitCode') !== undefined)),
  must('BR-24', given(`${LINE_SETTLEMENT}/${LINE_TOTAL}`)), must('BR-25', text('ram:SpecifiedTradeProduct/ram:Name')),
  must('BR-26', given(`${AGREED}/ram:NetPriceProductTradePrice/ram:ChargeAmount`)),
  must('BR-27', (el) => strs(el, `${AGREED}/ram:NetPriceProductTradePrice/ram:ChargeAmount`).some((p) => above(p, 'zeroOrMore'))),
  must('BR-28', (el) => lacks(el, `${AGREED}/ram:GrossPriceProductTradePrice/ram:ChargeAmount`)
    || strs(el, `${AGREED}/ram:GrossPriceProductTradePrice/ram:ChargeAmount`).some((p) => above(p, 'zeroOrMore'))),
  must('BR-64', (el) => { const ids = sel(el, 'ram:SpecifiedTradeProduct/ram:GlobalID'); return ids.length === 0 || (ids.filter((e) => attr(e, 'schemeID') !== undefined).length <= 1 && ids.some((e) => (attr(e, 'schemeID') ?? '').trim() !== '')) }),
  must('BR-CO-04', (el) => sel(el, `${LINE_SETTLEMENT}/ram:ApplicableTradeTax`)
    .some((t) => str(t, 'ram:TypeCode').toUpperCase() === 'VAT' && has(t, 'ram:CategoryCode'))),
  must('BR-CO-18', (_, doc) => fact(doc, 'breakdown', () => all(doc, 'ram:ApplicableHeaderTradeSettlement')
    .some((s) => s.parent?.name === 'rsm:SupplyChainTradeTransaction' && has(s, 'ram:ApplicableTradeTax')))),
  must('BR-DEC-23', places(`${LINE_SETTLEMENT}/${LINE_TOTAL}`)),
])

function periodOrder(el: El): boolean {
  if (lacks(el, 'ram:EndDateTime') || lacks(el, 'ram:StartDateTime')) return true
  const dates = (name: string) => withAttr(sel(el, `ram:${name}/udt:DateTimeString`), 'format', '102').map(stringValue)
  return dates('EndDateTime').some((end) => dates('StartDateTime').some((start) => end >= start))
}

const periodGiven = (el: El): boolean => has(el, 'ram:StartDateTime') || has(el, 'ram:EndDateTime')
const VAT_ID = 'ram:SpecifiedTaxRegistration/ram:ID'
const seller = '../../ram:ApplicableHeaderTradeAgreement/ram:SellerTradeParty'

const parties: readonly RuleContext[] = [
  at('ram:PayeeTradeParty', [must('BR-17', (el) => has(el, 'ram:Name')
    && ['ram:Name', 'ram:ID', 'ram:SpecifiedLegalOrganization/ram:ID'].every((p) => !overlap(strs(el, p), strs(el, `${seller}/${p}`))))]),
  at('ram:SpecifiedTradeSettlementPaymentMeans', [must('BR-49', given('ram:TypeCode'))]),
  at(`${ROOT}/${SETTLEMENT}/ram:InvoiceReferencedDocument`, [must('BR-55', text('ram:IssuerAssignedID'))]),
  at('ram:SellerTradeParty', [must('BR-CO-26', (el) => has(el, 'ram:ID') || has(el, 'ram:GlobalID')
    || has(el, 'ram:SpecifiedLegalOrganization/ram:ID') || withAttr(sel(el, VAT_ID), 'schemeID', 'VA').length > 0)]),
  at('ram:SellerTaxRepresentativeTradeParty', [
    must('BR-18', text('ram:Name')), must('BR-19', given('ram:PostalTradeAddress')), must('BR-20', text('ram:PostalTradeAddress/ram:CountryID')),
    must('BR-56', (el) => withAttr(sel(el, VAT_ID), 'schemeID', 'VA').some((e) => trimmed(e) !== '')),
  ]),
  at('ram:SpecifiedTaxRegistration/ram:ID', [must('BR-CO-09', (el) => inList(LISTS.vatPrefixCii, [...stringValue(el)].slice(0, 2).join('')))],
    (el) => attr(el, 'schemeID') === 'VA'),
]

function breakdownTax(el: El): boolean {
  const vat = norm(el, 'ram:TypeCode').toUpperCase() === 'VAT'
  const percents = vat ? nums(el, 'ram:RateApplicablePercent') : []
  const tax = num(el, 'ram:CalculatedAmount')
  if (percents.length > 1) return false
  const percent = percents[0]
  if (!percent || isZero(round(percent))) return tax !== undefined && isZero(round(tax))
  return nearby(tax && abs(tax), vatOf(num(el, 'ram:BasisAmount'), percent), true)
}

const isVat = (el: El): boolean => str(el, 'ram:TypeCode').toUpperCase() === 'VAT'

const taxes: readonly RuleContext[] = [
  at('ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax', [
    must('BR-45', given('ram:BasisAmount')), must('BR-46', given('ram:CalculatedAmount')),
    must('BR-47', (el) => isVat(el) && has(el, 'ram:CategoryCode')),
    must('BR-48', (el) => isVat(el) && (has(el, 'ram:RateApplicablePercent') || is(el, 'ram:CategoryCode', 'O'))),
    must('BR-CO-03', (_, doc) => all(doc, 'ram:TaxPointDate').length === 0 || all(doc, 'ram:DueDateTypeCode').length === 0),
    must('BR-CO-17', breakdownTax), must('BR-DEC-19', places('ram:BasisAmount')), must('BR-DEC-20', places('ram:CalculatedAmount')),
  ]),
]

const account = (el: El): boolean => has(el, 'ram:IBANID') || has(el, 'ram:ProprietaryID')

/** Everything of EN 16931 that the official rules bind to CII as business rules. */
export const ciiModel: Pattern = {
  name: 'cii-model',
  contexts: [
    at('ram:DesignatedProductClassification', [must('BR-65', (el) => { const codes = sel(el, 'ram:ClassCode'); return codes.length === 0 || codes.some((e) => (attr(e, 'listID') ?? '').trim() !== '') })]),
    at('ram:AdditionalReferencedDocument', [must('BR-52', text('ram:IssuerAssignedID'))]),
    at('ram:ApplicableTradeSettlementFinancialCard', [must('BR-51', (el) => norm(el, 'ram:ID').length <= 10)]),
    at('ram:SpecifiedTradeSettlementPaymentMeans/ram:PayeePartyCreditorFinancialAccount', [
      must('BR-50', (el) => norm(el, 'ram:IBANID') !== '' || norm(el, 'ram:ProprietaryID') !== ''), must('BR-61', account),
    ], (el) => is(el.parent as El, 'ram:TypeCode', '30', '58')),
    at(`${ROOT}/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeDelivery`, [must('BR-57', (el) =>
      lacks(el, 'ram:ShipToTradeParty/ram:PostalTradeAddress') || norm(el, 'ram:ShipToTradeParty/ram:PostalTradeAddress/ram:CountryID') !== '')]),
    allowanceCharge(['BR-31', 'BR-32', 'BR-33', 'BR-CO-05', 'BR-CO-21', 'BR-DEC-01', 'BR-DEC-02'], 'ram:ApplicableHeaderTradeSettlement', 'false'),
    allowanceCharge(['BR-36', 'BR-37', 'BR-38', 'BR-CO-06', 'BR-CO-22', 'BR-DEC-05', 'BR-DEC-06'], 'ram:ApplicableHeaderTradeSettlement', 'true'),
    totals, document, line,
    allowanceCharge(['BR-41', '', 'BR-42', 'BR-CO-07', 'BR-CO-23', 'BR-DEC-24', 'BR-DEC-25'], LINE_SETTLEMENT, 'false'),
    allowanceCharge(['BR-43', '', 'BR-44', 'BR-CO-08', 'BR-CO-24', 'BR-DEC-27', 'BR-DEC-28'], LINE_SETTLEMENT, 'true'),
    at(`${LINE_SETTLEMENT}/ram:BillingSpecifiedPeriod`, [must('BR-30', periodOrder), must('BR-CO-20', periodGiven)]),
    at('ram:ApplicableHeaderTradeSettlement/ram:BillingSpecifiedPeriod', [must('BR-29', periodOrder), must('BR-CO-19', periodGiven)]),
    at('ram:ApplicableProductCharacteristic', [must('BR-54', (el) => has(el, 'ram:Description') && has(el, 'ram:Value'))]),
    ...parties,
    at('ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:TaxTotalAmount', [must('BR-CO-14', (el, doc) =>
      same(value(el), cent(sum(nums(doc.root, `${SETTLEMENT}/ram:ApplicableTradeTax/ram:CalculatedAmount`)))))],
      (el, doc) => currency(doc, 'Invoice').includes(attr(el, 'currencyID') ?? '\u0000')),
    ...ciiVatContexts, ...taxes,
  ],
}
