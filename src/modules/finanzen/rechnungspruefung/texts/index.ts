/** The explanation of a rule in our own words. */
import { localName } from '../xml/tree.js'
import type { El } from '../xml/tree.js'
import { CODES, CORE_TEXTS, PLACES } from './core.js'
import type { Row } from './core.js'
import { GERMAN_TEXTS } from './germany.js'
import { SYNTAX_TEXTS } from './syntax.js'
import { VAT_TEXTS } from './vat.js'

export interface RuleText {
  /** Business terms and groups (BT-…, BG-…), separated by comma and space; empty where a rule has none of its own. */
  readonly bt: string
  readonly de: string
  readonly en: string
}

const plain = ([, bt, de, en]: Row): RuleText => ({ bt, de, en })

const TEXTS: ReadonlyMap<string, RuleText> = new Map([
  ...[...CORE_TEXTS, ...VAT_TEXTS, ...GERMAN_TEXTS, ...SYNTAX_TEXTS].map((r): [string, RuleText] => [r[0], plain(r)]),
  ...PLACES.map(([id, bt, de, en]): [string, RuleText] => [id, {
    bt, de: `Zu viele Nachkommastellen (${de}). Erlaubt sind höchstens zwei; runden Sie auf Cent.`,
    en: `Too many decimal places (${en}). At most two are allowed; round to cents.`,
  }]),
  ...CODES.map(([id, bt, de, en]): [string, RuleText] => [id, {
    bt, de: `Dieser Code steht nicht in der Codeliste: ${de}. Prüfen Sie die Schreibweise.`,
    en: `This code is not in the code list: ${en}. Check its spelling.`,
  }]),
])

const ONCE = /^(?:UBL-SR|CII-SR-(?:00[3]|030|039|040|44[01]|45[235678]|459|46[019]|47[1-9]|48\d|49\d))/

/** Explanation of a rule; `el` is where it broke and completes the sentences of the syntax rules. */
export function ruleText(id: string, el?: El): RuleText {
  const known = TEXTS.get(id) ?? TEXTS.get(id.replace(/^(PEPPOL-EN16931-R043)-\d$/, '$1'))
  if (known) return known
  const name = el ? `„${localName(el.name)}“` : ''
  const nameEn = el ? `"${localName(el.name)}"` : ''
  if (ONCE.test(id)) {
    return { bt: '', de: `Das Element ${name} darf hier nur einmal vorkommen.`, en: `The element ${nameEn} may occur only once here.` }
  }
  if (/^(?:UBL-DT|CII-DT-(?:0(?:0[1-9]|1[0-4]|3[1-6]|4[5-8]|59)|10\d))/.test(id)) {
    return {
      bt: '', de: `Beim Element ${name} steht ein Attribut, das die Norm EN 16931 nicht verwendet. Lassen Sie es weg.`,
      en: `The element ${nameEn} carries an attribute that EN 16931 does not use. Leave it out.`,
    }
  }
  return {
    bt: '', de: `Die Norm EN 16931 verwendet ${name || 'dieses Element'} an dieser Stelle nicht. Lassen Sie die Angabe weg.`,
    en: `EN 16931 does not use ${nameEn || 'this element'} here. Leave it out.`,
  }
}

/** Whether a rule has an explanation of its own (others are explained by their kind). */
export const hasOwnText = (id: string): boolean => TEXTS.has(id)
