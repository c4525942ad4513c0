import { randomFillSync } from 'node:crypto'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const MAX_MS = 2 ** 48 - 1
const MAX_SEQUENCE = 0xfff

function encode(ms: number, sequence: number): string {
  const bytes = randomFillSync(Buffer.alloc(16))
  bytes.writeUIntBE(ms, 0, 6)
  bytes.writeUInt16BE(0x7000 | sequence, 6)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

// Starting in the lower half leaves room for at least 2048 ids in one millisecond before the clock is run ahead.
function randomSequence(): number {
  return randomFillSync(Buffer.alloc(2)).readUInt16BE() & 0x7ff
}

/**
 * A source of UUIDv7 (RFC 9562, method 1: counter in rand_a). Ids of one source grow strictly, also within a
 * millisecond and when the clock steps back. The clock is passed in, in milliseconds since 1970; 62 bits stay random,
 * so that ids of other processes cannot collide or be guessed.
 */
export function idSource(clockMs: () => number): () => string {
  let lastMs = -1
  let sequence = 0
  return () => {
    const ms = Math.floor(clockMs())
    if (ms > lastMs) {
      lastMs = ms
      sequence = randomSequence()
    } else if (sequence < MAX_SEQUENCE) {
      sequence += 1
    } else {
      lastMs += 1
      sequence = randomSequence()
    }
    return encode(lastMs, sequence)
  }
}

/** A new UUIDv7 from the system clock, strictly growing within this process. Not the demo clock: ids are technical. */
export const newId: () => string = idSource(Date.now)

/**
 * A UUIDv7 for something that happened at a given instant (imports, demo history). Not ordered among equal
 * milliseconds.
 */
export function idAt(instant: Temporal.Instant): string {
  const ms = instant.epochMilliseconds
  if (ms < 0 || ms > MAX_MS) throw new RangeError(`idAt: ${instant} cannot be expressed in a UUIDv7`)
  return encode(ms, randomFillSync(Buffer.alloc(2)).readUInt16BE() & MAX_SEQUENCE)
}

/** True for a lower-case UUIDv7. */
export function isId(value: string): boolean {
  return UUID.test(value)
}

/** The instant in a UUIDv7 (millisecond precision). Throws RangeError for other strings. */
export function instantOfId(id: string): Temporal.Instant {
  if (!isId(id)) throw new RangeError(`not a UUIDv7: ${id}`)
  return Temporal.Instant.fromEpochMilliseconds(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16))
}
