/** Letters and digits that are not mistaken for each other when read aloud or copied by hand (no I, L, O, U). */
const ZEICHEN = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LAENGE = 16

/** Sixteen characters, 80 bits: nobody guesses one, so its hash needs no slow function. @param zufall at least 16 bytes */
export function codeAus(zufall: Uint8Array): string {
  const zeichen = Array.from({ length: LAENGE }, (_, index) => ZEICHEN[(zufall[index] ?? 0) % 32])
  return zeichen.join('').replace(/(.{4})(?=.)/g, '$1-')
}

/** What somebody typed, as it was issued: case, blanks and hyphens do not matter, mistaken letters are read as digits. */
export function codeGelesen(eingabe: string): string | undefined {
  const knapp = eingabe.toUpperCase().replace(/[\s\p{Pd}]/gu, '').replaceAll('O', '0').replace(/[IL]/g, '1').replaceAll('U', 'V')
  return new RegExp(`^[${ZEICHEN}]{${LAENGE}}$`).test(knapp) ? knapp.replace(/(.{4})(?=.)/g, '$1-') : undefined
}
