/**
 * As much of ASN.1 DER (X.690) as a time stamp needs: definite lengths, low tag numbers, nothing else. What a stranger sends is read
 * with every length checked against what is there.
 */
export const TAG = { boolean: 0x01, integer: 0x02, octets: 0x04, null: 0x05, oid: 0x06, time: 0x18, sequence: 0x30, set: 0x31, context0: 0xa0 } as const

export interface Value { readonly tag: number; readonly content: Buffer }

/** @throws RangeError for what is no DER */
export function readDer(bytes: Buffer): { value: Value; rest: Buffer } {
  const [tag, first] = [bytes[0], bytes[1]]
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new RangeError('DER: no tag')
  let [at, length] = [2, first]
  if (first >= 0x80) {
    const size = first & 0x7f
    // 0x80 is the indefinite length of BER; four bytes are more than any time stamp has.
    if (size === 0 || size > 4 || bytes.length < 2 + size) throw new RangeError('DER: length')
    length = bytes.readUIntBE(2, size)
    if (length < 0x80 || length < 2 ** (8 * (size - 1))) throw new RangeError('DER: length is not the shortest')
    at += size
  }
  if (at + length > bytes.length) throw new RangeError('DER: cut off')
  return { value: { tag, content: bytes.subarray(at, at + length) }, rest: bytes.subarray(at + length) }
}

/** The values inside of a constructed one, in their order. @throws RangeError */
export function insideOf(value: Value | undefined, tag: number, most = 50): Value[] {
  const found: Value[] = []
  for (let rest = contentOf(value, tag); rest.length > 0;) {
    const next = readDer(rest)
    found.push(next.value)
    if (found.length > most) throw new RangeError('DER: too many values')
    rest = next.rest
  }
  return found
}

/** The content of a value that has to have this tag. @throws RangeError */
export function contentOf(value: Value | undefined, tag: number): Buffer {
  if (value?.tag !== tag) throw new RangeError(`DER: expected tag ${tag}, found ${value?.tag ?? 'nothing'}`)
  return value.content
}

export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  if (content.length < 0x80) return Buffer.concat([Buffer.from([tag, content.length]), content])
  const length = Buffer.from(content.length.toString(16).padStart(content.length > 0xffffff ? 8 : content.length > 0xffff ? 6 : content.length > 0xff ? 4 : 2, '0'), 'hex')
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, content])
}

/** A number that is not negative: a leading zero where its first bit would make it so. */
export const unsigned = (value: bigint): Buffer => {
  const hex = value.toString(16)
  const bytes = Buffer.from(hex.padStart(hex.length + hex.length % 2, '0'), 'hex')
  return der(TAG.integer, (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes)
}

export const toUnsigned = (content: Buffer): bigint => BigInt(`0x${content.toString('hex') || '0'}`)

export function oid(text: string): Buffer {
  const [first = 0, second = 0, ...arcs] = text.split('.').map(Number)
  const base128 = (arc: number): number[] => [...(arc >= 128 ? base128(Math.floor(arc / 128)).map((byte) => byte | 0x80) : []), arc % 128]
  return der(TAG.oid, Buffer.from([first * 40 + second, ...arcs.flatMap(base128)]))
}
