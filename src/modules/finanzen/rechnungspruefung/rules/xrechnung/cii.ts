/** Rules of XRechnung 3.0 for CII: BR-DE, BR-TMP, and the rules of extension (BR-DEX) and vehicles (CVD). */
import { all, attr, normalizeSpace, stringValue } from '../../xml/tree.js'
import type { Doc, El } from '../../xml/tree.js'
import { fact, filled, has, inList, is, isNorm, lacks, norm, overlap, sel, str, strs, trimmed, within } from '../access.js'
import { outsideProductAndDelivery } from '../cii/codes.js'
import { AGREEMENT, DELIVERY, LINE, LINE_SETTLEMENT, ROOT, SETTLEMENT } from '../cii/paths.js'
import { carries, coded, mimeCode } from '../codes.js'
import { at, inform, must, should } from '../engine.js'
import type { Assertion, Pattern, Verdict } from '../engine.js'
import {
  CVD_CLASS_SCHEMES, CVD_ID, EAS_EXTENDED, EXTENSION_ID, hasThreeDigits, ICD_EXTENDED, INVOICE_TYPES, isEmail, isIban, isUrl, isXRechnungId,
  skontoFits, TAXED, VEHICLE_CATEGORIES, VEHICLE_KINDS,
} from './values.js'

const given = (path: string) => (el: El): boolean => has(el, path)
const nonEmpty = (path: string) => (el: El): boolean => filled(el, path)
const MEANS = `${SETTLEMENT}/ram:SpecifiedTradeSettlementPaymentMeans`
const BT24 = 'rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID'

const specifications = (doc: Doc): readonly string[] => fact(doc, 'cii BT-24', () => strs(doc.root, BT24))
const inExtension = (doc: Doc): boolean => specifications(doc).includes(EXTENSION_ID)
const vehicle = (_: El, doc: Doc): boolean => specifications(doc).includes(CVD_ID)

const mandate = (root: El): boolean => has(root, `${SETTLEMENT}/ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID`)
const creditor = (root: El): boolean => has(root, `${SETTLEMENT}/ram:CreditorReferenceID`)
const debtorAccount = (root: El): boolean => has(root, `${MEANS}/ram:PayerPartyDebtorFinancialAccount/ram:IBANID`)

/** BR-DE-16: whoever charges VAT categories names a tax number or a tax representative. */
function taxNumberGiven(root: El): boolean {
  const tax = `${LINE}/${LINE_SETTLEMENT}/ram:ApplicableTradeTax`
  const extra = `${SETTLEMENT}/ram:SpecifiedTradeAllowanceCharge/ram:CategoryTradeTax`
  const taxed = (is(root, `${tax}/ram:TypeCode`, 'VAT') && overlap(strs(root, `${tax}/ram:CategoryCode`), TAXED))
    // The official test compares the whole group with VAT, which only a group without a category can satisfy.
    || (is(root, extra, 'VAT') && overlap(strs(root, `${extra}/ram:CategoryCode`), TAXED))
  return !taxed || has(root, `${AGREEMENT}/ram:SellerTaxRepresentativeTradeParty`)
    || sel(root, `${AGREEMENT}/ram:SellerTradeParty/ram:SpecifiedTaxRegistration/ram:ID`)
      .some((id) => ['VA', 'FC'].includes(normalizeSpace(attr(id, 'schemeID') ?? '')) && trimmed(id) !== '')
}

function skonto(root: El): boolean {
  const terms = sel(root, `${SETTLEMENT}/ram:SpecifiedTradePaymentTerms`).flatMap((t) => sel(t, 'ram:Description').slice(0, 1)).map(stringValue)
  if (terms.length < 2) return terms.every(skontoFits)
  return !terms.some((t) => t.split('\n').some((l) => normalizeSpace(l).startsWith('#')))
}

function uniqueNames(_: El, doc: Doc): Verdict {
  const seen = new Map<El | null, Set<string>>()
  for (const el of all(doc, 'ram:AdditionalReferencedDocument')) {
    const known = seen.get(el.parent) ?? new Set()
    seen.set(el.parent, known)
    const names = sel(el, 'ram:AttachmentBinaryObject').flatMap((b) => attr(b, 'filename') ?? [])
    if (names.some((n) => known.has(n))) return el
    for (const n of names) known.add(n)
  }
  return true
}

const document: readonly Assertion[] = [
  must('BR-DE-30', (el) => (!mandate(el) && !debtorAccount(el)) ? !creditor(el) : creditor(el)),
  must('BR-DE-31', (el) => (!mandate(el) && !creditor(el)) ? !debtorAccount(el) : debtorAccount(el)),
  must('BR-DE-1', given(MEANS)), must('BR-DE-15', nonEmpty(`${AGREEMENT}/ram:BuyerReference`)), must('BR-DE-16', taxNumberGiven),
  should('BR-DE-17', (el) => INVOICE_TYPES.some((t) => t === norm(el, 'rsm:ExchangedDocument/ram:TypeCode'))),
  must('BR-DE-18', skonto), must('BR-DE-22', uniqueNames),
  should('BR-DE-26', (el) => norm(el, 'rsm:ExchangedDocument/ram:TypeCode') !== '384' || has(el, `${SETTLEMENT}/ram:InvoiceReferencedDocument`)),
]

const paidBy = (...codes: string[]) => (el: El): boolean => codes.includes(norm(el, 'ram:TypeCode'))
const CARD = 'ram:ApplicableTradeSettlementFinancialCard'
const ACCOUNT = 'ram:PayeePartyCreditorFinancialAccount'
const DEBTOR = 'ram:PayerPartyDebtorFinancialAccount/ram:IBANID'
const directDebit = (el: El, doc: Doc): boolean => mandate(doc.root) || creditor(doc.root) || has(el, DEBTOR)

/** BR-TMP-3: a base quantity given with gross and net price is the same in both. */
function sameBase(el: El): boolean {
  const base = (kind: string) => sel(el, `ram:SpecifiedLineTradeAgreement/ram:${kind}PriceProductTradePrice/ram:BasisQuantity`)
  const [gross, net] = [base('Gross'), base('Net')]
  if (gross.length === 0 || net.length === 0) return true
  const units = (list: readonly El[]) => list.flatMap((q) => attr(q, 'unitCode') ?? [])
  const [grossUnits, netUnits] = [units(gross), units(net)]
  return overlap(gross.map(stringValue), net.map(stringValue))
    && (grossUnits.length === 0 || netUnits.length === 0 || overlap(grossUnits, netUnits))
}

const germany: Pattern = {
  name: 'xrechnung-cii',
  contexts: [
    at(ROOT, document),
    at(`${ROOT}/rsm:ExchangedDocumentContext`, [
      should('BR-DE-21', (el) => strs(el, 'ram:GuidelineSpecifiedDocumentContextParameter/ram:ID').some(isXRechnungId)),
    ]),
    at(`${ROOT}/${AGREEMENT}/ram:SellerTradeParty`, [must('BR-DE-2', given('ram:DefinedTradeContact'))]),
    at(`${ROOT}/${AGREEMENT}/ram:SellerTradeParty/ram:PostalTradeAddress`, [
      must('BR-DE-3', nonEmpty('ram:CityName')), must('BR-DE-4', nonEmpty('ram:PostcodeCode')),
    ]),
    at(`${ROOT}/${AGREEMENT}/ram:SellerTradeParty/ram:DefinedTradeContact`, [
      must('BR-DE-5', (el) => filled(el, 'ram:PersonName') || filled(el, 'ram:DepartmentName')),
      must('BR-DE-6', nonEmpty('ram:TelephoneUniversalCommunication/ram:CompleteNumber')),
      must('BR-DE-7', nonEmpty('ram:EmailURIUniversalCommunication/ram:URIID')),
      should('BR-DE-27', (el) => hasThreeDigits(norm(el, 'ram:TelephoneUniversalCommunication/ram:CompleteNumber'))),
      should('BR-DE-28', (el) => isEmail(norm(el, 'ram:EmailURIUniversalCommunication/ram:URIID'))),
    ]),
    at(`${ROOT}/${AGREEMENT}/ram:BuyerTradeParty/ram:PostalTradeAddress`, [
      must('BR-DE-8', nonEmpty('ram:CityName')), must('BR-DE-9', nonEmpty('ram:PostcodeCode')),
    ]),
    at(`${ROOT}/${AGREEMENT}/ram:AdditionalReferencedDocument`, [should('BR-TMP-2', (el) => lacks(el, 'ram:URIID') || isUrl(str(el, 'ram:URIID')))],
      (el) => is(el, 'ram:TypeCode', '916')),
    at(`${ROOT}/${DELIVERY}/ram:ShipToTradeParty/ram:PostalTradeAddress`, [
      must('BR-DE-10', nonEmpty('ram:CityName')), must('BR-DE-11', nonEmpty('ram:PostcodeCode')),
    ]),
    at(`${ROOT}/${MEANS}`, [
      should('BR-DE-19', (el) => !paidBy('58')(el) || isIban(str(el, `${ACCOUNT}/ram:IBANID`))),
      must('BR-DE-23-a', given(ACCOUNT)), must('BR-DE-23-b', (el, doc) => lacks(el, CARD) && !directDebit(el, doc)),
    ], paidBy('30', '58')),
    at(`${ROOT}/${MEANS}`, [
      must('BR-DE-24-a', given(CARD)), must('BR-DE-24-b', (el, doc) => lacks(el, ACCOUNT) && !directDebit(el, doc)),
    ], paidBy('48', '54', '55')),
    at(`${ROOT}/${MEANS}`, [
      should('BR-DE-20', (el) => isIban(str(el, DEBTOR))), must('BR-DE-25-a', directDebit),
      must('BR-DE-25-b', (el) => [ACCOUNT, 'ram:PayeeSpecifiedCreditorFinancialInstitution', 'ram:PayerSpecifiedDebtorFinancialInstitution', CARD]
        .every((p) => lacks(el, p))),
    ], paidBy('59')),
    at(`${ROOT}/${SETTLEMENT}/ram:ApplicableTradeTax`, [must('BR-DE-14', nonEmpty('ram:RateApplicablePercent'))]),
    at(`${ROOT}/rsm:SupplyChainTradeTransaction`, [inform('BR-DE-TMP-32', (el) =>
      has(el, 'ram:ApplicableHeaderTradeDelivery/ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime')
      || has(el, 'ram:ApplicableHeaderTradeSettlement/ram:BillingSpecifiedPeriod')
      || sel(el, 'ram:IncludedSupplyChainTradeLineItem').every((l) => has(l, `${LINE_SETTLEMENT}/ram:BillingSpecifiedPeriod`)))]),
    at(`${ROOT}/${LINE}`, [must('BR-TMP-3', sameBase)]),
  ],
}

const extended = (el: El, doc: Doc): boolean => inExtension(doc) && carries('schemeID')(el)
const icd = coded('schemeID', ICD_EXTENDED)

const extension: Pattern = {
  name: 'xrechnung-cii-extension',
  contexts: [
    at(`${ROOT}/${LINE}/ram:AssociatedDocumentLineDocument`, [should('BR-DEX-15', (_, doc) => all(doc, 'ram:ParentLineID')[0] ?? true)],
      (_, doc) => inExtension(doc)),
    at('ram:GlobalID', [must('BR-DEX-04', icd)], (el, doc) => extended(el, doc) && outsideProductAndDelivery(el)),
    at('ram:ID', [must('BR-DEX-05', icd)], (el, doc) => extended(el, doc) && !within(el, 'ram:SpecifiedTaxRegistration')),
    at('ram:SpecifiedTradeProduct/ram:GlobalID', [must('BR-DEX-06', icd)], extended),
    at('ram:URIUniversalCommunication/ram:URIID', [must('BR-DEX-07', coded('schemeID', EAS_EXTENDED))], extended),
    at('ram:ApplicableHeaderTradeDelivery/ram:ShipToTradeParty/ram:GlobalID', [must('BR-DEX-08', icd)], extended),
    at('ram:AttachmentBinaryObject', [must('BR-DEX-01', mimeCode(true))], (_, doc) => inExtension(doc)),
  ],
}

const PRODUCT = `${ROOT}/${LINE}/ram:SpecifiedTradeProduct`
const cvdClasses = (el: El): El[] => sel(el, 'ram:DesignatedProductClassification/ram:ClassCode').filter((c) => attr(c, 'listID') === 'CVD')
const cvaProperties = (el: El): El[] => sel(el, 'ram:ApplicableProductCharacteristic').filter((p) => is(p, 'ram:Description', 'cva'))

const cvd: Pattern = {
  name: 'xrechnung-cii-cvd',
  contexts: [
    at(`${ROOT}/rsm:SupplyChainTradeTransaction`, [must('BR-DE-CVD-03', (el) =>
      sel(el, 'ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedTradeProduct').some((p) => cvdClasses(p).length > 0 && cvaProperties(p).length > 0))], vehicle),
    at(PRODUCT, [
      must('BR-DE-CVD-06-b', (el) => cvaProperties(el).length === 0 || cvdClasses(el).length === 1),
      must('BR-DE-CVD-06-a', (el) => cvdClasses(el).length === 0 || cvaProperties(el).length === 1),
    ], vehicle),
    at(`${PRODUCT}/ram:DesignatedProductClassification/ram:ClassCode`, [
      must('BR-TMP-CVD-01', coded('listID', CVD_CLASS_SCHEMES)),
      must('BR-DE-CVD-04', (el) => normalizeSpace(attr(el, 'listID') ?? '') !== 'CVD' || inList(VEHICLE_CATEGORIES, trimmed(el))),
    ], vehicle),
    at(`${PRODUCT}/ram:ApplicableProductCharacteristic`, [must('BR-DE-CVD-05', (el) => isNorm(el, 'ram:Value', ...VEHICLE_KINDS.split(' ')))],
      (el, doc) => vehicle(el, doc) && is(el, 'ram:Description', 'cva')),
    at(`${ROOT}/${AGREEMENT}`, [
      must('BR-DE-CVD-01', nonEmpty('ram:ContractReferencedDocument/ram:IssuerAssignedID')),
      must('BR-DE-CVD-02', (el) => sel(el, 'ram:AdditionalReferencedDocument').some((d) => norm(d, 'ram:TypeCode') === '50' && norm(d, 'ram:IssuerAssignedID') !== '')),
    ], vehicle),
  ],
}

export const xrechnungCii: readonly Pattern[] = [germany, extension, cvd]
