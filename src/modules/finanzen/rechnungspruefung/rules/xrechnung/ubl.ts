/** Rules of XRechnung 3.0 for UBL: BR-DE, BR-TMP, and the rules of extension (BR-DEX) and vehicles (CVD). */
import { sum } from '../../decimal.js'
import { all, attr, normalizeSpace, stringValue } from '../../xml/tree.js'
import type { Doc, El } from '../../xml/tree.js'
import { count, fact, filled, has, inList, is, isNorm, lacks, norm, num, nums, overlap, sel, str, strs, trimmed, twoPlaces, within } from '../access.js'
import { cent, minus, plus, same } from '../amounts.js'
import { carries, coded, mimeCode } from '../codes.js'
import { at, inform, must, should } from '../engine.js'
import type { Assertion, Pattern, Verdict } from '../engine.js'
import {
  CVD_CLASS_SCHEMES, CVD_ID, EAS_EXTENDED, EXTENSION_ID, hasThreeDigits, ICD_EXTENDED, INVOICE_TYPES, isEmail, isIban, isUrl, isXRechnungId,
  skontoFits, TAXED, VEHICLE_CATEGORIES, VEHICLE_KINDS,
} from './values.js'

const rooted = (path: string): string => `/ubl:Invoice/${path} /cn:CreditNote/${path}`
const ROOT = '/ubl:Invoice /cn:CreditNote'
const LINE_NAMES = ['cac:InvoiceLine', 'cac:CreditNoteLine']
const lines = (root: El): El[] => root.children.filter((c) => LINE_NAMES.includes(c.name))
const given = (path: string) => (el: El): boolean => has(el, path)
const nonEmpty = (path: string) => (el: El): boolean => filled(el, path)

const specifications = (doc: Doc): readonly string[] => fact(doc, 'ubl BT-24', () => strs(doc.root, 'cbc:CustomizationID'))
const inExtension = (doc: Doc): boolean => specifications(doc).includes(EXTENSION_ID)
const inCvd = (doc: Doc): boolean => specifications(doc).includes(CVD_ID)

/** BR-DE-16: whoever charges VAT categories names a tax number or a tax representative. */
function taxNumberGiven(root: El): boolean {
  const charges = sel(root, 'cac:AllowanceCharge')
    .filter((a) => is(a, 'cbc:ChargeIndicator', 'true', 'false')).flatMap((a) => strs(a, 'cac:TaxCategory/cbc:ID'))
  const codes = [...charges, ...lines(root).flatMap((l) => strs(l, 'cac:Item/cac:ClassifiedTaxCategory/cbc:ID'))]
  return !overlap(codes, TAXED) || has(root, 'cac:TaxRepresentativeParty')
    || filled(root, 'cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cbc:CompanyID')
}

const typeIs = (root: El, ...codes: string[]): boolean =>
  codes.includes(norm(root, 'cbc:InvoiceTypeCode')) || codes.includes(norm(root, 'cbc:CreditNoteTypeCode'))

function skonto(root: El): boolean {
  const terms = sel(root, 'cac:PaymentTerms').flatMap((t) => sel(t, 'cbc:Note').slice(0, 1)).map(stringValue)
  if (terms.length < 2) return terms.every(skontoFits)
  // With several payment terms the official test cannot be answered as soon as one of them has a Skonto line.
  return !terms.some((t) => t.split('\n').some((l) => normalizeSpace(l).startsWith('#')))
}

/** Names of attached files are unique; the second of two equal ones is the breach. */
function uniqueNames(root: El): Verdict {
  const seen = new Set<string>()
  for (const doc of sel(root, 'cac:AdditionalDocumentReference')) {
    const names = sel(doc, 'cac:Attachment/cbc:EmbeddedDocumentBinaryObject').flatMap((b) => attr(b, 'filename') ?? [])
    if (names.some((n) => seen.has(n))) return doc
    for (const n of names) seen.add(n)
  }
  return true
}

const MANDATE = 'cac:PaymentMeans/cac:PaymentMandate'
const sepa = (el: El, path: string): boolean => sel(el, path).some((e) => attr(e, 'schemeID') === 'SEPA')

const document: readonly Assertion[] = [
  must('BR-DE-1', given('cac:PaymentMeans')), must('BR-DE-15', nonEmpty('cbc:BuyerReference')), must('BR-DE-16', taxNumberGiven),
  should('BR-DE-17', (el) => typeIs(el, ...INVOICE_TYPES)), must('BR-DE-18', skonto),
  should('BR-DE-21', (el) => strs(el, 'cbc:CustomizationID').some(isXRechnungId)),
  must('BR-DE-22', uniqueNames),
  should('BR-DE-26', (el) => !typeIs(el, '384') || has(el, 'cac:BillingReference/cac:InvoiceDocumentReference')),
  must('BR-DE-30', (el) => lacks(el, MANDATE) || sepa(el, 'cac:AccountingSupplierParty/cac:Party/cac:PartyIdentification/cbc:ID')
    || sepa(el, 'cac:PayeeParty/cac:PartyIdentification/cbc:ID')),
  must('BR-DE-31', (el) => lacks(el, MANDATE) || has(el, `${MANDATE}/cac:PayerFinancialAccount/cbc:ID`)),
  inform('BR-DE-TMP-32', (el) => has(el, 'cac:Delivery/cbc:ActualDeliveryDate') || has(el, 'cac:InvoicePeriod')
    || lines(el).every((l) => has(l, 'cac:InvoicePeriod'))),
]

const paidBy = (...codes: string[]) => (el: El): boolean => codes.includes(norm(el, 'cbc:PaymentMeansCode'))
const none = (...paths: string[]) => (el: El): boolean => paths.every((p) => lacks(el, p))

const germany: Pattern = {
  name: 'xrechnung-ubl',
  contexts: [
    at(ROOT, document),
    at(rooted('cac:AdditionalDocumentReference/cac:Attachment/cac:ExternalReference'), [should('BR-TMP-2', (el) => isUrl(str(el, 'cbc:URI')))]),
    at(rooted('cac:AccountingSupplierParty'), [must('BR-DE-2', given('cac:Party/cac:Contact'))]),
    at(rooted('cac:AccountingSupplierParty/cac:Party/cac:PostalAddress'), [
      must('BR-DE-3', nonEmpty('cbc:CityName')), must('BR-DE-4', nonEmpty('cbc:PostalZone')),
    ]),
    at(rooted('cac:AccountingSupplierParty/cac:Party/cac:Contact'), [
      must('BR-DE-5', nonEmpty('cbc:Name')), must('BR-DE-6', nonEmpty('cbc:Telephone')), must('BR-DE-7', nonEmpty('cbc:ElectronicMail')),
      should('BR-DE-27', (el) => hasThreeDigits(norm(el, 'cbc:Telephone'))), should('BR-DE-28', (el) => isEmail(norm(el, 'cbc:ElectronicMail'))),
    ]),
    at(rooted('cac:AccountingCustomerParty/cac:Party/cac:PostalAddress'), [
      must('BR-DE-8', nonEmpty('cbc:CityName')), must('BR-DE-9', nonEmpty('cbc:PostalZone')),
    ]),
    at(rooted('cac:Delivery/cac:DeliveryLocation/cac:Address'), [
      must('BR-DE-10', nonEmpty('cbc:CityName')), must('BR-DE-11', nonEmpty('cbc:PostalZone')),
    ]),
    at(rooted('cac:PaymentMeans'), [
      should('BR-DE-19', (el) => !paidBy('58')(el) || isIban(str(el, 'cac:PayeeFinancialAccount/cbc:ID'))),
      must('BR-DE-23-a', given('cac:PayeeFinancialAccount')), must('BR-DE-23-b', none('cac:CardAccount', 'cac:PaymentMandate')),
    ], paidBy('30', '58')),
    at(rooted('cac:PaymentMeans'), [
      must('BR-DE-24-a', given('cac:CardAccount')), must('BR-DE-24-b', none('cac:PayeeFinancialAccount', 'cac:PaymentMandate')),
    ], paidBy('48', '54', '55')),
    at(rooted('cac:PaymentMeans'), [
      should('BR-DE-20', (el) => isIban(str(el, 'cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID'))),
      must('BR-DE-25-a', given('cac:PaymentMandate')), must('BR-DE-25-b', none('cac:PayeeFinancialAccount', 'cac:CardAccount')),
    ], paidBy('59')),
    at(rooted('cac:TaxTotal/cac:TaxSubtotal'), [must('BR-DE-14', nonEmpty('cac:TaxCategory/cbc:Percent'))]),
  ],
}

/** BR-DEX-02: every line with sub lines is their sum, on every level. */
function subLinesAddUp(_: El, doc: Doc): Verdict {
  const parents = [...sel(doc.root, 'cac:InvoiceLine'), ...all(doc, 'cac:SubInvoiceLine')].filter((l) => has(l, 'cac:SubInvoiceLine'))
  return parents.find((l) => !same(num(l, 'cbc:LineExtensionAmount'), sum(nums(l, 'cac:SubInvoiceLine/cbc:LineExtensionAmount')))) ?? true
}

const oneVatPerSubLine = (_: El, doc: Doc): Verdict => all(doc, 'cac:SubInvoiceLine').flatMap((l) => sel(l, 'cac:Item'))
  .find((item) => count(item, 'cac:ClassifiedTaxCategory') !== 1) ?? true

/** BR-DEX-09: amount due, with payments of third parties. */
function dueWithThirdParties(el: El): boolean {
  const third = filled(el, '../cac:PrepaidPayment/cbc:PaidAmount') ? sum(nums(el, '../cac:PrepaidPayment/cbc:PaidAmount')) : undefined
  const rounding = num(el, 'cbc:PayableRoundingAmount')
  const prepaid = num(el, 'cbc:PrepaidAmount')
  const payable = num(el, 'cbc:PayableAmount')
  let expected = num(el, 'cbc:TaxInclusiveAmount')
  if (prepaid) expected = minus(expected, prepaid)
  if (third) expected = plus(expected, third)
  return same(cent(rounding ? minus(payable, rounding) : payable), cent(expected))
}

const extended = (el: El, doc: Doc): boolean => inExtension(doc) && carries('schemeID')(el)
const icd = coded('schemeID', ICD_EXTENDED)
const isSepa = coded('schemeID', 'SEPA')
const sepaScheme = (el: El): boolean => isSepa(el)
  && (within(el, 'cac:AccountingSupplierParty') || within(el, 'cac:PayeeParty'))

const extension: Pattern = {
  name: 'xrechnung-ubl-extension',
  contexts: [
    at('cbc:EmbeddedDocumentBinaryObject', [must('BR-DEX-01', mimeCode(true))], (_, doc) => inExtension(doc)),
    at('/ubl:Invoice', [should('BR-DEX-02', subLinesAddUp), must('BR-DEX-03', oneVatPerSubLine)], (_, doc) => inExtension(doc)),
    at('cac:LegalMonetaryTotal', [must('BR-DEX-09', dueWithThirdParties)], (_, doc) => inExtension(doc)),
    at('cac:PartyIdentification/cbc:ID', [must('BR-DEX-04', (el) => icd(el) || sepaScheme(el))], extended),
    at('cac:PartyLegalEntity/cbc:CompanyID', [must('BR-DEX-05', icd)], extended),
    at('cac:StandardItemIdentification/cbc:ID', [must('BR-DEX-06', icd)], extended),
    at('cbc:EndpointID', [must('BR-DEX-07', coded('schemeID', EAS_EXTENDED))], extended),
    at('cac:DeliveryLocation/cbc:ID', [must('BR-DEX-08', icd)], extended),
    at('/ubl:Invoice/cac:PrepaidPayment', [
      must('BR-DEX-10', nonEmpty('cbc:ID')), must('BR-DEX-11', nonEmpty('cbc:PaidAmount')), must('BR-DEX-12', nonEmpty('cbc:InstructionID')),
      must('BR-DEX-13', (el) => twoPlaces(str(el, 'cbc:PaidAmount'))),
      must('BR-DEX-14', (el) => overlap(sel(el, 'cbc:PaidAmount').flatMap((a) => attr(a, 'currencyID') ?? []), strs(el, '../cbc:DocumentCurrencyCode'))),
    ], (_, doc) => inExtension(doc)),
  ],
}

const ofLines = (path: string): string => `/ubl:Invoice/cac:InvoiceLine/${path} /cn:CreditNote/cac:CreditNoteLine/${path}`
const cvdClasses = (item: El): El[] => sel(item, 'cac:CommodityClassification/cbc:ItemClassificationCode').filter((c) => attr(c, 'listID') === 'CVD')
const cvaProperties = (item: El): El[] => sel(item, 'cac:AdditionalItemProperty').filter((p) => is(p, 'cbc:Name', 'cva'))
const vehicle = (_: El, doc: Doc): boolean => inCvd(doc)

const cvd: Pattern = {
  name: 'xrechnung-ubl-cvd',
  contexts: [
    at(ROOT, [
      must('BR-DE-CVD-02', nonEmpty('cac:OriginatorDocumentReference/cbc:ID')), must('BR-DE-CVD-01', nonEmpty('cac:ContractDocumentReference/cbc:ID')),
      must('BR-DE-CVD-03', (el) => lines(el).flatMap((l) => sel(l, 'cac:Item')).some((i) => cvdClasses(i).length > 0 && cvaProperties(i).length > 0)),
    ], vehicle),
    at(ofLines('cac:Item'), [
      must('BR-DE-CVD-06-a', (el) => cvdClasses(el).length === 0 || cvaProperties(el).length === 1),
      must('BR-DE-CVD-06-b', (el) => cvaProperties(el).length === 0 || cvdClasses(el).length === 1),
    ], vehicle),
    at(ofLines('cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode'), [
      must('BR-TMP-CVD-01', coded('listID', CVD_CLASS_SCHEMES)),
      must('BR-DE-CVD-04', (el) => normalizeSpace(attr(el, 'listID') ?? '') !== 'CVD' || inList(VEHICLE_CATEGORIES, trimmed(el))),
    ], vehicle),
    at(ofLines('cac:Item/cac:AdditionalItemProperty'), [must('BR-DE-CVD-05', (el) => isNorm(el, 'cbc:Value', ...VEHICLE_KINDS.split(' ')))],
      (el, doc) => inCvd(doc) && is(el, 'cbc:Name', 'cva')),
  ],
}

export const xrechnungUbl: readonly Pattern[] = [germany, extension, cvd]
