import type { FrageTyp } from '../../domain/fragetyp.js'
import { leseZeile, zeigeText } from '../grundform.js'

/** RFC 5321 length, one @, a domain with a dot; umlaut domains and mailboxes are real (RFC 6531). */
const ADRESSE = /^[^\s@<>()[\],;:"\\]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,251}[\p{L}\p{N}])?\.\p{L}{2,63}$/u
export const istEmail = (wert: string): boolean =>
  wert.length <= 254 && ADRESSE.test(wert) && !wert.includes('..') && !/^\.|\.@/u.test(wert)

export const email: FrageTyp = {
  eigenschaften: {},
  personenbezogen: true,
  schema: () => ({ type: 'string', format: 'email', maxLength: 254 }),
  parse: leseZeile,
  summary: zeigeText,
  muster: () => 'name@beispiel.de',
}
