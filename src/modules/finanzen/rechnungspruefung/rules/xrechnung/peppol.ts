/** The rules of Peppol BIS Billing that XRechnung 3.0 takes over (PEPPOL-EN16931-R…), for UBL and CII. */
import { add, cmp, dec, div, isZero, mul, ONE, percent, round, sub, sum, ZERO } from '../../decimal.js'
import type { Dec } from '../../decimal.js'
import { attr, isBlank, stringValue } from '../../xml/tree.js'
import type { Doc, El } from '../../xml/tree.js'
import { dateNumber, fact, has, is, isNorm, lacks, norm, num, nums, sel, str, strs, trimmed } from '../access.js'
import { above, minus, same, slack } from '../amounts.js'
import { SETTLEMENT } from '../cii/paths.js'
import { at, must, should } from '../engine.js'
import type { Assertion, Pattern, RuleContext } from '../engine.js'

const R = (no: string): string => `PEPPOL-EN16931-R${no}`
const given = (path: string) => (el: El): boolean => has(el, path)
const never = (): boolean => false

/** How far amounts may be apart: 2 cents, half a forint. */
const tolerance = (currencies: readonly string[]): Dec => currencies.includes('HUF') ? dec('0.5') : dec('0.02')
const ublTolerance = (doc: Doc): Dec => fact(doc, 'tolerance', () => tolerance(strs(doc.root, 'cbc:DocumentCurrencyCode')))
const ciiTolerance = (doc: Doc): Dec => fact(doc, 'tolerance', () => tolerance(strs(doc.root, `${SETTLEMENT}/ram:InvoiceCurrencyCode`)))

/** Amount of an allowance or charge against base and percentage. */
function percentageFits(el: El, names: { amount: string, base: string, percent: string }, allowed: Dec): boolean {
  if (lacks(el, names.percent) || lacks(el, names.base)) return true
  const product = mul(num(el, names.base) ?? ZERO, num(el, names.percent) ?? ZERO)
  return slack(num(el, names.amount) ?? ZERO, percent(product), allowed)
}

interface LineParts { readonly net: Dec, readonly quantity: Dec, readonly price: Dec, readonly base: Dec, readonly charges: Dec, readonly allowances: Dec }

/** Line net amount: quantity times price per base quantity, plus charges, minus allowances. */
function lineFits(l: LineParts, allowed: Dec): boolean {
  const unit = cmp(l.base, ONE) === 0 ? l.price : div(l.price, l.base)
  return unit !== undefined && slack(l.net, sub(add(mul(l.quantity, unit), l.charges), l.allowances), allowed)
}

const sameSign = (a: readonly string[], b: readonly string[]): boolean => {
  const notAbove = (s: string) => above(s, 'zeroOrMore') && !above(s, 'zero') || Number(s) < 0
  return (a.some(notAbove) && b.some(notAbove)) || (a.some((s) => above(s, 'zeroOrMore')) && b.some((s) => above(s, 'zeroOrMore')))
}
const isFlag = (el: El, path: string): boolean => isNorm(el, path, 'true', 'false')
const total = (elements: readonly El[], path: string): Dec => elements.length === 0 ? ZERO : round(sum(elements.flatMap((e) => nums(e, path))), 2)

function vatInCurrency(root: El, currencies: readonly string[]): string[] {
  return sel(root, 'cac:TaxTotal/cbc:TaxAmount').filter((a) => currencies.includes(attr(a, 'currencyID') ?? '\u0000')).map(stringValue)
}

const ublDocument: readonly Assertion[] = [
  must(R('001'), given('cbc:ProfileID')),
  must(R('053'), (el) => sel(el, 'cac:TaxTotal').filter((t) => has(t, 'cac:TaxSubtotal')).length === 1),
  must(R('054'), (el) => sel(el, 'cac:TaxTotal').filter((t) => lacks(t, 'cac:TaxSubtotal')).length === (has(el, 'cbc:TaxCurrencyCode') ? 1 : 0)),
  must(R('055'), (el) => lacks(el, 'cbc:TaxCurrencyCode')
    || sameSign(vatInCurrency(el, [norm(el, 'cbc:TaxCurrencyCode')]), vatInCurrency(el, [norm(el, 'cbc:DocumentCurrencyCode')]))),
]

const UBL_ALLOWANCE = 'ubl:Invoice/cac:AllowanceCharge ubl:Invoice/cac:InvoiceLine/cac:AllowanceCharge cn:CreditNote/cac:AllowanceCharge'
  + ' cn:CreditNote/cac:CreditNoteLine/cac:AllowanceCharge'
const UBL_NAMES = { amount: 'cbc:Amount', base: 'cbc:BaseAmount', percent: 'cbc:MultiplierFactorNumeric' }

const ublAllowances: readonly RuleContext[] = [
  at(UBL_ALLOWANCE, [must(R('041'), never)], (el) => has(el, UBL_NAMES.percent) && lacks(el, UBL_NAMES.base)),
  at(UBL_ALLOWANCE, [must(R('042'), never)], (el) => lacks(el, UBL_NAMES.percent) && has(el, UBL_NAMES.base)),
  at(UBL_ALLOWANCE, [
    must(R('040'), (el, doc) => percentageFits(el, UBL_NAMES, ublTolerance(doc))), must(R('043'), (el) => isFlag(el, 'cbc:ChargeIndicator')),
  ]),
]

function ublLine(el: El, doc: Doc): boolean {
  const extras = (charge: string) => sel(el, 'cac:AllowanceCharge').filter((a) => norm(a, 'cbc:ChargeIndicator') === charge)
  const base = num(el, 'cac:Price/cbc:BaseQuantity')
  return lineFits({
    net: num(el, 'cbc:LineExtensionAmount') ?? ZERO,
    quantity: num(el, doc.root.name === 'ubl:Invoice' ? 'cbc:InvoicedQuantity' : 'cbc:CreditedQuantity') ?? ONE,
    price: num(el, 'cac:Price/cbc:PriceAmount') ?? ZERO,
    base: base && !isZero(base) ? base : ONE,
    charges: total(extras('true'), 'cbc:Amount'), allowances: total(extras('false'), 'cbc:Amount'),
  }, ublTolerance(doc))
}

const period = (name: string) => `ubl:Invoice/cac:InvoiceLine/cac:InvoicePeriod/cbc:${name} cn:CreditNote/cac:CreditNoteLine/cac:InvoicePeriod/cbc:${name}`
const ublPeriod = (id: string, name: string, fits: (own: number, whole: number) => boolean): RuleContext =>
  at(period(name), [must(id, (el, doc) => fits(dateNumber(stringValue(el)), fact(doc, id, () => dateNumber(str(doc.root, `cac:InvoicePeriod/cbc:${name}`)))))],
    (el, doc) => el.parent?.parent?.parent === doc.root && has(doc.root, `cac:InvoicePeriod/cbc:${name}`))

const positiveBase = (path: string) => (el: El): boolean => {
  const base = num(el, path)
  return base === undefined || cmp(base, ZERO) > 0
}

function ublUnit(el: El, doc: Doc): boolean {
  const line = el.parent?.parent
  if (!line || (lacks(line, 'cbc:InvoicedQuantity') && lacks(line, 'cbc:CreditedQuantity'))) return true
  const quantity = doc.root.name === 'ubl:Invoice' ? 'cbc:InvoicedQuantity' : 'cbc:CreditedQuantity'
  return sel(line, quantity).some((q) => attr(q, 'unitCode') === attr(el, 'unitCode'))
}

export const peppolUbl: readonly Pattern[] = [
  { name: 'peppol-ubl-empty', contexts: [at('*', [must(R('008'), never)], isBlank)] },
  {
    name: 'peppol-ubl',
    contexts: [
      at('cn:CreditNote ubl:Invoice', ublDocument),
      at('cbc:TaxCurrencyCode', [must(R('005'), (el) => trimmed(el) !== norm(el, '../cbc:DocumentCurrencyCode'))]),
      at('cac:AccountingCustomerParty/cac:Party', [must(R('010'), given('cbc:EndpointID'))]),
      at('cac:AccountingSupplierParty/cac:Party', [must(R('020'), given('cbc:EndpointID'))]),
      ...ublAllowances,
      at('cac:PaymentMeans', [must(R('061'), given('cac:PaymentMandate/cbc:ID'))], (el) => ['49', '59'].includes(norm(el, 'cbc:PaymentMeansCode'))),
      ublPeriod(R('110'), 'StartDate', (own, whole) => own >= whole), ublPeriod(R('111'), 'EndDate', (own, whole) => own <= whole),
      at('cac:InvoiceLine cac:CreditNoteLine', [
        should(R('120'), ublLine), must(R('121'), positiveBase('cac:Price/cbc:BaseQuantity')),
        must(R('101'), (el) => lacks(el, 'cac:DocumentReference') || is(el, 'cac:DocumentReference/cbc:DocumentTypeCode', '130')),
      ]),
      at('cac:Price/cac:AllowanceCharge', [
        must(R('044'), (el) => norm(el, 'cbc:ChargeIndicator') === 'false'),
        must(R('046'), (el) => lacks(el, 'cbc:BaseAmount') || same(num(el, '../cbc:PriceAmount'), minus(num(el, 'cbc:BaseAmount'), num(el, 'cbc:Amount')))),
      ]),
      at('cac:Price/cbc:BaseQuantity', [must(R('130'), ublUnit)], (el) => attr(el, 'unitCode') !== undefined),
    ],
  },
]

const TOTALS = 'ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:TaxTotalAmount'
const invoiceCurrency = (doc: Doc): string[] => strs(doc.root, `${SETTLEMENT}/ram:InvoiceCurrencyCode`)
const taxCurrency = (doc: Doc): string[] => strs(doc.root, `${SETTLEMENT}/ram:TaxCurrencyCode`)
const vatIn = (el: El, currencies: readonly string[]): El[] => sel(el, TOTALS).filter((a) => currencies.includes(attr(a, 'currencyID') ?? '\u0000'))

function ciiSigns(el: El, doc: Doc): boolean {
  const own = vatIn(el, invoiceCurrency(doc)).map(stringValue)
  const tax = vatIn(el, taxCurrency(doc)).map(stringValue)
  if (taxCurrency(doc).length === 0 || own.length === 0) return true
  return (tax.some((s) => Number(s) < 0) && own.some((s) => Number(s) < 0))
    || (tax.some((s) => above(s, 'zeroOrMore')) && own.some((s) => above(s, 'zeroOrMore')))
}

const ciiSettlement: readonly Assertion[] = [
  must(R('005'), (el) => lacks(el, 'ram:TaxCurrencyCode') || norm(el, 'ram:TaxCurrencyCode') !== norm(el, 'ram:InvoiceCurrencyCode')),
  must(R('053'), (el, doc) => vatIn(el, invoiceCurrency(doc)).length <= 1),
  must(R('054'), (el, doc) => sel(el, TOTALS).filter((a) => attr(a, 'currencyID') !== undefined
    && invoiceCurrency(doc).some((c) => c !== attr(a, 'currencyID'))).length === (has(el, 'ram:TaxCurrencyCode') ? 1 : 0)),
  must(R('055'), ciiSigns),
]

const CII_NAMES = { amount: 'ram:ActualAmount', base: 'ram:BasisAmount', percent: 'ram:CalculationPercent' }
const INDICATOR = 'ram:ChargeIndicator/udt:Indicator'

function ciiLine(el: El, doc: Doc): boolean {
  const settlement = 'ram:SpecifiedLineTradeSettlement'
  const price = 'ram:SpecifiedLineTradeAgreement'
  const extras = (charge: string) => sel(el, `${settlement}/ram:SpecifiedTradeAllowanceCharge`).filter((a) => norm(a, INDICATOR) === charge)
  const bases = ['Net', 'Gross'].map((k) => num(el, `${price}/ram:${k}PriceProductTradePrice/ram:BasisQuantity`))
  return lineFits({
    net: num(el, `${settlement}/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount`) ?? ZERO,
    quantity: num(el, 'ram:SpecifiedLineTradeDelivery/ram:BilledQuantity') ?? ONE,
    price: num(el, `${price}/ram:NetPriceProductTradePrice/ram:ChargeAmount`) ?? ZERO,
    base: bases.find((b) => b && !isZero(b)) ?? ONE,
    charges: total(extras('true'), 'ram:ActualAmount'), allowances: total(extras('false'), 'ram:ActualAmount'),
  }, ciiTolerance(doc))
}

const ciiPeriod = (id: string, name: string, fits: (own: string, whole: string) => boolean): RuleContext => {
  const header = `${SETTLEMENT}/ram:BillingSpecifiedPeriod/ram:${name}`
  const whole = (doc: Doc): { given: boolean, dates: string[] } => fact(doc, id, () => (
    { given: has(doc.root, header), dates: strs(doc.root, `${header}/udt:DateTimeString`) }))
  return at(`rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement/ram:BillingSpecifiedPeriod/ram:${name}`,
    [must(id, (el, doc) => strs(el, 'udt:DateTimeString').some((own) => whole(doc).dates.some((w) => fits(own, w))))],
    (_, doc) => whole(doc).given)
}

/** Net price against gross price and discount (first discount only). */
function ciiNetPrice(el: El): boolean {
  if (lacks(el, 'ram:ChargeAmount')) return true
  const discounts = sel(el, 'ram:AppliedTradeAllowanceCharge').flatMap((a) => sel(a, 'ram:ActualAmount').slice(0, 1))
  if (discounts.length > 1) return false
  const discount = discounts[0] ? num(discounts[0].parent as El, 'ram:ActualAmount') ?? ZERO : ZERO
  return same(num(el, '../ram:NetPriceProductTradePrice/ram:ChargeAmount'), minus(num(el, 'ram:ChargeAmount'), discount))
}

const PRICES = 'ram:NetPriceProductTradePrice ram:GrossPriceProductTradePrice'
const LINE_DOC = 'ram:SpecifiedLineTradeSettlement/ram:AdditionalReferencedDocument'

const ciiMain: Pattern = {
  name: 'peppol-cii',
  contexts: [
    at('rsm:ExchangedDocumentContext', [must(R('001'), given('ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID'))]),
    at('ram:ApplicableHeaderTradeSettlement', ciiSettlement),
    at('ram:BuyerTradeParty', [must(R('010'), given('ram:URIUniversalCommunication/ram:URIID'))]),
    at('ram:SellerTradeParty', [must(R('020'), given('ram:URIUniversalCommunication/ram:URIID'))]),
    at('ram:SpecifiedTradeAllowanceCharge', [must(R('041'), never)], (el) => has(el, CII_NAMES.percent) && lacks(el, CII_NAMES.base)),
    at('ram:SpecifiedTradeAllowanceCharge', [must(R('042'), never)], (el) => lacks(el, CII_NAMES.percent) && has(el, CII_NAMES.base)),
    at('ram:SpecifiedTradeAllowanceCharge', [
      must(R('040'), (el, doc) => percentageFits(el, CII_NAMES, ciiTolerance(doc))), must(`${R('043')}-1`, (el) => isFlag(el, INDICATOR)),
    ]),
    at('ram:AppliedTradeAllowanceCharge', [must(`${R('043')}-2`, (el) => isFlag(el, INDICATOR))]),
    at('ram:SpecifiedTradeSettlementPaymentMeans', [must(R('061'), given('../ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID'))],
      (el) => ['49', '59'].includes(norm(el, 'ram:TypeCode'))),
    ciiPeriod(R('110'), 'StartDateTime', (own, whole) => own >= whole), ciiPeriod(R('111'), 'EndDateTime', (own, whole) => own <= whole),
    at('ram:IncludedSupplyChainTradeLineItem', [
      should(R('120'), ciiLine), must(R('101'), (el) => lacks(el, LINE_DOC) || is(el, `${LINE_DOC}/ram:TypeCode`, '130')),
    ]),
    at(PRICES, [must(R('121'), positiveBase('ram:BasisQuantity'))]),
    at('ram:NetPriceProductTradePrice/ram:BasisQuantity ram:GrossPriceProductTradePrice/ram:BasisQuantity', [must(R('130'), (el) =>
      sel(el, '../../../ram:SpecifiedLineTradeDelivery/ram:BilledQuantity').some((q) => attr(q, 'unitCode') === attr(el, 'unitCode')))],
      (el) => attr(el, 'unitCode') !== undefined),
  ],
}

export const peppolCii: readonly Pattern[] = [
  { name: 'peppol-cii-empty', contexts: [at('*', [must(R('008'), never)], (el) => el.name !== 'ram:ApplicableHeaderTradeDelivery' && isBlank(el))] },
  {
    name: 'peppol-cii-price',
    contexts: [at('rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice', [
      must(R('044'), (el) => lacks(el, 'ram:AppliedTradeAllowanceCharge/ram:ActualAmount') || is(el, `ram:AppliedTradeAllowanceCharge/${INDICATOR}`, 'false')),
      must(R('046'), ciiNetPrice),
    ])],
  },
  ciiMain,
]
