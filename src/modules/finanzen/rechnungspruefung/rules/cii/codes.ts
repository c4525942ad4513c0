/** Code list rules of EN 16931 for CII (BR-CL). */
import { LISTS } from '../../codes/lists.js'
import type { El } from '../../xml/tree.js'
import { flag, within } from '../access.js'
import { carries, coded, content, mimeCode, vatex } from '../codes.js'
import { at, must } from '../engine.js'
import type { Pattern } from '../engine.js'

const charge = (wanted: boolean) => (el: El): boolean => flag(el.parent as El, 'ram:ChargeIndicator/udt:Indicator', wanted)

export const outsideProductAndDelivery = (el: El): boolean => !within(el, 'ram:SpecifiedTradeProduct') && !within(el, 'ram:ShipToTradeParty')

export const ciiCodes: Pattern = {
  name: 'cii-codes',
  contexts: [
    at('rsm:ExchangedDocument/ram:TypeCode', [must('BR-CL-01', content(LISTS.invoiceTypeCii))]),
    at('ram:TaxTotalAmount', [must('BR-CL-03', coded('currencyID', LISTS.currency))], carries('currencyID')),
    at('ram:InvoiceCurrencyCode', [must('BR-CL-04', content(LISTS.currency))]),
    at('ram:TaxCurrencyCode', [must('BR-CL-05', content(LISTS.currency))]),
    at('ram:DueDateTypeCode', [must('BR-CL-06', content(LISTS.timePointCii))]),
    at('ram:ReferenceTypeCode', [must('BR-CL-07', content(LISTS.objectScheme))]),
    at('ram:SubjectCode', [must('BR-CL-08', content(LISTS.noteSubjectCii))]),
    at('ram:GlobalID', [must('BR-CL-10', coded('schemeID', LISTS.icd))], (el) => carries('schemeID')(el) && outsideProductAndDelivery(el)),
    at('ram:ID', [must('BR-CL-11', coded('schemeID', LISTS.icd))],
      (el) => carries('schemeID')(el) && !within(el, 'ram:SpecifiedTaxRegistration')),
    at('ram:ClassCode', [must('BR-CL-13', coded('listID', LISTS.itemClassScheme))], carries('listID')),
    at('ram:CountryID', [must('BR-CL-14', content(LISTS.countryCii))]),
    at('ram:OriginTradeCountry/ram:ID', [must('BR-CL-15', content(LISTS.countryCii))]),
    at('ram:SpecifiedTradeSettlementPaymentMeans/ram:TypeCode', [must('BR-CL-16', content(LISTS.paymentMeans))]),
    at('ram:CategoryTradeTax/ram:CategoryCode', [must('BR-CL-17', content(LISTS.vatCategory))]),
    at('ram:ApplicableTradeTax/ram:CategoryCode', [must('BR-CL-18', content(LISTS.vatCategory))]),
    at('ram:SpecifiedTradeAllowanceCharge/ram:ReasonCode', [must('BR-CL-19', content(LISTS.allowanceReason))], charge(false)),
    at('ram:SpecifiedTradeAllowanceCharge/ram:ReasonCode', [must('BR-CL-20', content(LISTS.chargeReason))], charge(true)),
    at('ram:SpecifiedTradeProduct/ram:GlobalID', [must('BR-CL-21', coded('schemeID', LISTS.icd))], carries('schemeID')),
    at('ram:ExemptionReasonCode', [must('BR-CL-22', vatex)]),
    at('ram:BasisQuantity ram:BilledQuantity', [must('BR-CL-23', coded('unitCode', LISTS.unit))], carries('unitCode')),
    at('ram:AttachmentBinaryObject', [must('BR-CL-24', mimeCode(false))], carries('mimeCode')),
    at('ram:URIUniversalCommunication/ram:URIID', [must('BR-CL-25', coded('schemeID', LISTS.eas))], carries('schemeID')),
    at('ram:ApplicableHeaderTradeDelivery/ram:ShipToTradeParty/ram:GlobalID', [must('BR-CL-26', coded('schemeID', LISTS.icd))], carries('schemeID')),
  ],
}
