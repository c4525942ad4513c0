/** Rules of EN 16931 about the use of UBL: cardinalities (UBL-SR), data types (UBL-DT), unused elements (UBL-CR). */
import { FORBIDDEN } from '../../codes/forbidden-ubl.js'
import { all, attr, stringValue, withAttribute } from '../../xml/tree.js'
import type { Doc, El } from '../../xml/tree.js'
import { absent, count, flag, has, is, lacks, sel, str, strs, twoPlaces } from '../access.js'
import { at, fault, must, should } from '../engine.js'
import { forbid } from '../forbidden.js'
import type { Assertion, Pattern } from '../engine.js'

const ROOT = '/ubl:Invoice /cn:CreditNote'

/** At most one element at a path; a second one is where the rule breaks. */
const once = (id: string, path: string): Assertion => must(id, (el) => sel(el, path)[1] ?? true)

const seller = 'cac:AccountingSupplierParty/cac:Party'
const buyer = 'cac:AccountingCustomerParty/cac:Party'

/** Tax numbers of a party; `vat` chooses those of the scheme VAT or of any other. */
const taxNumbers = (root: El, party: string, vat: boolean): El[] => sel(root, `${party}/cac:PartyTaxScheme`)
  .filter((t) => sel(t, 'cac:TaxScheme').some((scheme) => (str(scheme, 'cbc:ID').toUpperCase() === 'VAT') === vat)).flatMap((t) => sel(t, 'cbc:CompanyID'))

const distinct = (doc: Doc, name: string) => (): boolean => new Set(all(doc, name).map(stringValue)).size <= 1

const typed = (el: El, code: string): boolean => is(el, 'cbc:DocumentTypeCode', code)

const documentCardinality: readonly Assertion[] = [
  once('UBL-SR-01', 'cac:ContractDocumentReference/cbc:ID'), once('UBL-SR-02', 'cac:ReceiptDocumentReference/cbc:ID'),
  once('UBL-SR-03', 'cac:DespatchDocumentReference/cbc:ID'),
  must('UBL-SR-04', (el) => sel(el, 'cac:AdditionalDocumentReference').filter((r) => typed(r, '130')).flatMap((r) => sel(r, 'cbc:ID')).length <= 1),
  once('UBL-SR-05', 'cac:PaymentTerms/cbc:Note'), once('UBL-SR-08', 'cac:InvoicePeriod'),
  once('UBL-SR-09', `${seller}/cac:PartyLegalEntity/cbc:RegistrationName`), once('UBL-SR-10', `${seller}/cac:PartyName/cbc:Name`),
  once('UBL-SR-11', `${seller}/cac:PartyLegalEntity/cbc:CompanyID`),
  must('UBL-SR-12', (el) => taxNumbers(el, seller, true)[1] ?? true), must('UBL-SR-13', (el) => taxNumbers(el, seller, false)[1] ?? true),
  once('UBL-SR-14', `${seller}/cac:PartyLegalEntity/cbc:CompanyLegalForm`),
  once('UBL-SR-15', `${buyer}/cac:PartyLegalEntity/cbc:RegistrationName`), once('UBL-SR-16', `${buyer}/cac:PartyIdentification/cbc:ID`),
  once('UBL-SR-17', `${buyer}/cac:PartyLegalEntity/cbc:CompanyID`),
  must('UBL-SR-18', (el) => taxNumbers(el, buyer, true)[1] ?? true),
  once('UBL-SR-24', 'cac:Delivery'),
  must('UBL-SR-29', (_, doc) => all(doc, 'cac:PartyIdentification').flatMap((p) => sel(p, 'cbc:ID'))
    .filter((e) => attr(e, 'schemeID')?.toUpperCase() === 'SEPA')[1] ?? true),
  once('UBL-SR-39', 'cac:ProjectReference/cbc:ID'), once('UBL-SR-40', `${buyer}/cac:PartyName/cbc:Name`),
  must('UBL-SR-44', (_, doc) => distinct(doc, 'cbc:PaymentID')()),
  once('UBL-SR-45', 'cac:PaymentMeans/cbc:PaymentDueDate'),
  must('UBL-SR-46', (el) => sel(el, 'cac:PaymentMeans/cbc:PaymentMeansCode').filter((e) => attr(e, 'name') !== undefined)[1] ?? true),
  must('UBL-SR-47', (_, doc) => distinct(doc, 'cbc:PaymentMeansCode')()),
  once('UBL-SR-49', 'cac:InvoicePeriod/cbc:DescriptionCode'), once('UBL-SR-54', 'cac:PaymentMeans/cac:CardAccount'),
  once('UBL-SR-55', 'cac:PaymentMeans/cac:PaymentMandate'), once('UBL-SR-56', 'cac:OriginatorDocumentReference/cbc:ID'),
]

const references = (doc: Doc): readonly El[] => all(doc, 'cac:AdditionalDocumentReference')
const firstOf = (elements: readonly El[]): true | El => elements[0] ?? true

const documentUse: readonly Assertion[] = [
  should('UBL-CR-002', (el) => lacks(el, 'cbc:UBLVersionID') || is(el, 'cbc:UBLVersionID', '2.1')),
  should('UBL-CR-412', (el) => el.name === 'cn:CreditNote' || absent(el, 'cac:PaymentMeans/cbc:PaymentDueDate')),
  should('UBL-CR-420', (el) => absent(el, 'cac:PaymentMeans/cac:CardAccount/cbc:CV2ID')),
  should('UBL-CR-665', (_, doc) => firstOf(references(doc)
    .filter((r) => lacks(r, 'cbc:DocumentTypeCode') || strs(r, 'cbc:DocumentTypeCode').some((c) => c !== '130'))
    .flatMap((r) => sel(r, 'cbc:ID')).filter((e) => attr(e, 'schemeID') !== undefined))),
  must('UBL-CR-666', (_, doc) => firstOf(references(doc).filter((r) => typed(r, '130')).flatMap((r) => sel(r, 'cac:Attachment')))),
  must('UBL-CR-673', (_, doc) => firstOf(references(doc).filter((r) => typed(r, '130')).flatMap((r) => sel(r, 'cbc:DocumentDescription')))),
  should('UBL-DT-18', (_, doc) => firstOf(withAttribute(doc, 'name').filter((e) => e.name !== 'cbc:PaymentMeansCode'))),
]

/** The payee must be someone else than the seller: the official rules repeat this in each of their three cardinalities. */
const otherThanSeller = (el: El): boolean => {
  const names = strs(el, '../cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName')
  return strs(el, 'cac:PartyName/cbc:Name').some((n) => names.some((s) => s !== n))
}

const payee: readonly Assertion[] = [
  must('UBL-SR-19', (el) => count(el, 'cac:PartyName/cbc:Name') <= 1 && otherThanSeller(el)),
  must('UBL-SR-20', (el) => sel(el, 'cac:PartyIdentification/cbc:ID')
    .filter((e) => (attr(e, 'schemeID') ?? '').toUpperCase() !== 'SEPA').length <= 1 && otherThanSeller(el)),
  must('UBL-SR-21', (el) => count(el, 'cac:PartyLegalEntity/cbc:CompanyID') <= 1 && otherThanSeller(el)),
]

const isAmount = (el: El): boolean => !el.name.endsWith('PriceAmount') && !insidePriceAllowance(el)

function insidePriceAllowance(el: El): boolean {
  for (let cursor = el.parent; cursor; cursor = cursor.parent) {
    if (cursor.name === 'cac:AllowanceCharge' && cursor.parent?.name === 'cac:Price') return true
  }
  return false
}

const forbidden = forbid(FORBIDDEN['/ubl:Invoice /cn:CreditNote'] ?? fault())

export const ublSyntax: Pattern = {
  name: 'ubl-syntax',
  contexts: [
    at('cac:PostalAddress cac:Address', [once('UBL-SR-51', 'cac:AddressLine')]),
    at('cac:AccountingSupplierParty/cac:Party', [must('UBL-SR-42', (el) => count(el, 'cac:PartyTaxScheme') <= 2)]),
    at('cac:AdditionalDocumentReference', [
      once('UBL-SR-33', 'cbc:DocumentDescription'),
      must('UBL-SR-43', (el, doc) => typed(el, '130') || (doc.root.name.endsWith('CreditNote') && typed(el, '50'))
        || (!sel(el, 'cbc:ID').some((e) => attr(e, 'schemeID') !== undefined) && lacks(el, 'cbc:DocumentTypeCode'))),
    ]),
    at('*Amount', [must('UBL-DT-01', (el) => twoPlaces(stringValue(el)))], isAmount),
    at('*BinaryObject', [
      must('UBL-DT-06', (el) => attr(el, 'mimeCode') !== undefined), must('UBL-DT-07', (el) => attr(el, 'filename') !== undefined),
    ]),
    at('cac:Delivery', [once('UBL-SR-25', 'cac:DeliveryParty/cac:PartyName/cbc:Name')]),
    at('cac:AllowanceCharge', [once('UBL-SR-30', 'cbc:AllowanceChargeReason')], (el) => flag(el, 'cbc:ChargeIndicator', false)),
    at('cac:AllowanceCharge', [once('UBL-SR-31', 'cbc:AllowanceChargeReason')], (el) => flag(el, 'cbc:ChargeIndicator', true)),
    at('cac:PartyTaxScheme', [must('UBL-SR-53', (el) => has(el, 'cac:TaxScheme/cbc:ID') && has(el, 'cbc:CompanyID'))]),
    at(ROOT, [...documentUse, ...documentCardinality], undefined, forbidden),
    at('cac:InvoiceLine cac:CreditNoteLine', [
      once('UBL-SR-34', 'cbc:Note'), once('UBL-SR-35', 'cac:OrderLineReference/cbc:LineID'), once('UBL-SR-36', 'cac:InvoicePeriod'),
      once('UBL-SR-37', 'cac:Price/cac:AllowanceCharge/cbc:Amount'),
      must('UBL-SR-48', (el) => count(el, 'cac:Item/cac:ClassifiedTaxCategory') === 1),
      once('UBL-SR-50', 'cac:Item/cbc:Description'), once('UBL-SR-52', 'cac:DocumentReference'),
    ]),
    at('cac:PayeeParty', payee),
    at('cac:PaymentMeans', [
      once('UBL-SR-26', 'cbc:PaymentID'), once('UBL-SR-27', 'cbc:PaymentMeansCode'), once('UBL-SR-28', 'cac:PaymentMandate/cbc:ID'),
    ]),
    at('cac:BillingReference', [
      once('UBL-SR-06', 'cac:InvoiceDocumentReference'), must('UBL-SR-07', (el) => has(el, 'cac:InvoiceDocumentReference/cbc:ID')),
    ]),
    at('cac:TaxRepresentativeParty', [once('UBL-SR-22', 'cac:PartyName/cbc:Name'), once('UBL-SR-23', 'cac:PartyTaxScheme/cbc:CompanyID')]),
    at('cac:TaxSubtotal', [once('UBL-SR-32', 'cac:TaxCategory/cbc:TaxExemptionReason')]),
  ],
}
