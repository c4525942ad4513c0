/** Values and patterns that XRechnung 3.0 defines for both syntaxes. */
import { LISTS } from '../../codes/lists.js'

const CORE = 'urn:cen.eu:en16931:2017'

/** Specification identifiers (BT-24) of XRechnung 3.0. */
export const XRECHNUNG_ID = `${CORE}#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0`
export const EXTENSION_ID = `${XRECHNUNG_ID}#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0`
export const CVD_ID = `${XRECHNUNG_ID}#compliant#urn:xeinkauf.de:kosit:xrechnung:cvd_0.9`
export const CORE_ID = CORE

export const isXRechnungId = (id: string): boolean => id === XRECHNUNG_ID || id === EXTENSION_ID || id === CVD_ID

/** Invoice types that XRechnung knows (BR-DE-17). */
export const INVOICE_TYPES = ['326', '380', '384', '389', '381', '875', '876', '877'] as const
/** VAT categories for which the seller must name a tax number (BR-DE-16). */
export const TAXED = ['S', 'Z', 'E', 'AE', 'K', 'G', 'L', 'M'] as const

/**
 * Codes that the extension adds for digital health applications. The official lists are put together with two spaces between
 * them, so that an empty code counts as a member; the space at the end keeps that.
 */
const DIGA = 'XR01 XR02 XR03 '
export const ICD_EXTENDED = `${DIGA} ${LISTS.icd}`
export const EAS_EXTENDED = `${DIGA} ${LISTS.eas}`

export const CVD_CLASS_SCHEMES = `CVD  ${LISTS.itemClassScheme}`
export const VEHICLE_CATEGORIES = 'M1 M2 M3 N1 N2 N3'
export const VEHICLE_KINDS = 'clean zero-emission other'

const EMAIL = /^[^@ \t\n\r]+@(?:[^@. \t\n\r]+\.)+[^@. \t\n\r]+$/
export const isEmail = (text: string): boolean => EMAIL.test(text)
export const isUrl = (text: string): boolean => /^[a-zA-Z][a-zA-Z0-9+.-]+:/.test(text)
export const hasThreeDigits = (text: string): boolean => text.replace(/[^0-9]/g, '').length >= 3

/**
 * IBAN by pattern and check digits (ISO 7064, modulo 97). Letters count from 10; lower case letters are taken by their
 * character code as the official rule does, so they practically never pass.
 */
export function isIban(text: string): boolean {
  const iban = text.replace(/[ \t\n\r]+/g, '')
  if (!/^[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{0,30}$/.test(iban)) return false
  let rest = 0
  for (const char of iban.slice(4) + iban.slice(0, 4)) {
    const code = char.charCodeAt(0)
    for (const digit of String(code > 64 ? code - 55 : code - 48)) rest = (rest * 10 + Number(digit)) % 97
  }
  return rest === 1
}

const SKONTO = /^#SKONTO#TAGE=[0-9]+#PROZENT=[0-9]+\.[0-9]{2}(?:#BASISBETRAG=-?[0-9]+\.[0-9]{2})?#$/
const normal = (text: string): string => text.replace(/[ \t\n\r]+/g, ' ').replace(/^ | $/g, '')

/** Payment terms (BT-20): every line that starts with # is a complete Skonto line, and a line break ends the last one. */
export function skontoFits(terms: string): boolean {
  const lines = terms.split(/\r?\n/).map(normal).filter((l) => l.startsWith('#'))
  if (lines.length === 0) return true
  const tail = terms.split(/#[^\n]+#/).at(-1) ?? ''
  return lines.every((l) => SKONTO.test(l)) && /^[ \t\n\r]*\n/.test(tail)
}
