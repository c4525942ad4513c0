import { DIN_91379_CHARACTERS, DIN_91379_SEQUENCES } from './din91379-data.js'

export type DinGroup = keyof typeof DIN_91379_CHARACTERS

/**
 * Data types of DIN 91379: A names of natural persons, B other names, C every normative character, D names
 * of companies and products (extended signs and Greek, but no tabs, line ends, no-break spaces), E everything with
 * Cyrillic.
 */
export type DinType = 'A' | 'B' | 'C' | 'D' | 'E'

const GROUPS_OF_TYPE: Readonly<Record<DinType, readonly DinGroup[]>> = {
  A: ['bll', 'bnlreq'],
  B: ['bll', 'bnlreq', 'bnl'],
  C: ['bll', 'bnlreq', 'bnl', 'bnlopt', 'bnlnot'],
  D: ['bll', 'bnlreq', 'bnl', 'bnlopt', 'enl', 'gl'],
  E: ['bll', 'bnlreq', 'bnl', 'bnlopt', 'bnlnot', 'enl', 'gl', 'cl'],
}

function expand(ranges: string): string[] {
  return ranges.split(' ').flatMap((range) => {
    const [first = '', last = first] = range.split('-')
    const start = Number.parseInt(first, 16)
    return Array.from({ length: Number.parseInt(last, 16) - start + 1 }, (_, i) => String.fromCodePoint(start + i))
  })
}

/** All single characters of a group. */
export function dinCharacters(group: DinGroup): ReadonlySet<string> {
  return new Set(expand(DIN_91379_CHARACTERS[group]))
}

/** All letters that are sequences, in NFC. */
export function dinSequences(): ReadonlySet<string> {
  return new Set(DIN_91379_SEQUENCES.flatMap(([bases, combining]) => bases.split(' ').flatMap((base) =>
    combining.split(' ').map((marks) =>
      base + String.fromCodePoint(...marks.split('+').map((mark) => Number.parseInt(mark, 16)))))))
}

let sequencePattern: RegExp | undefined
const allowed = new Map<DinType, ReadonlySet<string>>()

function allowedCharacters(type: DinType): ReadonlySet<string> {
  let found = allowed.get(type)
  if (!found) {
    found = new Set(GROUPS_OF_TYPE[type].flatMap((group) => [...dinCharacters(group)]))
    allowed.set(type, found)
  }
  return found
}

function sequences(): RegExp {
  // Longest first, and never a part of a longer cluster: a further mark makes it another character.
  sequencePattern ??= new RegExp(
    `(?:${[...dinSequences()].sort((a, b) => b.length - a.length).join('|')})(?!\\p{M})`, 'gu')
  return sequencePattern
}

export type ForeignCharacter = { readonly character: string, readonly codePoints: string, readonly index: number }

/**
 * The characters of a text that the data type does not allow, in order, each place once; empty means conforming.
 * The text is judged in NFC; `index` counts UTF-16 units of the NFC text. No character is ever removed here: a
 * name with a foreign character is shown to the person, who decides.
 */
export function checkDin91379(text: string, type: DinType): ForeignCharacter[] {
  const characters = allowedCharacters(type)
  const nfc = text.normalize('NFC')
  // Sequences are letters in every data type; blank them by 'A's of equal length to keep the indices.
  const masked = nfc.replace(sequences(), (sequence) => 'A'.repeat(sequence.length))
  const foreign: ForeignCharacter[] = []
  let index = 0
  for (const character of masked) {
    if (!characters.has(character)) {
      const codePoint = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
      foreign.push({ character, codePoints: `U+${codePoint}`, index })
    }
    index += character.length
  }
  return foreign
}

/** True when the text (in NFC) uses only characters of that data type. */
export function isDin91379(text: string, type: DinType): boolean {
  return checkDin91379(text, type).length === 0
}
