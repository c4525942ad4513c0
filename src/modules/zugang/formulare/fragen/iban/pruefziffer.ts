/** Length of an IBAN by country (ISO 13616 register), SEPA countries and the neighbours that pay in practice. */
export const IBAN_LAENGE: Readonly<Record<string, number>> = {
  AD: 24, AE: 23, AL: 28, AT: 20, AZ: 28, BA: 20, BE: 16, BG: 22, BH: 22, BR: 29, BY: 28, CH: 21, CR: 22, CY: 28,
    CZ: 24,
  DE: 22, DK: 18, DO: 28, EE: 20, EG: 29, ES: 24, FI: 18, FO: 18, FR: 27, GB: 22, GE: 22, GI: 23, GL: 18, GR: 27,
    GT: 28,
  HR: 21, HU: 28, IE: 22, IL: 23, IQ: 23, IS: 26, IT: 27, JO: 30, KW: 30, KZ: 20, LB: 28, LC: 32, LI: 21, LT: 20,
    LU: 20,
  LV: 21, LY: 25, MC: 27, MD: 24, ME: 22, MK: 19, MR: 27, MT: 31, MU: 30, NL: 18, NO: 15, PK: 24, PL: 28, PS: 29,
    PT: 25,
  QA: 29, RO: 24, RS: 22, SA: 24, SC: 31, SD: 18, SE: 24, SI: 19, SK: 24, SM: 27, ST: 25, SV: 28, TL: 23, TN: 24,
    TR: 26,
  UA: 29, VA: 22, VG: 24, XK: 20,
}

/** Remainder modulo 97 of the rearranged IBAN, digit by digit, because the number has up to 68 digits. */
const rest = (iban: string): number =>
  [...`${iban.slice(4)}${iban.slice(0, 4)}`].reduce((summe, zeichen) =>
    [...String(Number.parseInt(zeichen, 36))].reduce((rest, ziffer) => (rest * 10 + Number(ziffer)) % 97, summe), 0)

/** Whether an IBAN without blanks is well formed: country, length, check digits (ISO 13616, mod 97-10). */
export const istIban = (iban: string): boolean =>
  /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/u.test(iban) && IBAN_LAENGE[iban.slice(0, 2)] === iban.length && rest(iban) === 1

/** Groups of four, as on the card. */
export const gruppiert = (iban: string): string => iban.replaceAll(/(.{4})(?=.)/gu, '$1 ')
