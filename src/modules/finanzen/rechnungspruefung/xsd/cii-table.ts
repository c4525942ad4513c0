/**
 * Structure of UN/CEFACT Cross Industry Invoice D16B (facts, derived by tools/derive-xsd.ts). First line: document elements with their type number. Then
 * one type a line: `=text @attribute:type` (`!` required, `=value` fixed, `[min,max]` length), or the elements in order with
 * cardinality (? * +) and type number, `|` before a choice, `*` for anything.
 */
export const TABLE = `rsm:CrossIndustryInvoice 0
rsm:ExchangedDocumentContext1 rsm:ExchangedDocument11 rsm:SupplyChainTradeTransaction34 rsm:ValuationBreakdownStatement?149
ram:SpecifiedTransactionID?2 ram:TestIndicator?3 ram:BusinessProcessSpecifiedDocumentContextParameter*6 ram:BIMSpecifiedDocumentContextParameter*6 ram:ScenarioSpecifiedDocumentContextParameter*6 ram:ApplicationSpecifiedDocumentContextParameter*6 ram:GuidelineSpecifiedDocumentContextParameter*6 ram:SubsetSpecifiedDocumentContextParameter*6 ram:MessageStandardSpecifiedDocumentContextParameter?6
=token @schemeAgencyID:token @schemeAgencyName:string @schemeDataURI:anyURI @schemeID:token @schemeName:string @schemeURI:anyURI @schemeVersionID:token
|udt:IndicatorString4 udt:Indicator5
=string @format:string
=boolean
ram:ID?2 ram:Value?7 ram:SpecifiedDocumentVersion?8
=string @languageID:token @languageLocaleID:token
ram:ID?2 ram:Name?7 ram:IssueDateTime?9
|udt:DateTimeString4 udt:DateTime10
=dateTime
ram:ID2 ram:Name*7 ram:TypeCode?12 ram:IssueDateTime9 ram:CopyIndicator?3 ram:Purpose?7 ram:ControlRequirementIndicator?3 ram:LanguageID*2 ram:PurposeCode?13 ram:RevisionDateTime?9 ram:VersionID?2 ram:GlobalID?2 ram:RevisionID?2 ram:PreviousRevisionID?2 ram:CategoryCode?14 ram:IncludedNote*15 ram:EffectiveSpecifiedPeriod?16 ram:IssuerTradeParty?19
=token @listAgencyID:DocumentCodeListAgencyIDContentType=6 @listID:token=1001 @listURI:anyURI @listVersionID:token @name:string
=token @listAgencyID:MessageFunctionCodeListAgencyIDContentType=6 @listID:token=1225_MessageFunctionTypeCode @listURI:anyURI @listVersionID:token
=token @languageID:token @listAgencyID:token @listAgencyName:string @listID:token @listName:string @listSchemeURI:anyURI @listURI:anyURI @listVersionID:token @name:string
ram:Subject?7 ram:ContentCode?14 ram:Content*7 ram:SubjectCode?14 ram:ID?2
ram:DurationMeasure*17 ram:InclusiveIndicator?3 ram:Description*7 ram:StartDateTime?9 ram:EndDateTime?9 ram:CompleteDateTime?9 ram:OpenIndicator?3 ram:SeasonCode?14 ram:ID?2 ram:Name*7 ram:SequenceNumeric?18 ram:StartDateFlexibilityCode?14 ram:ContinuousIndicator?3 ram:PurposeCode?14
=decimal @unitCode:token @unitCodeListVersionID:token
=decimal @format:string
ram:ID*2 ram:GlobalID*2 ram:Name?7 ram:RoleCode*20 ram:Description*7 ram:SpecifiedLegalOrganization?21 ram:DefinedTradeContact*25 ram:PostalTradeAddress?22 ram:URIUniversalCommunication*27 ram:SpecifiedTaxRegistration*30 ram:EndPointURIUniversalCommunication?27 ram:LogoAssociatedSpecifiedBinaryFile*32
=token @listAgencyID:PartyRoleCodeListAgencyIDContentType=6 @listID:token=3035 @listVersionID:token @name:string
ram:LegalClassificationCode?14 ram:Name?7 ram:ID?2 ram:TradingBusinessName?7 ram:PostalTradeAddress?22 ram:AuthorizedLegalRegistration*24
ram:ID?2 ram:PostcodeCode?14 ram:PostOfficeBox?7 ram:BuildingName?7 ram:LineOne?7 ram:LineTwo?7 ram:LineThree?7 ram:LineFour?7 ram:LineFive?7 ram:StreetName?7 ram:CityName?7 ram:CitySubDivisionName?7 ram:CountryID?23 ram:CountryName*7 ram:CountrySubDivisionID?2 ram:CountrySubDivisionName*7 ram:AttentionOf?7 ram:CareOf?7 ram:BuildingNumber?7 ram:DepartmentName?7 ram:AdditionalStreetName?7
=token @schemeAgencyID:CountryIDSchemeAgencyIDContentType @schemeID:token @schemeVersionID:token=second edition 2006
ram:TypeCode?14 ram:ID?2
ram:ID?2 ram:PersonName?7 ram:DepartmentName?7 ram:TypeCode?26 ram:JobTitle?7 ram:Responsibility?7 ram:PersonID*2 ram:TelephoneUniversalCommunication?27 ram:DirectTelephoneUniversalCommunication?27 ram:MobileTelephoneUniversalCommunication?27 ram:FaxUniversalCommunication?27 ram:EmailURIUniversalCommunication?27 ram:TelexUniversalCommunication?27 ram:VOIPUniversalCommunication?27 ram:InstantMessagingUniversalCommunication?27 ram:SpecifiedNote*15 ram:SpecifiedContactPerson?29
=token @listAgencyID:ContactTypeCodeListAgencyIDContentType=6 @listID:token=3139_ContactTypeCode @listURI:anyURI @listVersionID:token
ram:URIID?2 ram:ChannelCode?28 ram:CompleteNumber?7
=token @listAgencyID:CommunicationChannelCodeListAgencyIDContentType=6 @listID:token=3155_CommunicationChannelCode @listURI:anyURI @listVersionID:token
ram:GivenName?7 ram:MiddleName?7 ram:FamilyName?7
ram:ID?2 ram:AssociatedRegisteredTax?31
ram:TypeCode?14 ram:ExemptionReasonCode?14 ram:ExemptionReason*7 ram:CurrencyCode?14 ram:Jurisdiction*7 ram:Description*7 ram:CustomsDutyIndicator?3
ram:ID*2 ram:Title*7 ram:AuthorName*7 ram:VersionID?2 ram:FileName?7 ram:URIID?2 ram:MIMECode?14 ram:EncodingCode?14 ram:CharacterSetCode?14 ram:IncludedBinaryObject*33 ram:Access*7 ram:Description*7 ram:SizeMeasure?17 ram:AccessAvailabilitySpecifiedPeriod?16
=base64Binary @characterSetCode:token @encodingCode:token @filename:string @format:string @mimeCode:token @uri:anyURI
ram:IncludedSupplyChainTradeLineItem*35 ram:ApplicableHeaderTradeAgreement133 ram:ApplicableHeaderTradeDelivery135 ram:ApplicableHeaderTradeSettlement136
ram:DescriptionCode?14 ram:AssociatedDocumentLineDocument36 ram:SpecifiedTradeProduct?38 ram:SpecifiedLineTradeAgreement?60 ram:SpecifiedLineTradeDelivery?85 ram:SpecifiedLineTradeSettlement114 ram:IncludedSubordinateTradeLineItem*129
ram:LineID?2 ram:ParentLineID?2 ram:LineStatusCode?37 ram:LineStatusReasonCode?14 ram:IncludedNote*15
=token @listAgencyID:LineStatusCodeListAgencyIDContentType=6 @listID:token=1229_LineStatusCode @listURI:anyURI @listVersionID:token
ram:ID?2 ram:GlobalID?2 ram:SellerAssignedID?2 ram:BuyerAssignedID?2 ram:ManufacturerAssignedID?2 ram:Name*7 ram:TradeName?7 ram:Description?7 ram:TypeCode?14 ram:NetWeightMeasure?17 ram:GrossWeightMeasure?17 ram:ProductGroupID*2 ram:EndItemTypeCode*14 ram:EndItemName*7 ram:AreaDensityMeasure?17 ram:UseDescription*7 ram:BrandName?7 ram:SubBrandName?7 ram:DrainedNetWeightMeasure?17 ram:VariableMeasureIndicator?3 ram:ColourCode?14 ram:ColourDescription*7 ram:Designation*7 ram:FormattedCancellationAnnouncedLaunchDateTime?39 ram:FormattedLatestProductDataChangeDateTime?39 ram:ApplicableProductCharacteristic*41 ram:ApplicableMaterialGoodsCharacteristic*44 ram:DesignatedProductClassification*45 ram:IndividualTradeProductInstance*46 ram:CertificationEvidenceReferenceReferencedDocument*51 ram:InspectionReferenceReferencedDocument*51 ram:OriginTradeCountry?54 ram:LinearSpatialDimension?56 ram:MinimumLinearSpatialDimension?56 ram:MaximumLinearSpatialDimension?56 ram:ManufacturerTradeParty?19 ram:PresentationSpecifiedBinaryFile*32 ram:MSDSReferenceReferencedDocument?51 ram:AdditionalReferenceReferencedDocument*51 ram:LegalRightsOwnerTradeParty?19 ram:BrandOwnerTradeParty?19 ram:IncludedReferencedProduct*59 ram:InformationNote*15
qdt:DateTimeString40
=string @format:FormattedDateTimeFormatContentType
ram:ID*2 ram:TypeCode?14 ram:Description*7 ram:ValueMeasure?17 ram:MeasurementMethodCode?14 ram:Value*7 ram:ValueCode?14 ram:ValueDateTime?9 ram:ValueIndicator?3 ram:ContentTypeCode?14 ram:ValueSpecifiedBinaryFile?32 ram:ApplicableProductCharacteristicCondition*42 ram:ApplicableReferencedStandard?43
ram:TypeCode?14 ram:Name*7 ram:ValueMeasure?17
ram:ID?2 ram:VersionID?2 ram:ElementVersionID?2 ram:URIID?2 ram:PartID?2 ram:AgencyID?2
ram:Description*7 ram:TypeCode?14 ram:ProportionalConstituentPercent?18 ram:AbsolutePresenceWeightMeasure?17 ram:AbsolutePresenceVolumeMeasure?17
ram:SystemID?2 ram:SystemName*7 ram:ClassCode?14 ram:ClassName*7 ram:SubClassCode?14 ram:ClassProductCharacteristic*41 ram:ApplicableReferencedStandard?43
ram:GlobalSerialID?2 ram:BatchID?2 ram:KanbanID?2 ram:SupplierAssignedSerialID?2 ram:BestBeforeDateTime?9 ram:ExpiryDateTime?9 ram:SellByDateTime?9 ram:SerialID*2 ram:RegistrationID*2 ram:ProductionSupplyChainEvent?47 ram:PackagingSupplyChainEvent?47 ram:ApplicableMaterialGoodsCharacteristic*44 ram:ApplicableProductCharacteristic*41
ram:ID?2 ram:OccurrenceDateTime?9 ram:TypeCode?14 ram:Description*7 ram:DescriptionBinaryObject*33 ram:UnitQuantity?48 ram:LatestOccurrenceDateTime?9 ram:EarliestOccurrenceDateTime?9 ram:OccurrenceSpecifiedPeriod?16 ram:OccurrenceLogisticsLocation?49
=decimal @unitCode:token @unitCodeListAgencyID:token @unitCodeListAgencyName:string @unitCodeListID:token
ram:ID?2 ram:Name*7 ram:TypeCode?14 ram:Description*7 ram:PhysicalGeographicalCoordinate?50 ram:PostalTradeAddress?22
ram:AltitudeMeasure?17 ram:LatitudeMeasure?17 ram:LongitudeMeasure?17 ram:SystemID?2
ram:IssuerAssignedID?2 ram:URIID?2 ram:StatusCode?52 ram:CopyIndicator?3 ram:LineID?2 ram:TypeCode?12 ram:GlobalID?2 ram:RevisionID?2 ram:Name*7 ram:AttachmentBinaryObject*33 ram:Information*7 ram:ReferenceTypeCode?53 ram:SectionName*7 ram:PreviousRevisionID*2 ram:FormattedIssueDateTime?39 ram:EffectiveSpecifiedPeriod?16 ram:IssuerTradeParty?19 ram:AttachedSpecifiedBinaryFile*32
=token @listAgencyID:DocumentStatusCodeListAgencyIDContentType=6 @listID:token=1373 @listVersionID:token @name:string
=token @listAgencyID:ReferenceCodeListAgencyIDContentType=6 @listID:token=1153_ReferenceTypeCode @listVersionID:token @name:string
ram:ID?23 ram:Name*7 ram:SubordinateTradeCountrySubDivision*55
ram:ID?2 ram:Name*7
ram:ValueMeasure?17 ram:TypeCode?57 ram:Description*7 ram:WidthMeasure?17 ram:LengthMeasure?17 ram:HeightMeasure?17 ram:ID?2 ram:DiameterMeasure?58
=token @listAgencyID:DimensionTypeCodeListAgencyIDContentType=6 @listID:token=6145 @listVersionID:token @name:string
=decimal @unitCode:LinearUnitMeasureUnitCodeContentType @unitCodeListVersionID:token
ram:ID*2 ram:GlobalID*2 ram:SellerAssignedID?2 ram:BuyerAssignedID?2 ram:ManufacturerAssignedID*2 ram:IndustryAssignedID*2 ram:Name*7 ram:Description*7 ram:RelationshipTypeCode*14 ram:UnitQuantity*48
ram:BuyerReference?7 ram:BuyerRequisitionerTradeParty*19 ram:ApplicableTradeDeliveryTerms?61 ram:SellerOrderReferencedDocument?51 ram:BuyerOrderReferencedDocument?51 ram:QuotationReferencedDocument?51 ram:ContractReferencedDocument?51 ram:DemandForecastReferencedDocument?51 ram:PromotionalDealReferencedDocument?51 ram:AdditionalReferencedDocument*51 ram:GrossPriceProductTradePrice?64 ram:NetPriceProductTradePrice?64 ram:RequisitionerReferencedDocument*51 ram:ItemSellerTradeParty?19 ram:ItemBuyerTradeParty?19 ram:IncludedSpecifiedMarketplace?83 ram:UltimateCustomerOrderReferencedDocument*51
ram:DeliveryTypeCode?62 ram:Description*7 ram:RelevantTradeLocation?63
=token @listAgencyID:DeliveryTermsCodeListAgencyIDContentType=6 @listID:token=4053 @listVersionID:token
ram:CountryID?23 ram:CountryName?7 ram:ID?2 ram:Name?7
ram:TypeCode?65 ram:ChargeAmount+66 ram:BasisQuantity?48 ram:MinimumQuantity?48 ram:MaximumQuantity?48 ram:ChangeReason*7 ram:OrderUnitConversionFactorNumeric?18 ram:AppliedTradeAllowanceCharge*67 ram:ValiditySpecifiedPeriod?16 ram:IncludedTradeTax*70 ram:DeliveryTradeLocation*63 ram:TradeComparisonReferencePrice*82 ram:AssociatedReferencedDocument*51
=token @listAgencyID:PriceTypeCodeListAgencyIDContentType=6 @listID:token=5375 @listVersionID:token
=decimal @currencyCodeListVersionID:token @currencyID:token
ram:ChargeIndicator?3 ram:ID?2 ram:SequenceNumeric?18 ram:CalculationPercent?18 ram:BasisAmount?66 ram:BasisQuantity?48 ram:PrepaidIndicator?3 ram:ActualAmount*66 ram:UnitBasisAmount?66 ram:ReasonCode?68 ram:Reason?7 ram:TypeCode?69 ram:CategoryTradeTax*70 ram:ActualTradeCurrencyExchange?81
=token @listAgencyID:AllowanceChargeReasonCodeListAgencyIDContentType=6 @listID:token=4465_AllowanceChargeReasonCode @listURI:anyURI @listVersionID:token
=token @listAgencyID:token=6 @listID:token=5189_AllowanceChargeID @listURI:anyURI @listVersionID:token
ram:CalculatedAmount*66 ram:TypeCode?71 ram:ExemptionReason?7 ram:CalculatedRate?18 ram:CalculationSequenceNumeric?18 ram:BasisQuantity?48 ram:BasisAmount*66 ram:UnitBasisAmount*66 ram:LineTotalBasisAmount*66 ram:AllowanceChargeBasisAmount*66 ram:CategoryCode?72 ram:CurrencyCode?73 ram:Jurisdiction*7 ram:CustomsDutyIndicator?3 ram:ExemptionReasonCode?14 ram:TaxBasisAllowanceRate?18 ram:TaxPointDate?74 ram:Type?7 ram:InformationAmount*66 ram:CategoryName*7 ram:DueDateTypeCode?76 ram:RateApplicablePercent?18 ram:SpecifiedTradeAccountingAccount*77 ram:ServiceSupplyTradeCountry?54 ram:BuyerRepayableTaxSpecifiedTradeAccountingAccount?77 ram:SellerPayableTaxSpecifiedTradeAccountingAccount?77 ram:SellerRefundableTaxSpecifiedTradeAccountingAccount?77 ram:BuyerDeductibleTaxSpecifiedTradeAccountingAccount?77 ram:BuyerNonDeductibleTaxSpecifiedTradeAccountingAccount?77 ram:PlaceApplicableTradeLocation*63
=token @listAgencyID:TaxTypeCodeListAgencyIDContentType=6 @listID:token=5153 @listURI:anyURI @listVersionID:token
=token @listAgencyID:TaxCategoryCodeListAgencyIDContentType=6 @listID:token=5305 @listURI:anyURI @listVersionID:token
=token @listAgencyID:CurrencyCodeListAgencyIDContentType=5 @listID:token=ISO 4217 3A @listURI:anyURI @listVersionID:token
|udt:DateString4 udt:Date75
=date
=token @listAgencyID:TimeReferenceCodeListAgencyIDContentType=6 @listID:token=2475 @listVersionID:token @name:string
ram:ID2 ram:SetTriggerCode?78 ram:TypeCode?79 ram:AmountTypeCode?80 ram:Name?7 ram:CostReferenceDimensionPattern?7
=token @listAgencyID:AccountingDocumentCodeListAgencyIDContentType=6 @listID:token=1001_Accounting @listURI:anyURI @listVersionID:token
=token @listAgencyID:token=210 @listID:token=AccountingE501 @listURI:anyURI @listVersionID:token
=token @listAgencyID:token=210 @listID:token=AccountingE601 @listURI:anyURI @listVersionID:token
ram:SourceCurrencyCode73 ram:SourceUnitBasisNumeric?18 ram:TargetCurrencyCode73 ram:TargetUnitBaseNumeric?18 ram:MarketID?2 ram:ConversionRate18 ram:ConversionRateDateTime?9 ram:AssociatedReferencedDocument*51
ram:ChargeAmount?66 ram:BasisQuantity*48 ram:NetPriceIndicator*3 ram:ComparisonMethodCode?14
ram:ID?2 ram:Name?7 ram:VirtualIndicator?3 ram:WebsiteURIID*2 ram:SalesMethodCode?14 ram:OrderingAvailablePeriod*84
ram:StartDateTime?9 ram:EndDateTime?9 ram:Description?7
ram:RequestedQuantity?48 ram:ReceivedQuantity?48 ram:BilledQuantity?48 ram:ChargeFreeQuantity?48 ram:PackageQuantity?48 ram:ProductUnitQuantity?48 ram:PerPackageUnitQuantity?48 ram:NetWeightMeasure?86 ram:GrossWeightMeasure?86 ram:TheoreticalWeightMeasure?86 ram:DespatchedQuantity?48 ram:SpecifiedDeliveryAdjustment*87 ram:IncludedSupplyChainPackaging*89 ram:RelatedSupplyChainConsignment?96 ram:ShipToTradeParty?19 ram:UltimateShipToTradeParty?19 ram:ShipFromTradeParty?19 ram:ActualDespatchSupplyChainEvent?47 ram:ActualPickUpSupplyChainEvent?47 ram:RequestedDeliverySupplyChainEvent?47 ram:ActualDeliverySupplyChainEvent?47 ram:ActualReceiptSupplyChainEvent?47 ram:AdditionalReferencedDocument*51 ram:DespatchAdviceReferencedDocument?51 ram:ReceivingAdviceReferencedDocument?51 ram:DeliveryNoteReferencedDocument?51 ram:ConsumptionReportReferencedDocument?51 ram:PackingListReferencedDocument?51
=decimal @unitCode:WeightUnitMeasureUnitCodeContentType @unitCodeListVersionID:token
ram:ReasonCode?88 ram:Reason*7 ram:ActualAmount*66 ram:ActualQuantity?48 ram:ActualDateTime?9
=token @listAgencyID:AdjustmentReasonCodeListAgencyIDContentType=6 @listID:token=4465 @listVersionID:token
ram:TypeCode?90 ram:Type?7 ram:Description*7 ram:ConditionCode?14 ram:DisposalMethodCode*14 ram:WeightMeasure*17 ram:MaximumStackabilityQuantity?48 ram:MaximumStackabilityWeightMeasure?17 ram:CustomerFacingTotalUnitQuantity?48 ram:LayerTotalUnitQuantity?48 ram:ContentLayerQuantity?48 ram:LinearSpatialDimension?56 ram:MinimumLinearSpatialDimension?56 ram:MaximumLinearSpatialDimension?56 ram:SpecifiedPackagingMarking*91 ram:ApplicableMaterialGoodsCharacteristic*44 ram:ApplicableDisposalInstructions*94 ram:ApplicableReturnableAssetInstructions*95
=token @listAgencyID:PackageTypeCodeListAgencyIDContentType=6 @listID:token=7065 @listVersionID:token @name:string
ram:TypeCode*92 ram:Content*7 ram:ContentDateTime?9 ram:ContentAmount*66 ram:BarcodeTypeCode*14 ram:ContentCode*14 ram:AutomaticDataCaptureMethodTypeCode*93
=token @listAgencyID:PackagingMarkingCodeListAgencyIDContentType=6 @listID:token=7233_PackagingMarkingCode @listURI:anyURI @listVersionID:token
=token @listAgencyID:AutomaticDataCaptureMethodCodeListAgencyIDContentType=6 @listID:token=7233_AutomaticDataCaptureMethodCode @listURI:anyURI @listVersionID:token
ram:MaterialID?2 ram:RecyclingDescriptionCode*14 ram:Description*7 ram:RecyclingProcedure*7
ram:MaterialID*2 ram:TermsAndConditionsDescription*7 ram:TermsAndConditionsDescriptionCode?14 ram:DepositValueSpecifiedAmount*66 ram:DepositValueValiditySpecifiedPeriod?16
ram:GrossWeightMeasure*86 ram:NetWeightMeasure*17 ram:GrossVolumeMeasure*97 ram:InsurancePremiumAmount?66 ram:AssociatedInvoiceAmount*66 ram:TotalChargeAmount?66 ram:DeclaredValueForCustomsAmount?66 ram:PackageQuantity?48 ram:ConsignorTradeParty?19 ram:ConsigneeTradeParty?19 ram:CarrierTradeParty?19 ram:FreightForwarderTradeParty?19 ram:DeliveryTradeParty?19 ram:CustomsImportAgentTradeParty?19 ram:CustomsExportAgentTradeParty?19 ram:GroupingCentreTradeParty*19 ram:TransportContractReferencedDocument?51 ram:AssociatedReferencedDocument*51 ram:IncludedSupplyChainConsignmentItem*98 ram:UtilizedLogisticsTransportEquipment*105 ram:SpecifiedLogisticsTransportMovement*109
=decimal @unitCode:VolumeUnitMeasureUnitCodeContentType @unitCodeListVersionID:token
ram:TypeCode?99 ram:TypeExtensionCode?100 ram:DeclaredValueForCustomsAmount?66 ram:DeclaredValueForStatisticsAmount?66 ram:InvoiceAmount*66 ram:GrossWeightMeasure?86 ram:NetWeightMeasure?17 ram:TariffQuantity?48 ram:NatureIdentificationTransportCargo?101
=token @listAgencyID:token=6 @listID:token=TDED 7357 @listVersionID:token @name:string
=token @listAgencyID:token=6 @listID:token=TDED 7361 @listVersionID:token @name:string
ram:TypeCode?102 ram:Identification?7 ram:OperationalCategoryCode?103 ram:StatisticalClassificationCode?104
=token @listAgencyID:CargoCategoryCodeListAgencyIDContentType=6 @listID:token=Recommendation 21-Annex I @listVersionID:token @name:string
=token @listAgencyID:CargoOperationalCategoryCodeListAgencyIDContentType=6 @listID:token=7085b @listVersionID:token @name:string
=token @listAgencyID:token=6 @listID:token=7357 @listVersionID:token @name:string
ram:ID?2 ram:LoadingLengthMeasure?58 ram:CategoryCode?106 ram:CharacteristicCode?107 ram:UsedCapacityCode?108 ram:LinearSpatialDimension?56
=token @listAgencyID:TransportEquipmentCategoryCodeListAgencyIDContentType=6 @listID:token=8053 @listVersionID:token @name:string
=token @listAgencyID:TransportEquipmentSizeTypeCodeListAgencyIDContentType=6 @listID:token=8155 @listVersionID:token @name:string
=token @listAgencyID:TransportEquipmentFullnessCodeListAgencyIDContentType=6 @listID:token=8169 @listVersionID:token @name:string
ram:StageCode?110 ram:ModeCode?111 ram:Mode?7 ram:UsedLogisticsTransportMeans?112
=token @listAgencyID:TransportMovementStageCodeListAgencyIDContentType=6 @listID:token=8051 @listVersionID:token @name:string
=token @listAgencyID:TransportModeCodeListAgencyIDContentType=6 @listID:token=Recommendation 19 @listVersionID:token @name:string
ram:TypeCode?113 ram:Type?7 ram:ID?2 ram:Name?7 ram:OwnerTradeParty?19
=token @listAgencyID:TransportMeansTypeCodeListAgencyIDContentType=6 @listID:token=Recommendation 28 @listVersionID:token @name:string
ram:PaymentReference*7 ram:InvoiceIssuerReference?7 ram:TotalAdjustmentAmount?66 ram:DiscountIndicator?3 ram:ApplicableTradeTax*70 ram:BillingSpecifiedPeriod?16 ram:SpecifiedTradeAllowanceCharge*67 ram:SubtotalCalculatedTradeTax*70 ram:SpecifiedLogisticsServiceCharge*115 ram:SpecifiedTradePaymentTerms*120 ram:SpecifiedTradeSettlementLineMonetarySummation?126 ram:SpecifiedFinancialAdjustment*127 ram:InvoiceReferencedDocument?51 ram:AdditionalReferencedDocument*51 ram:PayableSpecifiedTradeAccountingAccount*77 ram:ReceivableSpecifiedTradeAccountingAccount*77 ram:PurchaseSpecifiedTradeAccountingAccount*77 ram:SalesSpecifiedTradeAccountingAccount*77 ram:SpecifiedTradeSettlementFinancialCard?128
ram:ID?116 ram:Description*7 ram:PaymentArrangementCode?14 ram:TariffClassCode?117 ram:ChargeCategoryCode?14 ram:ServiceCategoryCode?14 ram:DisbursementAmount*66 ram:AppliedAmount*66 ram:AllowanceCharge?7 ram:PayingPartyRoleCode?118 ram:CalculationBasisCode?119 ram:CalculationBasis?7 ram:TransportPaymentMethodCode?14 ram:PaymentPlaceLogisticsLocation?49 ram:AppliedFromLogisticsLocation?49 ram:AppliedToLogisticsLocation?49 ram:AppliedTradeTax*70
=token @schemeAgencyID:FreightChargeTypeIDSchemeAgencyIDContentType @schemeID:token @schemeVersionID:token
=token @listAgencyID:FreightChargeTariffClassCodeListAgencyIDContentType=6 @listID:token=5243 @listVersionID:token @name:string
=token @listAgencyID:ChargePayingPartyRoleCodeListAgencyIDContentType=6 @listID:token=3035_Charge Paying @listVersionID:token @name:string
=token @listAgencyID:token=6 @listID:token=TDED 6131 @listVersionID:token @name:string
ram:ID?121 ram:FromEventCode?122 ram:SettlementPeriodMeasure?17 ram:Description*7 ram:DueDateDateTime?9 ram:TypeCode?123 ram:InstructionTypeCode?14 ram:DirectDebitMandateID*2 ram:PartialPaymentPercent?18 ram:PaymentMeansID*2 ram:PartialPaymentAmount*66 ram:ApplicableTradePaymentPenaltyTerms?124 ram:ApplicableTradePaymentDiscountTerms?125 ram:PayeeTradeParty*19
=token @schemeAgencyID:PaymentTermsIDSchemeAgencyIDContentType @schemeID:token @schemeVersionID:token
=token @listAgencyID:PaymentTermsEventTimeReferenceCodeListAgencyIDContentType=6 @listID:token=2475_Payment Terms Event @listVersionID:token
=token @listAgencyID:PaymentTermsTypeCodeListAgencyIDContentType=6 @listID:token=4279 @listVersionID:token @name:string
ram:BasisDateTime?9 ram:BasisPeriodMeasure?17 ram:BasisAmount?66 ram:CalculationPercent?18 ram:ActualPenaltyAmount?66
ram:BasisDateTime?9 ram:BasisPeriodMeasure?17 ram:BasisAmount?66 ram:CalculationPercent?18 ram:ActualDiscountAmount?66
ram:LineTotalAmount*66 ram:ChargeTotalAmount*66 ram:AllowanceTotalAmount*66 ram:TaxBasisTotalAmount*66 ram:TaxTotalAmount*66 ram:GrandTotalAmount*66 ram:InformationAmount*66 ram:TotalAllowanceChargeAmount*66 ram:TotalRetailValueInformationAmount*66 ram:GrossLineTotalAmount*66 ram:NetLineTotalAmount*66 ram:NetIncludingTaxesLineTotalAmount*66 ram:ProductWeightLossInformationAmount*66
ram:ReasonCode?14 ram:Reason*7 ram:ActualAmount*66 ram:ActualQuantity?48 ram:ActualDateTime?9 ram:ClaimRelatedTradeParty?19 ram:InvoiceReferenceReferencedDocument?51
ram:MicrochipIndicator?3 ram:ID?2 ram:TypeCode?14 ram:CardholderName?7 ram:ExpiryDate?74 ram:VerificationNumeric?18 ram:ValidFromDateTime?9 ram:CreditLimitAmount*66 ram:CreditAvailableAmount*66 ram:InterestRatePercent?18 ram:IssuingCompanyName?7 ram:Description?7
ram:ID*2 ram:SpecifiedReferencedProduct?59 ram:ApplicableTradeProduct*38 ram:SpecifiedSubordinateLineTradeAgreement?130 ram:SpecifiedSubordinateLineTradeDelivery?131 ram:SpecifiedSubordinateLineTradeSettlement?132
ram:SellerOrderReferencedDocument?51 ram:BuyerOrderReferencedDocument?51 ram:AdditionalReferencedDocument*51 ram:GrossPriceProductTradePrice?64 ram:NetPriceProductTradePrice?64
ram:PackageQuantity?48 ram:ProductUnitQuantity?48 ram:PerPackageUnitQuantity?48 ram:IncludedSupplyChainPackaging*89
ram:ApplicableTradeTax?70
ram:Reference*7 ram:BuyerReference?7 ram:SellerTradeParty?19 ram:BuyerTradeParty?19 ram:SalesAgentTradeParty?19 ram:BuyerRequisitionerTradeParty*19 ram:BuyerAssignedAccountantTradeParty?19 ram:SellerAssignedAccountantTradeParty?19 ram:BuyerTaxRepresentativeTradeParty?19 ram:SellerTaxRepresentativeTradeParty?19 ram:ProductEndUserTradeParty?19 ram:ApplicableTradeDeliveryTerms?61 ram:SellerOrderReferencedDocument?51 ram:BuyerOrderReferencedDocument?51 ram:QuotationReferencedDocument?51 ram:OrderResponseReferencedDocument?51 ram:ContractReferencedDocument?51 ram:DemandForecastReferencedDocument?51 ram:SupplyInstructionReferencedDocument?51 ram:PromotionalDealReferencedDocument?51 ram:PriceListReferencedDocument?51 ram:AdditionalReferencedDocument*51 ram:RequisitionerReferencedDocument*51 ram:BuyerAgentTradeParty?19 ram:PurchaseConditionsReferencedDocument*51 ram:SpecifiedProcuringProject?134 ram:UltimateCustomerOrderReferencedDocument*51
ram:ID2 ram:Description?7 ram:Name7
ram:RelatedSupplyChainConsignment?96 ram:ShipToTradeParty?19 ram:UltimateShipToTradeParty?19 ram:ShipFromTradeParty?19 ram:ActualDespatchSupplyChainEvent?47 ram:ActualPickUpSupplyChainEvent?47 ram:ActualDeliverySupplyChainEvent?47 ram:ActualReceiptSupplyChainEvent?47 ram:AdditionalReferencedDocument*51 ram:DespatchAdviceReferencedDocument?51 ram:ReceivingAdviceReferencedDocument?51 ram:DeliveryNoteReferencedDocument?51 ram:ConsumptionReportReferencedDocument?51 ram:PreviousDeliverySupplyChainEvent*47 ram:PackingListReferencedDocument?51
ram:DuePayableAmount*66 ram:CreditorReferenceTypeCode*14 ram:CreditorReferenceType*7 ram:CreditorReferenceIssuerID*2 ram:CreditorReferenceID?2 ram:PaymentReference*7 ram:TaxCurrencyCode?73 ram:InvoiceCurrencyCode?73 ram:PaymentCurrencyCode?73 ram:InvoiceIssuerReference?7 ram:InvoiceDateTime?9 ram:NextInvoiceDateTime*9 ram:CreditReasonCode?14 ram:CreditReason*7 ram:InvoicerTradeParty?19 ram:InvoiceeTradeParty?19 ram:PayeeTradeParty?19 ram:PayerTradeParty?19 ram:TaxApplicableTradeCurrencyExchange?81 ram:InvoiceApplicableTradeCurrencyExchange?81 ram:PaymentApplicableTradeCurrencyExchange?81 ram:SpecifiedTradeSettlementPaymentMeans*137 ram:ApplicableTradeTax*70 ram:BillingSpecifiedPeriod?16 ram:SpecifiedTradeAllowanceCharge*67 ram:SubtotalCalculatedTradeTax*70 ram:SpecifiedLogisticsServiceCharge*115 ram:SpecifiedTradePaymentTerms*120 ram:SpecifiedTradeSettlementHeaderMonetarySummation?147 ram:SpecifiedFinancialAdjustment*127 ram:InvoiceReferencedDocument?51 ram:ProFormaInvoiceReferencedDocument?51 ram:LetterOfCreditReferencedDocument?51 ram:FactoringAgreementReferencedDocument*51 ram:FactoringListReferencedDocument*51 ram:PayableSpecifiedTradeAccountingAccount*77 ram:ReceivableSpecifiedTradeAccountingAccount*77 ram:PurchaseSpecifiedTradeAccountingAccount*77 ram:SalesSpecifiedTradeAccountingAccount*77 ram:SpecifiedTradeSettlementFinancialCard*128 ram:SpecifiedAdvancePayment*148 ram:UltimatePayeeTradeParty?19
ram:PaymentChannelCode?138 ram:TypeCode?139 ram:GuaranteeMethodCode?140 ram:PaymentMethodCode?14 ram:Information*7 ram:ID*2 ram:ApplicableTradeSettlementFinancialCard?128 ram:PayerPartyDebtorFinancialAccount?141 ram:PayeePartyCreditorFinancialAccount?142 ram:PayerSpecifiedDebtorFinancialInstitution?143 ram:PayeeSpecifiedCreditorFinancialInstitution?146
=token @listAgencyID:PaymentMeansChannelCodeListAgencyIDContentType=6 @listID:token=4435 @listVersionID:token @name:string
=token @listAgencyID:PaymentMeansCodeListAgencyIDContentType=6 @listID:token=4461 @listVersionID:token
=token @listAgencyID:PaymentGuaranteeMeansCodeListAgencyIDContentType=6 @listID:token=4431 @listVersionID:token
ram:IBANID?2 ram:AccountName?7 ram:ProprietaryID?2
ram:IBANID?2 ram:AccountName?7 ram:ProprietaryID?2
ram:BICID?2 ram:ClearingSystemName?7 ram:CHIPSUniversalID?2 ram:NewZealandNCCID?2 ram:IrishNSCID?2 ram:UKSortCodeID?2 ram:CHIPSParticipantID?2 ram:SwissBCID?2 ram:FedwireRoutingNumberID?2 ram:PortugueseNCCID?2 ram:RussianCentralBankID?2 ram:ItalianDomesticID?2 ram:AustrianBankleitzahlID?2 ram:CanadianPaymentsAssociationID?2 ram:SICID?2 ram:GermanBankleitzahlID?2 ram:SpanishDomesticInterbankingID?2 ram:SouthAfricanNCCID?2 ram:HongKongBankID?2 ram:AustralianBSBID?2 ram:IndianFinancialSystemID?2 ram:HellenicBankID?2 ram:PolishNationalClearingID?2 ram:Name?7 ram:JapanFinancialInstitutionCommonID?2 ram:LocationFinancialInstitutionAddress?144 ram:SubDivisionBranchFinancialInstitution?145
ram:PostcodeCode?14 ram:BuildingNumber?7 ram:LineOne?7 ram:LineTwo?7 ram:LineThree?7 ram:LineFour?7 ram:LineFive?7 ram:StreetName?7 ram:CityName?7 ram:CountrySubDivisionID?2 ram:CountryID?2 ram:TypeCode?14 ram:DepartmentName?7 ram:PostOfficeBox?7 ram:CityID?2 ram:CountrySubDivisionName?7 ram:CountryName?7
ram:ID?2 ram:Name?7 ram:LocationFinancialInstitutionAddress?144
ram:BICID?2 ram:CHIPSUniversalID?2 ram:NewZealandNCCID?2 ram:IrishNSCID?2 ram:UKSortCodeID?2 ram:CHIPSParticipantID?2 ram:SwissBCID?2 ram:FedwireRoutingNumberID?2 ram:PortugueseNCCID?2 ram:RussianCentralBankID?2 ram:ItalianDomesticID?2 ram:AustrianBankleitzahlID?2 ram:CanadianPaymentsAssociationID?2 ram:SICID?2 ram:GermanBankleitzahlID?2 ram:SpanishDomesticInterbankingID?2 ram:SouthAfricanNCCID?2 ram:HongKongBankID?2 ram:AustralianBSBID?2 ram:IndianFinancialSystemID?2 ram:HellenicBankID?2 ram:PolishNationalClearingID?2 ram:Name?7 ram:ClearingSystemName?7 ram:JapanFinancialInstitutionCommonID?2 ram:LocationFinancialInstitutionAddress?144 ram:SubDivisionBranchFinancialInstitution?145
ram:LineTotalAmount*66 ram:ChargeTotalAmount*66 ram:AllowanceTotalAmount*66 ram:TaxBasisTotalAmount*66 ram:TaxTotalAmount*66 ram:RoundingAmount*66 ram:GrandTotalAmount*66 ram:InformationAmount*66 ram:TotalPrepaidAmount*66 ram:TotalDiscountAmount*66 ram:TotalAllowanceChargeAmount*66 ram:DuePayableAmount*66 ram:RetailValueExcludingTaxInformationAmount*66 ram:TotalDepositFeeInformationAmount*66 ram:ProductValueExcludingTobaccoTaxInformationAmount*66 ram:TotalRetailValueInformationAmount*66 ram:GrossLineTotalAmount*66 ram:NetLineTotalAmount*66 ram:NetIncludingTaxesLineTotalAmount*66
ram:PaidAmount66 ram:FormattedReceivedDateTime?39 ram:IncludedTradeTax*70
ram:ID2 ram:Name7 ram:Description*7 ram:MeasurementMethodID*2 ram:CreationDateTime9 ram:DefaultCurrencyCode73 ram:DefaultLanguageCode14 ram:Comment*7 ram:TypeCode*14 ram:RequestedActionCode*14 ram:PriceListID?2 ram:ContractualLanguageCode?14 ram:ItemGroupedWorkItem*150 ram:ItemBasicWorkItem*154 ram:TotalCalculatedPrice*151 ram:ChangedRecordedStatus*160 ram:CreationSpecifiedBinaryFile*32 ram:ReaderSpecifiedBinaryFile*32 ram:ReferencedSpecifiedBinaryFile*32
ram:ID2 ram:PrimaryClassificationCode*14 ram:AlternativeClassificationCode*14 ram:TypeCode*14 ram:Comment*7 ram:TotalQuantity?48 ram:Index?7 ram:RequestedActionCode*14 ram:PriceListItemID?2 ram:ContractualLanguageCode?14 ram:TotalCalculatedPrice*151 ram:ItemGroupedWorkItem*150 ram:ItemBasicWorkItem*154 ram:ChangedRecordedStatus*160 ram:ActualWorkItemComplexDescription*155 ram:ReferencedSpecifiedBinaryFile*32
ram:TypeCode*14 ram:ChargeAmount*66 ram:RelatedAppliedAllowanceCharge*152
ram:ActualAmount?66 ram:Description?7 ram:ReasonCode?14 ram:CalculationPercent?18 ram:BasisAmount?66 ram:ChargeIndicator3 ram:CategoryAppliedTax?153
ram:CalculatedAmount?66 ram:TypeCode?14 ram:CalculatedRate?18 ram:BasisAmount?66 ram:TaxPointDate?74
ram:ID2 ram:ReferenceID?2 ram:PrimaryClassificationCode*14 ram:AlternativeClassificationCode*14 ram:TypeCode*14 ram:Comment*7 ram:TotalQuantity?48 ram:TotalQuantityClassificationCode?14 ram:IndexValue?18 ram:StatusCode*14 ram:ReferenceFileBinaryObject*33 ram:Index?7 ram:RequestedActionCode*14 ram:PriceListItemID?2 ram:ContractualLanguageCode?14 ram:ActualWorkItemComplexDescription*155 ram:TotalQuantityWorkItemQuantityAnalysis*158 ram:UnitCalculatedPrice*151 ram:TotalCalculatedPrice*151 ram:SubordinateBasicWorkItem*154 ram:ChangedRecordedStatus*160 ram:ItemBasicWorkItem*154 ram:ReferencedSpecifiedBinaryFile*32
ram:Abstract*7 ram:Content*7 ram:ContractualLanguageCode?14 ram:RequestingSpecificationQuery*156 ram:RespondingSpecificationResponse*157 ram:SubsetWorkItemComplexDescription?155
ram:ID2 ram:TypeCode?14 ram:Content7 ram:ContractualLanguageCode?14
ram:ID2 ram:QueryID?2 ram:TypeCode?14 ram:Content7 ram:ContractualLanguageCode?14
ram:ID2 ram:ActualQuantity?48 ram:Description?7 ram:ActualQuantityPercent?18 ram:StatusCode?14 ram:TypeCode?14 ram:PrimaryClassificationCode*14 ram:AlternativeClassificationCode*14 ram:ContractualLanguageCode?14 ram:ActualQuantityWorkItemDimension*159 ram:BreakdownWorkItemQuantityAnalysis*158 ram:ChangedRecordedStatus*160
ram:ID?2 ram:ValueMeasure17 ram:Description?7 ram:TypeCode14 ram:ContractualLanguageCode?14 ram:ComponentWorkItemDimension*159
ram:ConditionCode14 ram:ChangerName?7 ram:ChangedDateTime9`
