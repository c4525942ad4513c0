/**
 * The sign under which claim and payment meet: year (2), running number (9), two check digits after ISO 7064 MOD 97-10, as in an
 * IBAN. Digits only, so that it survives every bank, counter and keyboard; a wrong or swapped digit is noticed.
 * @throws RangeError when the number does not fit
 */
export function kassenzeichen(jahr: number, lfd: bigint): string {
  const rumpf = `${String(jahr % 100).padStart(2, '0')}${String(lfd).padStart(9, '0')}`
  if (rumpf.length !== 11 || lfd < 1n) throw new RangeError(`No Kassenzeichen for number ${lfd} of ${jahr}`)
  return rumpf + String(98n - (BigInt(rumpf) * 100n) % 97n).padStart(2, '0')
}

/** The sign as kept, from what somebody typed or a bank delivered (blanks, hyphens); undefined when it cannot be one. */
export function leseKassenzeichen(text: string): string | undefined {
  const ziffern = text.replace(/[\s.-]/g, '')
  return /^\d{13}$/.test(ziffern) && BigInt(ziffern) % 97n === 1n ? ziffern : undefined
}

/** In groups, for reading aloud and typing: „2600 0000 0123 4“. */
export const zeigeKassenzeichen = (zeichen: string): string => zeichen.replace(/(.{4})(?=.)/g, '$1 ')
