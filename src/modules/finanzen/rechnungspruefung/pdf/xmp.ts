/** What the XMP metadata of a PDF say about PDF/A and the embedded invoice. */
import { decodeXml } from '../xml/decode.js'
import { XmlError } from '../xml/error.js'
import { parseXml } from '../xml/parse.js'
import { everyElement } from '../xml/tree.js'
import type { Doc } from '../xml/tree.js'

export interface Xmp {
  /** PDF/A part and conformance, e.g. `3` and `B`. */
  readonly part: string | undefined
  readonly conformance: string | undefined
  /** Profile of the invoice, e.g. `EN 16931`. */
  readonly level: string | undefined
  readonly fileName: string | undefined
  readonly version: string | undefined
}

const PDFA = 'http://www.aiim.org/pdfa/ns/id/'
const INVOICE = /^Q\{urn:(?:factur-x|zugferd|ferd):pdfa:CrossIndustryDocument:invoice:[0-9p]+#\}$/

/** A property stands as an element or as an attribute; `space` decides by the namespace in braces. */
function property(doc: Doc, space: (ns: string) => boolean, local: string): string | undefined {
  const split = (name: string): [string, string] => [name.slice(0, name.lastIndexOf('}') + 1), name.slice(name.lastIndexOf('}') + 1)]
  for (const el of everyElement(doc)) {
    const [ns, own] = split(el.name)
    if (own === local && space(ns)) return el.text.trim()
    for (const a of el.attrs) {
      const [attrNs, attrName] = split(a.name)
      if (attrName === local && space(attrNs)) return a.value.trim()
    }
  }
  return undefined
}

/** Some programs fill the packet up with zero bytes. Counted from the end: an expression takes quadratic time where they do not end it. */
function withoutPadding(text: string): string {
  let end = text.length
  while (text.charCodeAt(end - 1) === 0) end -= 1
  return text.slice(0, end)
}

/** Reads an XMP packet; `undefined` when it is no well-formed XML. */
export function readXmp(bytes: Uint8Array): Xmp | undefined {
  try {
    const text = withoutPadding(decodeXml(bytes)).trim()
    const doc = parseXml(text)
    const pdfa = (ns: string) => ns === `Q{${PDFA}}`
    const invoice = (ns: string) => INVOICE.test(ns)
    return {
      part: property(doc, pdfa, 'part'), conformance: property(doc, pdfa, 'conformance'),
      level: property(doc, invoice, 'ConformanceLevel'), fileName: property(doc, invoice, 'DocumentFileName'), version: property(doc, invoice, 'Version'),
    }
  } catch (error) {
    if (error instanceof XmlError) return undefined
    throw error
  }
}
