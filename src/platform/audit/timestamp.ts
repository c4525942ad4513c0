import { createHash, randomBytes } from 'node:crypto'
import { contentOf, der, insideOf, oid, readDer, TAG, toUnsigned, unsigned, type Value } from './der.js'

const SHA256 = oid('2.16.840.1.101.3.4.2.1')
const SIGNED_DATA = oid('1.2.840.113549.1.7.2')
const TST_INFO = oid('1.2.840.113549.1.9.16.1.4')
/** A token with a chain of certificates has 3 to 10 kB. */
const MAX_BYTES = 100_000

/** What a time stamp token says, RFC 3161 § 2.4.2. Its signature is not checked here: that needs the authority's certificates. */
export interface Stamp { readonly imprint: Buffer; readonly nonce: bigint | undefined; readonly zeit: Temporal.Instant }

export const imprintOf = (data: Buffer): Buffer => createHash('sha256').update(data).digest()

/** TimeStampReq: version 1, SHA-256 of the data, a nonce, certificates wanted. */
export const stampRequest = (imprint: Buffer, nonce: bigint): Buffer => der(TAG.sequence,
  unsigned(1n), der(TAG.sequence, der(TAG.sequence, SHA256, der(TAG.null)), der(TAG.octets, imprint)), unsigned(nonce), der(TAG.boolean, Buffer.from([0xff])))

/** The token out of a TimeStampResp. @throws Error when the authority refused, RangeError for what is none */
export function tokenOf(response: Buffer): Buffer {
  const { value, rest } = readDer(response)
  if (rest.length > 0) throw new RangeError('DER: something follows')
  const [status, token] = insideOf(value, TAG.sequence, 2)
  const granted = toUnsigned(contentOf(insideOf(status, TAG.sequence)[0], TAG.integer))
  // 0 granted, 1 granted with modifications
  if (granted > 1n) throw new Error(`The authority refused the time stamp (status ${granted})`)
  return der(TAG.sequence, contentOf(token, TAG.sequence))
}

/** Reads what a token says. @throws RangeError */
export function readToken(token: Buffer): Stamp {
  const { value, rest } = readDer(token)
  if (rest.length > 0) throw new RangeError('DER: something follows')
  const [type, wrapped] = insideOf(value, TAG.sequence, 2)
  sameOid(type, SIGNED_DATA)
  const [, , encapsulated] = insideOf(insideOf(wrapped, TAG.context0, 1)[0], TAG.sequence)
  const [contentType, content] = insideOf(encapsulated, TAG.sequence, 2)
  sameOid(contentType, TST_INFO)
  return readInfo(readDer(contentOf(insideOf(content, TAG.context0, 1)[0], TAG.octets)).value)
}

function readInfo(value: Value): Stamp {
  const [version, , messageImprint, , genTime, ...optional] = insideOf(value, TAG.sequence)
  if (toUnsigned(contentOf(version, TAG.integer)) !== 1n) throw new RangeError('Time stamp of an unknown version')
  const [algorithm, hashed] = insideOf(messageImprint, TAG.sequence, 2)
  sameOid(insideOf(algorithm, TAG.sequence, 2)[0], SHA256)
  const nonce = optional.find(({ tag }) => tag === TAG.integer)
  return { imprint: contentOf(hashed, TAG.octets), nonce: nonce && toUnsigned(nonce.content), zeit: instantOf(contentOf(genTime, TAG.time).toString('latin1')) }
}

/** GeneralizedTime as RFC 3161 wants it: UTC, seconds, perhaps a fraction. */
function instantOf(text: string): Temporal.Instant {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d(?:\.\d{1,9})?)Z$/.exec(text) ?? []
  return Temporal.Instant.from(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}

function sameOid(value: Value | undefined, expected: Buffer): void {
  if (!value || !der(value.tag, value.content).equals(expected)) throw new RangeError('DER: another kind of object than expected')
}

/**
 * Asks the authority at `url` for a time stamp over `data` and checks that it is one over just that, for just this request.
 * @throws when it does not answer within 10 s, refuses, or answers something else
 */
export async function fetchStamp(url: string, data: Buffer, signal: AbortSignal): Promise<{ token: Buffer; nonce: bigint; zeit: Temporal.Instant }> {
  const [imprint, nonce] = [imprintOf(data), BigInt(`0x${randomBytes(8).toString('hex')}`)]
  const response = await fetch(url, {
    method: 'POST', headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
    body: new Uint8Array(stampRequest(imprint, nonce)), redirect: 'error', signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
  })
  if (!response.ok || !response.body) throw new Error(`The time stamp authority answered ${response.status}`)
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body) {
    size += part.length
    if (size > MAX_BYTES) throw new Error('The answer of the time stamp authority is too long')
    parts.push(part)
  }
  const token = tokenOf(Buffer.concat(parts))
  const stamp = readToken(token)
  if (!stamp.imprint.equals(imprint) || stamp.nonce !== nonce) throw new Error('The time stamp is one over something else')
  return { token, nonce, zeit: stamp.zeit }
}
