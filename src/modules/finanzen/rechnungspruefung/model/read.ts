/** Reads UBL and CII into the semantic model. Lenient: what cannot be read is left out, so that fragments show too. */
import { parseDec } from '../decimal.js'
import { sel } from '../rules/access.js'
import { attr, stringValue } from '../xml/tree.js'
import type { Doc, El } from '../xml/tree.js'
import type { Attachment, Identifier, Invoice, Payment, Quantity } from './invoice.js'
import { INVOICE } from './mapping.js'
import type { Field } from './mapping.js'
import { select } from './path.js'

type Group = Record<string, unknown>

interface Reader { readonly path: (f: Field) => string, readonly cii: boolean }

const CREDIT_NOTE: readonly (readonly [string, string])[] = [
  ['cbc:InvoiceTypeCode', 'cbc:CreditNoteTypeCode'], ['cac:InvoiceLine', 'cac:CreditNoteLine'], ['cbc:InvoicedQuantity', 'cbc:CreditedQuantity'],
  ['cbc:DueDate', 'cac:PaymentMeans/cbc:PaymentDueDate'], ['cac:ProjectReference/cbc:ID', 'cac:AdditionalDocumentReference[cbc:DocumentTypeCode=50]/cbc:ID'],
]

/** UBL path of a field; credit notes have names of their own. */
export function ublPath(f: Field, creditNote: boolean): string {
  return creditNote ? CREDIT_NOTE.find(([invoice]) => invoice === f.ubl)?.[1] ?? f.ubl : f.ubl
}

const text = (el: El | undefined): string | undefined => {
  const value = el && stringValue(el)
  return value === undefined || value.trim() === '' ? undefined : value
}

const compact = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T

function date(el: El | undefined, cii: boolean): string | undefined {
  if (!el) return undefined
  if (!cii) return text(el)?.trim()
  const value = stringValue(el).trim()
  return /^\d{8}$/.test(value) ? `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6)}` : value || undefined
}

const identifier = (el: El | undefined, scheme = 'schemeID', version = 'schemeVersionID'): Identifier | undefined => {
  const id = text(el)
  return el && id !== undefined ? compact({ id, scheme: attr(el, scheme), version: attr(el, version) }) : undefined
}

const quantity = (el: El | undefined): Quantity | undefined => {
  const value = el && parseDec(stringValue(el))
  return el && value ? compact({ value, unit: attr(el, 'unitCode') }) : undefined
}

const attachment = (el: El | undefined): Attachment | undefined =>
  el && compact({ content: stringValue(el).replace(/\s+/g, ''), mime: attr(el, 'mimeCode'), fileName: attr(el, 'filename') })

const TIME_POINTS: Readonly<Record<string, string>> = { 5: '3', 29: '35', 72: '432' }

function value(f: Field, el: El, r: Reader): unknown {
  const path = r.path(f)
  const found = select(el, path)
  switch (f.kind) {
    case 'text': return text(found[0]) ?? (f.cii === 'ram:PersonName' && r.cii ? text(sel(el, 'ram:DepartmentName')[0]) : undefined)
    case 'date': return date(found[0], r.cii)
    case 'amount': case 'number': return found[0] && parseDec(stringValue(found[0]))
    case 'identifier': return identifier(found[0])
    case 'globalId': return identifier(found[0] ?? select(el, path.replace(/ram:ID$/, 'ram:GlobalID'))[0])
    case 'object': return object(found[0], r)
    case 'class': return found.map((e) => identifier(e, 'listID', 'listVersionID')).filter(Boolean)
    case 'identifiers': return identifiers(found, el, r)
    case 'quantity': return quantity(found[0])
    case 'attachment': return attachment(found[0])
    case 'timePoint': { const code = text(found[0])?.trim(); return code && r.cii ? TIME_POINTS[code] ?? code : code }
    case 'group': return found[0] && group(f.fields ?? [], found[0], r)
    case 'list': return found.map((e) => group(f.fields ?? [], e, r) ?? {})
  }
}

function object(el: El | undefined, r: Reader): Identifier | undefined {
  const id = text(el)
  if (!el || id === undefined) return undefined
  const scheme = r.cii ? text(el.parent ? sel(el.parent, 'ram:ReferenceTypeCode')[0] : undefined) : attr(el, 'schemeID')
  return compact({ id, scheme })
}

function identifiers(found: readonly El[], el: El, r: Reader): Identifier[] {
  const all = r.cii ? [...found, ...sel(el, 'ram:GlobalID')] : found.filter((e) => attr(e, 'schemeID') !== 'SEPA')
  const ids = all.map((e) => identifier(e)).filter((i) => i !== undefined)
  // CII keeps those with a scheme apart, so their order among the others carries no meaning.
  return [...ids.filter((i) => i.scheme === undefined), ...ids.filter((i) => i.scheme !== undefined)]
}

/** A group, or `undefined` when nothing is in it. */
function group(fields: readonly Field[], el: El, r: Reader): Group | undefined {
  const out = compact(Object.fromEntries(fields.map((f) => [f.key, value(f, el, r)])))
  return Object.values(out).some((v) => !Array.isArray(v) || v.length > 0) ? out : undefined
}

function ublNotes(root: El): Invoice['notes'] {
  return sel(root, 'cbc:Note').map((n) => {
    const [, subject, body] = /^#([A-Z]{3})#([\s\S]*)$/.exec(stringValue(n)) ?? []
    return subject ? compact({ subject, text: body }) : compact({ text: text(n) })
  })
}

const ciiNotes = (root: El): Invoice['notes'] => sel(root, 'rsm:ExchangedDocument/ram:IncludedNote')
  .map((n) => compact({ subject: text(sel(n, 'ram:SubjectCode')[0]), text: text(sel(n, 'ram:Content')[0]) }))

const filledPayment = (p: Payment): Payment | undefined => Object.keys(p).length > 1 || p.transfers.length > 0 ? p : undefined

function ublPayment(root: El): Payment | undefined {
  const at = (path: string): string | undefined => text(sel(root, `cac:PaymentMeans/${path}`)[0])
  const code = sel(root, 'cac:PaymentMeans/cbc:PaymentMeansCode')[0]
  const creditor = ['cac:AccountingSupplierParty/cac:Party', 'cac:PayeeParty'].flatMap((p) => sel(root, `${p}/cac:PartyIdentification/cbc:ID`))
    .find((e) => attr(e, 'schemeID') === 'SEPA')
  return filledPayment(compact({
    code: text(code), text: code && attr(code, 'name'), remittance: at('cbc:PaymentID'),
    transfers: sel(root, 'cac:PaymentMeans/cac:PayeeFinancialAccount').map((a) => compact({
      account: text(sel(a, 'cbc:ID')[0]), name: text(sel(a, 'cbc:Name')[0]), bic: text(sel(a, 'cac:FinancialInstitutionBranch/cbc:ID')[0]),
    })),
    cardNumber: at('cac:CardAccount/cbc:PrimaryAccountNumberID'), cardHolder: at('cac:CardAccount/cbc:HolderName'),
    mandate: at('cac:PaymentMandate/cbc:ID'), creditorId: text(creditor), debitedAccount: at('cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID'),
  }))
}

const S = 'rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement'

function ciiPayment(root: El): Payment | undefined {
  const means = sel(root, `${S}/ram:SpecifiedTradeSettlementPaymentMeans`)
  const at = (path: string): string | undefined => text(means.flatMap((m) => sel(m, path))[0])
  const head = (path: string): string | undefined => text(sel(root, `${S}/${path}`)[0])
  return filledPayment(compact({
    code: at('ram:TypeCode'), text: at('ram:Information'), remittance: head('ram:PaymentReference'),
    transfers: means.filter((m) => sel(m, 'ram:PayeePartyCreditorFinancialAccount').length > 0).map((m) => {
      const account = (name: string) => text(sel(m, `ram:PayeePartyCreditorFinancialAccount/ram:${name}`)[0])
      return compact({ account: account('IBANID') ?? account('ProprietaryID'), name: account('AccountName'), bic: text(sel(m, 'ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID')[0]) })
    }),
    cardNumber: at('ram:ApplicableTradeSettlementFinancialCard/ram:ID'), cardHolder: at('ram:ApplicableTradeSettlementFinancialCard/ram:CardholderName'),
    mandate: head('ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID'), creditorId: head('ram:CreditorReferenceID'),
    debitedAccount: at('ram:PayerPartyDebtorFinancialAccount/ram:IBANID'),
  }))
}

/** VAT totals by currency: in that of the invoice (BT-110) and in the accounting currency (BT-111). */
function vatTotals(amounts: readonly El[], currency: string | undefined, vatCurrency: string | undefined): Group {
  const own = amounts.find((a) => attr(a, 'currencyID') === currency) ?? (amounts.length === 1 ? amounts[0] : undefined)
  const other = vatCurrency === undefined ? undefined : amounts.find((a) => a !== own && attr(a, 'currencyID') === vatCurrency)
  return compact({ vat: own && parseDec(stringValue(own)), vatInAccountingCurrency: other && parseDec(stringValue(other)) })
}

/** Reads a parsed document (UBL Invoice, UBL CreditNote or CII); `undefined` for other documents. */
export function readModel(doc: Doc): Invoice | undefined {
  const cii = doc.root.name === 'rsm:CrossIndustryInvoice'
  const creditNote = doc.root.name === 'cn:CreditNote'
  if (!cii && !creditNote && doc.root.name !== 'ubl:Invoice') return undefined
  const r: Reader = { cii, path: (f) => cii ? ciiPath(f) : ublPath(f, creditNote) }
  const root = doc.root
  const base = Object.fromEntries(INVOICE.map((f) => [f.key, value(f, root, r)])) as Partial<Invoice>
  // UBL demands an order number next to a sales order; NA stands for none.
  const noOrder = !cii && base.salesOrder !== undefined && base.purchaseOrder === 'NA'
  const amounts = sel(root, cii ? `${S}/ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:TaxTotalAmount` : 'cac:TaxTotal/cbc:TaxAmount')
  const empty = { identifiers: [] }
  return compact({
    ...base, ...noOrder ? { purchaseOrder: undefined } : {}, notes: cii ? ciiNotes(root) : ublNotes(root), payment: cii ? ciiPayment(root) : ublPayment(root),
    seller: base.seller ?? empty, buyer: base.buyer ?? empty,
    totals: { ...base.totals, ...vatTotals(amounts, base.currency, base.vatCurrency) },
  }) as unknown as Invoice
}

/** CII dates stand one element deeper. */
export function ciiPath(f: Field): string {
  if (f.kind !== 'date') return f.cii
  if (f.cii.endsWith('FormattedIssueDateTime')) return `${f.cii}/qdt:DateTimeString`
  return `${f.cii}/${f.cii.endsWith('TaxPointDate') ? 'udt:DateString' : 'udt:DateTimeString'}`
}
