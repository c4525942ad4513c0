/**
 * Where each business term stands in UBL and in CII. One table serves both readers and both writers.
 *
 * Paths: names separated by `/`; `[path=value]` or `[@attr=value]` selects and writes a fixed content, `[path!=A B~C]`
 * selects anything but A and B and writes C, `[path:=value]` only writes.
 */

/** How a term is held: see {@link ./read.ts} and {@link ./write.ts}. */
export type Kind = 'text' | 'date' | 'amount' | 'number' | 'identifier' | 'globalId' | 'object' | 'class' | 'quantity' | 'attachment' | 'group' | 'list' | 'identifiers' | 'timePoint'

export interface Field {
  readonly key: string
  /** Business term or group. */
  readonly bt: string
  /** German label for people. */
  readonly label: string
  readonly kind: Kind
  readonly ubl: string
  readonly cii: string
  readonly fields?: readonly Field[]
}

const f = (key: string, bt: string, label: string, kind: Kind, ubl: string, cii: string, fields?: readonly Field[]): Field =>
  fields ? { key, bt, label, kind, ubl, cii, fields } : { key, bt, label, kind, ubl, cii }

const VAT = '[cac:TaxScheme/cbc:ID=VAT]'
const CVAT = '[ram:TypeCode=VAT]'

const address = (from: number): readonly Field[] => {
  const bt = (i: number): string => `BT-${from + i}`
  return [
    f('line1', bt(0), 'Straße, Hausnummer', 'text', 'cbc:StreetName', 'ram:LineOne'), f('line2', bt(1), 'Adresszusatz', 'text', 'cbc:AdditionalStreetName', 'ram:LineTwo'),
    f('line3', `BT-${{ 35: 162, 50: 163, 64: 164, 75: 165 }[from] ?? 0}`, 'weiterer Adresszusatz', 'text', 'cac:AddressLine/cbc:Line', 'ram:LineThree'),
    f('city', bt(2), 'Ort', 'text', 'cbc:CityName', 'ram:CityName'), f('postCode', bt(3), 'Postleitzahl', 'text', 'cbc:PostalZone', 'ram:PostcodeCode'),
    f('region', bt(4), 'Region', 'text', 'cbc:CountrySubentity', 'ram:CountrySubDivisionName'), f('country', bt(5), 'Land', 'text', 'cac:Country/cbc:IdentificationCode', 'ram:CountryID'),
  ]
}

const contact = (from: number): readonly Field[] => [
  f('name', `BT-${from}`, 'Ansprechperson', 'text', 'cbc:Name', 'ram:PersonName'),
  f('telephone', `BT-${from + 1}`, 'Telefon', 'text', 'cbc:Telephone', 'ram:TelephoneUniversalCommunication/ram:CompleteNumber'),
  f('email', `BT-${from + 2}`, 'E-Mail', 'text', 'cbc:ElectronicMail', 'ram:EmailURIUniversalCommunication/ram:URIID'),
]

const ADDRESS = 'ram:PostalTradeAddress'
const ORGANISATION = 'ram:SpecifiedLegalOrganization'

const SELLER: readonly Field[] = [
  f('name', 'BT-27', 'Name', 'text', 'cac:PartyLegalEntity/cbc:RegistrationName', 'ram:Name'),
  f('tradingName', 'BT-28', 'Handelsname', 'text', 'cac:PartyName/cbc:Name', `${ORGANISATION}/ram:TradingBusinessName`),
  f('identifiers', 'BT-29', 'Kennung', 'identifiers', 'cac:PartyIdentification/cbc:ID', 'ram:ID'),
  f('registration', 'BT-30', 'Registernummer', 'identifier', 'cac:PartyLegalEntity/cbc:CompanyID', `${ORGANISATION}/ram:ID`),
  f('vatId', 'BT-31', 'Umsatzsteuer-Identifikationsnummer', 'text', `cac:PartyTaxScheme${VAT}/cbc:CompanyID`, 'ram:SpecifiedTaxRegistration/ram:ID[@schemeID=VA]'),
  f('taxNumber', 'BT-32', 'Steuernummer', 'text', 'cac:PartyTaxScheme[cac:TaxScheme/cbc:ID!=VAT~FC]/cbc:CompanyID', 'ram:SpecifiedTaxRegistration/ram:ID[@schemeID=FC]'),
  f('legalForm', 'BT-33', 'Weitere rechtliche Angaben', 'text', 'cac:PartyLegalEntity/cbc:CompanyLegalForm', 'ram:Description'),
  f('electronicAddress', 'BT-34', 'Elektronische Adresse', 'identifier', 'cbc:EndpointID', 'ram:URIUniversalCommunication/ram:URIID'),
  f('address', 'BG-5', 'Anschrift', 'group', 'cac:PostalAddress', ADDRESS, address(35)),
  f('contact', 'BG-6', 'Kontakt', 'group', 'cac:Contact', 'ram:DefinedTradeContact', contact(41)),
]

const BUYER: readonly Field[] = [
  f('name', 'BT-44', 'Name', 'text', 'cac:PartyLegalEntity/cbc:RegistrationName', 'ram:Name'),
  f('tradingName', 'BT-45', 'Handelsname', 'text', 'cac:PartyName/cbc:Name', `${ORGANISATION}/ram:TradingBusinessName`),
  f('identifiers', 'BT-46', 'Kennung', 'identifiers', 'cac:PartyIdentification/cbc:ID', 'ram:ID'),
  f('registration', 'BT-47', 'Registernummer', 'identifier', 'cac:PartyLegalEntity/cbc:CompanyID', `${ORGANISATION}/ram:ID`),
  f('vatId', 'BT-48', 'Umsatzsteuer-Identifikationsnummer', 'text', `cac:PartyTaxScheme${VAT}/cbc:CompanyID`, 'ram:SpecifiedTaxRegistration/ram:ID[@schemeID=VA]'),
  f('electronicAddress', 'BT-49', 'Elektronische Adresse', 'identifier', 'cbc:EndpointID', 'ram:URIUniversalCommunication/ram:URIID'),
  f('address', 'BG-8', 'Anschrift', 'group', 'cac:PostalAddress', ADDRESS, address(50)),
  f('contact', 'BG-9', 'Kontakt', 'group', 'cac:Contact', 'ram:DefinedTradeContact', contact(56)),
]

const PERIOD = (start: string, end: string): readonly Field[] => [
  f('start', start, 'Beginn', 'date', 'cbc:StartDate', 'ram:StartDateTime'), f('end', end, 'Ende', 'date', 'cbc:EndDate', 'ram:EndDateTime'),
]

const extra = (bts: readonly string[], vat: boolean): readonly Field[] => {
  const [amount = '', base = '', percent = '', reason = '', code = '', category = '', rate = ''] = bts
  return [
    f('amount', amount, 'Betrag', 'amount', 'cbc:Amount', 'ram:ActualAmount'), f('base', base, 'Grundbetrag', 'amount', 'cbc:BaseAmount', 'ram:BasisAmount'),
    f('percent', percent, 'Prozentsatz', 'number', 'cbc:MultiplierFactorNumeric', 'ram:CalculationPercent'),
    ...vat ? [
      f('vatCategory', category, 'Steuerkategorie', 'text', `cac:TaxCategory${VAT}/cbc:ID`, `ram:CategoryTradeTax${CVAT}/ram:CategoryCode`),
      f('vatRate', rate, 'Steuersatz', 'number', `cac:TaxCategory${VAT}/cbc:Percent`, `ram:CategoryTradeTax${CVAT}/ram:RateApplicablePercent`),
    ] : [],
    f('reason', reason, 'Grund', 'text', 'cbc:AllowanceChargeReason', 'ram:Reason'), f('reasonCode', code, 'Code des Grundes', 'text', 'cbc:AllowanceChargeReasonCode', 'ram:ReasonCode'),
  ]
}

const UBL_EXTRA = (charge: boolean): string => `cac:AllowanceCharge[cbc:ChargeIndicator=${charge}]`
const CII_EXTRA = (charge: boolean): string => `ram:SpecifiedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator=${charge}]`

const ITEM = 'cac:Item'
const PRODUCT = 'ram:SpecifiedTradeProduct'
const LS = 'ram:SpecifiedLineTradeSettlement'
const LA = 'ram:SpecifiedLineTradeAgreement'
const PRICE_CUT = 'cac:Price/cac:AllowanceCharge[cbc:ChargeIndicator=false]'
const GROSS = `${LA}/ram:GrossPriceProductTradePrice`

/** BG-25. */
export const LINE: readonly Field[] = [
  f('id', 'BT-126', 'Nummer', 'text', 'cbc:ID', 'ram:AssociatedDocumentLineDocument/ram:LineID'),
  f('note', 'BT-127', 'Bemerkung', 'text', 'cbc:Note', 'ram:AssociatedDocumentLineDocument/ram:IncludedNote/ram:Content'),
  f('object', 'BT-128', 'Abgerechnetes Objekt', 'object', 'cac:DocumentReference[cbc:DocumentTypeCode=130]/cbc:ID', `${LS}/ram:AdditionalReferencedDocument[ram:TypeCode=130]/ram:IssuerAssignedID`),
  f('quantity', 'BT-129', 'Menge', 'quantity', 'cbc:InvoicedQuantity', 'ram:SpecifiedLineTradeDelivery/ram:BilledQuantity'),
  f('net', 'BT-131', 'Nettobetrag', 'amount', 'cbc:LineExtensionAmount', `${LS}/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount`),
  f('orderLine', 'BT-132', 'Bestellposition', 'text', 'cac:OrderLineReference/cbc:LineID', `${LA}/ram:BuyerOrderReferencedDocument/ram:LineID`),
  f('accountingReference', 'BT-133', 'Buchungsreferenz', 'text', 'cbc:AccountingCost', `${LS}/ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID`),
  f('period', 'BG-26', 'Zeitraum', 'group', 'cac:InvoicePeriod', `${LS}/ram:BillingSpecifiedPeriod`, PERIOD('BT-134', 'BT-135')),
  f('allowances', 'BG-27', 'Nachlass', 'list', UBL_EXTRA(false), `${LS}/${CII_EXTRA(false)}`, extra(['BT-136', 'BT-137', 'BT-138', 'BT-139', 'BT-140'], false)),
  f('charges', 'BG-28', 'Zuschlag', 'list', UBL_EXTRA(true), `${LS}/${CII_EXTRA(true)}`, extra(['BT-141', 'BT-142', 'BT-143', 'BT-144', 'BT-145'], false)),
  f('price', 'BT-146', 'Nettopreis', 'amount', 'cac:Price/cbc:PriceAmount', `${LA}/ram:NetPriceProductTradePrice/ram:ChargeAmount`),
  f('discount', 'BT-147', 'Nachlass auf den Preis', 'amount', `${PRICE_CUT}/cbc:Amount`, `${GROSS}/ram:AppliedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator=false]/ram:ActualAmount`),
  f('grossPrice', 'BT-148', 'Bruttopreis', 'amount', `${PRICE_CUT}/cbc:BaseAmount`, `${GROSS}/ram:ChargeAmount`),
  f('baseQuantity', 'BT-149', 'Basismenge', 'quantity', 'cac:Price/cbc:BaseQuantity', `${LA}/ram:NetPriceProductTradePrice/ram:BasisQuantity`),
  f('vatCategory', 'BT-151', 'Steuerkategorie', 'text', `${ITEM}/cac:ClassifiedTaxCategory${VAT}/cbc:ID`, `${LS}/ram:ApplicableTradeTax${CVAT}/ram:CategoryCode`),
  f('vatRate', 'BT-152', 'Steuersatz', 'number', `${ITEM}/cac:ClassifiedTaxCategory${VAT}/cbc:Percent`, `${LS}/ram:ApplicableTradeTax${CVAT}/ram:RateApplicablePercent`),
  f('name', 'BT-153', 'Bezeichnung', 'text', `${ITEM}/cbc:Name`, `${PRODUCT}/ram:Name`), f('description', 'BT-154', 'Beschreibung', 'text', `${ITEM}/cbc:Description`, `${PRODUCT}/ram:Description`),
  f('sellerItemId', 'BT-155', 'Artikelnummer des Verkäufers', 'text', `${ITEM}/cac:SellersItemIdentification/cbc:ID`, `${PRODUCT}/ram:SellerAssignedID`),
  f('buyerItemId', 'BT-156', 'Artikelnummer des Käufers', 'text', `${ITEM}/cac:BuyersItemIdentification/cbc:ID`, `${PRODUCT}/ram:BuyerAssignedID`),
  f('standardItemId', 'BT-157', 'Standardkennung', 'identifier', `${ITEM}/cac:StandardItemIdentification/cbc:ID`, `${PRODUCT}/ram:GlobalID`),
  f('classifications', 'BT-158', 'Klassifikation', 'class', `${ITEM}/cac:CommodityClassification/cbc:ItemClassificationCode`, `${PRODUCT}/ram:DesignatedProductClassification/ram:ClassCode`),
  f('origin', 'BT-159', 'Ursprungsland', 'text', `${ITEM}/cac:OriginCountry/cbc:IdentificationCode`, `${PRODUCT}/ram:OriginTradeCountry/ram:ID`),
  f('attributes', 'BG-32', 'Eigenschaft', 'list', `${ITEM}/cac:AdditionalItemProperty`, `${PRODUCT}/ram:ApplicableProductCharacteristic`, [
    f('name', 'BT-160', 'Name', 'text', 'cbc:Name', 'ram:Description'), f('value', 'BT-161', 'Wert', 'text', 'cbc:Value', 'ram:Value'),
  ]),
]

const T = 'rsm:SupplyChainTradeTransaction'
const A = `${T}/ram:ApplicableHeaderTradeAgreement`
const D = `${T}/ram:ApplicableHeaderTradeDelivery`
const S = `${T}/ram:ApplicableHeaderTradeSettlement`
const SUM = `${S}/ram:SpecifiedTradeSettlementHeaderMonetarySummation`
const TOTAL = 'cac:LegalMonetaryTotal'

const TOTALS: readonly Field[] = ([
  ['lines', 'BT-106', 'Summe der Positionen', 'LineExtensionAmount', 'LineTotalAmount'], ['allowances', 'BT-107', 'Summe der Nachlässe', 'AllowanceTotalAmount', 'AllowanceTotalAmount'],
  ['charges', 'BT-108', 'Summe der Zuschläge', 'ChargeTotalAmount', 'ChargeTotalAmount'], ['net', 'BT-109', 'Gesamtbetrag ohne Umsatzsteuer', 'TaxExclusiveAmount', 'TaxBasisTotalAmount'],
  ['gross', 'BT-112', 'Gesamtbetrag mit Umsatzsteuer', 'TaxInclusiveAmount', 'GrandTotalAmount'], ['paid', 'BT-113', 'Bereits gezahlt', 'PrepaidAmount', 'TotalPrepaidAmount'],
  ['rounding', 'BT-114', 'Rundungsbetrag', 'PayableRoundingAmount', 'RoundingAmount'], ['due', 'BT-115', 'Zahlbetrag', 'PayableAmount', 'DuePayableAmount'],
] as const).map(([key, bt, label, ubl, cii]) => f(key, bt, label, 'amount', `cbc:${ubl}`, `ram:${cii}`))

const BREAKDOWN: readonly Field[] = [
  f('taxable', 'BT-116', 'Zu versteuernder Betrag', 'amount', 'cbc:TaxableAmount', 'ram:BasisAmount'), f('tax', 'BT-117', 'Steuerbetrag', 'amount', 'cbc:TaxAmount', 'ram:CalculatedAmount'),
  f('category', 'BT-118', 'Steuerkategorie', 'text', `cac:TaxCategory${VAT}/cbc:ID`, 'ram:CategoryCode'), f('rate', 'BT-119', 'Steuersatz', 'number', `cac:TaxCategory${VAT}/cbc:Percent`, 'ram:RateApplicablePercent'),
  f('exemptionReason', 'BT-120', 'Grund der Befreiung', 'text', `cac:TaxCategory${VAT}/cbc:TaxExemptionReason`, 'ram:ExemptionReason'),
  f('exemptionCode', 'BT-121', 'Code des Befreiungsgrundes', 'text', `cac:TaxCategory${VAT}/cbc:TaxExemptionReasonCode`, 'ram:ExemptionReasonCode'),
]

const DOCUMENT_TYPE = 'cac:AdditionalDocumentReference[cbc:DocumentTypeCode!=130 50~]'

/** The invoice. Terms that need more than a path (notes, payment, VAT totals) are handled by readers and writers. */
export const INVOICE: readonly Field[] = [
  f('specification', 'BT-24', 'Spezifikation', 'text', 'cbc:CustomizationID', 'rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID'),
  f('process', 'BT-23', 'Geschäftsprozess', 'text', 'cbc:ProfileID', 'rsm:ExchangedDocumentContext/ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID'),
  f('number', 'BT-1', 'Rechnungsnummer', 'text', 'cbc:ID', 'rsm:ExchangedDocument/ram:ID'), f('issueDate', 'BT-2', 'Rechnungsdatum', 'date', 'cbc:IssueDate', 'rsm:ExchangedDocument/ram:IssueDateTime'),
  f('type', 'BT-3', 'Art der Rechnung', 'text', 'cbc:InvoiceTypeCode', 'rsm:ExchangedDocument/ram:TypeCode'),
  f('currency', 'BT-5', 'Währung', 'text', 'cbc:DocumentCurrencyCode', `${S}/ram:InvoiceCurrencyCode`), f('vatCurrency', 'BT-6', 'Buchungswährung der Umsatzsteuer', 'text', 'cbc:TaxCurrencyCode', `${S}/ram:TaxCurrencyCode`),
  f('dueDate', 'BT-9', 'Fällig am', 'date', 'cbc:DueDate', `${S}/ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime`), f('buyerReference', 'BT-10', 'Leitweg-ID (Käuferreferenz)', 'text', 'cbc:BuyerReference', `${A}/ram:BuyerReference`),
  f('project', 'BT-11', 'Projekt', 'text', 'cac:ProjectReference/cbc:ID', `${A}/ram:SpecifiedProcuringProject[ram:Name:=Project reference]/ram:ID`),
  f('contract', 'BT-12', 'Vertrag', 'text', 'cac:ContractDocumentReference/cbc:ID', `${A}/ram:ContractReferencedDocument/ram:IssuerAssignedID`),
  f('purchaseOrder', 'BT-13', 'Bestellung', 'text', 'cac:OrderReference/cbc:ID', `${A}/ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID`),
  f('salesOrder', 'BT-14', 'Auftrag', 'text', 'cac:OrderReference/cbc:SalesOrderID', `${A}/ram:SellerOrderReferencedDocument/ram:IssuerAssignedID`),
  f('receivingAdvice', 'BT-15', 'Wareneingang', 'text', 'cac:ReceiptDocumentReference/cbc:ID', `${D}/ram:ReceivingAdviceReferencedDocument/ram:IssuerAssignedID`),
  f('despatchAdvice', 'BT-16', 'Lieferschein', 'text', 'cac:DespatchDocumentReference/cbc:ID', `${D}/ram:DespatchAdviceReferencedDocument/ram:IssuerAssignedID`),
  f('tender', 'BT-17', 'Vergabe oder Los', 'text', 'cac:OriginatorDocumentReference/cbc:ID', `${A}/ram:AdditionalReferencedDocument[ram:TypeCode=50]/ram:IssuerAssignedID`),
  f('object', 'BT-18', 'Abgerechnetes Objekt', 'object', 'cac:AdditionalDocumentReference[cbc:DocumentTypeCode=130]/cbc:ID', `${A}/ram:AdditionalReferencedDocument[ram:TypeCode=130]/ram:IssuerAssignedID`),
  f('accountingReference', 'BT-19', 'Buchungsreferenz', 'text', 'cbc:AccountingCost', `${S}/ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID`),
  f('paymentTerms', 'BT-20', 'Zahlungsbedingungen', 'text', 'cac:PaymentTerms/cbc:Note', `${S}/ram:SpecifiedTradePaymentTerms/ram:Description`),
  f('preceding', 'BG-3', 'Frühere Rechnung', 'list', 'cac:BillingReference', `${S}/ram:InvoiceReferencedDocument`, [
    f('number', 'BT-25', 'Nummer', 'text', 'cac:InvoiceDocumentReference/cbc:ID', 'ram:IssuerAssignedID'), f('date', 'BT-26', 'Datum', 'date', 'cac:InvoiceDocumentReference/cbc:IssueDate', 'ram:FormattedIssueDateTime'),
  ]),
  f('seller', 'BG-4', 'Verkäufer', 'group', 'cac:AccountingSupplierParty/cac:Party', `${A}/ram:SellerTradeParty`, SELLER),
  f('buyer', 'BG-7', 'Käufer', 'group', 'cac:AccountingCustomerParty/cac:Party', `${A}/ram:BuyerTradeParty`, BUYER),
  f('payee', 'BG-10', 'Zahlungsempfänger', 'group', 'cac:PayeeParty', `${S}/ram:PayeeTradeParty`, [
    f('name', 'BT-59', 'Name', 'text', 'cac:PartyName/cbc:Name', 'ram:Name'), f('identifier', 'BT-60', 'Kennung', 'globalId', 'cac:PartyIdentification/cbc:ID', 'ram:ID'),
    f('registration', 'BT-61', 'Registernummer', 'identifier', 'cac:PartyLegalEntity/cbc:CompanyID', `${ORGANISATION}/ram:ID`),
  ]),
  f('taxRepresentative', 'BG-11', 'Steuervertreter', 'group', 'cac:TaxRepresentativeParty', `${A}/ram:SellerTaxRepresentativeTradeParty`, [
    f('name', 'BT-62', 'Name', 'text', 'cac:PartyName/cbc:Name', 'ram:Name'), f('vatId', 'BT-63', 'Umsatzsteuer-Identifikationsnummer', 'text', `cac:PartyTaxScheme${VAT}/cbc:CompanyID`, 'ram:SpecifiedTaxRegistration/ram:ID[@schemeID=VA]'),
    f('address', 'BG-12', 'Anschrift', 'group', 'cac:PostalAddress', ADDRESS, address(64)),
  ]),
  f('delivery', 'BG-13', 'Lieferung', 'group', 'cac:Delivery', D, [
    f('name', 'BT-70', 'Empfänger', 'text', 'cac:DeliveryParty/cac:PartyName/cbc:Name', 'ram:ShipToTradeParty/ram:Name'), f('location', 'BT-71', 'Lieferort', 'globalId', 'cac:DeliveryLocation/cbc:ID', 'ram:ShipToTradeParty/ram:ID'),
    f('date', 'BT-72', 'Lieferdatum', 'date', 'cbc:ActualDeliveryDate', 'ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime'),
    f('address', 'BG-15', 'Lieferanschrift', 'group', 'cac:DeliveryLocation/cac:Address', `ram:ShipToTradeParty/${ADDRESS}`, address(75)),
  ]),
  f('period', 'BG-14', 'Abrechnungszeitraum', 'group', 'cac:InvoicePeriod', `${S}/ram:BillingSpecifiedPeriod`, PERIOD('BT-73', 'BT-74')),
  f('allowances', 'BG-20', 'Nachlass', 'list', UBL_EXTRA(false), `${S}/${CII_EXTRA(false)}`, extra(['BT-92', 'BT-93', 'BT-94', 'BT-97', 'BT-98', 'BT-95', 'BT-96'], true)),
  f('charges', 'BG-21', 'Zuschlag', 'list', UBL_EXTRA(true), `${S}/${CII_EXTRA(true)}`, extra(['BT-99', 'BT-100', 'BT-101', 'BT-104', 'BT-105', 'BT-102', 'BT-103'], true)),
  f('totals', 'BG-22', 'Summen', 'group', TOTAL, SUM, TOTALS),
  f('vat', 'BG-23', 'Umsatzsteueraufstellung', 'list', 'cac:TaxTotal/cac:TaxSubtotal', `${S}/ram:ApplicableTradeTax${CVAT}`, BREAKDOWN),
  f('taxPointDate', 'BT-7', 'Datum des Steuerzeitpunkts', 'date', 'cbc:TaxPointDate', `${S}/ram:ApplicableTradeTax/ram:TaxPointDate`),
  f('taxPointCode', 'BT-8', 'Code des Steuerzeitpunkts', 'timePoint', 'cac:InvoicePeriod/cbc:DescriptionCode', `${S}/ram:ApplicableTradeTax/ram:DueDateTypeCode`),
  f('documents', 'BG-24', 'Anlage', 'list', DOCUMENT_TYPE, `${A}/ram:AdditionalReferencedDocument[ram:TypeCode=916]`, [
    f('id', 'BT-122', 'Kennung', 'text', 'cbc:ID', 'ram:IssuerAssignedID'), f('description', 'BT-123', 'Beschreibung', 'text', 'cbc:DocumentDescription', 'ram:Name'),
    f('url', 'BT-124', 'Internetadresse', 'text', 'cac:Attachment/cac:ExternalReference/cbc:URI', 'ram:URIID'),
    f('attachment', 'BT-125', 'Datei', 'attachment', 'cac:Attachment/cbc:EmbeddedDocumentBinaryObject', 'ram:AttachmentBinaryObject'),
  ]),
  f('lines', 'BG-25', 'Position', 'list', 'cac:InvoiceLine', `${T}/ram:IncludedSupplyChainTradeLineItem`, LINE),
]
