/**
 * What the core invoice does not use in CII (facts, derived by tools/derive-rules.ts): rule id, level, path from the
 * context. LINE stands for both kinds of invoice lines.
 */
export const FORBIDDEN: Readonly<Record<string, string>> = {
  'ram:SpecifiedTradeSettlementPaymentMeans': `
CII-SR-464 W ram:PayerSpecifiedDebtorFinancialInstitution
`,
  '/rsm:CrossIndustryInvoice/rsm:ExchangedDocumentContext': `
CII-SR-001 W ram:SpecifiedTransactionID
CII-SR-002 W ram:TestIndicator
CII-SR-006 W ram:BIMSpecifiedDocumentContextParameter
CII-SR-007 W ram:ScenarioSpecifiedDocumentContextParameter
CII-SR-008 W ram:ApplicationSpecifiedDocumentContextParameter
CII-SR-011 W ram:SubsetSpecifiedDocumentContextParameter
CII-SR-012 W ram:MessageStandardSpecifiedDocumentContextParameter
`,
  '/rsm:CrossIndustryInvoice/rsm:ExchangedDocument': `
CII-SR-013 W ram:Name
CII-SR-015 W ram:IssueDateTime/udt:DateTime
CII-SR-016 W ram:CopyIndicator
CII-SR-017 W ram:Purpose
CII-SR-018 W ram:ControlRequirementIndicator
CII-SR-019 W ram:LanguageID
CII-SR-020 W ram:PurposeCode
CII-SR-021 W ram:RevisionDateTime
CII-SR-022 W ram:VersionID
CII-SR-023 W ram:GlobalID
CII-SR-024 W ram:RevisionID
CII-SR-025 W ram:PreviousRevisionID
CII-SR-026 W ram:CategoryCode
CII-SR-027 W ram:IncludedNote/ram:Subject
CII-SR-028 W ram:IncludedNote/ram:ContentCode
CII-SR-032 W ram:IncludedNote/ram:ID
CII-SR-033 W ram:EffectiveSpecifiedPeriod
CII-SR-034 W ram:IssuerTradeParty
`,
  '/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem': `
CII-SR-035 W ram:DescriptionCode
CII-SR-036 W ram:ParentLineID
CII-SR-037 W ram:LineStatusCode
CII-SR-038 W ram:LineStatusReasonCode
CII-SR-221 W ram:IncludedSubordinateTradeLineItem
`,
  '/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:AssociatedDocumentLineDocument': `
CII-SR-041 W ram:IncludedNote/ram:SubjectCode
CII-SR-042 W ram:IncludedNote/ram:ID
CII-SR-043 W ram:IncludedNote/ram:Subject
CII-SR-044 W ram:IncludedNote/ram:ContentCode
`,
  '/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedTradeProduct': `
CII-SR-045 W ram:ID
CII-SR-048 W ram:ManufacturerAssignedID
CII-SR-049 W ram:TradeName
CII-SR-050 W ram:TypeCode
CII-SR-051 W ram:NetWeightMeasure
CII-SR-052 W ram:GrossWeightMeasure
CII-SR-053 W ram:ProductGroupID
CII-SR-054 W ram:EndItemTypeCode
CII-SR-055 W ram:EndItemName
CII-SR-056 W ram:AreaDensityMeasure
CII-SR-057 W ram:UseDescription
CII-SR-058 W ram:BrandName
CII-SR-059 W ram:SubBrandName
CII-SR-060 W ram:DrainedNetWeightMeasure
CII-SR-061 W ram:VariableMeasureIndicator
CII-SR-062 W ram:ColourCode
CII-SR-063 W ram:ColourDescription
CII-SR-064 W ram:Designation
CII-SR-065 W ram:FormattedCancellationAnnouncedLaunchDateTime
CII-SR-066 W ram:FormattedLatestProductDataChangeDateTime
CII-SR-067 W ram:ApplicableProductCharacteristic/ram:ID
CII-SR-068 W ram:ApplicableProductCharacteristic/ram:TypeCode
CII-SR-070 W ram:ApplicableProductCharacteristic/ram:ValueMeasure
CII-SR-071 W ram:ApplicableProductCharacteristic/ram:MeasurementMethodCode
CII-SR-073 W ram:ApplicableProductCharacteristic/ram:ValueCode
CII-SR-074 W ram:ApplicableProductCharacteristic/ram:ValueDateTime
CII-SR-075 W ram:ApplicableProductCharacteristic/ram:ValueIndicator
CII-SR-076 W ram:ApplicableProductCharacteristic/ram:ContentTypeCode
CII-SR-077 W ram:ApplicableProductCharacteristic/ram:ValueSpecifiedBinaryFile
CII-SR-078 W ram:ApplicableProductCharacteristic/ram:ApplicableProductCharacteristicCondition
CII-SR-079 W ram:ApplicableProductCharacteristic/ram:ApplicableReferencedStandard
CII-SR-080 W ram:ApplicableMaterialGoodsCharacteristic
CII-SR-081 W ram:DesignatedProductClassification/ram:SystemID
CII-SR-082 W ram:DesignatedProductClassification/ram:SystemName
CII-SR-083 W ram:DesignatedProductClassification/ram:ClassName
CII-SR-084 W ram:DesignatedProductClassification/ram:SubClassCode
CII-SR-085 W ram:DesignatedProductClassification/ram:ClassProductCharacteristic
CII-SR-086 W ram:DesignatedProductClassification/ram:ApplicableReferencedStandard
CII-SR-087 W ram:IndividualTradeProductInstance
CII-SR-088 W ram:CertificationEvidenceReferenceReferencedDocument
CII-SR-089 W ram:InspectionReferenceReferencedDocument
CII-SR-091 W ram:OriginTradeCountry/ram:Name
CII-SR-092 W ram:OriginTradeCountry/ram:SubordinateTradeCountrySubDivision
CII-SR-093 W ram:LinearSpatialDimension
CII-SR-094 W ram:MinimumLinearSpatialDimension
CII-SR-095 W ram:MaximumLinearSpatialDimension
CII-SR-096 W ram:ManufacturerTradeParty
CII-SR-097 W ram:PresentationSpecifiedBinaryFile
CII-SR-098 W ram:MSDSReferenceReferencedDocument
CII-SR-099 W ram:AdditionalReferenceReferencedDocument
CII-SR-100 W ram:LegalRightsOwnerTradeParty
CII-SR-101 W ram:BrandOwnerTradeParty
CII-SR-102 W ram:IncludedReferencedProduct
CII-SR-103 W ram:InformationNote
`,
  '/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeAgreement': `
CII-SR-104 W ram:BuyerReference
CII-SR-105 W ram:BuyerRequisitionerTradeParty
CII-SR-106 W ram:ApplicableTradeDeliveryTerms
CII-SR-107 W ram:SellerOrderReferencedDocument
CII-SR-108 W ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID
CII-SR-109 W ram:QuotationReferencedDocument
CII-SR-110 W ram:ContractReferencedDocument
CII-SR-111 W ram:DemandForecastReferencedDocument
CII-SR-112 W ram:PromotionalDealReferencedDocument
CII-SR-113 W ram:AdditionalReferencedDocument
CII-SR-114 W ram:GrossPriceProductTradePrice/ram:TypeCode
CII-SR-115 W ram:GrossPriceProductTradePrice/ram:MinimumQuantity
CII-SR-116 W ram:GrossPriceProductTradePrice/ram:MaximumQuantity
CII-SR-117 W ram:GrossPriceProductTradePrice/ram:ChangeReason
CII-SR-118 W ram:GrossPriceProductTradePrice/ram:OrderUnitConversionFactorNumeric
CII-SR-120 W ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:ID
CII-SR-121 W ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:SequenceNumeric
CII-SR-122 W ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:CalculationPercent
CII-SR-123 W ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:BasisAmount
CII-SR-124 W ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:BasisQuantity
CII-SR-125 W ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:PrepaidIndicator
CII-SR-126 W ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:UnitBasisAmount
CII-SR-127 W ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:ReasonCode
CII-SR-128 W ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:Reason
CII-SR-129 W ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:TypeCode
CII-SR-130 W ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:CategoryTradeTax
CII-SR-131 W ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:ActualTradeCurrencyExchange
CII-SR-445 W ram:GrossPriceProductTradePrice/ram:IncludedTradeTax
CII-SR-132 W ram:GrossPriceProductTradePrice/ram:ValiditySpecifiedPeriod
CII-SR-133 W ram:GrossPriceProductTradePrice/ram:DeliveryTradeLocation
CII-SR-134 W ram:GrossPriceProductTradePrice/ram:TradeComparisonReferencePrice
CII-SR-135 W ram:GrossPriceProductTradePrice/ram:AssociatedReferencedDocument
CII-SR-136 W ram:NetPriceProductTradePrice/ram:TypeCode
CII-SR-138 W ram:NetPriceProductTradePrice/ram:MinimumQuantity
CII-SR-139 W ram:NetPriceProductTradePrice/ram:MaximumQuantity
CII-SR-140 W ram:NetPriceProductTradePrice/ram:ChangeReason
CII-SR-141 W ram:NetPriceProductTradePrice/ram:OrderUnitConversionFactorNumeric
CII-SR-142 W ram:NetPriceProductTradePrice/ram:AppliedTradeAllowanceCharge
CII-SR-446 W ram:NetPriceProductTradePrice/ram:IncludedTradeTax
CII-SR-143 W ram:NetPriceProductTradePrice/ram:ValiditySpecifiedPeriod
CII-SR-144 W ram:NetPriceProductTradePrice/ram:DeliveryTradeLocation
CII-SR-145 W ram:NetPriceProductTradePrice/ram:TradeComparisonReferencePrice
CII-SR-146 W ram:NetPriceProductTradePrice/ram:AssociatedReferencedDocument
CII-SR-147 W ram:RequisitionerReferencedDocument
CII-SR-148 W ram:ItemSellerTradeParty
CII-SR-149 W ram:ItemBuyerTradeParty
CII-SR-150 W ram:IncludedSpecifiedMarketplace
CII-SR-447 W ram:UltimateCustomerOrderReferencedDocument
`,
  '/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeDelivery': `
CII-SR-151 W ram:RequestedQuantity
CII-SR-152 W ram:ReceivedQuantity
CII-SR-153 W ram:ChargeFreeQuantity
CII-SR-154 W ram:PackageQuantity
CII-SR-155 W ram:ProductUnitQuantity
CII-SR-156 W ram:PerPackageUnitQuantity
CII-SR-157 W ram:NetWeightMeasure
CII-SR-158 W ram:GrossWeightMeasure
CII-SR-159 W ram:TheoreticalWeightMeasure
CII-SR-160 W ram:DespatchedQuantity
CII-SR-161 W ram:SpecifiedDeliveryAdjustment
CII-SR-162 W ram:IncludedSupplyChainPackaging
CII-SR-163 W ram:RelatedSupplyChainConsignment
CII-SR-164 W ram:ShipToTradeParty
CII-SR-165 W ram:UltimateShipToTradeParty
CII-SR-166 W ram:ShipFromTradeParty
CII-SR-167 W ram:ActualDespatchSupplyChainEvent
CII-SR-168 W ram:ActualPickUpSupplyChainEvent
CII-SR-169 W ram:RequestedDeliverySupplyChainEvent
CII-SR-170 W ram:ActualDeliverySupplyChainEvent
CII-SR-171 W ram:ActualReceiptSupplyChainEvent
CII-SR-172 W ram:AdditionalReferencedDocument
CII-SR-173 W ram:DespatchAdviceReferencedDocument
CII-SR-174 W ram:ReceivingAdviceReferencedDocument
CII-SR-175 W ram:DeliveryNoteReferencedDocument
CII-SR-176 W ram:ConsumptionReportReferencedDocument
CII-SR-177 W ram:PackingListReferencedDocument
`,
  '/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement': `
CII-SR-178 W ram:PaymentReference
CII-SR-179 W ram:InvoiceIssuerReference
CII-SR-180 W ram:TotalAdjustmentAmount
CII-SR-181 W ram:DiscountIndicator
CII-SR-182 W ram:ApplicableTradeTax/ram:CalculatedAmount
CII-SR-183 W ram:SpecifiedTradeAllowanceCharge/ram:ChargeIndicator/udt:IndicatorString
CII-SR-184 W ram:SpecifiedTradeAllowanceCharge/ram:ID
CII-SR-185 W ram:SpecifiedTradeAllowanceCharge/ram:SequenceNumeric
CII-SR-186 W ram:SpecifiedTradeAllowanceCharge/ram:CalculationPercent/@format
CII-SR-187 W ram:SpecifiedTradeAllowanceCharge/ram:BasisQuantity
CII-SR-188 W ram:SpecifiedTradeAllowanceCharge/ram:PrepaidIndicator
CII-SR-189 W ram:SpecifiedTradeAllowanceCharge/ram:UnitBasisAmount
CII-SR-190 W ram:SpecifiedTradeAllowanceCharge/ram:TypeCode
CII-SR-191 W ram:SpecifiedTradeAllowanceCharge/ram:CategoryTradeTax
CII-SR-192 W ram:SpecifiedTradeAllowanceCharge/ram:ActualTradeCurrencyExchange
CII-SR-193 W ram:SpecifiedTradeAllowanceCharge/ram:ID
CII-SR-194 W ram:SubtotalCalculatedTradeTax
CII-SR-195 W ram:SpecifiedLogisticsServiceCharge
CII-SR-196 W ram:SpecifiedTradePaymentTerms
CII-SR-197 W ram:SpecifiedTradeSettlementLineMonetarySummation/ram:ChargeTotalAmount
CII-SR-198 W ram:SpecifiedTradeSettlementLineMonetarySummation/ram:AllowanceTotalAmount
CII-SR-199 W ram:SpecifiedTradeSettlementLineMonetarySummation/ram:TaxBasisTotalAmount
CII-SR-200 W ram:SpecifiedTradeSettlementLineMonetarySummation/ram:TaxTotalAmount
CII-SR-201 W ram:SpecifiedTradeSettlementLineMonetarySummation/ram:GrandTotalAmount
CII-SR-202 W ram:SpecifiedTradeSettlementLineMonetarySummation/ram:InformationAmount
CII-SR-203 W ram:SpecifiedTradeSettlementLineMonetarySummation/ram:TotalAllowanceChargeAmount
CII-SR-204 W ram:SpecifiedTradeSettlementLineMonetarySummation/ram:TotalRetailValueInformationAmount
CII-SR-205 W ram:SpecifiedTradeSettlementLineMonetarySummation/ram:GrossLineTotalAmount
CII-SR-206 W ram:SpecifiedTradeSettlementLineMonetarySummation/ram:NetLineTotalAmount
CII-SR-207 W ram:SpecifiedTradeSettlementLineMonetarySummation/ram:NetIncludingTaxesLineTotalAmount
CII-SR-208 W ram:SpecifiedTradeSettlementLineMonetarySummation/ram:ProductWeightLossInformationAmount
CII-SR-209 W ram:SpecifiedFinancialAdjustment
CII-SR-210 W ram:InvoiceReferencedDocument
CII-SR-212 W ram:PayableSpecifiedTradeAccountingAccount
CII-SR-213 W ram:ReceivableSpecifiedTradeAccountingAccount/ram:SetTriggerCode
CII-SR-214 W ram:ReceivableSpecifiedTradeAccountingAccount/ram:TypeCode
CII-SR-215 W ram:ReceivableSpecifiedTradeAccountingAccount/ram:AmountTypeCode
CII-SR-216 W ram:ReceivableSpecifiedTradeAccountingAccount/ram:Name
CII-SR-217 W ram:ReceivableSpecifiedTradeAccountingAccount/ram:CostReferenceDimensionPattern
CII-SR-218 W ram:PurchaseSpecifiedTradeAccountingAccount
CII-SR-219 W ram:SalesSpecifiedTradeAccountingAccount
CII-SR-220 W ram:SpecifiedTradeSettlementFinancialCard
`,
  '/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement': `
CII-SR-442 W ram:Reference
CII-SR-222 W ram:SellerTradeParty/ram:RoleCode
CII-SR-223 W ram:SellerTradeParty/ram:SpecifiedLegalOrganization/ram:LegalClassificationCode
CII-SR-224 W ram:SellerTradeParty/ram:SpecifiedLegalOrganization/ram:Name
CII-SR-225 W ram:SellerTradeParty/ram:SpecifiedLegalOrganization/ram:PostalTradeAddress
CII-SR-226 W ram:SellerTradeParty/ram:SpecifiedLegalOrganization/ram:AuthorizedLegalRegistration
CII-SR-227 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:ID
CII-SR-228 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:TypeCode
CII-SR-229 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:JobTitle
CII-SR-230 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:Responsibility
CII-SR-231 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:PersonID
CII-SR-232 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:TelephoneUniversalCommunication/ram:URIID
CII-SR-233 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:TelephoneUniversalCommunication/ram:ChannelCode
CII-SR-234 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:DirectTelephoneUniversalCommunication
CII-SR-235 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:MobileTelephoneUniversalCommunication
CII-SR-236 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:FaxUniversalCommunication
CII-SR-237 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:EmailURIUniversalCommunication/ram:ChannelCode
CII-SR-238 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:EmailURIUniversalCommunication/ram:CompleteNumber
CII-SR-239 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:TelexUniversalCommunication
CII-SR-240 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:VOIPUniversalCommunication
CII-SR-241 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:InstantMessagingUniversalCommunication
CII-SR-242 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:SpecifiedNote
CII-SR-243 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:SpecifiedContactPerson
CII-SR-244 W ram:SellerTradeParty/ram:URIUniversalCommunication/ram:ChannelCode
CII-SR-245 W ram:SellerTradeParty/ram:URIUniversalCommunication/ram:CompleteNumber
CII-SR-246 W ram:SellerTradeParty/ram:SpecifiedTaxRegistration/ram:AssociatedRegisteredTax
CII-SR-247 W ram:SellerTradeParty/ram:EndPointURIUniversalCommunication
CII-SR-248 W ram:SellerTradeParty/ram:LogoAssociatedSpecifiedBinaryFile
CII-SR-249 W ram:BuyerTradeParty/ram:RoleCode
CII-SR-250 W ram:BuyerTradeParty/ram:Description
CII-SR-251 W ram:BuyerTradeParty/ram:SpecifiedLegalOrganization/ram:LegalClassificationCode
CII-SR-252 W ram:BuyerTradeParty/ram:SpecifiedLegalOrganization/ram:Name
CII-SR-254 W ram:BuyerTradeParty/ram:SpecifiedLegalOrganization/ram:PostalTradeAddress
CII-SR-255 W ram:BuyerTradeParty/ram:SpecifiedLegalOrganization/ram:AuthorizedLegalRegistration
CII-SR-256 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:ID
CII-SR-257 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:TypeCode
CII-SR-258 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:JobTitle
CII-SR-259 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:Responsibility
CII-SR-260 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:PersonID
CII-SR-261 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:TelephoneUniversalCommunication/ram:URIID
CII-SR-262 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:TelephoneUniversalCommunication/ram:ChannelCode
CII-SR-263 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:DirectTelephoneUniversalCommunication
CII-SR-264 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:MobileTelephoneUniversalCommunication
CII-SR-265 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:FaxUniversalCommunication
CII-SR-266 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:EmailURIUniversalCommunication/ram:ChannelCode
CII-SR-267 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:EmailURIUniversalCommunication/ram:CompleteNumber
CII-SR-268 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:TelexUniversalCommunication
CII-SR-269 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:VOIPUniversalCommunication
CII-SR-270 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:InstantMessagingUniversalCommunication
CII-SR-271 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:SpecifiedNote
CII-SR-272 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:SpecifiedContactPerson
CII-SR-273 W ram:BuyerTradeParty/ram:URIUniversalCommunication/ram:ChannelCode
CII-SR-274 W ram:BuyerTradeParty/ram:URIUniversalCommunication/ram:CompleteNumber
CII-SR-275 W ram:BuyerTradeParty/ram:SpecifiedTaxRegistration/ram:AssociatedRegisteredTax
CII-SR-276 W ram:BuyerTradeParty/ram:EndPointURIUniversalCommunication
CII-SR-277 W ram:BuyerTradeParty/ram:LogoAssociatedSpecifiedBinaryFile
CII-SR-278 W ram:SalesAgentTradeParty
CII-SR-279 W ram:BuyerRequisitionerTradeParty
CII-SR-280 W ram:BuyerAssignedAccountantTradeParty
CII-SR-281 W ram:SellerAssignedAccountantTradeParty
CII-SR-282 W ram:SellerTaxRepresentativeTradeParty/ram:ID
CII-SR-283 W ram:SellerTaxRepresentativeTradeParty/ram:GlobalID
CII-SR-284 W ram:SellerTaxRepresentativeTradeParty/ram:RoleCode
CII-SR-285 W ram:SellerTaxRepresentativeTradeParty/ram:Description
CII-SR-286 W ram:SellerTaxRepresentativeTradeParty/ram:SpecifiedLegalOrganization
CII-SR-287 W ram:SellerTaxRepresentativeTradeParty/ram:DefinedTradeContact
CII-SR-288 W ram:SellerTaxRepresentativeTradeParty/ram:URIUniversalCommunication
CII-SR-289 W ram:SellerTaxRepresentativeTradeParty/ram:SpecifiedTaxRegistration/ram:AssociatedRegisteredTax
CII-SR-290 W ram:SellerTaxRepresentativeTradeParty/ram:EndPointURIUniversalCommunication
CII-SR-291 W ram:SellerTaxRepresentativeTradeParty/ram:LogoAssociatedSpecifiedBinaryFile
CII-SR-292 W ram:ProductEndUserTradeParty
CII-SR-293 W ram:ApplicableTradeDeliveryTerms
CII-SR-294 W ram:SellerOrderReferencedDocument/ram:LineID
CII-SR-295 W ram:BuyerOrderReferencedDocument/ram:LineID
CII-SR-296 W ram:QuotationReferencedDocument
CII-SR-297 W ram:OrderResponseReferencedDocument
CII-SR-298 W ram:ContractReferencedDocument/ram:LineID
CII-SR-299 W ram:DemandForecastReferencedDocument
CII-SR-300 W ram:SupplyInstructionReferencedDocument
CII-SR-301 W ram:PromotionalDealReferencedDocument
CII-SR-302 W ram:PriceListReferencedDocument
CII-SR-303 W ram:AdditionalReferencedDocument/ram:LineID
CII-SR-304 W ram:RequisitionerReferencedDocument
CII-SR-305 W ram:BuyerAgentTradeParty
CII-SR-306 W ram:PurchaseConditionsReferencedDocument
CII-SR-307 W ram:SpecifiedProcuringProject/ram:Description
CII-SR-448 W ram:UltimateCustomerOrderReferencedDocument
CII-SR-465 W ram:SellerTradeParty/ram:DefinedTradeContact/ram:PersonNameandram:SellerTradeParty/ram:DefinedTradeContact/ram:DepartmentName
CII-SR-466 W ram:BuyerTradeParty/ram:DefinedTradeContact/ram:PersonNameandram:BuyerTradeParty/ram:DefinedTradeContact/ram:DepartmentName
`,
  '/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeDelivery': `
CII-SR-308 W ram:RelatedSupplyChainConsignment
CII-SR-309 W ram:ShipToTradeParty/ram:RoleCode
CII-SR-310 W ram:ShipToTradeParty/ram:Description
CII-SR-311 W ram:ShipToTradeParty/ram:SpecifiedLegalOrganization
CII-SR-312 W ram:ShipToTradeParty/ram:DefinedTradeContact
CII-SR-313 W ram:ShipToTradeParty/ram:URIUniversalCommunication
CII-SR-314 W ram:ShipToTradeParty/ram:SpecifiedTaxRegistration
CII-SR-315 W ram:ShipToTradeParty/ram:EndPointURIUniversalCommunication
CII-SR-316 W ram:ShipToTradeParty/ram:LogoAssociatedSpecifiedBinaryFile
CII-SR-317 W ram:UltimateShipToTradeParty
CII-SR-318 W ram:ShipFromTradeParty
CII-SR-319 W ram:ActualDespatchSupplyChainEvent
CII-SR-320 W ram:ActualPickUpSupplyChainEvent
CII-SR-321 W ram:ActualDeliverySupplyChainEvent/ram:ID
CII-SR-322 W ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/udt:DateTime
CII-SR-323 W ram:ActualDeliverySupplyChainEvent/ram:TypeCode
CII-SR-324 W ram:ActualDeliverySupplyChainEvent/ram:Description
CII-SR-325 W ram:ActualDeliverySupplyChainEvent/ram:DescriptionBinaryObject
CII-SR-326 W ram:ActualDeliverySupplyChainEvent/ram:UnitQuantity
CII-SR-327 W ram:ActualDeliverySupplyChainEvent/ram:LatestOccurrenceDateTime
CII-SR-328 W ram:ActualDeliverySupplyChainEvent/ram:EarliestOccurrenceDateTime
CII-SR-329 W ram:ActualDeliverySupplyChainEvent/ram:OccurrenceSpecifiedPeriod
CII-SR-330 W ram:ActualDeliverySupplyChainEvent/ram:OccurrenceLogisticsLocation
CII-SR-331 W ram:ActualReceiptSupplyChainEvent
CII-SR-332 W ram:AdditionalReferencedDocument
CII-SR-333 W ram:DespatchAdviceReferencedDocument/ram:LineID
CII-SR-334 W ram:DespatchAdviceReferencedDocument/ram:LineID
CII-SR-335 W ram:DeliveryNoteReferencedDocument
CII-SR-336 W ram:ConsumptionReportReferencedDocument
CII-SR-337 W ram:PreviousDeliverySupplyChainEvent
CII-SR-338 W ram:PackingListReferencedDocument
`,
  '/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement': `
CII-SR-339 W ram:DuePayableAmount
CII-SR-340 W ram:CreditorReferenceTypeCode
CII-SR-341 W ram:CreditorReferenceType
CII-SR-342 W ram:CreditorReferenceIssuerID
CII-SR-344 W ram:PaymentCurrencyCode
CII-SR-345 W ram:InvoiceIssuerReference
CII-SR-346 W ram:InvoiceDateTime
CII-SR-347 W ram:NextInvoiceDateTime
CII-SR-348 W ram:CreditReasonCode
CII-SR-349 W ram:CreditReason
CII-SR-350 W ram:InvoicerTradeParty
CII-SR-351 W ram:InvoiceeTradeParty
CII-SR-352 W ram:PayeeTradeParty/ram:RoleCode
CII-SR-353 W ram:PayeeTradeParty/ram:Description
CII-SR-354 W ram:PayeeTradeParty/ram:SpecifiedLegalOrganization/ram:LegalClassificationCode
CII-SR-355 W ram:PayeeTradeParty/ram:SpecifiedLegalOrganization/ram:Name
CII-SR-356 W ram:PayeeTradeParty/ram:SpecifiedLegalOrganization/ram:TradingBusinessName
CII-SR-357 W ram:PayeeTradeParty/ram:SpecifiedLegalOrganization/ram:PostalTradeAddress
CII-SR-358 W ram:PayeeTradeParty/ram:SpecifiedLegalOrganization/ram:AuthorizedLegalRegistration
CII-SR-359 W ram:PayeeTradeParty/ram:DefinedTradeContact
CII-SR-360 W ram:PayeeTradeParty/ram:PostalTradeAddress
CII-SR-361 W ram:PayeeTradeParty/ram:URIUniversalCommunication
CII-SR-362 W ram:PayeeTradeParty/ram:SpecifiedTaxRegistration
CII-SR-363 W ram:PayeeTradeParty/ram:EndPointURIUniversalCommunication
CII-SR-364 W ram:PayeeTradeParty/ram:LogoAssociatedSpecifiedBinaryFile
CII-SR-365 W ram:PayerTradeParty
CII-SR-366 W ram:TaxApplicableTradeCurrencyExchange
CII-SR-367 W ram:InvoiceApplicableTradeCurrencyExchange
CII-SR-368 W ram:PaymentApplicableTradeCurrencyExchange
CII-SR-369 W ram:SpecifiedTradeSettlementPaymentMeans/ram:PaymentChannelCode
CII-SR-370 W ram:SpecifiedTradeSettlementPaymentMeans/ram:GuaranteeMethodCode
CII-SR-371 W ram:SpecifiedTradeSettlementPaymentMeans/ram:PaymentMethodCode
CII-SR-443 W ram:SpecifiedTradeSettlementPaymentMeans/ram:ID
CII-SR-372 W ram:SpecifiedTradeSettlementPaymentMeans/ram:ApplicableTradeSettlementFinancialCard/ram:MicrochipIndicator
CII-SR-373 W ram:SpecifiedTradeSettlementPaymentMeans/ram:ApplicableTradeSettlementFinancialCard/ram:TypeCode
CII-SR-375 W ram:SpecifiedTradeSettlementPaymentMeans/ram:ApplicableTradeSettlementFinancialCard/ram:ExpiryDate
CII-SR-376 W ram:SpecifiedTradeSettlementPaymentMeans/ram:ApplicableTradeSettlementFinancialCard/ram:VerificationNumeric
CII-SR-377 W ram:SpecifiedTradeSettlementPaymentMeans/ram:ApplicableTradeSettlementFinancialCard/ram:ValidFromDateTime
CII-SR-378 W ram:SpecifiedTradeSettlementPaymentMeans/ram:ApplicableTradeSettlementFinancialCard/ram:CreditLimitAmount
CII-SR-379 W ram:SpecifiedTradeSettlementPaymentMeans/ram:ApplicableTradeSettlementFinancialCard/ram:CreditAvailableAmount
CII-SR-380 W ram:SpecifiedTradeSettlementPaymentMeans/ram:ApplicableTradeSettlementFinancialCard/ram:InterestRatePercent
CII-SR-381 W ram:SpecifiedTradeSettlementPaymentMeans/ram:ApplicableTradeSettlementFinancialCard/ram:Description
CII-SR-382 W ram:SpecifiedTradeSettlementPaymentMeans/ram:PayerPartyDebtorFinancialAccount/ram:AccountName
CII-SR-444 W ram:SpecifiedTradeSettlementPaymentMeans/ram:PayerPartyDebtorFinancialAccount/ram:ProprietaryID
CII-SR-384 W ram:SpecifiedTradeSettlementPaymentMeans/ram:PayerSpecifiedDebtorFinancialInstitution/ram:ClearingSystemName
CII-SR-385 W ram:SpecifiedTradeSettlementPaymentMeans/ram:PayerSpecifiedDebtorFinancialInstitution/ram:Name
CII-SR-386 W ram:SpecifiedTradeSettlementPaymentMeans/ram:PayerSpecifiedDebtorFinancialInstitution/ram:LocationFinancialInstitutionAddress
CII-SR-388 W ram:SpecifiedTradeAllowanceCharge/ram:ID
CII-SR-389 W ram:SpecifiedTradeAllowanceCharge/ram:SequenceNumeric
CII-SR-390 W ram:SpecifiedTradeAllowanceCharge/ram:BasisQuantity
CII-SR-391 W ram:SpecifiedTradeAllowanceCharge/ram:PrepaidIndicator
CII-SR-392 W ram:SpecifiedTradeAllowanceCharge/ram:UnitBasisAmount
CII-SR-393 W ram:SpecifiedTradeAllowanceCharge/ram:TypeCode
CII-SR-394 W ram:SpecifiedTradeAllowanceCharge/ram:ActualTradeCurrencyExchange
CII-SR-395 W ram:SubtotalCalculatedTradeTax
CII-SR-396 W ram:SpecifiedLogisticsServiceCharge
CII-SR-397 W ram:SpecifiedTradePaymentTerms/ram:ID
CII-SR-398 W ram:SpecifiedTradePaymentTerms/ram:FromEventCode
CII-SR-399 W ram:SpecifiedTradePaymentTerms/ram:SettlementPeriodMeasure
CII-SR-400 W ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime/udt:DateTime
CII-SR-401 W ram:SpecifiedTradePaymentTerms/ram:TypeCode
CII-SR-402 W ram:SpecifiedTradePaymentTerms/ram:InstructionTypeCode
CII-SR-404 W ram:SpecifiedTradePaymentTerms/ram:PartialPaymentPercent
CII-SR-405 W ram:SpecifiedTradePaymentTerms/ram:PaymentMeansID
CII-SR-406 W ram:SpecifiedTradePaymentTerms/ram:PartialPaymentAmount
CII-SR-407 W ram:SpecifiedTradePaymentTerms/ram:ApplicableTradePaymentPenaltyTerms
CII-SR-408 W ram:SpecifiedTradePaymentTerms/ram:ApplicableTradePaymentDiscountTerms
CII-SR-409 W ram:SpecifiedTradePaymentTerms/ram:PayeeTradeParty
CII-SR-421 W ram:SpecifiedFinancialAdjustment
CII-SR-422 W ram:InvoiceReferencedDocument/ram:LineID
CII-SR-423 W ram:ProFormaInvoiceReferencedDocument
CII-SR-424 W ram:LetterOfCreditReferencedDocument
CII-SR-425 W ram:FactoringAgreementReferencedDocument
CII-SR-426 W ram:FactoringListReferencedDocument
CII-SR-427 W ram:PayableSpecifiedTradeAccountingAccount
CII-SR-428 W ram:ReceivableSpecifiedTradeAccountingAccount/ram:SetTriggerCode
CII-SR-429 W ram:ReceivableSpecifiedTradeAccountingAccount/ram:TypeCode
CII-SR-430 W ram:ReceivableSpecifiedTradeAccountingAccount/ram:AmountTypeCode
CII-SR-431 W ram:ReceivableSpecifiedTradeAccountingAccount/ram:Name
CII-SR-432 W ram:ReceivableSpecifiedTradeAccountingAccount/ram:CostReferenceDimensionPattern
CII-SR-433 W ram:PurchaseSpecifiedTradeAccountingAccount
CII-SR-434 W ram:SalesSpecifiedTradeAccountingAccount
CII-SR-435 W ram:SpecifiedTradeSettlementFinancialCard
CII-SR-436 W ram:SpecifiedAdvancePayment
CII-SR-437 W ram:UltimatePayeeTradeParty
`,
  '/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeSettlementHeaderMonetarySummation': `
CII-SR-411 W ram:InformationAmount
CII-SR-412 W ram:TotalDiscountAmount
CII-SR-413 W ram:TotalAllowanceChargeAmount
CII-SR-414 W ram:RetailValueExcludingTaxInformationAmount
CII-SR-415 W ram:TotalDepositFeeInformationAmount
CII-SR-416 W ram:ProductValueExcludingTobaccoTaxInformationAmount
CII-SR-417 W ram:TotalRetailValueInformationAmount
CII-SR-418 W ram:GrossLineTotalAmount
CII-SR-419 W ram:NetLineTotalAmount
CII-SR-420 W ram:NetIncludingTaxesLineTotalAmount
`,
  '/rsm:CrossIndustryInvoice': `
CII-DT-013 E @languageID
CII-DT-014 E @languageLocaleID
CII-SR-438 W ram:ValuationBreakdownStatement
`,
  '*DocumentContextParameter': `
CII-SR-04 W ram:Value
CII-SR-05 W ram:SpecifiedDocumentVersion
`,
  '/rsm:CrossIndustryInvoice/rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID /rsm:CrossIndustryInvoice/rsm:ExchangedDocument/ram:ID /rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:AssociatedDocumentLineDocument/ram:LineID /rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedTradeProduct/ram:SellerAssignedID': `
CII-DT-001 E @schemeName
CII-DT-002 E @schemeAgencyName
CII-DT-003 E @schemeDataURI
CII-DT-004 E @schemeURI
CII-DT-005 E @schemeID
CII-DT-006 E @schemeAgencyID
CII-DT-007 E @schemeVersionID
`,
  'ram:*ID': `
CII-DT-101 E @schemeName
CII-DT-102 E @schemeAgencyName
CII-DT-103 E @schemeDataURI
CII-DT-104 E @schemeURI
`,
  'ram:TypeCode': `
CII-DT-008 E @name
CII-DT-009 E @listURI
`,
  '/rsm:CrossIndustryInvoice/rsm:ExchangedDocument/ram:TypeCode': `
CII-DT-010 E @listID
CII-DT-011 E @listAgencyID
CII-DT-012 E @listVersionID
`,
  '/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax/ram:CategoryCode': `
CII-DT-045 W @listID
CII-DT-046 W @listAgencyID
CII-DT-047 W @listVersionID
CII-DT-048 W @listURI
`,
  'ram:*ReferencedDocument': `
CII-DT-016 E ram:StatusCode
CII-DT-017 E ram:CopyIndicator
CII-DT-019 E ram:GlobalID
CII-DT-020 E ram:RevisionID
CII-DT-023 E ram:Information
CII-DT-025 E ram:SectionName
CII-DT-026 E ram:PreviousRevisionID
CII-DT-028 E ram:EffectiveSpecifiedPeriod
CII-DT-029 E ram:IssuerTradeParty
CII-DT-030 E ram:AttachedSpecifiedBinaryFile
`,
  'ram:*Amount!ram:TaxTotalAmount': `
CII-DT-031 E @currencyID
CII-DT-032 E @currencyCodeListVersionID
`,
  'ram:*Quantity': `
CII-DT-034 E @unitCodeListID
CII-DT-035 E @unitCodeListAgencyID
CII-DT-036 E @unitCodeListAgencyName
`,
  'ram:*TradeTax': `
CII-DT-038 W ram:CalculatedRate
CII-DT-039 W ram:CalculationSequenceNumeric
CII-DT-040 W ram:BasisQuantity
CII-DT-042 W ram:UnitBasisAmount
CII-DT-043 W ram:LineTotalBasisAmount
CII-DT-044 W ram:AllowanceChargeBasisAmount
CII-DT-049 W ram:CurrencyCode
CII-DT-050 W ram:Jurisdiction
CII-DT-051 W ram:CustomsDutyIndicator
CII-DT-053 W ram:TaxBasisAllowanceRate
CII-DT-055 W ram:Type
CII-DT-056 W ram:InformationAmount
CII-DT-057 W ram:CategoryName
CII-DT-059 W ram:RateApplicablePercent/@format
CII-DT-060 W ram:SpecifiedTradeAccountingAccount
CII-DT-061 W ram:ServiceSupplyTradeCountry
CII-DT-062 W ram:BuyerRepayableTaxSpecifiedTradeAccountingAccount
CII-DT-063 W ram:SellerPayableTaxSpecifiedTradeAccountingAccount
CII-DT-064 W ram:SellerRefundableTaxSpecifiedTradeAccountingAccount
CII-DT-065 W ram:BuyerDeductibleTaxSpecifiedTradeAccountingAccount
CII-DT-066 W ram:BuyerNonDeductibleTaxSpecifiedTradeAccountingAccount
CII-DT-067 W ram:PlaceApplicableTradeLocation
`,
  'ram:BillingSpecifiedPeriod': `
CII-DT-068 E ram:StartDateTime/udt:DateTime
CII-DT-069 E ram:DurationMeasure
CII-DT-070 E ram:InclusiveIndicator
CII-DT-071 E ram:Description
CII-DT-072 E ram:EndDateTime/udt:DateTime
CII-DT-073 E ram:CompleteDateTime
CII-DT-074 E ram:OpenIndicator
CII-DT-075 E ram:SeasonCode
CII-DT-076 E ram:ID
CII-DT-077 E ram:Name
CII-DT-078 E ram:SequenceNumeric
CII-DT-079 E ram:StartDateFlexibilityCode
CII-DT-080 E ram:ContinuousIndicator
CII-DT-081 E ram:PurposeCode
`,
  'ram:PostalTradeAddress': `
CII-DT-082 E ram:ID
CII-DT-083 E ram:PostOfficeBox
CII-DT-084 E ram:BuildingName
CII-DT-086 E ram:LineFour
CII-DT-087 E ram:LineFive
CII-DT-088 E ram:StreetName
CII-DT-089 E ram:CitySubDivisionName
CII-DT-090 E ram:CountryName
CII-DT-091 E ram:CountrySubDivisionID
CII-DT-092 E ram:AttentionOf
CII-DT-093 E ram:CareOf
CII-DT-094 E ram:BuildingNumber
CII-DT-095 E ram:DepartmentName
CII-DT-096 E ram:AdditionalStreetName
`,
}
