import { readYaml } from '../../../../platform/yaml/index.js'
import type { Formular, Text, Texte } from './formular.js'

/** A text in the language it was found in; pages set `lang` where it differs from the page (A9-07). */
export interface Gesetzt { readonly text: string, readonly lang: string }

/** Flattens nested YAML to dotted keys: `person: { name: … }` is referenced as `@person.name`. */
const flatten = (node: unknown, prefix = ''): [string, string][] => {
  if (typeof node === 'string' || typeof node === 'number') return [[prefix, String(node).trim()]]
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, child]) => flatten(child, prefix === '' ? key : `${prefix}.${key}`))
}

/** Reads the text files of a service package, `{ de: yaml, en: yaml }`. */
export const texteAusYaml = (quellen: Readonly<Record<string, string>>): Texte =>
  Object.fromEntries(Object.entries(quellen).map(([lang, yaml]) => [lang, Object.fromEntries(flatten(readYaml(yaml)))]))

const sprache = (lang: string): string => lang.split('-')[0] ?? lang

/**
 * Looks a text up; falls back to German and says so. A missing key shows as the key itself, which the release check
 * refuses beforehand.
 */
export const setze = (texte: Texte, text: Text, lang = 'de'): Gesetzt => {
  const gewuenscht = sprache(lang)
  if (typeof text !== 'string') {
    const treffer = gewuenscht === 'en' ? text.en : undefined
    return treffer === undefined ? { text: text.de, lang: 'de' } : { text: treffer, lang: 'en' }
  }
  if (!text.startsWith('@')) return { text, lang: 'de' }
  const key = text.slice(1)
  const treffer = texte[gewuenscht]?.[key]
  if (treffer !== undefined) return { text: treffer, lang: gewuenscht }
  return { text: texte['de']?.[key] ?? key, lang: 'de' }
}

/** The plain text without its language, where no markup is possible (messages, summary). */
export const wortlaut = (formular: Pick<Formular, 'texte'>, text: Text | undefined, lang = 'de'): string =>
  text === undefined ? '' : setze(formular.texte, text, lang).text
