import type { BlobStore } from './blob.js'
import { createFileStore } from './file-store.js'

export type BlobStoreConfig = { kind: 'files'; root: string }

/** The store that the configuration names. Creating it does no I/O. */
export function createBlobStore(config: BlobStoreConfig): BlobStore {
  return createFileStore(config.root)
}

export { BlobError, hashStream } from './blob.js'
export type { BlobEntry, BlobErrorCode, BlobRef, BlobStore, PutOptions, Verification } from './blob.js'
