/**
 * The semantic model of EN 16931-1: one invoice, whatever its syntax. Names follow the norm, the numbers in brackets are
 * its business terms. Missing terms are `undefined`, missing groups empty lists. Nothing is checked here: use
 * `validateInvoice` for that.
 */
import type { Dec } from '../decimal.js'

/** `YYYY-MM-DD`. Text, because a file may hold dates that no calendar knows. */
export type IsoDate = string

export interface Identifier {
  readonly id: string
  readonly scheme?: string
  readonly version?: string
}

export interface Quantity { readonly value: Dec, readonly unit?: string }

/** BG-5, BG-8, BG-12, BG-15. */
export interface Address {
  readonly line1?: string
  readonly line2?: string
  readonly line3?: string
  readonly city?: string
  readonly postCode?: string
  readonly region?: string
  readonly country?: string
}

/** BG-6, BG-9. */
export interface Contact { readonly name?: string, readonly telephone?: string, readonly email?: string }

/** Seller (BG-4) and buyer (BG-7). */
export interface Party {
  readonly name?: string
  readonly tradingName?: string
  readonly identifiers: readonly Identifier[]
  readonly registration?: Identifier
  readonly vatId?: string
  /** Tax number that is no VAT identifier (BT-32), seller only. */
  readonly taxNumber?: string
  /** Further legal information (BT-33), seller only. */
  readonly legalForm?: string
  readonly electronicAddress?: Identifier
  readonly address?: Address
  readonly contact?: Contact
}

/** BG-10. */
export interface Payee { readonly name?: string, readonly identifier?: Identifier, readonly registration?: Identifier }

/** BG-11. */
export interface TaxRepresentative { readonly name?: string, readonly vatId?: string, readonly address?: Address }

export interface Period { readonly start?: IsoDate, readonly end?: IsoDate }

/** BG-13. */
export interface Delivery { readonly name?: string, readonly location?: Identifier, readonly date?: IsoDate, readonly address?: Address }

/** BG-17. */
export interface CreditTransfer { readonly account?: string, readonly name?: string, readonly bic?: string }

/** BG-16 with BG-18 and BG-19. */
export interface Payment {
  readonly code?: string
  readonly text?: string
  readonly remittance?: string
  readonly transfers: readonly CreditTransfer[]
  readonly cardNumber?: string
  readonly cardHolder?: string
  readonly mandate?: string
  readonly creditorId?: string
  readonly debitedAccount?: string
}

/** BG-20, BG-21, BG-27, BG-28. VAT only on document level. */
export interface AllowanceCharge {
  readonly amount?: Dec
  readonly base?: Dec
  readonly percent?: Dec
  readonly vatCategory?: string
  readonly vatRate?: Dec
  readonly reason?: string
  readonly reasonCode?: string
}

/** BG-22. */
export interface Totals {
  readonly lines?: Dec
  readonly allowances?: Dec
  readonly charges?: Dec
  readonly net?: Dec
  readonly vat?: Dec
  readonly vatInAccountingCurrency?: Dec
  readonly gross?: Dec
  readonly paid?: Dec
  readonly rounding?: Dec
  readonly due?: Dec
}

/** BG-23. */
export interface VatBreakdown {
  readonly taxable?: Dec
  readonly tax?: Dec
  readonly category?: string
  readonly rate?: Dec
  readonly exemptionReason?: string
  readonly exemptionCode?: string
}

/** BT-125. `content` is Base64. */
export interface Attachment { readonly content: string, readonly mime?: string, readonly fileName?: string }

/** BG-24. */
export interface SupportingDocument { readonly id?: string, readonly description?: string, readonly url?: string, readonly attachment?: Attachment }

/** BG-25 with BG-26 to BG-32. */
export interface Line {
  readonly id?: string
  readonly note?: string
  readonly object?: Identifier
  readonly quantity?: Quantity
  readonly net?: Dec
  readonly orderLine?: string
  readonly accountingReference?: string
  readonly period?: Period
  readonly allowances: readonly AllowanceCharge[]
  readonly charges: readonly AllowanceCharge[]
  readonly price?: Dec
  readonly discount?: Dec
  readonly grossPrice?: Dec
  readonly baseQuantity?: Quantity
  readonly vatCategory?: string
  readonly vatRate?: Dec
  readonly name?: string
  readonly description?: string
  readonly sellerItemId?: string
  readonly buyerItemId?: string
  readonly standardItemId?: Identifier
  readonly classifications: readonly Identifier[]
  readonly origin?: string
  readonly attributes: readonly { readonly name?: string, readonly value?: string }[]
}

export interface Invoice {
  readonly number?: string
  readonly issueDate?: IsoDate
  readonly type?: string
  readonly currency?: string
  readonly vatCurrency?: string
  readonly taxPointDate?: IsoDate
  /** UNTDID 2005 as UBL uses it (3, 35, 432). */
  readonly taxPointCode?: string
  readonly dueDate?: IsoDate
  readonly buyerReference?: string
  readonly project?: string
  readonly contract?: string
  readonly purchaseOrder?: string
  readonly salesOrder?: string
  readonly receivingAdvice?: string
  readonly despatchAdvice?: string
  readonly tender?: string
  readonly object?: Identifier
  readonly accountingReference?: string
  readonly paymentTerms?: string
  readonly notes: readonly { readonly subject?: string, readonly text?: string }[]
  readonly process?: string
  readonly specification?: string
  readonly preceding: readonly { readonly number?: string, readonly date?: IsoDate }[]
  readonly seller: Party
  readonly buyer: Party
  readonly payee?: Payee
  readonly taxRepresentative?: TaxRepresentative
  readonly delivery?: Delivery
  readonly period?: Period
  readonly payment?: Payment
  readonly allowances: readonly AllowanceCharge[]
  readonly charges: readonly AllowanceCharge[]
  readonly totals: Totals
  readonly vat: readonly VatBreakdown[]
  readonly documents: readonly SupportingDocument[]
  readonly lines: readonly Line[]
}
