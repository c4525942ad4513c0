import type { Meldung } from './formular.js'

/** A day as people write it: TT.MM.JJJJ, also with one digit, also ISO; parts may be 00 (unknown). */
const GESCHRIEBEN = /^(?<tag>\d{1,2})\s*[./-]\s*(?<monat>\d{1,2})\s*[./-]\s*(?<jahr>\d{4})$/u
const ISO = /^(?<jahr>\d{4})-(?<monat>\d{1,2})-(?<tag>\d{1,2})$/u

export interface Datumsteile { readonly tag: number, readonly monat: number, readonly jahr: number }

/** Splits a written day; undefined when it is none. Two-digit years are refused: 26 may be 1926. */
export const datumsteile = (text: string): Datumsteile | undefined => {
  const teile = (GESCHRIEBEN.exec(text) ?? ISO.exec(text))?.groups
  if (teile === undefined) return undefined
  return { tag: Number(teile['tag']), monat: Number(teile['monat']), jahr: Number(teile['jahr']) }
}

const zwei = (zahl: number): string => String(zahl).padStart(2, '0')
export const iso = ({ tag, monat, jahr }: Datumsteile): string =>
  `${String(jahr).padStart(4, '0')}-${zwei(monat)}-${zwei(tag)}`

export const istTag = ({ tag, monat, jahr }: Datumsteile): boolean =>
  monat >= 1 && monat <= 12 && tag >= 1 && tag <= Temporal.PlainYearMonth.from({ year: jahr, month: monat }).daysInMonth

/** Why a well-formed day does not exist. */
export const keinTag = (teile: Datumsteile): Meldung => {
  const text = `${zwei(teile.tag)}.${zwei(teile.monat)}.${teile.jahr}`
  const schalttag = teile.tag === 29 && teile.monat === 2
  return { code: schalttag ? 'datum_schalttag' : 'datum_unmoeglich', werte: { datum: text, jahr: teile.jahr } }
}

/** ISO day to TT.MM.JJJJ; incomplete dates of registers as 00.00.1955 (X5-04). */
export const deutsch = (text: string): string => {
  const [jahr = '', monat = '00', tag = '00'] = text.split('-')
  return `${tag}.${monat}.${jahr}`
}

/** Limits in definitions: an ISO day, or `heute` with an offset (`heute+P3M`, `heute-P18Y`). */
export const GRENZE = /^(?:\d{4}-\d{2}-\d{2}|heute(?:[+-]P(?:\d+[YMWD])+)?)$/u

export const grenze = (text: string, heute: Temporal.PlainDate): Temporal.PlainDate => {
  if (!text.startsWith('heute')) return Temporal.PlainDate.from(text)
  if (text === 'heute') return heute
  const abstand = Temporal.Duration.from(text.slice(6))
  return text[5] === '-' ? heute.subtract(abstand) : heute.add(abstand)
}
