/** The VAT rules BR-S, BR-Z, BR-E, BR-AE, BR-IC, BR-G, BR-AF, BR-AG and BR-O for UBL: one family, nine categories. */
import { abs, add, keyOf, parseDec, sub, sum, ZERO } from '../../decimal.js'
import type { Dec } from '../../decimal.js'
import { all, stringValue } from '../../xml/tree.js'
import type { Doc, El } from '../../xml/tree.js'
import { fact, flag, has, is, lacks, norm, num, nums, sel, some, str, strs, trimmed } from '../access.js'
import { above, nearby, same, vatOf, zero } from '../amounts.js'
import { choose, fault, must, RuleFault } from '../engine.js'
import type { Assertion, RuleContext } from '../engine.js'
import { isVatContext, ublFacts } from './facts.js'
import type { Codes, UblFacts } from './facts.js'

interface Category { readonly code: string, readonly family: string }

const CATEGORIES: readonly Category[] = [
  { code: 'AE', family: 'AE' }, { code: 'E', family: 'E' }, { code: 'G', family: 'G' }, { code: 'K', family: 'IC' },
  { code: 'L', family: 'AF' }, { code: 'M', family: 'AG' }, { code: 'O', family: 'O' }, { code: 'S', family: 'S' }, { code: 'Z', family: 'Z' },
]

const n = (codes: ReadonlyMap<string, number>, code: string): number => codes.get(code) ?? 0

/** Rule 01: a category used somewhere has its entry in the VAT breakdown. */
function breakdownComplete(code: string, f: UblFacts): boolean {
  if (code === 'S') return (n(f.both.any, code) + n(f.lines.any, code) > 0) === (n(f.breakdown.any, code) > 0)
  if (code === 'L' || code === 'M') {
    const used = n(f.both.vat, code) + n(f.lines.vat, code) > 0
    // The official test takes these codes as written here, elsewhere without the white space around them.
    return used ? n(code === 'L' ? f.breakdown.raw : f.breakdown.rawVat, code) > 0 : n(f.breakdown.vat, code) === 0
  }
  return n(f.categories.vat, code) === 0 || n(f.breakdown.vat, code) === 1
}

/** Rules 02 to 04: which parties must be identified once the category is used. */
function partiesIdentified(code: string, f: UblFacts): boolean {
  switch (code) {
    case 'AE': return (f.sellerTaxId || f.representativeVatId) && (f.buyerVatId || f.buyerLegalId)
    case 'G': return f.sellerVatId || f.representativeVatId
    case 'K': return (f.sellerVatId || f.representativeVatId) && f.buyerVatId
    case 'O': return !f.sellerVatId && !f.representativeVatId && !f.buyerVatId
    default: return f.sellerTaxId || f.representativeVatId
  }
}

const used = (code: string, codes: Codes, f: UblFacts) => n(codes.vat, code) === 0 || partiesIdentified(code, f)

function documentAssertions({ code, family }: Category): Assertion[] {
  const id = (no: string) => `BR-${family}-${no}`
  const own = code === 'O'
  return [
    must(id('01'), (_, doc) => breakdownComplete(code, ublFacts(doc))),
    must(id('02'), (_, doc) => {
      const f = ublFacts(doc)
      if (code === 'S' && n(f.lines.any, code) > 0 && n(f.lines.vat, code) === 0) return false
      return used(code, f.lines, f)
    }),
    must(id('03'), (_, doc) => used(code, own ? ublFacts(doc).documentAllowances : ublFacts(doc).allowances, ublFacts(doc))),
    must(id('04'), (_, doc) => (code === 'L' && n(ublFacts(doc).charges.rawVat, code) === 0) || used(code, own ? ublFacts(doc).documentCharges : ublFacts(doc).charges, ublFacts(doc))),
  ]
}

const others = (codes: ReadonlyMap<string, number>, code: string) => [...codes.keys()].some((k) => k !== code)

/** BR-O-11 to BR-O-14: "not subject to VAT" stands alone in an invoice. */
const alone = (pick: (f: UblFacts) => Codes) => (_: El, doc: Doc): boolean => {
  const f = ublFacts(doc)
  return n(f.breakdown.vat, 'O') === 0 || !others(pick(f).vat, 'O')
}

const italian: readonly Assertion[] = [
  must('BR-B-01', (_, doc) => !usesCode(doc, 'B') || all(doc, 'cbc:IdentificationCode').every((e) => stringValue(e) === 'IT')),
  must('BR-B-02', (root, doc) => !splitOrStandard(root, doc, 'B') || !splitOrStandard(root, doc, 'S')),
]

const usesCode = (doc: Doc, code: string) =>
  [...all(doc, 'cac:TaxCategory'), ...all(doc, 'cac:ClassifiedTaxCategory')].some((e) => is(e, 'cbc:ID', code))

const splitOrStandard = (root: El, doc: Doc, code: string) =>
  is(root, 'cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:ID', code) || is(root, 'cac:AllowanceCharge/cac:TaxCategory/cbc:ID', code)
  || all(doc, 'cac:ClassifiedTaxCategory').some((e) => is(e, 'cbc:ID', code))

/** The VAT rules whose context is the document itself. */
export const ublVatDocument: readonly Assertion[] = [
  ...CATEGORIES.flatMap(documentAssertions),
  must('BR-IC-11', (root, doc) => n(ublFacts(doc).breakdown.vat, 'K') === 0
    || str(root, 'cac:Delivery/cbc:ActualDeliveryDate').length > 1 || sel(root, 'cac:InvoicePeriod').some((p) => p.children.length > 0)),
  must('BR-IC-12', (root, doc) => n(ublFacts(doc).breakdown.vat, 'K') === 0
    || str(root, 'cac:Delivery/cac:DeliveryLocation/cac:Address/cac:Country/cbc:IdentificationCode').length > 1),
  must('BR-O-11', alone((f) => f.breakdown)),
  must('BR-O-12', alone((f) => f.lines)),
  must('BR-O-13', alone((f) => f.allowances)),
  must('BR-O-14', alone((f) => f.charges)),
  ...italian,
]

interface Share { readonly amount: Dec, readonly rates: readonly string[] }

/** Amounts of a category by kind; gathered once, so that many breakdown entries do not mean many walks. */
interface Shares { readonly InvoiceLine: readonly Share[], readonly CreditNoteLine: readonly Share[], readonly charge: readonly Share[], readonly allowance: readonly Share[] }

function shares(doc: Doc, code: string): Shares {
  return fact(doc, `shares ${code}`, () => {
    const root = doc.root
    const lines = (name: string) => sel(root, `cac:${name}`).filter((l) => sel(l, 'cac:Item/cac:ClassifiedTaxCategory').some((c) => norm(c, 'cbc:ID') === code))
      .flatMap((l) => nums(l, 'cbc:LineExtensionAmount').map((amount) => ({ amount, rates: strs(l, 'cac:Item/cac:ClassifiedTaxCategory/cbc:Percent') })))
    const extras = (charge: boolean) => sel(root, 'cac:AllowanceCharge')
      .filter((a) => flag(a, 'cbc:ChargeIndicator', charge) && sel(a, 'cac:TaxCategory').some((c) => norm(c, 'cbc:ID') === code))
      .flatMap((a) => nums(a, 'cbc:Amount').map((amount) => ({ amount, rates: strs(a, 'cac:TaxCategory/cbc:Percent') })))
    return { InvoiceLine: lines('InvoiceLine'), CreditNoteLine: lines('CreditNoteLine'), charge: extras(true), allowance: extras(false) }
  })
}

/** Amounts added up once per rate: a breakdown may have thousands of entries. */
type Sums = ReadonlyMap<string, Dec>

/** @throws RuleFault for a rate that is no number */
const rateKey = (rate: string): string => keyOf(parseDec(rate) ?? fault())

function sums(doc: Doc, code: string, part: keyof Shares): Sums | null {
  return fact(doc, `sums ${code} ${part}`, () => attempt(() => {
    const list = shares(doc, code)[part]
    const byRate = new Map<string, Dec>()
    for (const { amount, rates } of list) for (const key of new Set(rates.map(rateKey))) byRate.set(key, add(byRate.get(key) ?? ZERO, amount))
    return byRate
  }))
}

/** What cannot be worked out is remembered as well. */
function attempt<T>(make: () => T): T | null {
  try {
    return make()
  } catch (error) {
    if (error instanceof RuleFault) return null
    throw error
  }
}

function netOf(doc: Doc, code: string, kind: 'InvoiceLine' | 'CreditNoteLine', rate: Dec | undefined): Dec {
  const of = (part: keyof Shares): Dec => {
    if (!rate) return fact(doc, `total ${code} ${part}`, () => sum(shares(doc, code)[part].map((s) => s.amount)))
    return (sums(doc, code, part) ?? fault()).get(keyOf(rate)) ?? ZERO
  }
  return sub(add(of(kind), of('charge')), of('allowance'))
}

/** Rule 08: the taxable amount is what lines, charges and allowances of the category (and rate) add up to. */
function taxableFits(code: string, el: El, doc: Doc): boolean {
  const perRate = code === 'S' || code === 'L' || code === 'M'
  const taxable = (): Dec | undefined => num(el.parent as El, 'cbc:TaxableAmount')
  const kinds = (['InvoiceLine', 'CreditNoteLine'] as const).filter((k) => all(doc, `cac:${k}`).length > 0 || code === 'S')
  if (!perRate) return kinds.some((k) => same(taxable(), netOf(doc, code, k, undefined)))
  const rate = num(el, 'cbc:Percent')
  if (!rate) return true
  return kinds.some((k) => (code !== 'S' || rateInUse(doc, k, rate)) && nearby(taxable(), netOf(doc, code, k, rate)))
}

function rateInUse(doc: Doc, kind: 'InvoiceLine' | 'CreditNoteLine', rate: Dec): boolean {
  const used = fact(doc, `rates ${kind}`, () => attempt(() => {
    const standard = (e: El, path: string) => some(e, path, (c) => norm(c, 'cbc:ID') === 'S') ? strs(e, `${path}/cbc:Percent`).map(rateKey) : []
    return new Set([...all(doc, `cac:${kind}`).flatMap((l) => standard(l, 'cac:Item/cac:ClassifiedTaxCategory')), ...all(doc, 'cac:AllowanceCharge').flatMap((a) => standard(a, 'cac:TaxCategory'))])
  }))
  return (used ?? fault()).has(keyOf(rate))
}

function taxFits(code: string, el: El): boolean {
  const tax = num(el.parent as El, 'cbc:TaxAmount')
  if (code !== 'S' && code !== 'L' && code !== 'M') return zero(tax)
  return nearby(tax && abs(tax), vatOf(num(el.parent as El, 'cbc:TaxableAmount'), num(el, 'cbc:Percent')))
}

function reasonFits(code: string, el: El): boolean {
  const given = has(el, 'cbc:TaxExemptionReason') || has(el, 'cbc:TaxExemptionReasonCode')
  return 'SZLM'.includes(code) ? !given : given
}

/** Rules 05 to 07: the rate that goes with the category. */
function rateFits(code: string, el: El): boolean {
  if (code === 'O') return lacks(el, 'cbc:Percent')
  if (code === 'S' || code === 'L' || code === 'M') return sel(el, 'cbc:Percent').some((p) => above(trimmed(p), code === 'S' ? 'zero' : 'zeroOrMore'))
  return zero(num(el, 'cbc:Percent'))
}

type Choices = ReadonlyMap<string, readonly Assertion[]>

const byCode = (make: (c: Category) => readonly Assertion[]): Choices => new Map(CATEGORIES.map((c) => [c.code, make(c)]))
const listed = (choices: Choices): Assertion[] => [...choices.values()].flat()
const rule = ({ family }: Category, no: string, test: Assertion['test']): Assertion => must(`BR-${family}-${no}`, test)

/** Assertions of the category that an element names, if its tax scheme is VAT. */
function chosen(choices: Choices, el: El): readonly Assertion[] | undefined {
  const found = choices.get(norm(el, 'cbc:ID'))
  return found && isVatContext(el) ? found : undefined
}

const BREAKDOWN = byCode((c) => [
  rule(c, '08', (el, doc) => taxableFits(c.code, el, doc)), rule(c, '09', (el) => taxFits(c.code, el)), rule(c, '10', (el) => reasonFits(c.code, el)),
])
const rates = (no: string): Choices => byCode((c) => [rule(c, no, (el) => rateFits(c.code, el))])
const [LINE_RATES, ALLOWANCE_RATES, CHARGE_RATES] = [rates('05'), rates('06'), rates('07')] as const

export const ublVatContexts: readonly RuleContext[] = [
  choose('cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory', listed(BREAKDOWN),
    (el, doc) => el.parent?.parent?.parent === doc.root ? chosen(BREAKDOWN, el) : undefined),
  choose('cac:AllowanceCharge/cac:TaxCategory', [...listed(ALLOWANCE_RATES), ...listed(CHARGE_RATES)], (el) => {
    const parent = el.parent as El
    if (flag(parent, 'cbc:ChargeIndicator', false)) return chosen(ALLOWANCE_RATES, el)
    return flag(parent, 'cbc:ChargeIndicator', true) ? chosen(CHARGE_RATES, el) : undefined
  }),
  choose('cac:InvoiceLine/cac:Item/cac:ClassifiedTaxCategory cac:CreditNoteLine/cac:Item/cac:ClassifiedTaxCategory', listed(LINE_RATES),
    (el) => chosen(LINE_RATES, el)),
]
