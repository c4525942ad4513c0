/** Code list rules of EN 16931 for UBL (BR-CL). */
import { LISTS } from '../../codes/lists.js'
import type { El } from '../../xml/tree.js'
import { flag, is, within } from '../access.js'
import { carries, coded, content, mimeCode, vatex } from '../codes.js'
import { at, must } from '../engine.js'
import type { Pattern } from '../engine.js'

const AMOUNTS = ['Amount', 'BaseAmount', 'PriceAmount', 'TaxAmount', 'TaxableAmount', 'LineExtensionAmount', 'TaxExclusiveAmount',
  'TaxInclusiveAmount', 'AllowanceTotalAmount', 'ChargeTotalAmount', 'PrepaidAmount', 'PayableRoundingAmount', 'PayableAmount']
  .map((n) => `cbc:${n}`).join(' ')

const charge = (wanted: boolean) => (el: El): boolean => flag(el.parent as El, 'cbc:ChargeIndicator', wanted)

const isSepa = coded('schemeID', 'SEPA')
const isIcd = coded('schemeID', LISTS.icd)

/** ISO 6523, or SEPA where a creditor identifier may stand (BT-90). */
function partyScheme(el: El): boolean {
  const sepa = isSepa(el) && (within(el, 'cac:AccountingSupplierParty') || within(el, 'cac:PayeeParty'))
  return sepa || isIcd(el)
}

export const ublCodes: Pattern = {
  name: 'ubl-codes',
  contexts: [
    at('cbc:InvoiceTypeCode', [must('BR-CL-01', content(LISTS.invoiceType))]),
    at('cbc:CreditNoteTypeCode', [must('BR-CL-01', content(LISTS.creditNoteType))]),
    at(AMOUNTS, [must('BR-CL-03', coded('currencyID', LISTS.currency))]),
    at('cbc:DocumentCurrencyCode', [must('BR-CL-04', content(LISTS.currency))]),
    at('cbc:TaxCurrencyCode', [must('BR-CL-05', content(LISTS.currency))]),
    at('cac:InvoicePeriod/cbc:DescriptionCode', [must('BR-CL-06', content(LISTS.timePoint))]),
    at('cac:AdditionalDocumentReference/cbc:ID cac:DocumentReference/cbc:ID', [must('BR-CL-07', coded('schemeID', LISTS.objectScheme))],
      (el) => carries('schemeID')(el) && is(el.parent as El, 'cbc:DocumentTypeCode', '130')),
    at('cac:PartyIdentification/cbc:ID', [must('BR-CL-10', partyScheme)], carries('schemeID')),
    at('cac:PartyLegalEntity/cbc:CompanyID', [must('BR-CL-11', coded('schemeID', LISTS.icd))], carries('schemeID')),
    at('cac:CommodityClassification/cbc:ItemClassificationCode', [must('BR-CL-13', coded('listID', LISTS.itemClassScheme))], carries('listID')),
    at('cac:Country/cbc:IdentificationCode', [must('BR-CL-14', content(LISTS.country))]),
    at('cac:OriginCountry/cbc:IdentificationCode', [must('BR-CL-15', content(LISTS.country))]),
    at('cac:PaymentMeans/cbc:PaymentMeansCode', [must('BR-CL-16', content(LISTS.paymentMeans))]),
    at('cac:TaxCategory/cbc:ID', [must('BR-CL-17', content(LISTS.vatCategory))]),
    at('cac:ClassifiedTaxCategory/cbc:ID', [must('BR-CL-18', content(LISTS.vatCategory))]),
    at('cac:AllowanceCharge/cbc:AllowanceChargeReasonCode', [must('BR-CL-19', content(LISTS.allowanceReason))], charge(false)),
    at('cac:AllowanceCharge/cbc:AllowanceChargeReasonCode', [must('BR-CL-20', content(LISTS.chargeReason))], charge(true)),
    at('cac:StandardItemIdentification/cbc:ID', [must('BR-CL-21', coded('schemeID', LISTS.icd))], carries('schemeID')),
    at('cbc:TaxExemptionReasonCode', [must('BR-CL-22', vatex)]),
    at('cbc:InvoicedQuantity cbc:BaseQuantity cbc:CreditedQuantity', [must('BR-CL-23', coded('unitCode', LISTS.unit))], carries('unitCode')),
    at('cbc:EmbeddedDocumentBinaryObject', [must('BR-CL-24', mimeCode(false))], carries('mimeCode')),
    at('cbc:EndpointID', [must('BR-CL-25', coded('schemeID', LISTS.eas))], carries('schemeID')),
    at('cac:DeliveryLocation/cbc:ID', [must('BR-CL-26', coded('schemeID', LISTS.icd))], carries('schemeID')),
  ],
}
