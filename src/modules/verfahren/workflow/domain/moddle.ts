// @ts-ignore: the package's entry point comes without declarations; readXml is the only place that touches it.
import { BpmnModdle } from 'bpmn-moddle'
import { SaxesParser } from 'saxes'
import { LIMITS } from './limits.js'
import { ModellFehler } from './model.js'

/** What the reader could not make sense of; `property` and `element` are set for references into nothing. */
export type ReadWarning = { message: string, property?: string, element?: Element, value?: string }
type Document = { rootElement: Element, warnings: ReadWarning[] }
type Reader = { fromXML(xml: string): Promise<Document> }

/** What we use of an element that bpmn-moddle has read. */
export type Element = { $type: string, id?: string, name?: string, get(name: string): unknown }

export const NAMESPACE = 'https://stadtkern.de/bpmn'

const attribute = (name: string) => ({ name, isAttr: true, type: 'String' })

/**
 * Our extension of BPMN. The attributes are allowed at every element; where they mean something is a matter of parse.
 */
export const STADTKERN_DESCRIPTOR = {
  name: 'Stadtkern',
  uri: NAMESPACE,
  prefix: 'stadtkern',
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'Angaben',
      isAbstract: true,
      extends: ['bpmn:BaseElement'],
      properties: [
        'gruppe', 'formular', 'maske', 'frist', 'nichtPerson', 'dienst', 'nachricht', 'schluessel', 'version',
        'sammlung', 'element', 'ergebnis', 'ergebnisse', 'ergebnisVariable', 'einheit',
      ].map(attribute),
    },
    { name: 'Eingabe', superClass: ['Element'], properties: [attribute('ziel'), attribute('ausdruck')] },
    { name: 'Ausgabe', superClass: ['Element'], properties: [attribute('ziel'), attribute('ausdruck')] },
  ],
}

/**
 * Reads XML with our extension; everything of other tools is kept by the reader and ignored by us.
 *
 * @throws ModellFehler when it is too deep, has too many elements, or one id many times
 * @throws Error when it is not well-formed
 */
export async function readXml(xml: string): Promise<Document> {
  checkForm(xml)
  const moddle: Reader = new BpmnModdle({ stadtkern: STADTKERN_DESCRIPTOR })
  return moddle.fromXML(xml)
}

/** A mistake that is made now and then is the reader's to name. */
const FEW = 100

/** The reader looks for the line of each mistake from the beginning of the document again: many of them in a long one took a minute. */
function checkForm(xml: string): void {
  const ids = new Set<string>()
  let [elements, depth, repeated] = [0, 0, 0]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('opentag', ({ attributes }) => {
    elements += 1
    depth += 1
    const id = attributes['id']?.value
    if (id !== undefined && ids.size === ids.add(id).size) repeated += 1
    if (elements > LIMITS.xmlElements) throw new ModellFehler('Das Modell hat zu viele Elemente.')
    if (depth > LIMITS.xmlDepth) throw new ModellFehler('Das Modell ist zu tief verschachtelt.')
    if (repeated > FEW) throw new ModellFehler(`Die Kennung „${id}“ kommt mehrfach vor.`)
  })
  parser.on('closetag', () => { depth -= 1 })
  parser.write(xml).close()
}

export function list(element: Element | undefined, name: string): Element[] {
  const value = element?.get(name)
  return Array.isArray(value) ? (value as Element[]) : []
}

export function child(element: Element | undefined, name: string): Element | undefined {
  const value = element?.get(name)
  return typeof value === 'object' && value !== null && '$type' in value ? (value as Element) : undefined
}

export function text(element: Element | undefined, name: string): string | undefined {
  const value = element?.get(name)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

export function flag(element: Element | undefined, name: string): boolean {
  return element?.get(name) === true
}

/** The text of a formal expression such as a condition or a timer. */
export function body(element: Element | undefined, name: string): string | undefined {
  return text(child(element, name), 'body')
}
