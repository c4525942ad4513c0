/** The business rules of EN 16931 for UBL, without the VAT families. */
import { LISTS } from '../../codes/lists.js'
import { abs, isZero, round, sum } from '../../decimal.js'
import { all, stringValue } from '../../xml/tree.js'
import type { Doc, El } from '../../xml/tree.js'
import { attr, cents, dateNumber, flag, has, is, isNorm, lacks, norm, num, nums, overlap, sel, str, strs, trimmed, value } from '../access.js'
import { above, cent, minus, nearby, plus, same, vatOf } from '../amounts.js'
import { at, must, should } from '../engine.js'
import type { Assertion, Pattern, RuleContext } from '../engine.js'
import { isVat, isVatContext } from './facts.js'
import { ublVatContexts, ublVatDocument } from './vat.js'

const ROOT = '/ubl:Invoice /cn:CreditNote'
const LINES = 'cac:InvoiceLine cac:CreditNoteLine'
const text = (path: string) => (el: El): boolean => norm(el, path) !== ''
const given = (path: string) => (el: El): boolean => has(el, path)
const scheme = (name: string) => (el: El): boolean => attr(el, name) !== undefined
const isCharge = (charge: boolean) => (el: El): boolean => flag(el, 'cbc:ChargeIndicator', charge)
const vatParts = (el: El, path: string): El[] => sel(el, path).filter(isVat)
const reason = (el: El): boolean => has(el, 'cbc:AllowanceChargeReason') || has(el, 'cbc:AllowanceChargeReasonCode')
/** Rules that only people can judge (same kind of allowance in text and code): the official test always passes. */
const human = (id: string): Assertion => must(id, () => true)

function allowanceCharge(ids: readonly string[], path: string, charge: boolean): RuleContext {
  const [amount = '', category = '', why = '', sense = '', either = '', places = '', basePlaces = ''] = ids
  return at(path, [
    must(amount, given('cbc:Amount')),
    ...category ? [must(category, (el) => vatParts(el, 'cac:TaxCategory').some((c) => has(c, 'cbc:ID')))] : [],
    must(why, reason), human(sense), must(either, reason),
    must(places, cents('cbc:Amount')), must(basePlaces, cents('cbc:BaseAmount')),
  ], isCharge(charge))
}

const total = (el: El, charge: boolean) =>
  cent(sum(sel(el, '../cac:AllowanceCharge').filter(isCharge(charge)).flatMap((a) => nums(a, 'cbc:Amount'))))

function totalOf(name: string, charge: boolean) {
  return (el: El): boolean => same(num(el, name), total(el, charge))
    || (lacks(el, name) && !sel(el, '../cac:AllowanceCharge').some(isCharge(charge)))
}

function netTotal(el: El): boolean {
  const charges = num(el, 'cbc:ChargeTotalAmount')
  const allowances = num(el, 'cbc:AllowanceTotalAmount')
  let expected = num(el, 'cbc:LineExtensionAmount')
  if (charges) expected = plus(expected, charges)
  if (allowances) expected = minus(expected, allowances)
  return same(num(el, 'cbc:TaxExclusiveAmount'), charges || allowances ? cent(expected) : expected)
}

function due(el: El): boolean {
  const prepaid = num(el, 'cbc:PrepaidAmount')
  const rounding = num(el, 'cbc:PayableRoundingAmount')
  const payable = num(el, 'cbc:PayableAmount')
  const gross = num(el, 'cbc:TaxInclusiveAmount')
  return same(rounding ? cent(minus(payable, rounding)) : payable, prepaid ? cent(minus(gross, prepaid)) : gross)
}

const MONEY_PLACES = [
  ['BR-DEC-09', 'LineExtensionAmount'], ['BR-DEC-10', 'AllowanceTotalAmount'], ['BR-DEC-11', 'ChargeTotalAmount'],
  ['BR-DEC-12', 'TaxExclusiveAmount'], ['BR-DEC-14', 'TaxInclusiveAmount'], ['BR-DEC-16', 'PrepaidAmount'],
  ['BR-DEC-17', 'PayableRoundingAmount'], ['BR-DEC-18', 'PayableAmount'],
] as const

const totals = at('cac:LegalMonetaryTotal', [
  must('BR-12', given('cbc:LineExtensionAmount')), must('BR-13', given('cbc:TaxExclusiveAmount')),
  must('BR-14', given('cbc:TaxInclusiveAmount')), must('BR-15', given('cbc:PayableAmount')),
  must('BR-CO-10', (el, doc) => same(num(el, 'cbc:LineExtensionAmount'),
    cent(sum([...all(doc, 'cac:InvoiceLine'), ...all(doc, 'cac:CreditNoteLine')].flatMap((l) => nums(l, 'cbc:LineExtensionAmount')))))),
  must('BR-CO-11', totalOf('cbc:AllowanceTotalAmount', false)),
  must('BR-CO-12', totalOf('cbc:ChargeTotalAmount', true)),
  must('BR-CO-13', netTotal), must('BR-CO-16', due),
  ...MONEY_PLACES.map(([id, name]) => must(id, cents(`cbc:${name}`))),
])

function grossTotal(root: El): boolean {
  return sel(root, 'cbc:DocumentCurrencyCode').every((currency) => {
    const code = stringValue(currency)
    const taxes = sel(root, 'cac:TaxTotal').flatMap((t) => sel(t, 'cbc:TaxAmount').filter((a) => attr(a, 'currencyID') === code))
    const tax = taxes[0] && value(taxes[0])
    return taxes.length === 1 && same(num(root, 'cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount'),
      cent(plus(num(root, 'cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount'), tax)))
  })
}

const accountingTotal = (root: El, doc: Doc): boolean => strs(root, 'cbc:TaxCurrencyCode').every((currency) =>
  all(doc, 'cac:TaxTotal').some((t) => sel(t, 'cbc:TaxAmount').some((a) => attr(a, 'currencyID') === currency)))

const document = at(ROOT, [
  must('BR-01', text('cbc:CustomizationID')), must('BR-02', text('cbc:ID')), must('BR-03', text('cbc:IssueDate')),
  must('BR-04', (el) => norm(el, 'cbc:InvoiceTypeCode') !== '' || norm(el, 'cbc:CreditNoteTypeCode') !== ''),
  must('BR-05', text('cbc:DocumentCurrencyCode')),
  must('BR-06', text('cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName')),
  must('BR-07', text('cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName')),
  must('BR-08', given('cac:AccountingSupplierParty/cac:Party/cac:PostalAddress')),
  must('BR-10', given('cac:AccountingCustomerParty/cac:Party/cac:PostalAddress')),
  must('BR-16', (el) => has(el, 'cac:InvoiceLine') || has(el, 'cac:CreditNoteLine')),
  must('BR-53', accountingTotal),
  must('BR-CO-03', (el) => lacks(el, 'cbc:TaxPointDate') || lacks(el, 'cac:InvoicePeriod/cbc:DescriptionCode')),
  must('BR-CO-15', grossTotal),
  must('BR-CO-18', given('cac:TaxTotal/cac:TaxSubtotal')),
  // The official tests of these two look for the currency inside the amount and therefore never fail.
  human('BR-DEC-13'), human('BR-DEC-15'),
  ...ublVatDocument,
])

const line = at(LINES, [
  must('BR-21', text('cbc:ID')),
  must('BR-22', (el) => has(el, 'cbc:InvoicedQuantity') || has(el, 'cbc:CreditedQuantity')),
  must('BR-23', (el) => [...sel(el, 'cbc:InvoicedQuantity'), ...sel(el, 'cbc:CreditedQuantity')].some(scheme('unitCode'))),
  must('BR-24', given('cbc:LineExtensionAmount')), must('BR-25', text('cac:Item/cbc:Name')), must('BR-26', given('cac:Price/cbc:PriceAmount')),
  must('BR-27', (el) => strs(el, 'cac:Price/cbc:PriceAmount').some((p) => above(p, 'zeroOrMore'))),
  must('BR-28', (el) => lacks(el, 'cac:Price/cac:AllowanceCharge/cbc:BaseAmount')
    || strs(el, 'cac:Price/cac:AllowanceCharge/cbc:BaseAmount').some((p) => above(p, 'zeroOrMore'))),
  must('BR-CO-04', (el) => vatParts(el, 'cac:Item/cac:ClassifiedTaxCategory').some((c) => has(c, 'cbc:ID'))),
  must('BR-DEC-23', cents('cbc:LineExtensionAmount')),
])

const periodOrder = (el: El): boolean => lacks(el, 'cbc:StartDate') || lacks(el, 'cbc:EndDate')
  || dateNumber(str(el, 'cbc:EndDate')) >= dateNumber(str(el, 'cbc:StartDate'))

const parts: readonly RuleContext[] = [
  allowanceCharge(['BR-41', '', 'BR-42', 'BR-CO-07', 'BR-CO-23', 'BR-DEC-24', 'BR-DEC-25'],
    'cac:InvoiceLine/cac:AllowanceCharge cac:CreditNoteLine/cac:AllowanceCharge', false),
  allowanceCharge(['BR-43', '', 'BR-44', 'BR-CO-08', 'BR-CO-24', 'BR-DEC-27', 'BR-DEC-28'],
    'cac:InvoiceLine/cac:AllowanceCharge cac:CreditNoteLine/cac:AllowanceCharge', true),
  at('cac:InvoiceLine/cac:InvoicePeriod cac:CreditNoteLine/cac:InvoicePeriod', [
    must('BR-30', periodOrder),
    must('BR-CO-20', (el) => has(el, 'cbc:StartDate') || has(el, 'cbc:EndDate')),
  ]),
  at('cac:InvoicePeriod', [
    must('BR-29', periodOrder),
    must('BR-CO-19', (el) => has(el, 'cbc:StartDate') || has(el, 'cbc:EndDate') || has(el, 'cbc:DescriptionCode')),
  ]),
  at('cac:AdditionalItemProperty', [must('BR-54', (el) => has(el, 'cbc:Name') && has(el, 'cbc:Value'))]),
  at('cac:InvoiceLine/cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode cac:CreditNoteLine/cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode',
    [must('BR-65', scheme('listID'))]),
  at('cac:InvoiceLine/cac:Item/cac:StandardItemIdentification/cbc:ID cac:CreditNoteLine/cac:Item/cac:StandardItemIdentification/cbc:ID',
    [must('BR-64', scheme('schemeID'))]),
  at('/ubl:Invoice/cbc:Note /cn:CreditNote/cbc:Note', [must('BR-CL-08', noteSubject)]),
]

/** A note may start with its subject between two number signs: `#AAI#text`. */
function noteSubject(el: El): boolean {
  const [, subject, rest] = stringValue(el).split('#', 3)
  return subject === undefined || rest === undefined || subject.length !== 3 || ` ${LISTS.noteSubject} `.includes(subject)
}

const sellerParty = '../cac:AccountingSupplierParty/cac:Party'
const SEPA_CODES = ['30', '58']

const parties: readonly RuleContext[] = [
  at('cac:PayeeParty', [must('BR-17', (el) => has(el, 'cac:PartyName/cbc:Name')
    && !overlap(strs(el, 'cac:PartyName/cbc:Name'), strs(el, `${sellerParty}/cac:PartyName/cbc:Name`))
    && !overlap(strs(el, 'cac:PartyIdentification/cbc:ID'), strs(el, `${sellerParty}/cac:PartyIdentification/cbc:ID`)))]),
  at('cac:PaymentMeans/cac:PayeeFinancialAccount', [must('BR-50', text('cbc:ID'))], (el) => is(el.parent as El, 'cbc:PaymentMeansCode', ...SEPA_CODES)),
  at('cac:PaymentMeans', [
    must('BR-49', given('cbc:PaymentMeansCode')),
    must('BR-61', (el) => has(el, 'cac:PayeeFinancialAccount/cbc:ID') || !SEPA_CODES.includes(norm(el, 'cbc:PaymentMeansCode'))),
  ]),
  at('cac:BillingReference', [must('BR-55', given('cac:InvoiceDocumentReference/cbc:ID'))]),
  at('cac:AccountingSupplierParty', [must('BR-CO-26', (el) => vatParts(el, 'cac:Party/cac:PartyTaxScheme').some((t) => has(t, 'cbc:CompanyID'))
    || sel(el, 'cac:Party/cac:PartyIdentification/cbc:ID').some((e) => attr(e, 'schemeID') !== 'SEPA')
    || has(el, 'cac:Party/cac:PartyLegalEntity/cbc:CompanyID'))]),
  at('cac:AccountingSupplierParty/cac:Party/cbc:EndpointID', [must('BR-62', scheme('schemeID'))]),
  at('cac:AccountingSupplierParty/cac:Party/cac:PostalAddress', [must('BR-09', text('cac:Country/cbc:IdentificationCode'))]),
  at('cac:TaxRepresentativeParty', [
    must('BR-18', text('cac:PartyName/cbc:Name')), must('BR-19', given('cac:PostalAddress')),
    must('BR-56', (el) => vatParts(el, 'cac:PartyTaxScheme').some((t) => has(t, 'cbc:CompanyID'))),
  ]),
  at('cac:TaxRepresentativeParty/cac:PostalAddress', [must('BR-20', text('cac:Country/cbc:IdentificationCode'))]),
]

/** VAT of one breakdown entry; without a rate, or with one that rounds to 0, the tax must round to 0 too. */
function breakdownTax(el: El): boolean {
  const percents = vatParts(el, 'cac:TaxCategory').flatMap((c) => nums(c, 'cbc:Percent'))
  if (percents.length > 1) return false
  const tax = num(el, 'cbc:TaxAmount')
  const percent = percents[0]
  if (!percent || isZero(round(percent))) return tax !== undefined && isZero(round(tax))
  return nearby(tax && abs(tax), vatOf(num(el, 'cbc:TaxableAmount'), percent))
}

const taxes: readonly RuleContext[] = [
  at('/ubl:Invoice/cac:TaxTotal /cn:CreditNote/cac:TaxTotal', [must('BR-CO-14', (el) => lacks(el, 'cac:TaxSubtotal')
    || same(num(el, 'cbc:TaxAmount'), cent(sum(nums(el, 'cac:TaxSubtotal/cbc:TaxAmount')))))]),
  at('cac:TaxTotal/cac:TaxSubtotal', [
    must('BR-45', given('cbc:TaxableAmount')), must('BR-46', given('cbc:TaxAmount')),
    must('BR-47', (el) => vatParts(el, 'cac:TaxCategory').some((c) => has(c, 'cbc:ID'))),
    must('BR-48', (el) => vatParts(el, 'cac:TaxCategory').some((c) => has(c, 'cbc:Percent') || isNorm(c, 'cbc:ID', 'O'))),
    must('BR-CO-17', breakdownTax),
    must('BR-DEC-19', cents('cbc:TaxableAmount')), must('BR-DEC-20', cents('cbc:TaxAmount')),
  ]),
  at('cac:PartyTaxScheme', [must('BR-CO-09', (el) => ` ${LISTS.vatPrefix} `.includes([...str(el, 'cbc:CompanyID')].slice(0, 2).join('')))], isVatContext),
]

/** Everything of EN 16931 that the official rules bind to UBL as business rules. */
export const ublModel: Pattern = {
  name: 'ubl-model',
  contexts: [
    at('cac:AdditionalDocumentReference', [must('BR-52', text('cbc:ID'))]),
    at('cac:AccountingCustomerParty/cac:Party/cbc:EndpointID', [must('BR-63', scheme('schemeID'))]),
    at('cac:AccountingCustomerParty/cac:Party/cac:PostalAddress', [must('BR-11', text('cac:Country/cbc:IdentificationCode'))]),
    at('cac:PaymentMeans/cac:CardAccount/cbc:PrimaryAccountNumberID', [should('BR-51', (el) => trimmed(el).length <= 10)]),
    at('cac:Delivery/cac:DeliveryLocation/cac:Address', [must('BR-57', given('cac:Country/cbc:IdentificationCode'))]),
    allowanceCharge(['BR-31', 'BR-32', 'BR-33', 'BR-CO-05', 'BR-CO-21', 'BR-DEC-01', 'BR-DEC-02'],
      '/ubl:Invoice/cac:AllowanceCharge /cn:CreditNote/cac:AllowanceCharge', false),
    allowanceCharge(['BR-36', 'BR-37', 'BR-38', 'BR-CO-06', 'BR-CO-22', 'BR-DEC-05', 'BR-DEC-06'],
      '/ubl:Invoice/cac:AllowanceCharge /cn:CreditNote/cac:AllowanceCharge', true),
    totals, document, line, ...parts, ...parties, ...taxes, ...ublVatContexts,
  ],
}
