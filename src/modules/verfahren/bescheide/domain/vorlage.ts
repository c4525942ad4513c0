import { Type, type Static } from 'typebox'
import { validate } from '../../../../platform/usecases/validate.js'
import { formatDate } from '../../../../platform/time/index.js'
import { readYaml } from '../../../../platform/yaml/index.js'
import { findHardCodedDayCounts } from '../../../grundlagen/fristen/index.js'

const block = Type.Object({
  betreff: Type.String({ minLength: 1, maxLength: 300 }),
  tenor: Type.String({ minLength: 1, maxLength: 20_000 }),
  nebenbestimmungen: Type.Optional(Type.String({ maxLength: 20_000 })),
  begruendung: Type.Optional(Type.String({ maxLength: 20_000 })),
  kosten: Type.Optional(Type.String({ maxLength: 20_000 })),
}, { additionalProperties: false })

const textbausteine = Type.Object({ genehmigung: block, ablehnung: block }, { additionalProperties: false })

export type Textblock = Static<typeof block>
export type Textbausteine = Static<typeof textbausteine>

/** A template of a decision: text blocks for people, and how it is printed. */
export interface Bescheidvorlage { readonly bausteine: Textbausteine; readonly typst: string }

/** Marks a place that a person has to fill in; nothing with such a place can be signed. */
export const OFFEN = '‹bitte ergänzen: '

/** For services without a template of their own. */
export const STANDARD: Textbausteine = {
  genehmigung: {
    betreff: '{{leistung}}', tenor: 'Ihrem Antrag vom {{antragsdatum}} wird entsprochen.',
    begruendung: 'Die Voraussetzungen liegen vor. Das hat die Prüfung Ihrer Angaben und Nachweise ergeben.',
  },
  ablehnung: {
    betreff: '{{leistung}}: Ablehnung', tenor: 'Ihr Antrag vom {{antragsdatum}} wird abgelehnt.', begruendung: '{{Grund der Ablehnung}}',
    kosten: 'Für diese Entscheidung wird keine Gebühr erhoben.',
  },
}

const KOPF = /^\s*\/\*---\r?\n([\s\S]*?)\r?\n---\*\//

/**
 * Takes `bescheid.typ` apart: text blocks as YAML in the comment at its top, Typst below. One file, so that what is said and how it
 * is printed change together.
 * @throws Invalid, YamlError
 */
export function leseVorlage(quelle: string): Bescheidvorlage {
  const kopf = KOPF.exec(quelle)
  if (!kopf) return { bausteine: STANDARD, typst: quelle }
  return { bausteine: validate(textbausteine, readYaml(kopf[1] ?? '')), typst: quelle.slice(kopf[0].length) }
}

/** Fills `{{pfad}}` from the data of the application; what is not there stays visible as an open place. */
export function fuelle(text: string, daten: Readonly<Record<string, unknown>>): string {
  return text.trim().replaceAll(/\{\{([^{}]+)\}\}/g, (ganz, roh: string) => { const pfad = roh.trim(); return pfad === '' ? ganz : alsText(wertAn(daten, pfad)) || `${OFFEN}${pfad}›` })
}

function wertAn(daten: unknown, pfad: string): unknown {
  let wert = daten
  for (const teil of pfad.split('.')) {
    if (!wert || typeof wert !== 'object' || !Object.hasOwn(wert, teil)) return undefined
    wert = (wert as Record<string, unknown>)[teil]
  }
  return wert
}

function alsText(wert: unknown): string {
  if (typeof wert === 'boolean') return wert ? 'ja' : 'nein'
  if (typeof wert === 'number') return String(wert).replace('.', ',')
  if (Array.isArray(wert)) return wert.map(alsText).filter(Boolean).join(', ')
  if (wert && typeof wert === 'object') return Object.values(wert).map(alsText).filter(Boolean).join(' ')
  if (typeof wert !== 'string') return ''
  return /^\d{4}-\d\d-\d\d$/.test(wert) ? alsTag(wert) : wert
}

/** An answer is whatever somebody typed: what only looks like a day stays as it is. */
function alsTag(text: string): string {
  try { return formatDate(Temporal.PlainDate.from(text)) } catch { return text }
}

/** Days counted in a text that speaks of Bekanntgabe (X3-03). */
export const tagezahlen = (bausteine: Textbausteine): string[] =>
  Object.values(bausteine).flatMap((one) => Object.values(one)).filter((text) => /bekannt ?gegeben|bekanntgabe/i.test(text)).flatMap((text) => findHardCodedDayCounts(text).map((found) => found.text))
