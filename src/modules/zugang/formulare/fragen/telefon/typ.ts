import type { FrageTyp } from '../../domain/fragetyp.js'
import { zeigeText } from '../grundform.js'

/** As people write it, with an area or country code; extensions with a hyphen. */
export const istTelefon = (wert: string): boolean =>
  /^(?:\+|0)[\d ()/.-]{4,28}\d$/u.test(wert) && wert.replaceAll(/\D/gu, '').length >= 6

export const telefon: FrageTyp = {
  eigenschaften: {},
  personenbezogen: true,
  schema: () => ({ type: 'string', format: 'telefon', maxLength: 30 }),
  parse: (_frage, eingabe) => {
    const wert = eingabe.text().replace(/[–—‑]/gu, '-')
    return wert === '' ? {} : { wert }
  },
  summary: zeigeText,
  muster: () => '0202 123456',
}
