import type { FrageTyp } from '../../domain/fragetyp.js'
import { zeigeText } from '../grundform.js'

const FORM = /^(?<ort>[A-ZÄÖÜ]{1,3})-(?<buchstaben>[A-Z]{1,2}) (?<zahl>[1-9]\d{0,3})(?<zusatz>[EH]?)$/u
/** With any or no separators; where the place ends is only clear from a separator. */
const GETRENNT =
  /^(?<ort>[A-ZÄÖÜ]{1,3})[\s.:•-]+(?<buchstaben>[A-Z]{1,2})[\s.-]*(?<zahl>[1-9]\d{0,3})[\s-]*(?<zusatz>[EH]?)$/u

/** A German number plate (§ 8 FZV): place, letters, number, at most eight characters; E electric, H historic. */
export const istKennzeichen = (wert: string): boolean => FORM.test(wert) && wert.replaceAll(/[- ]/gu, '').length <= 8

export const kennzeichen: FrageTyp = {
  eigenschaften: {},
  personenbezogen: true,
  schema: () => ({ type: 'string', format: 'kennzeichen', maxLength: 11 }),
  parse: (_frage, eingabe) => {
    const text = eingabe.text().toUpperCase().replace(/[–—‑]/gu, '-')
    if (text === '') return {}
    const teile = GETRENNT.exec(text)?.groups
    const wert = teile === undefined ? '' : `${teile['ort']}-${teile['buchstaben']} ${teile['zahl']}${teile['zusatz']}`
    return istKennzeichen(wert) ? { wert } : { fehler: [{ code: 'kennzeichen' }] }
  },
  summary: zeigeText,
  muster: () => 'MU-AB 123',
}
