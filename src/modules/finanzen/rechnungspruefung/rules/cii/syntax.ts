/** Rules of EN 16931 about the use of CII: structure (CII-SR) and data types (CII-DT). */
import { FORBIDDEN } from '../../codes/forbidden-cii.js'
import { all, attr, normalizeSpace, stringValue } from '../../xml/tree.js'
import type { Doc, El } from '../../xml/tree.js'
import { absent, count, fact, flag, has, is, lacks, norm, sel, strs, within } from '../access.js'
import { at, fault, must, should } from '../engine.js'
import { forbid } from '../forbidden.js'
import type { Assertion, Pattern, RuleContext, Verdict } from '../engine.js'
import { LINE, LINE_SETTLEMENT, ROOT, SETTLEMENT } from './paths.js'

const T = '/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction'
const second = (path: string) => (el: El): Verdict => sel(el, path)[1] ?? true
const one = (path: string) => (el: El): boolean => count(el, path) === 1
const once = (id: string, path: string): Assertion => must(id, second(path))
const warnOnce = (id: string, path: string): Assertion => should(id, second(path))
const notBoth = (a: string, b: string) => (el: El): boolean => lacks(el, a) || lacks(el, b)

/** A context with the unused elements of the derived table and further assertions. */
const listed = (place: string, assertions: readonly Assertion[] = []): RuleContext =>
  at(place, assertions, undefined, forbid(FORBIDDEN[place] ?? fault()))

const typed = (el: El, path: string, ...codes: string[]): El[] => sel(el, path).filter((d) => codes.includes(norm(d, 'ram:TypeCode')))
const raw = (el: El, path: string, code: string): El[] => sel(el, path).filter((d) => is(d, 'ram:TypeCode', code))

function priceDiscount(el: El): boolean {
  const path = 'ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge'
  const indicator = has(el, `${path}/ram:ChargeIndicator`)
  const amount = has(el, `${path}/ram:ActualAmount`)
  if (!indicator && !amount) return true
  return amount && flag(el, `${path}/ram:ChargeIndicator/udt:Indicator`, false)
}

const HEADER_ONCE = [
  ['477', 'LineTotal'], ['478', 'ChargeTotal'], ['479', 'AllowanceTotal'], ['480', 'TaxBasisTotal'], ['481', 'Rounding'], ['482', 'GrandTotal'],
  ['483', 'Information'], ['484', 'TotalPrepaid'], ['485', 'TotalDiscount'], ['486', 'TotalAllowanceCharge'], ['487', 'DuePayable'],
  ['488', 'RetailValueExcludingTaxInformation'], ['489', 'TotalDepositFeeInformation'], ['490', 'ProductValueExcludingTobaccoTaxInformation'],
  ['491', 'TotalRetailValueInformation'], ['492', 'GrossLineTotal'], ['493', 'NetLineTotal'], ['494', 'NetIncludingTaxesLineTotal'],
] as const

/** All payment means say the same (type, text). */
const agree = (name: string) => (_: El, doc: Doc): Verdict => {
  const found = all(doc, 'ram:SpecifiedTradeSettlementPaymentMeans').flatMap((m) => sel(m, name))
  const first = found[0] && normalizeSpace(stringValue(found[0]))
  return found.find((e) => normalizeSpace(stringValue(e)) !== first) ?? true
}

const references = 'ram:AdditionalReferencedDocument'

const agreement: readonly Assertion[] = [
  should('CII-SR-450', notBoth('ram:BuyerTradeParty/ram:ID', 'ram:BuyerTradeParty/ram:GlobalID')),
  once('CII-SR-455', 'ram:SellerTradeParty/ram:DefinedTradeContact'), once('CII-SR-456', 'ram:BuyerTradeParty/ram:DefinedTradeContact'),
  should('CII-SR-457', (el) => raw(el, references, '50')[1] ?? true), should('CII-SR-458', (el) => raw(el, references, '130')[1] ?? true),
  once('CII-SR-459', 'ram:SellerTradeParty/ram:URIUniversalCommunication'), once('CII-SR-460', 'ram:BuyerTradeParty/ram:URIUniversalCommunication'),
  ...[['465', 'Seller'], ['466', 'Buyer']].map(([no, who]) => should(`CII-SR-${no}`, notBoth(
    `ram:${who}TradeParty/ram:DefinedTradeContact/ram:PersonName`, `ram:${who}TradeParty/ram:DefinedTradeContact/ram:DepartmentName`))),
  should('CII-SR-475', (el) => typed(el, references, '916').flatMap((d) => sel(d, 'ram:Name'))[1] ?? true),
  should('CII-SR-476', (el) => typed(el, references, '916').flatMap((d) => sel(d, 'ram:AttachmentBinaryObject'))[1] ?? true),
]

const settlement: readonly Assertion[] = [
  should('CII-SR-451', notBoth('ram:PayeeTradeParty/ram:ID', 'ram:PayeeTradeParty/ram:GlobalID')),
  warnOnce('CII-SR-452', 'ram:SpecifiedTradePaymentTerms'), warnOnce('CII-SR-453', 'ram:SpecifiedTradePaymentTerms/ram:Description'),
  once('CII-SR-461', 'ram:ApplicableTradeTax/ram:TaxPointDate'),
  must('CII-SR-462', (_, doc) => new Set(all(doc, 'ram:ApplicableTradeTax').flatMap((t) => strs(t, 'ram:DueDateTypeCode'))).size <= 1),
  must('CII-SR-470', (el) => typed(el, 'ram:SpecifiedTradeSettlementPaymentMeans', '30', '58').find((m) =>
    lacks(m, 'ram:PayeePartyCreditorFinancialAccount/ram:IBANID') && lacks(m, 'ram:PayeePartyCreditorFinancialAccount/ram:ProprietaryID')) ?? true),
]

const isAdditional = (el: El, ...codes: string[]): boolean => el.name === references && is(el, 'ram:TypeCode', ...codes)
const onlyIf = (path: string, allowed: (el: El) => boolean) => (el: El): Verdict => allowed(el) || absent(el, path)

const referenced: readonly Assertion[] = [
  must('CII-DT-015', onlyIf('ram:URIID', (el) => isAdditional(el, '916'))),
  must('CII-DT-018', onlyIf('ram:TypeCode', (el) => isAdditional(el, '50', '130', '916'))),
  must('CII-DT-021', onlyIf('ram:Name', (el) => isAdditional(el, '916'))),
  must('CII-DT-022', onlyIf('ram:AttachmentBinaryObject', (el) => isAdditional(el, '916'))),
  must('CII-DT-024', onlyIf('ram:ReferenceTypeCode', (el) => isAdditional(el, '130'))),
  must('CII-DT-027', onlyIf('ram:FormattedIssueDateTime', (el) => el.name === 'ram:InvoiceReferencedDocument')),
]

const inHeader = (el: El): boolean => within(el, 'ram:ApplicableHeaderTradeSettlement')

const tradeTax: readonly Assertion[] = [
  must('CII-DT-037', (el) => lacks(el, 'ram:TypeCode') || is(el, 'ram:TypeCode', 'VAT')),
  should('CII-DT-041', onlyIf('ram:BasisAmount', inHeader)),
  should('CII-DT-052', onlyIf('ram:ExemptionReasonCode', (el) => el.name === 'ram:ApplicableTradeTax')),
  should('CII-DT-098', onlyIf('ram:ExemptionReason', (el) => el.name === 'ram:ApplicableTradeTax')),
  should('CII-DT-054', onlyIf('ram:TaxPointDate', inHeader)), should('CII-DT-058', onlyIf('ram:DueDateTypeCode', inHeader)),
]

const billedUnit = (_: El, doc: Doc): boolean => fact(doc, 'billed unit', () =>
  sel(doc.root, `${LINE}/ram:SpecifiedLineTradeDelivery/ram:BilledQuantity`).some((q) => attr(q, 'unitCode') !== undefined))

const date102 = /^\s*\d{4}(?:1[0-2]|0[1-9])(?:3[01]|[12][0-9]|0[1-9])\s*$/

const header: readonly RuleContext[] = [
  listed('ram:SpecifiedTradeSettlementPaymentMeans'),
  listed(`${ROOT}/rsm:ExchangedDocumentContext`, [
    warnOnce('CII-SR-003', 'ram:BusinessProcessSpecifiedDocumentContextParameter'),
    must('CII-SR-009', one('ram:GuidelineSpecifiedDocumentContextParameter')),
    must('CII-SR-010', one('ram:GuidelineSpecifiedDocumentContextParameter/ram:ID')),
  ]),
  listed(`${ROOT}/rsm:ExchangedDocument`, [must('CII-SR-014', one('ram:TypeCode'))]),
  at(`${ROOT}/rsm:ExchangedDocument/ram:IncludedNote`, [warnOnce('CII-SR-030', 'ram:Content')]),
]

const lineItem = `${T}/ram:IncludedSupplyChainTradeLineItem`

const lines: readonly RuleContext[] = [
  listed(lineItem),
  listed(`${lineItem}/ram:AssociatedDocumentLineDocument`, [
    warnOnce('CII-SR-039', 'ram:IncludedNote'), warnOnce('CII-SR-040', 'ram:IncludedNote/ram:Content'),
  ]),
  listed(`${lineItem}/ram:SpecifiedTradeProduct`, [
    must('CII-SR-046', (el) => lacks(el, 'ram:GlobalID') || sel(el, 'ram:GlobalID').some((e) => attr(e, 'schemeID') !== undefined)),
    must('CII-SR-090', (el) => lacks(el, 'ram:OriginTradeCountry') || count(el, 'ram:OriginTradeCountry/ram:ID') === 1),
  ]),
  at(`${lineItem}/ram:SpecifiedTradeProduct/ram:ApplicableProductCharacteristic`, [
    must('CII-SR-069', one('ram:Description')), must('CII-SR-072', one('ram:Value')),
  ]),
  listed(`${lineItem}/ram:SpecifiedLineTradeAgreement`, [
    must('CII-SR-439', one('ram:NetPriceProductTradePrice/ram:ChargeAmount')), should('CII-SR-119', priceDiscount),
    once('CII-SR-441', 'ram:NetPriceProductTradePrice/ram:ChargeAmount'),
  ]),
  at('ram:SpecifiedTradeAllowanceCharge', [
    must('CII-SR-463', (el) => has(el, 'ram:ChargeIndicator')), once('CII-SR-471', 'ram:RateApplicablePercent'),
    once('CII-SR-472', 'ram:CategoryTradeTax'), once('CII-SR-473', 'ram:ActualAmount'),
  ]),
  at('ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge', [once('CII-SR-440', 'ram:ActualAmount')]),
  listed(`${lineItem}/ram:SpecifiedLineTradeDelivery`),
  listed(`${lineItem}/${LINE_SETTLEMENT}`, [
    should('CII-SR-454', one('ram:ApplicableTradeTax')), should('CII-SR-474', (el) => typed(el, references, '130')[1] ?? true),
  ]),
]

const types: readonly RuleContext[] = [
  listed('*DocumentContextParameter'),
  listed(`${ROOT}/rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID ${ROOT}/rsm:ExchangedDocument/ram:ID`
    + ` ${lineItem}/ram:AssociatedDocumentLineDocument/ram:LineID ${lineItem}/ram:SpecifiedTradeProduct/ram:SellerAssignedID`),
  listed('ram:*ID'), listed('ram:TypeCode'),
  // Every ram:TypeCode is taken by the context before, so the rules of this one never speak (in the official files as well).
  listed(`${ROOT}/rsm:ExchangedDocument/ram:TypeCode`),
  listed(`${lineItem}/${LINE_SETTLEMENT}/ram:ApplicableTradeTax/ram:CategoryCode`),
  listed('ram:*ReferencedDocument', referenced), listed('ram:*Amount!ram:TaxTotalAmount'),
  listed('ram:*Quantity', [must('CII-DT-033', (el, doc) => attr(el, 'unitCode') === undefined || billedUnit(el, doc))]),
  listed('ram:*TradeTax', tradeTax), listed('ram:BillingSpecifiedPeriod'), listed('ram:PostalTradeAddress'),
  at('udt:DateTimeString', [must('CII-DT-097', (el) => date102.test(stringValue(el)))], (el) => attr(el, 'format') === '102'),
]

export const ciiSyntax: Pattern = {
  name: 'cii-syntax',
  contexts: [
    ...header, ...lines,
    listed(`${T}/ram:ApplicableHeaderTradeAgreement`, agreement),
    listed(`${T}/ram:ApplicableHeaderTradeDelivery`, [
      should('CII-SR-449', notBoth('ram:ShipToTradeParty/ram:ID', 'ram:ShipToTradeParty/ram:GlobalID')),
    ]),
    listed(`${ROOT}/${SETTLEMENT}`, settlement),
    listed(`${ROOT}/${SETTLEMENT}/ram:SpecifiedTradeSettlementHeaderMonetarySummation`,
      HEADER_ONCE.map(([no, name]) => once(`CII-SR-${no}`, `ram:${name}Amount`))),
    listed(ROOT, [
      must('CII-SR-467', agree('ram:TypeCode')), must('CII-SR-468', agree('ram:Information')),
      must('CII-SR-469', (_, doc) => all(doc, 'ram:ApplicableHeaderTradeSettlement').flatMap((s) => sel(s, 'ram:PaymentReference'))[1] ?? true),
    ]),
    ...types,
  ],
}
