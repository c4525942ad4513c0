import type { JsonSchema } from '../domain/formular.js'
import type { FrageTyp } from '../domain/fragetyp.js'

/** Text limits of the definition, shared by the kinds that are typed text. */
export const LAENGEN: JsonSchema = {
  minLaenge: { type: 'integer', minimum: 1 },
  maxLaenge: { type: 'integer', minimum: 1, maximum: 10_000 },
  muster: { type: 'string', minLength: 1 },
}

const UNSINNIG_LANG = 20_000

/** One line of text as posted; empty means unanswered. */
export const leseZeile: FrageTyp['parse'] = ({ maxLaenge = 200 }, eingabe) => {
  const wert = eingabe.text()
  // An author's pattern is not tried on what is far too long anyway.
  if (wert.length > UNSINNIG_LANG) return { fehler: [{ code: 'zu_lang', werte: { grenze: maxLaenge } }] }
  return wert === '' ? {} : { wert }
}

export const zeigeText: FrageTyp['summary'] = (_frage, wert) => (typeof wert === 'string' ? wert : '')

/** Anchors an author's pattern, so that `\d{5}` never accepts a longer text. */
export const ganz = (muster: string): string => `^(?:${muster})$`

/**
 * Letters of DIN 91379 for names and addresses, approximated by script: all Latin letters with their combining marks
 * and
 * the punctuation of names. It refuses emoji and other scripts, which registers cannot store.
 */
export const LATEINISCH = String.raw`^[\p{Script=Latin}\p{M}0-9 '’‘ʼʾʿʹʺˈˌ´\x60~¨·.,;:/()&+\-–]*$`
const EIN_ZEICHEN = new RegExp(LATEINISCH, 'u')

/** The first character that is not allowed in names, for the message. */
export const fremdesZeichen = (text: string): string | undefined =>
  [...text].find((zeichen) => !EIN_ZEICHEN.test(zeichen))
