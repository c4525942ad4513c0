/** Checks one file: XML or hybrid PDF, structure, business rules, levels of its scenario. */
import { extractInvoice, PdfError } from './pdf/extract.js'
import type { Embedded } from './pdf/extract.js'
import { profileOf } from './profile.js'
import type { Profile, Syntax } from './profile.js'
import { sel } from './rules/access.js'
import { run } from './rules/engine.js'
import type { Level } from './rules/engine.js'
import { programFor } from './rules/index.js'
import { ruleText } from './texts/index.js'
import { decodeXml } from './xml/decode.js'
import { XmlError } from './xml/error.js'
import { parseXml } from './xml/parse.js'
import { position, stringValue, xpath } from './xml/tree.js'
import type { Doc } from './xml/tree.js'
import { checkStructure } from './xsd/structure.js'

export interface Finding {
  /** Official id (`BR-DE-19`), `XSD` for structure, `XML` and `PDF` for files that cannot be read, `BT-24` for the specification. */
  readonly rule: string
  readonly level: Level
  /** XPath with canonical prefixes, or a place in the file. */
  readonly location: string
  /** Business terms, e.g. `BT-31, BT-32`; empty where there is none. */
  readonly bt: string
  /** English. */
  readonly message: string
  /** German, with what to do. */
  readonly text: string
}

export interface Report {
  readonly file: string | undefined
  /** Would be accepted: no finding of level error. */
  readonly valid: boolean
  readonly syntax: Syntax | undefined
  readonly profile: string | undefined
  readonly customizationId: string | undefined
  readonly findings: readonly Finding[]
  /** Milliseconds. */
  readonly ms: number
}

export interface ValidateOptions {
  readonly fileName?: string
  /** Day of the check, `YYYY-MM-DD`; today by default. Decides whether a version of a specification is still in force. */
  readonly at?: string
}

const SYNTAX_OF: Readonly<Record<string, Syntax>> = {
  'ubl:Invoice': 'UBL Invoice', 'cn:CreditNote': 'UBL CreditNote', 'rsm:CrossIndustryInvoice': 'CII', 'zf1:CrossIndustryDocument': 'ZUGFeRD 1',
}

const BT24: Readonly<Record<Syntax, string>> = {
  'UBL Invoice': 'cbc:CustomizationID', 'UBL CreditNote': 'cbc:CustomizationID',
  CII: 'rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID',
  'ZUGFeRD 1': 'zf1:SpecifiedExchangedDocumentContext/ram12:GuidelineSpecifiedDocumentContextParameter/ram12:ID',
}

/** The syntax of a document by its root element, never by file name. */
export const syntaxOf = (doc: Doc): Syntax | undefined => SYNTAX_OF[doc.root.name]

/** Specification identifier (BT-24) as written; `''` where there is none. */
export function specificationOf(doc: Doc, syntax: Syntax): string {
  const el = sel(doc.root, BT24[syntax])[0]
  return el ? stringValue(el) : ''
}

const whole = (rule: string, level: Level, message: string, text: string, location = '/', bt = ''): Finding =>
  ({ rule, level, location, bt, message, text })

/** Findings of a parsed UBL or CII document. */
export function checkDocument(doc: Doc, syntax: 'UBL Invoice' | 'UBL CreditNote' | 'CII', profile: Profile): Finding[] {
  const family = syntax === 'CII' ? 'CII' : 'UBL'
  const structure = checkStructure(doc, family).map((f) => whole('XSD', 'error', 'The structure of the document is wrong here.', f.text, xpath(f.el)))
  const breaches = run(programFor(family, profile.xrechnung), doc).map(({ id, level, el }): Finding => {
    const text = ruleText(id, el)
    return { rule: id, level: profile.levels.get(id) ?? level, location: xpath(el), bt: text.bt, message: text.en, text: text.de }
  })
  return [...structure, ...breaches]
}

type Checked = Omit<Report, 'file' | 'ms'>

const refused = (findings: readonly Finding[]): Checked =>
  ({ valid: false, syntax: undefined, profile: undefined, customizationId: undefined, findings })

function outdated(doc: Doc, at: string, notes: readonly Finding[]): Checked {
  const id = specificationOf(doc, 'ZUGFeRD 1')
  const text = 'Das Format ZUGFeRD 1 entspricht nicht der Norm EN 16931 und kann nicht angenommen werden. Bitte senden Sie eine XRechnung oder ZUGFeRD ab Version 2.'
  return {
    valid: false, syntax: 'ZUGFeRD 1', profile: profileOf(id, 'ZUGFeRD 1', at).name, customizationId: id,
    findings: [...notes, whole('BT-24', 'error', 'ZUGFeRD 1 does not follow EN 16931.', text, '/', 'BT-24')],
  }
}

function checkXml(bytes: Uint8Array, at: string, embedded: Embedded | undefined): Checked {
  const doc = parseXml(decodeXml(bytes))
  const syntax = syntaxOf(doc)
  const notes: Finding[] = []
  if (!syntax) {
    const text = `Die Datei ist keine E-Rechnung: Sie beginnt mit „${doc.root.name.slice(0, 80)}“. Erwartet wird eine Rechnung in UBL oder CII.`
    return refused([whole('XML', 'error', 'The file is no electronic invoice in UBL or CII.', text, xpath(doc.root))])
  }
  const id = specificationOf(doc, syntax)
  const profile = profileOf(id, syntax, at)
  for (const note of embedded?.notes(profile.name, syntax) ?? []) notes.push(whole('PDF', note.level, note.message, note.text))
  if (syntax === 'ZUGFeRD 1') return outdated(doc, at, notes)
  if (profile.note) notes.push(noteOf(profile, profile.note))
  if (profile.stray) notes.push(strayFinding(doc))
  const findings = [...notes, ...checkDocument(doc, syntax, profile)]
  return { valid: !findings.some((f) => f.level === 'error'), syntax, profile: profile.name, customizationId: id, findings }
}

const noteOf = ({ incomplete }: Profile, note: string): Finding => incomplete
  ? whole('BT-24', 'error', 'The profile describes no invoice of EN 16931.', note, '/', 'BT-24')
  : whole('BT-24', 'information', 'The specification has no scenario here; checked against EN 16931 only.', note, '/', 'BT-24')

/** Without a scenario the rules of XRechnung are silent; that the invoice does not name XRechnung is worth saying all the same. */
function strayFinding(doc: Doc): Finding {
  const text = ruleText('BR-DE-21', doc.root)
  return { rule: 'BR-DE-21', level: 'warning', location: xpath(doc.root), bt: text.bt, message: text.en, text: text.de }
}

function unreadable(error: XmlError, source: () => string): Finding {
  const at = error.kind === 'encoding' ? '/' : place(source(), error.offset)
  return whole('XML', 'error', 'The file is no well-formed XML or exceeds the limits.', error.message, at)
}

function place(source: string, offset: number): string {
  const { line, column } = position(source, offset)
  return `Zeile ${line}, Spalte ${column}`
}

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-')

/** Bytes of the invoice: the file itself, or what a hybrid PDF embeds. */
export function invoiceBytes(bytes: Uint8Array): { xml: Uint8Array, embedded: Embedded | undefined } {
  if (!isPdf(bytes)) return { xml: bytes, embedded: undefined }
  const embedded = extractInvoice(bytes)
  return { xml: embedded.xml, embedded }
}

function check(bytes: Uint8Array, at: string): Checked {
  let xml = bytes
  try {
    const content = invoiceBytes(bytes)
    xml = content.xml
    return checkXml(xml, at, content.embedded)
  } catch (error) {
    if (error instanceof PdfError) return refused([whole('PDF', 'error', error.english, error.message)])
    if (error instanceof XmlError) return refused([unreadable(error, () => error.kind === 'limit' ? '' : decodeXml(xml))])
    throw error
  }
}

/**
 * Checks an electronic invoice: XML (UBL Invoice, UBL CreditNote, CII) or hybrid PDF (ZUGFeRD, Factur-X). Always gives a
 * verdict; broken files are refused with a finding that says why. Reads nothing but the given bytes.
 */
export function validateInvoice(bytes: Uint8Array, options: ValidateOptions = {}): Report {
  const start = performance.now()
  const checked = check(bytes, options.at ?? Temporal.Now.plainDateISO('Europe/Berlin').toString())
  return { file: options.fileName, ...checked, ms: Math.round((performance.now() - start) * 1000) / 1000 }
}
