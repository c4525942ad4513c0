import { createHash } from 'node:crypto'
import { Type, type Static } from 'typebox'
import type { Baustein } from '../../../../platform/pdf/index.js'
import { findHardCodedDayCounts } from '../../../grundlagen/fristen/index.js'
import { OFFEN } from './vorlage.js'

const absaetze = Type.String({ maxLength: 20_000 })

/** The content of one version of a decision, as a person wrote it. Everything that is signed is in here. */
export const inhaltSchema = Type.Object({
  art: Type.Enum(['genehmigung', 'ablehnung', 'berichtigung', 'ruecknahme', 'widerruf']),
  betreff: Type.String({ minLength: 1, maxLength: 300 }),
  anrede: Type.String({ minLength: 1, maxLength: 300 }),
  tenor: Type.String({ minLength: 1, maxLength: 20_000 }),
  nebenbestimmungen: absaetze,
  begruendung: absaetze,
  kosten: absaetze,
  /** How it reaches the addressee (A8-02): part of what is signed. */
  versand: Type.Object({
    kanal: Type.Enum(['postfach', 'post']),
    name: Type.String({ minLength: 1, maxLength: 300 }),
    anschrift: Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: 6 }),
    kontoId: Type.Union([Type.String({ pattern: '^[0-9a-f-]{36}$' }), Type.Null()]),
  }, { additionalProperties: false }),
}, { additionalProperties: false })

export type Inhalt = Static<typeof inhaltSchema>

/** SHA-256 over the content with its keys in order: the same content has the same hash wherever it is computed. */
export const inhaltHash = (inhalt: Inhalt): string => createHash('sha256').update(JSON.stringify(geordnet(inhalt))).digest('hex')

function geordnet(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(geordnet)
  if (!value || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, geordnet(one)]))
}

export const TEXTFELDER = { betreff: 'Betreff', anrede: 'Anrede', tenor: 'Entscheidung', nebenbestimmungen: 'Nebenbestimmungen', begruendung: 'Begründung', kosten: 'Kosten' } as const
export type Textfeld = keyof typeof TEXTFELDER

export interface Mangel { readonly feld: string; readonly text: string }

/** What keeps a version from being signed: gaps left by text blocks, missing reasons, a number of days about Bekanntgabe (X3-03). */
export function maengel(inhalt: Inhalt): Mangel[] {
  const gefunden: Mangel[] = []
  for (const feld of Object.keys(TEXTFELDER) as Textfeld[]) {
    if (inhalt[feld].includes(OFFEN) || inhalt[feld].includes('{{')) gefunden.push({ feld, text: `In „${TEXTFELDER[feld]}“ ist noch eine Stelle offen. Bitte füllen Sie sie aus.` })
    const tage = /bekannt ?gegeben|bekanntgabe/i.test(inhalt[feld]) ? findHardCodedDayCounts(inhalt[feld])[0] : undefined
    if (tage) gefunden.push({ feld, text: `„${tage.text}“: Bitte nennen Sie zur Bekanntgabe keine Zahl von Tagen. Sie wird falsch, wenn sich das Gesetz ändert.` })
  }
  if (inhalt.begruendung.trim() === '' && (inhalt.art !== 'genehmigung' || inhalt.nebenbestimmungen.trim() !== '')) {
    gefunden.push({ feld: 'begruendung', text: 'Eine Ablehnung, eine nachträgliche Änderung und Nebenbestimmungen brauchen eine Begründung (§ 39 VwVfG NRW).' })
  }
  if (inhalt.versand.kanal === 'post' && inhalt.versand.anschrift.length < 2) {
    gefunden.push({ feld: 'anschrift', text: 'Für einen Brief brauchen wir die Anschrift: Straße und Hausnummer, dann Postleitzahl und Ort.' })
  }
  return gefunden
}

/** Paragraphs are separated by an empty line; a paragraph whose lines all begin with "- " is a list. */
export function bausteine(text: string): Baustein[] {
  return text.replaceAll('\r\n', '\n').split(/\n\s*\n/).map((absatz) => absatz.trim()).filter((absatz) => absatz !== '').map((absatz) => {
    const zeilen = absatz.split('\n')
    return zeilen.every((zeile) => zeile.startsWith('- ')) ? { art: 'liste' as const, punkte: zeilen.map((zeile) => zeile.slice(2).trim()) } : absatz
  })
}

/** The version as lines, for comparing it with another. */
export const alsZeilen = (inhalt: Inhalt): string[] => [
  ...(Object.keys(TEXTFELDER) as Textfeld[]).flatMap((feld) => [`${TEXTFELDER[feld]}:`, ...inhalt[feld].replaceAll('\r\n', '\n').split('\n').filter((zeile) => zeile.trim() !== '')]),
  `Versand: ${inhalt.versand.kanal === 'postfach' ? 'Postfach' : 'Brief'} an ${[inhalt.versand.name, ...inhalt.versand.anschrift].join(', ')}`,
]
