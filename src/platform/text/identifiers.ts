/** Remainder by 97 of a string whose letters count as 10 to 35 (ISO 7064); the string has only A–Z and digits. */
function modulo97(text: string): number {
  let rest = 0
  for (const sign of text) {
    const value = Number.parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}

/**
 * Is this a Leitweg-ID with right check digits? Grobadressierung (2 to 12 digits in the lengths of the
 * regional key), optional Feinadressierung (up to 30 letters and digits), two check digits. The check digits do not
 * notice a lost leading zero, the lengths do (X5-01).
 */
export function isLeitwegId(text: string): boolean {
  return /^(\d{2}|\d{3}|\d{5}|\d{8}|\d{9}|\d{12})(-[A-Za-z0-9]{1,30})?-\d{2}$/.test(text) && modulo97(text.replaceAll('-', '')) === 1
}

/** Is this an IBAN with right check digits? Spaces allowed; German ones have 22 characters. */
export function isIban(text: string): boolean {
  const bare = text.replace(/\s/gu, '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(bare) || (bare.startsWith('DE') && !/^DE\d{20}$/.test(bare))) return false
  return modulo97(bare.slice(4) + bare.slice(0, 4)) === 1
}

/** Amtlicher Gemeindeschlüssel: eight digits, always a string ('05170048'). */
export function isAgs(text: string): boolean {
  return /^(0[1-9]|1[0-6])\d{6}$/.test(text)
}

/** Amtlicher Regionalschlüssel: twelve digits. */
export function isArs(text: string): boolean {
  return /^(0[1-9]|1[0-6])\d{10}$/.test(text)
}

/** LeiKa key of a service: 99 and twelve digits. */
export function isLeistungsschluessel(text: string): boolean {
  return /^99\d{12}$/.test(text)
}
