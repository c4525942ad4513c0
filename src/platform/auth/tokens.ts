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

/** Encrypts a secret for the database (AES-256-GCM, random nonce), e.g. a TOTP secret. */
export function seal(key: Buffer, plain: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
}

/** @throws when the key is another one or the bytes were changed */
export function unseal(key: Buffer, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(-16))
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString('utf8')
}
