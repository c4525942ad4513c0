import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'

/** What identifies stored bytes inside one Mandant: SHA-256 (64 lower case hex digits); and their length in bytes. */
export type BlobRef = { sha256: string; size: number }

/** An entry of `list`. `storedAt` moves when the same content is put again: collectors of orphans spare young ones. */
export type BlobEntry = BlobRef & { storedAt: Temporal.Instant }

export type PutOptions = {
  /** Upper limit in bytes, inclusive. Required, because a store without limit is a way to fill the disk. */
  maxBytes: number
  signal?: AbortSignal
}

export type Verification =
  | { ok: true; size: number }
  | { ok: false; reason: 'fehlt' }
  | { ok: false; reason: 'veraendert'; actualSha256: string; size: number }

/**
 * Content-addressed storage per Mandant. Bytes are found by Mandant and SHA-256 only, so nothing can be probed across
 * towns, and the same document is stored once per town.
 */
export type BlobStore = {
  /**
   * Stores a stream and resolves when the bytes are durable. The same content twice is fine.
   * @throws BlobError `zuGross` (nothing is kept), `abgebrochen` (source ended early or signal), `ungueltig` (bad id)
   */
  put(mandantId: string, content: Readable, options: PutOptions): Promise<BlobRef>
  /** Opens stored bytes. The caller reads or destroys the stream. @throws BlobError `fehlt` */
  open(mandantId: string, sha256: string): Promise<{ stream: Readable; size: number }>
  /** Reads everything again and compares the hash (fixity check). */
  verify(mandantId: string, sha256: string): Promise<Verification>
  /** Removes stored bytes. False when there were none. */
  remove(mandantId: string, sha256: string): Promise<boolean>
  /** All blobs of one Mandant, in no promised order. */
  list(mandantId: string): AsyncIterable<BlobEntry>
  /** Removes what interrupted uploads left behind before `olderThan`; returns how many files. */
  collectTemp(olderThan: Temporal.Instant): Promise<number>
}

export type BlobErrorCode = 'zuGross' | 'fehlt' | 'abgebrochen' | 'ungueltig' | 'speicher'

/** The only error type of a blob store that callers are expected to tell apart, by `code`. */
export class BlobError extends Error {
  readonly code: BlobErrorCode
  constructor(code: BlobErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'BlobError'
    this.code = code
  }
}

// Lower case letters, digits and inner hyphens: covers UUIDs, and no such name can be '.', '..', hidden or a path.
const mandantPattern = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const sha256Pattern = /^[0-9a-f]{64}$/

/** Checked before any path or object key is built. @throws BlobError `ungueltig` */
export function assertMandantId(mandantId: string): void {
  if (typeof mandantId !== 'string' || !mandantPattern.test(mandantId)) {
    throw new BlobError('ungueltig', 'mandantId is not a valid identifier')
  }
}

/** Checked before any path or object key is built. @throws BlobError `ungueltig` */
export function assertSha256(sha256: string): void {
  if (typeof sha256 !== 'string' || !sha256Pattern.test(sha256)) {
    throw new BlobError('ungueltig', 'sha256 must be 64 lower case hex digits')
  }
}

/** SHA-256 and length of a stream that is read to its end. */
export async function hashStream(stream: Readable): Promise<BlobRef> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk)
    size += chunk.length
  }
  return { sha256: hash.digest('hex'), size }
}

/** The store is gone, broken or full; the same content may go in a moment later. */
export const isStorageAway = (error: unknown): boolean =>
  error instanceof BlobError ? error.code === 'speicher' : ['ENOSPC', 'EDQUOT', 'EIO', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')
