import type { BlobStore } from './blob.js'
import { createFileStore } from './file-store.js'
import { createS3Store, type S3Config } from './s3-store.js'

export type BlobStoreConfig = { kind: 'files'; root: string } | ({ kind: 's3' } & S3Config)

/** The store that the configuration names. Creating it does no I/O. */
export function createBlobStore(config: BlobStoreConfig): BlobStore {
  return config.kind === 'files' ? createFileStore(config.root) : createS3Store(config)
}

export { BlobError, hashStream, isStorageAway } from './blob.js'
export type { S3Config } from './s3-store.js'
export type { BlobEntry, BlobErrorCode, BlobRef, BlobStore, PutOptions, Verification } from './blob.js'
