/** The electronic invoice inside a hybrid PDF: ZUGFeRD 1 and 2, Factur-X, XRechnung in PDF/A-3. */
import type { Syntax } from '../profile.js'
import type { Level } from '../rules/engine.js'
import { PdfError } from './error.js'
import { catalog, decode, openPdf, resolve } from './file.js'
import type { PdfFile } from './file.js'
import { isArray, isDict, isName, isRef, isStream, textOf } from './lexer.js'
import type { Dict, Value } from './lexer.js'
import { readXmp } from './xmp.js'
import type { Xmp } from './xmp.js'

export { PdfError } from './error.js'

export interface Note { readonly level: Level, readonly message: string, readonly text: string }

export interface Embedded {
  readonly xml: Uint8Array
  /** File name inside the PDF. */
  readonly name: string
  /** AFRelationship, e.g. `Alternative`; empty where missing. */
  readonly relationship: string
  readonly xmp: Xmp | undefined
  /** What does not fit between PDF and XML, once the profile of the XML is known. */
  readonly notes: (profile: string, syntax: Syntax) => Note[]
}

interface Attachment { readonly name: string, readonly relationship: string, readonly associated: boolean, readonly spec: Dict }

const MAX_ATTACHMENTS = 5_000
const KNOWN_NAMES = ['factur-x.xml', 'xrechnung.xml', 'zugferd-invoice.xml']

function attachment(file: PdfFile, value: Value, associated: boolean): Attachment | undefined {
  const spec = resolve(file, value)
  if (!isDict(spec) || !isDict(resolve(file, spec.get('EF')))) return undefined
  const relationship = resolve(file, spec.get('AFRelationship'))
  const name = textOf(resolve(file, spec.get('UF'))) || textOf(resolve(file, spec.get('F')))
  return { name, relationship: isName(relationship) ? relationship.name : '', associated, spec }
}

/** Leaves of a name tree, bounded and safe against loops. */
function leaves(file: PdfFile, value: Value, seen: Set<number>, out: Value[]): void {
  if (isRef(value)) {
    if (seen.has(value.num)) return
    seen.add(value.num)
  }
  const node = resolve(file, value)
  if (!isDict(node) || out.length > MAX_ATTACHMENTS || seen.size > MAX_ATTACHMENTS) return
  const names = resolve(file, node.get('Names'))
  if (isArray(names)) for (let i = 1; i < names.length; i += 2) out.push(names[i] ?? null)
  const kids = resolve(file, node.get('Kids'))
  if (isArray(kids)) for (const kid of kids) leaves(file, kid, seen, out)
}

function attachments(file: PdfFile, root: Dict): Attachment[] {
  const af = resolve(file, root.get('AF'))
  const associated = isArray(af) ? af : []
  const names = resolve(file, root.get('Names'))
  const embedded: Value[] = []
  if (isDict(names)) leaves(file, names.get('EmbeddedFiles') ?? null, new Set(), embedded)
  const found = [...associated.map((v) => attachment(file, v, true)), ...embedded.map((v) => attachment(file, v, false))]
  const unique = new Map<Dict, Attachment>()
  for (const a of found) if (a && !unique.has(a.spec)) unique.set(a.spec, a)
  return [...unique.values()]
}

/** The invoice among the attachments: a known name first, then an XML file with the relationship of an invoice. */
function choose(list: readonly Attachment[]): Attachment | undefined {
  const byName = KNOWN_NAMES.map((n) => list.find((a) => a.name.toLowerCase().split(/[\\/]/).pop() === n)).find(Boolean)
  if (byName) return byName
  const xml = list.filter((a) => /\.xml$/i.test(a.name))
  return xml.find((a) => ['Alternative', 'Data', 'Source'].includes(a.relationship)) ?? (xml.length === 1 ? xml[0] : undefined)
}

function content(file: PdfFile, a: Attachment): Uint8Array {
  const ef = resolve(file, a.spec.get('EF'))
  const stream = isDict(ef) ? resolve(file, ef.get('UF') ?? ef.get('F')) : null
  const other = isDict(ef) && !isStream(stream) ? resolve(file, ef.get('F')) : stream
  if (!isStream(other)) throw new PdfError(`Die Rechnungsdatei „${a.name}“ in der PDF ist beschädigt.`, 'The embedded invoice is damaged.')
  return decode(file, other)
}

function metadata(file: PdfFile, root: Dict): Xmp | undefined {
  const stream = resolve(file, root.get('Metadata'))
  if (!isStream(stream)) return undefined
  try {
    return readXmp(decode(file, stream))
  } catch (error) {
    if (error instanceof PdfError) return undefined
    throw error
  }
}

/** Levels as they stand in the XMP metadata, by profile of the XML. */
const LEVELS: Readonly<Record<string, readonly string[]>> = {
  'Factur-X MINIMUM': ['MINIMUM'], 'Factur-X BASIC WL': ['BASIC WL', 'BASICWL'], 'Factur-X BASIC': ['BASIC'], 'EN 16931': ['EN 16931', 'EN16931', 'COMFORT'],
  'Factur-X EXTENDED': ['EXTENDED'], 'XRechnung 3.0': ['XRECHNUNG', 'EN 16931'], 'XRechnung 3.0 Extension': ['XRECHNUNG'], 'XRechnung 3.0 CVD': ['XRECHNUNG'],
  'ZUGFeRD 1 BASIC': ['BASIC'], 'ZUGFeRD 1 COMFORT': ['COMFORT'], 'ZUGFeRD 1 EXTENDED': ['EXTENDED'],
}

const warn = (message: string, text: string): Note => ({ level: 'warning', message, text })

function compare(a: Attachment, xmp: Xmp | undefined, profile: string): Note[] {
  const out: Note[] = []
  if (!xmp) return [warn('The PDF has no readable XMP metadata, so it is no PDF/A-3.', 'Die PDF-Datei hat keine lesbaren Metadaten. Eine hybride Rechnung muss PDF/A-3 sein.')]
  if (xmp.part !== '3') out.push(warn('The PDF is not marked as PDF/A-3.', `Die PDF-Datei ist nicht als PDF/A-3 gekennzeichnet${xmp.part ? ` (sondern als PDF/A-${xmp.part})` : ''}.`))
  if (!xmp.level) out.push(warn('The XMP metadata do not name the profile of the invoice.', 'In den Metadaten der PDF-Datei fehlt das Profil der Rechnung (ConformanceLevel).'))
  const expected = LEVELS[profile]
  if (xmp.level && expected && !expected.includes(xmp.level.toUpperCase())) {
    out.push(warn('The profile in the XMP metadata differs from that of the XML.', `Die Metadaten der PDF-Datei nennen das Profil „${xmp.level.slice(0, 40)}“, die Rechnungsdatei aber „${profile}“.`))
  }
  if (xmp.fileName && xmp.fileName !== a.name) {
    out.push(warn('The XMP metadata name another file.', `Die Metadaten nennen die Datei „${xmp.fileName.slice(0, 60)}“, eingebettet ist „${a.name.slice(0, 60)}“.`))
  }
  if (!a.relationship) out.push(warn('The embedded file has no AFRelationship.', 'Bei der eingebetteten Rechnungsdatei fehlt die Angabe, wie sie zur PDF-Datei gehört (AFRelationship).'))
  else if (!a.associated) out.push(warn('The embedded file is not associated with the document (AF).', 'Die eingebettete Rechnungsdatei ist dem Dokument nicht zugeordnet (Eintrag AF fehlt).'))
  return out
}

/** Takes the invoice out of a hybrid PDF. Throws {@link PdfError} when there is none or the file cannot be read. */
export function extractInvoice(bytes: Uint8Array): Embedded {
  const file = openPdf(bytes)
  const root = catalog(file)
  const list = attachments(file, root)
  const chosen = choose(list)
  if (!chosen) {
    const names = list.map((a) => a.name).filter(Boolean).slice(0, 5).join(', ')
    throw new PdfError(
      `Die PDF-Datei enthält keine elektronische Rechnung${names ? ` (eingebettet: ${names.slice(0, 200)})` : ''}. Eine PDF allein ist keine E-Rechnung. Bitte senden Sie eine XRechnung oder ZUGFeRD-Rechnung.`,
      'The PDF contains no electronic invoice.',
    )
  }
  const xml = content(file, chosen)
  const xmp = metadata(file, root)
  return { xml, name: chosen.name, relationship: chosen.relationship, xmp, notes: (profile) => compare(chosen, xmp, profile) }
}
