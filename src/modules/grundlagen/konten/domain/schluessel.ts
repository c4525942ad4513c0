import { createHash, randomBytes, randomInt } from 'node:crypto'

/** Digits and letters that nobody confuses when reading them aloud (Crockford). */
const ZEICHEN = '0123456789abcdefghjkmnpqrstvwxyz'

/** A random text of clearly readable characters, 5 bits each. */
export const zufallstext = (length: number): string => Array.from({ length }, () => ZEICHEN[randomInt(ZEICHEN.length)]).join('')

/** A code in groups of four, to be typed from paper or screen: `k7qm-4x2p-9rta`. */
export const zufallscode = (groups: number): string => Array.from({ length: groups }, () => zufallstext(4)).join('-')

/** What a person made of a code while typing: blanks, capitals, the letters that look like digits. */
export const lesbar = (eingabe: string): string => eingabe.toLowerCase().replaceAll(/[^a-z0-9]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1')

/** Only for secrets with enough randomness of their own; passwords get Argon2id. */
export const hashOf = (geheimnis: string): Buffer => createHash('sha256').update(geheimnis).digest()

/** A key for a machine: recognisable for secret scanners by its beginning, 256 random bits behind it. */
export function neuerDienstschluessel(): { schluessel: string; praefix: string; hash: Buffer } {
  const praefix = `skd_${zufallstext(6)}`
  const schluessel = `${praefix}_${randomBytes(32).toString('base64url')}`
  return { schluessel, praefix, hash: hashOf(schluessel) }
}

export const neuesGeheimnis = (): string => randomBytes(32).toString('base64url')
