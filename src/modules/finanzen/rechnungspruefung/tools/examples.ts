/**
 * Invoices of our own, made from the model: one complete case, one per VAT category, direct debit, card, extension,
 * vehicles, credit note. All of them are valid; tests break them rule by rule.
 */
import { dec, mul, round, sub, sum } from '../decimal.js'
import type { Dec } from '../decimal.js'
import type { AllowanceCharge, Invoice, Line, Party } from '../model/invoice.js'
import { CVD_ID, EXTENSION_ID, XRECHNUNG_ID } from '../rules/xrechnung/values.js'

const seller: Party = {
  name: 'Bauhof Musterstadt GmbH', tradingName: 'Musterbau', identifiers: [{ id: 'L-4711' }], registration: { id: 'HRB 1234' }, vatId: 'DE123456788', taxNumber: '123/456/7890',
  legalForm: 'Geschäftsführung: Erika Muster', electronicAddress: { id: 'rechnung@musterbau.example', scheme: 'EM' },
  address: { line1: 'Am Werk 1', line2: 'Tor 2', line3: 'Halle 3', city: 'Musterstadt', postCode: '45000', region: 'Nordrhein-Westfalen', country: 'DE' },
  contact: { name: 'Erika Muster', telephone: '+49 201 123456', email: 'erika@musterbau.example' },
}

const buyer: Party = {
  name: 'Stadt Musterstadt', tradingName: 'Tiefbauamt', identifiers: [{ id: 'K-9' }], registration: { id: 'R-1' }, vatId: 'DE987654321',
  electronicAddress: { id: '05120000-99-08', scheme: '0204' },
  address: { line1: 'Rathausplatz 1', line2: 'Zimmer 2', line3: 'Flügel 3', city: 'Musterstadt', postCode: '45001', region: 'Nordrhein-Westfalen', country: 'DE' },
  contact: { name: 'Rechnungseingang', telephone: '+49 201 654321', email: 'rechnung@musterstadt.example' },
}

const RATES: Readonly<Record<string, string | undefined>> = { S: '19', L: '7', M: '4', O: undefined }
const rateOf = (category: string): Dec | undefined => category in RATES ? (RATES[category] === undefined ? undefined : dec(RATES[category])) : dec('0')

const extra = (category: string, amount: string, reason: string, reasonCode: string): AllowanceCharge => {
  const vatRate = rateOf(category)
  return { amount: dec(amount), base: dec(`${amount}0`.replace(/^(\d+)\.(\d)/, '$1$2.')), percent: dec('10'), reason, reasonCode, vatCategory: category, ...vatRate ? { vatRate } : {} }
}

function line(id: string, category: string, quantity: string, price: string): Line {
  const vatRate = rateOf(category)
  return {
    id, note: 'nach Aufmaß', object: { id: 'OBJ-1', scheme: 'AAA' }, quantity: { value: dec(quantity), unit: 'C62' }, net: round(sub(mul(dec(quantity), dec(price)), dec('1.00')), 2),
    orderLine: '10', accountingReference: '541000', period: { start: '2026-02-01', end: '2026-02-27' },
    allowances: [{ amount: dec('2.00'), base: dec('20.00'), percent: dec('10'), reason: 'Treue', reasonCode: '95' }],
    charges: [{ amount: dec('1.00'), base: dec('10.00'), percent: dec('10'), reason: 'Fracht', reasonCode: 'FC' }],
    price: dec(price), discount: dec('0.50'), grossPrice: sub(dec(price), dec('-0.50')), baseQuantity: { value: dec('1'), unit: 'C62' },
    vatCategory: category, ...vatRate ? { vatRate } : {}, name: 'Pflasterstein', description: 'Granit, grau', sellerItemId: 'P-1', buyerItemId: 'B-1',
    standardItemId: { id: '4012345678901', scheme: '0160' }, classifications: [{ id: '44113130', scheme: 'STI', version: '1' }], origin: 'DE', attributes: [{ name: 'Farbe', value: 'grau' }],
  }
}

const EXEMPT = ['E', 'AE', 'K', 'G', 'O']

/** A complete and valid invoice in one VAT category. */
export function sampleInvoice(category = 'S', type = '380', specification = XRECHNUNG_ID): Invoice {
  const lines = [line('1', category, '10', '12.50'), line('2', category, '3', '40.00')]
  const allowances = [extra(category, '5.00', 'Rabatt', '95')]
  const charges = [extra(category, '3.00', 'Verpackung', 'ABL')]
  const net = (list: readonly (Dec | undefined)[]): Dec => sum(list.filter((d) => d !== undefined))
  const lineSum = net(lines.map((l) => l.net))
  const taxable = sub(sum([lineSum, dec('3.00')]), dec('5.00'))
  const rate = rateOf(category)
  const tax = round(mul(taxable, mul(rate ?? dec('0'), dec('0.01'))), 2)
  const gross = sum([taxable, tax])
  const vatFree = category === 'O'
  const without = (p: Party): Party => { const { vatId: _, ...rest } = p; return rest }
  return {
    number: 'R-2026-1', issueDate: '2026-03-02', type, currency: 'EUR', dueDate: '2026-04-01', buyerReference: '05120000-99-08', project: 'PR-1', contract: 'V-1',
    purchaseOrder: 'B-1', salesOrder: 'A-1', receivingAdvice: 'WE-1', despatchAdvice: 'LS-1', tender: 'VG-1', object: { id: 'OBJ-9', scheme: 'AAA' }, accountingReference: '0815',
    paymentTerms: 'Zahlbar in 30 Tagen.\n#SKONTO#TAGE=14#PROZENT=2.00#\n', notes: [{ subject: 'AAI', text: 'Danke für den Auftrag.' }], process: 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
    specification, preceding: [{ number: 'R-2025-9', date: '2025-12-01' }], seller: vatFree ? without(seller) : seller, buyer: vatFree ? without(buyer) : buyer,
    payee: { name: 'Factoring AG', identifier: { id: 'F-1' }, registration: { id: 'HRB 9' } },
    ...vatFree ? {} : { taxRepresentative: { name: 'Steuer KG', vatId: 'DE111111125', address: { line1: 'Weg 1', line2: 'a', line3: 'b', city: 'Essen', postCode: '45127', region: 'NRW', country: 'DE' } } },
    delivery: { name: 'Bauhof', location: { id: 'ORT-1' }, date: '2026-02-28', address: { line1: 'Lager 1', line2: 'a', line3: 'b', city: 'Musterstadt', postCode: '45002', region: 'NRW', country: 'DE' } },
    period: { start: '2026-02-01', end: '2026-02-28' },
    payment: { code: '58', text: 'SEPA-Überweisung', remittance: 'R-2026-1', transfers: [{ account: 'DE75512108001245126199', name: 'Musterbau', bic: 'SOGEDEFFXXX' }] },
    allowances, charges,
    totals: { lines: lineSum, allowances: dec('5.00'), charges: dec('3.00'), net: taxable, vat: tax, gross, paid: dec('10.00'), rounding: dec('0.01'), due: sum([sub(gross, dec('10.00')), dec('0.01')]) },
    vat: [{ taxable, tax, category, rate: rate ?? dec('0'), ...EXEMPT.includes(category) ? { exemptionReason: 'siehe Vertrag', exemptionCode: EXEMPTION_CODES[category] ?? 'VATEX-EU-O' } : {} }],
    documents: [
      { id: 'ANL-1', description: 'Aufmaß', attachment: { content: 'JVBERi0xLjQK', mime: 'application/pdf', fileName: 'aufmass.pdf' } }, { id: 'ANL-2', url: 'https://musterbau.example/plan' },
    ],
    lines,
  }
}

const EXEMPTION_CODES: Readonly<Record<string, string>> = { E: 'VATEX-EU-132', AE: 'VATEX-EU-AE', K: 'VATEX-EU-IC', G: 'VATEX-EU-G', O: 'VATEX-EU-O' }

/** Variants that reach rules the plain invoice does not. */
export function sampleVariants(): { name: string, invoice: Invoice }[] {
  const base = sampleInvoice()
  const debit: Invoice = { ...base, payment: { code: '59', transfers: [], remittance: 'R', mandate: 'M-1', creditorId: 'DE98ZZZ09999999999', debitedAccount: 'DE75512108001245126199' } }
  const card: Invoice = { ...base, payment: { code: '48', transfers: [], cardNumber: '4111111111', cardHolder: 'Erika Muster' } }
  const { period: _p, taxPointCode: _c, ...noPeriod } = base
  const foreign: Invoice = { ...base, vatCurrency: 'CHF', totals: { ...base.totals, vatInAccountingCurrency: dec('40.00') } }
  const vehicle: Invoice = { ...sampleInvoice('S', '380', CVD_ID), lines: base.lines.map((l) => ({ ...l, classifications: [{ id: 'M1', scheme: 'CVD' }], attributes: [{ name: 'cva', value: 'clean' }] })) }
  return [
    { name: 'Rechnung', invoice: base }, { name: 'Gutschrift', invoice: sampleInvoice('S', '381') }, { name: 'Korrektur', invoice: sampleInvoice('S', '384') },
    { name: 'Lastschrift', invoice: debit }, { name: 'Karte', invoice: card },
    { name: 'Steuerzeitpunkt', invoice: { ...base, taxPointDate: '2026-03-01' } }, { name: 'Steuerzeitpunktcode', invoice: { ...base, taxPointCode: '35' } },
    { name: 'Zeitraum je Position', invoice: noPeriod }, { name: 'Buchungswährung', invoice: foreign },
    { name: 'Erweiterung', invoice: sampleInvoice('S', '380', EXTENSION_ID) }, { name: 'Fahrzeug', invoice: vehicle },
    { name: 'Fahrzeug-Gutschrift', invoice: { ...vehicle, type: '381' } }, { name: 'Erweiterung-Gutschrift', invoice: sampleInvoice('S', '381', EXTENSION_ID) },
    ...['Z', 'E', 'AE', 'K', 'G', 'O', 'L', 'M'].flatMap((c) => [{ name: `Kategorie ${c}`, invoice: sampleInvoice(c) }, { name: `Gutschrift ${c}`, invoice: sampleInvoice(c, '381') }]),
  ]
}

