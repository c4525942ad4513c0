/** Long CII paths that many rules use, from the document element. */
const T = 'rsm:SupplyChainTradeTransaction'
export const AGREEMENT = `${T}/ram:ApplicableHeaderTradeAgreement`
export const DELIVERY = `${T}/ram:ApplicableHeaderTradeDelivery`
export const SETTLEMENT = `${T}/ram:ApplicableHeaderTradeSettlement`
export const LINE = `${T}/ram:IncludedSupplyChainTradeLineItem`
export const LINE_SETTLEMENT = 'ram:SpecifiedLineTradeSettlement'
export const LINE_TOTAL = 'ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount'
export const ROOT = '/rsm:CrossIndustryInvoice'
