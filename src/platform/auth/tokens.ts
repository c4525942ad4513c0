import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

const derived = new WeakMap<Buffer, Map<string, Buffer>>()

/** A key for one purpose, derived from the installation's master key: a leak of one does not open another. */
export function purposeKey(master: Buffer, zweck: string): Buffer {
  let keys = derived.get(master)
  if (!keys) { keys = new Map(); derived.set(master, keys) }
  let key = keys.get(zweck)
  if (!key) { key = Buffer.from(hkdfSync('sha256', master, 'stadtkern', zweck, 32)); keys.set(zweck, key) }
  return key
}

const same = (a: Buffer, b: Buffer) => a.length === b.length && timingSafeEqual(a, b)

/** A text with its HMAC, for what goes through the browser and must come back unchanged. */
export function sign(key: Buffer, text: string): string {
  return `${Buffer.from(text).toString('base64url')}.${createHmac('sha256', key).update(text).digest('base64url')}`
}

/** The signed text, or undefined when it was changed or never ours. */
export function unsign(key: Buffer, signed: string): string | undefined {
  const [body = '', mac = ''] = signed.split('.')
  const text = Buffer.from(body, 'base64url').toString()
  return same(Buffer.from(mac, 'base64url'), createHmac('sha256', key).update(text).digest()) ? text : undefined
}

interface Cipher { seal(key: Buffer, plain: string): Buffer; unseal(key: Buffer, sealed: Buffer): string }

const gcm: Cipher = {
  seal(key, plain) {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
  },
  unseal(key, sealed) {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 })
    decipher.setAuthTag(sealed.subarray(-16))
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString('utf8')
  },
}

/** By the first byte of a seal. A better cipher gets the next number; `stadtkern geheimnisse erneuern` seals anew what is stored. */
const ciphers: ReadonlyMap<number, Cipher> = new Map([[1, gcm]])
const CURRENT = 1

/** Encrypts a secret for the database (version, then AES-256-GCM with a random nonce), e.g. a TOTP secret. */
export function seal(key: Buffer, plain: string): Buffer {
  return Buffer.concat([Buffer.of(CURRENT), (ciphers.get(CURRENT) ?? gcm).seal(key, plain)])
}

function open(key: Buffer, sealed: Buffer): { plain: string; current: boolean } {
  const version = sealed[0] ?? 0
  const cipher = ciphers.get(version)
  if (cipher) {
    try { return { plain: cipher.unseal(key, sealed.subarray(1)), current: version === CURRENT } } catch { /* may be an old one whose nonce begins with this byte */ }
  }
  return { plain: gcm.unseal(key, sealed), current: false } // before there were versions
}

/** @throws when the key is another one or the bytes were changed */
export const unseal = (key: Buffer, sealed: Buffer): string => open(key, sealed).plain

/** The same secret sealed as it is done today, or undefined where it is already. @throws as `unseal` */
export function resealed(key: Buffer, sealed: Buffer): Buffer | undefined {
  const { plain, current } = open(key, sealed)
  return current ? undefined : seal(key, plain)
}
