/** Writes the semantic model as UBL or CII. Order of elements comes from the structure tables. */
import { LISTS } from '../codes/lists.js'
import { formatDec } from '../decimal.js'
import type { Dec } from '../decimal.js'
import { inList } from '../rules/access.js'
import { NAMESPACE_OF } from '../xml/names.js'
import type { Attr, El } from '../xml/tree.js'
import { schemaOf } from '../xsd/structure.js'
import { complete } from './complete.js'
import type { Attachment, Identifier, Invoice, Payment, Quantity } from './invoice.js'
import { INVOICE } from './mapping.js'
import type { Field } from './mapping.js'
import { create, make } from './path.js'
import { ciiPath, ublPath } from './read.js'

type Group = Readonly<Record<string, unknown>>

interface Writer { readonly cii: boolean, readonly path: (f: Field) => string, readonly currency: string | undefined }

const attrs = (entries: readonly (readonly [string, string | undefined])[]): Attr[] =>
  entries.flatMap(([name, value]) => value === undefined ? [] : [{ name, value }])

function setId(el: El, id: Identifier, scheme = 'schemeID', version = 'schemeVersionID'): void {
  el.text = id.id
  el.attrs = [...el.attrs, ...attrs([[scheme, id.scheme], [version, id.version]])]
}

const TIME_POINTS: Readonly<Record<string, string>> = { 3: '5', 35: '29', 432: '72' }

function put(f: Field, value: unknown, el: El, w: Writer): void {
  const path = w.path(f)
  switch (f.kind) {
    // A tax number selected by its scheme has a group of its own.
    case 'text': make(el, path, /\[@[^\]]*\]$/.test(path) ? 2 : 0).text = value as string; break
    case 'date': putDate(el, path, value as string, w); break
    case 'amount': putAmount(make(el, path), value as Dec, w); break
    case 'number': make(el, path).text = formatDec(value as Dec); break
    case 'identifier': setId(make(el, path), value as Identifier); break
    case 'globalId': setId(make(el, w.cii && (value as Identifier).scheme !== undefined ? path.replace(/ram:ID$/, 'ram:GlobalID') : path), value as Identifier); break
    case 'object': putObject(el, path, value as Identifier, w); break
    case 'class': for (const id of value as Identifier[]) setId(make(el, path, 2), id, 'listID', 'listVersionID'); break
    case 'identifiers': putIdentifiers(el, path, value as Identifier[], w); break
    case 'quantity': putQuantity(make(el, path), value as Quantity); break
    case 'attachment': putAttachment(make(el, path), value as Attachment); break
    case 'timePoint': make(el, path).text = w.cii ? TIME_POINTS[value as string] ?? value as string : value as string; break
    case 'group': putGroup(f.fields ?? [], value as Group, make(el, path), w); break
    case 'list': for (const item of value as Group[]) putGroup(f.fields ?? [], item, make(el, path, 1), w); break
  }
}

function putDate(el: El, path: string, value: string, w: Writer): void {
  const target = make(el, path)
  target.text = w.cii ? value.replaceAll('-', '') : value
  if (w.cii) target.attrs = [{ name: 'format', value: '102' }]
}

function putAmount(el: El, value: Dec, w: Writer): void {
  el.text = formatDec(value)
  if (!w.cii && w.currency !== undefined) el.attrs = [{ name: 'currencyID', value: w.currency }]
}

function putQuantity(el: El, q: Quantity): void {
  el.text = formatDec(q.value)
  el.attrs = attrs([['unitCode', q.unit]])
}

function putAttachment(el: El, a: Attachment): void {
  el.text = a.content
  el.attrs = attrs([['mimeCode', a.mime], ['filename', a.fileName]])
}

function putObject(el: El, path: string, id: Identifier, w: Writer): void {
  const target = make(el, path)
  target.text = id.id
  if (id.scheme === undefined) return
  if (w.cii && target.parent) make(target.parent, 'ram:ReferenceTypeCode').text = id.scheme
  else target.attrs = attrs([['schemeID', id.scheme]])
}

function putIdentifiers(el: El, path: string, ids: readonly Identifier[], w: Writer): void {
  for (const id of ids) {
    if (w.cii) setId(make(el, id.scheme === undefined ? path : 'ram:GlobalID', 1), id)
    else setId(make(el, path, 2), id)
  }
}

function putGroup(fields: readonly Field[], group: Group, el: El, w: Writer): void {
  for (const f of fields) {
    const value = group[f.key]
    if (value !== undefined) put(f, value, el, w)
  }
}

function ublPayment(root: El, p: Payment, payee: boolean): void {
  const count = Math.max(1, p.transfers.length)
  for (let i = 0; i < count; i += 1) {
    const means = i === 0 ? make(root, 'cac:PaymentMeans') : create(root, 'cac:PaymentMeans')
    if (p.code !== undefined) create(means, 'cbc:PaymentMeansCode', p.code, i === 0 ? attrs([['name', p.text]]) : [])
    if (p.remittance !== undefined) create(means, 'cbc:PaymentID', p.remittance)
    const t = p.transfers[i]
    if (t) {
      const account = create(means, 'cac:PayeeFinancialAccount')
      if (t.account !== undefined) create(account, 'cbc:ID', t.account)
      if (t.name !== undefined) create(account, 'cbc:Name', t.name)
      if (t.bic !== undefined) make(account, 'cac:FinancialInstitutionBranch/cbc:ID').text = t.bic
    }
    if (i > 0) continue
    if (p.cardNumber !== undefined) {
      make(means, 'cac:CardAccount/cbc:PrimaryAccountNumberID').text = p.cardNumber
      // UBL demands a card network, EN 16931 has none.
      make(means, 'cac:CardAccount/cbc:NetworkID').text = 'NA'
      if (p.cardHolder !== undefined) make(means, 'cac:CardAccount/cbc:HolderName').text = p.cardHolder
    }
    if (p.mandate !== undefined) make(means, 'cac:PaymentMandate/cbc:ID').text = p.mandate
    if (p.debitedAccount !== undefined) make(means, 'cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID').text = p.debitedAccount
  }
  if (p.creditorId === undefined) return
  const owner = make(root, payee ? 'cac:PayeeParty' : 'cac:AccountingSupplierParty/cac:Party')
  setId(make(owner, 'cac:PartyIdentification/cbc:ID', 2), { id: p.creditorId, scheme: 'SEPA' })
}

const S = 'rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement'

function ciiPayment(root: El, p: Payment): void {
  const set = (el: El, path: string, value: string | undefined): void => { if (value !== undefined) make(el, path).text = value }
  const settlement = make(root, S)
  for (let i = 0; i < Math.max(1, p.transfers.length); i += 1) {
    const means = create(settlement, 'ram:SpecifiedTradeSettlementPaymentMeans')
    set(means, 'ram:TypeCode', p.code)
    const t = p.transfers[i]
    if (t) {
      const iban = t.account !== undefined && /^[A-Z]{2}[0-9]{2}/.test(t.account)
      create(means, 'ram:PayeePartyCreditorFinancialAccount')
      set(means, `ram:PayeePartyCreditorFinancialAccount/ram:${iban ? 'IBANID' : 'ProprietaryID'}`, t.account)
      set(means, 'ram:PayeePartyCreditorFinancialAccount/ram:AccountName', t.name)
      set(means, 'ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID', t.bic)
    }
    if (i > 0) continue
    set(means, 'ram:Information', p.text)
    set(means, 'ram:ApplicableTradeSettlementFinancialCard/ram:ID', p.cardNumber)
    set(means, 'ram:ApplicableTradeSettlementFinancialCard/ram:CardholderName', p.cardHolder)
    set(means, 'ram:PayerPartyDebtorFinancialAccount/ram:IBANID', p.debitedAccount)
  }
  set(settlement, 'ram:PaymentReference', p.remittance)
  set(settlement, 'ram:CreditorReferenceID', p.creditorId)
  set(settlement, 'ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID', p.mandate)
}

function vatTotals(root: El, invoice: Invoice, cii: boolean): void {
  const { vat, vatInAccountingCurrency: other } = invoice.totals
  const amount = (value: Dec, currency: string | undefined, first: boolean): void => {
    const el = cii ? make(root, `${S}/ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:TaxTotalAmount`, 1)
      : make(first ? make(root, 'cac:TaxTotal') : create(root, 'cac:TaxTotal'), 'cbc:TaxAmount')
    el.text = formatDec(value)
    el.attrs = attrs([['currencyID', currency]])
  }
  if (vat) amount(vat, invoice.currency, true)
  if (other) amount(other, invoice.vatCurrency, false)
}

function ublNotes(root: El, invoice: Invoice): void {
  for (const n of invoice.notes) create(root, 'cbc:Note', n.subject === undefined ? n.text ?? '' : `#${n.subject}#${n.text ?? ''}`)
}

function ciiNotes(root: El, invoice: Invoice): void {
  for (const n of invoice.notes) {
    const note = make(root, 'rsm:ExchangedDocument/ram:IncludedNote', 1)
    if (n.text !== undefined) create(note, 'ram:Content', n.text)
    if (n.subject !== undefined) create(note, 'ram:SubjectCode', n.subject)
  }
}

/** Puts children into the order of the schema. */
function arrange(el: El, family: 'UBL' | 'CII', index: number): void {
  const type = schemaOf(family).types[index]
  if (!type || (type.kind !== 'sequence' && type.kind !== 'choice')) return
  const rank = (e: El): number => type.order.get(e.name) ?? Number.MAX_SAFE_INTEGER
  el.children.sort((a, b) => rank(a) - rank(b))
  for (const child of el.children) {
    const particle = type.particles[rank(child)]
    if (particle) arrange(child, family, particle.type)
  }
}

const escape = (text: string, quote: boolean): string => {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;')
  return quote ? safe.replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;') : safe
}

function serialize(el: El, indent: string): string {
  const open = `${indent}<${el.name}${el.attrs.map((a) => ` ${a.name}="${escape(a.value, true)}"`).join('')}`
  if (el.children.length === 0) return el.text === '' ? `${open}/>\n` : `${open}>${escape(el.text, false)}</${el.name}>\n`
  return `${open}>\n${el.children.map((c) => serialize(c, `${indent}  `)).join('')}${indent}</${el.name}>\n`
}

const PREFIXES: Readonly<Record<'UBL' | 'CII', readonly string[]>> = { UBL: ['ubl', 'cn', 'cac', 'cbc', 'ext'], CII: ['rsm', 'ram', 'udt', 'qdt'] }

/** XML text of a tree with canonical names; its elements keep their order. */
export function treeToXml(root: El, family: 'UBL' | 'CII'): string {
  const declared = PREFIXES[family].filter((p) => p === 'cac' || p === 'cbc' || family === 'CII' || root.name.startsWith(`${p}:`) || p === 'ext')
  root.attrs = [...declared.map((p) => ({ name: `xmlns:${p}`, value: NAMESPACE_OF.get(p) ?? '' })), ...root.attrs.filter((a) => !a.name.startsWith('xmlns:'))]
  return `<?xml version="1.0" encoding="UTF-8"?>\n${serialize(root, '')}`
}

function finish(root: El, family: 'UBL' | 'CII'): string {
  arrange(root, family, schemaOf(family).roots.get(root.name) ?? 0)
  return treeToXml(root, family)
}

/** UBL has a document of its own for credit notes; the type (BT-3) decides. */
const isCreditNote = (invoice: Invoice): boolean =>
  invoice.type !== undefined && inList(LISTS.creditNoteType, invoice.type) && !inList(LISTS.invoiceType, invoice.type)

/** Writes UBL 2.1, as Invoice or CreditNote according to the type (BT-3). Returns XML text, to be stored as UTF-8. */
export function writeUbl(model: Invoice): string {
  const invoice = complete(model, 'UBL')
  const credit = isCreditNote(invoice)
  const root = create(null, credit ? 'cn:CreditNote' : 'ubl:Invoice')
  const w: Writer = { cii: false, path: (f) => ublPath(f, credit), currency: invoice.currency }
  putGroup(INVOICE, invoice as unknown as Group, root, w)
  if (invoice.salesOrder !== undefined && invoice.purchaseOrder === undefined) make(root, 'cac:OrderReference/cbc:ID').text = 'NA'
  ublNotes(root, invoice)
  if (invoice.payment) ublPayment(root, invoice.payment, invoice.payee !== undefined)
  vatTotals(root, invoice, false)
  return finish(root, 'UBL')
}

/** Writes CII D16B. Returns XML text, to be stored as UTF-8. */
export function writeCii(model: Invoice): string {
  const invoice = complete(model, 'CII')
  const root = create(null, 'rsm:CrossIndustryInvoice')
  const w: Writer = { cii: true, path: ciiPath, currency: invoice.currency }
  for (const part of ['Agreement', 'Delivery', 'Settlement']) make(root, `rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTrade${part}`)
  putGroup(INVOICE, invoice as unknown as Group, root, w)
  ciiNotes(root, invoice)
  if (invoice.payment) ciiPayment(root, invoice.payment)
  vatTotals(root, invoice, true)
  return finish(root, 'CII')
}
