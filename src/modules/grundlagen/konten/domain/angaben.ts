import { Type } from 'typebox'
import { Invalid, type Feldfehler } from '../../../../platform/errors.js'
import { isDin91379 } from '../../../../platform/text/index.js'

/** Sign-in name: small letters, digits, dot, hyphen, underscore. */
export const Kennung = Type.String({ minLength: 2, maxLength: 80 })
export const Personenname = Type.String({ minLength: 1, maxLength: 200 })
export const Mailadresse = Type.String({ minLength: 3, maxLength: 254 })

/** Deliberately loose: whether an address works is known when a mail to it was answered. */
export const istMailadresse = (text: string): boolean => /^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\]+\.[^\s@.<>(),;:"\\]{2,}$/.test(text) && text.length <= 254

interface Angaben { readonly kennung?: string | undefined; readonly name?: string | undefined; readonly vorname?: string | undefined; readonly nachname?: string | undefined; readonly email?: string | undefined }

/** What is wrong that no schema can say, all fields at once. A field that is not given is not checked. */
export function angabenMaengel(angaben: Angaben): Feldfehler[] {
  const felder: Feldfehler[] = []
  if (angaben.kennung !== undefined && !/^[a-z0-9][a-z0-9._-]{1,79}$/.test(angaben.kennung)) {
    felder.push({ feld: 'kennung', text: 'Bitte nehmen Sie nur kleine Buchstaben (a bis z), Ziffern, Punkt, Bindestrich und Unterstrich, zum Beispiel „m.muster“.' })
  }
  for (const feld of ['name', 'vorname', 'nachname'] as const) {
    const text = angaben[feld]
    if (text && !isDin91379(text, 'A')) felder.push({ feld, text: 'Bitte schreiben Sie den Namen mit lateinischen Buchstaben, wie er im Ausweis steht.' })
  }
  if (angaben.email && !istMailadresse(angaben.email)) felder.push({ feld: 'email', text: 'Bitte geben Sie eine vollständige E-Mail-Adresse an, zum Beispiel name@example.org.' })
  return felder
}

/** @throws Invalid with everything that `angabenMaengel` finds */
export function angabenPruefen(angaben: Angaben): void {
  const felder = angabenMaengel(angaben)
  if (felder.length > 0) throw new Invalid(felder)
}
