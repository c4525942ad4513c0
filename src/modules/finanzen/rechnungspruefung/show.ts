/** An invoice as text for people, every business term with its German label. */
import { formatDec } from './decimal.js'
import type { Dec } from './decimal.js'
import type { Invoice } from './model/invoice.js'
import { INVOICE } from './model/mapping.js'
import type { Field } from './model/mapping.js'

const isDec = (v: object): v is Dec => 'n' in v && 'scale' in v

/** German notation with thousands and comma; keeps all decimal places, at least two for amounts. */
export function germanNumber(value: Dec, amount: boolean): string {
  const [whole = '', places = ''] = formatDec(value).split('.')
  const decimals = amount ? places.padEnd(2, '0') : places
  return whole.replace(/\B(?=(\d{3})+$)/g, '.') + (decimals ? `,${decimals}` : '')
}

const VAT_CATEGORIES: Readonly<Record<string, string>> = {
  S: 'Regelsteuersatz', Z: 'Nullsatz', E: 'steuerfrei', AE: 'Steuerschuld beim Käufer', K: 'innergemeinschaftliche Lieferung', G: 'Ausfuhr',
  O: 'nicht steuerbar', L: 'Kanaren (IGIC)', M: 'Ceuta und Melilla (IPSI)', B: 'Split Payment (Italien)',
}

/** What frequent codes mean, by business term. */
const CODE_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'BT-3': {
    326: 'Teilrechnung', 380: 'Rechnung', 381: 'Gutschrift', 384: 'Rechnungskorrektur', 389: 'Gutschriftverfahren', 875: 'Abschlagsrechnung (Bau)',
    876: 'Teilschlussrechnung (Bau)', 877: 'Schlussrechnung (Bau)',
  },
  'BT-81': { 10: 'bar', 30: 'Überweisung', 48: 'Karte', 49: 'Lastschrift', 54: 'Kreditkarte', 55: 'Debitkarte', 57: 'Dauerauftrag', 58: 'SEPA-Überweisung', 59: 'SEPA-Lastschrift', 97: 'Verrechnung' },
  'BT-95': VAT_CATEGORIES, 'BT-102': VAT_CATEGORIES, 'BT-118': VAT_CATEGORIES, 'BT-151': VAT_CATEGORIES,
}
const PERCENTAGES: ReadonlySet<string> = new Set(['BT-94', 'BT-96', 'BT-101', 'BT-103', 'BT-119', 'BT-138', 'BT-143', 'BT-152'])

function textOf(f: Field, value: string): string {
  if (f.kind === 'date') return value.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3.$2.$1')
  const names = CODE_NAMES[f.bt]
  return names && Object.hasOwn(names, value) ? `${value} (${names[value]})` : value
}

/** One value as text; `''` for what is empty. */
export function scalar(f: Field, value: unknown): string {
  if (typeof value === 'string') return textOf(f, value)
  if (typeof value !== 'object' || value === null) return ''
  if (isDec(value)) return `${germanNumber(value, f.kind === 'amount')}${PERCENTAGES.has(f.bt) ? ' %' : ''}`
  const v = value as { id?: string, scheme?: string, value?: Dec, unit?: string, fileName?: string, mime?: string }
  if (v.value) return `${germanNumber(v.value, false)}${v.unit ? ` ${v.unit}` : ''}`
  if (v.id !== undefined) return v.scheme ? `${v.id} (${v.scheme})` : v.id
  return [v.fileName, v.mime].filter(Boolean).join(', ')
}

/** Would steer a terminal; line breaks are kept. */
const CONTROL = /[\p{Cc}--\n]/gv

function entry(f: Field, text: string, indent: string): string {
  const lines = text.replace(CONTROL, ' ').split('\n')
  return `${indent}${f.label} (${f.bt}): ${lines.join(`\n${indent}    `)}\n`
}

function block(fields: readonly Field[], group: Readonly<Record<string, unknown>>, indent: string): string {
  return fields.map((f) => {
    const value = group[f.key]
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return ''
    if (f.kind === 'group') return `${indent}${f.label} (${f.bt})\n${block(f.fields ?? [], value as Record<string, unknown>, `${indent}  `)}`
    if (!Array.isArray(value)) return entry(f, scalar(f, value), indent)
    if (f.kind !== 'list') return value.map((v) => entry(f, scalar(f, v), indent)).join('')
    return value.map((v, i) => `${indent}${f.label} ${i + 1} (${f.bt})\n${block(f.fields ?? [], v as Record<string, unknown>, `${indent}  `)}`).join('')
  }).join('')
}

const plain = (key: string, bt: string, label: string): Field => ({ key, bt, label, kind: 'text', ubl: '', cii: '' })

const PAYMENT: readonly Field[] = [
  plain('code', 'BT-81', 'Zahlungsart'), plain('text', 'BT-82', 'Text zur Zahlungsart'), plain('remittance', 'BT-83', 'Verwendungszweck'),
  { ...plain('transfers', 'BG-17', 'Überweisung'), kind: 'list', fields: [plain('account', 'BT-84', 'Konto (IBAN)'), plain('name', 'BT-85', 'Kontoinhaber'), plain('bic', 'BT-86', 'BIC')] },
  plain('cardNumber', 'BT-87', 'Kartennummer'), plain('cardHolder', 'BT-88', 'Karteninhaber'), plain('mandate', 'BT-89', 'Mandat'),
  plain('creditorId', 'BT-90', 'Gläubiger-Identifikationsnummer'), plain('debitedAccount', 'BT-91', 'Abbuchung von'),
]

const NOTES: readonly Field[] = [{ ...plain('notes', 'BG-1', 'Bemerkung'), kind: 'list', fields: [plain('subject', 'BT-21', 'Betreff'), plain('text', 'BT-22', 'Text')] }]
const VAT_TOTALS: readonly Field[] = [
  { ...plain('vat', 'BT-110', 'Gesamtbetrag der Umsatzsteuer'), kind: 'amount' }, { ...plain('vatInAccountingCurrency', 'BT-111', 'Umsatzsteuer in der Buchungswährung'), kind: 'amount' },
]

const term = (f: Field): number => Number(f.bt.slice(3))

/** Every field of an invoice with its label, for renderings: what the mapping holds, and what readers handle themselves. */
export const RENDERED_FIELDS: readonly Field[] = [
  ...INVOICE.map((f) => f.key === 'totals' ? { ...f, fields: [...f.fields ?? [], ...VAT_TOTALS].toSorted((a, b) => term(a) - term(b)) } : f),
  ...NOTES, { ...plain('payment', 'BG-16', 'Zahlung'), kind: 'group', fields: PAYMENT },
]

/** The whole invoice, ending with a line break. */
export function renderInvoice(invoice: Invoice): string {
  return block(RENDERED_FIELDS, invoice as unknown as Record<string, unknown>, '')
}
