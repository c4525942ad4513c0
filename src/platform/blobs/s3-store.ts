import { openAsBlob } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { assertMandantId, assertSha256, BlobError, type BlobEntry, type BlobStore } from './blob.js'
import { verifyBlob } from './file-store.js'
import { emptyPayload, encode, signRequest, type S3Credentials } from './s3-signature.js'
import { collectStaged, stage, type StagedFile } from './staging.js'

export type S3Config = S3Credentials & {
  /** `https://s3.example.org`, without bucket. */
  endpoint: string
  bucket: string
  /** True: `endpoint/bucket/key` (MinIO, Ceph, Garage). False: `bucket.endpoint/key` (AWS). */
  pathStyle: boolean
  /** Where uploads lie until their hash is known; the machine's temporary folder when absent. */
  tempFolder?: string
  /** Whole request except the reading of a body, in milliseconds. */
  timeoutMs?: number
}

type Request = { method: 'PUT' | 'GET' | 'HEAD' | 'DELETE'; url: URL; payload?: StagedFile }

/**
 * Blobs in an S3 store, under `<mandantId>/<ab>/<cd>/<sha256>` like in the file store. The hash is part of the key, so
 * an upload is staged in a local file first; the server checks the same hash before it answers. One request a blob, so
 * there is no unfinished upload to clean up on the server.
 */
export function createS3Store(config: S3Config): BlobStore {
  const temp = config.tempFolder ?? join(tmpdir(), 'stadtkern-blobs')
  const urlOf = (mandantId: string, sha256: string): URL => {
    assertMandantId(mandantId)
    assertSha256(sha256)
    return objectUrl(config, `${mandantId}/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`)
  }
  const openBlob: BlobStore['open'] = async (mandantId, sha256) => {
    const response = await send(config, { method: 'GET', url: urlOf(mandantId, sha256) })
    if (!response) throw new BlobError('fehlt', 'no such blob')
    const stream = response.body ? Readable.fromWeb(response.body as ReadableStream) : Readable.from([])
    return { stream, size: Number(response.headers.get('content-length')) }
  }
  return {
    async put(mandantId, content, options) {
      assertMandantId(mandantId)
      const staged = await stage(temp, content, options)
      try {
        const stored = await send(config, { method: 'PUT', url: urlOf(mandantId, staged.sha256), payload: staged })
        if (!stored) throw new BlobError('speicher', `no bucket ${config.bucket}`)
      } finally {
        await rm(staged.path, { force: true })
      }
      return { sha256: staged.sha256, size: staged.size }
    },
    open: openBlob,
    verify: (mandantId, sha256) => verifyBlob(openBlob, mandantId, sha256),
    async remove(mandantId, sha256) {
      const url = urlOf(mandantId, sha256)
      // DELETE answers the same whether there was something or not.
      if (!(await send(config, { method: 'HEAD', url }))) return false
      await send(config, { method: 'DELETE', url })
      return true
    },
    list(mandantId) {
      assertMandantId(mandantId)
      return listObjects(config, `${mandantId}/`)
    },
    collectTemp: (olderThan) => collectStaged(temp, olderThan),
  }
}

function objectUrl({ endpoint, bucket, pathStyle }: S3Config, key: string): URL {
  const url = new URL(endpoint)
  if (!pathStyle) url.hostname = `${bucket}.${url.hostname}`
  const base = url.pathname.replace(/\/$/, '')
  url.pathname = pathStyle ? `${base}/${bucket}/${key}` : `${base}/${key}`
  return url
}

/** Undefined for 404. @throws BlobError `speicher` for anything else that is no success */
async function send(config: S3Config, { method, url, payload }: Request): Promise<Response | undefined> {
  const headers: Record<string, string> = {}
  if (payload) headers['x-amz-checksum-sha256'] = Buffer.from(payload.sha256, 'hex').toString('base64')
  const signed = signRequest(method, url, headers, payload?.sha256 ?? emptyPayload, config, Temporal.Now.instant())
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), config.timeoutMs ?? 60_000)
  try {
    const body = payload ? await openAsBlob(payload.path) : null
    const response = await fetch(url, { method, headers: signed, body, signal: controller.signal, redirect: 'error' })
    if (response.ok) return response
    const text = (await response.text()).slice(0, 300)
    if (response.status === 404) return undefined
    throw new BlobError('speicher', `object store answered ${response.status}: ${text}`)
  } catch (error) {
    if (error instanceof BlobError) throw error
    throw new BlobError('speicher', 'object store not reachable', { cause: error })
  } finally {
    clearTimeout(timer)
  }
}

async function* listObjects(config: S3Config, prefix: string): AsyncGenerator<BlobEntry> {
  let token = ''
  do {
    const url = objectUrl(config, '')
    const query = { 'list-type': '2', prefix, ...(token === '' ? {} : { 'continuation-token': token }) }
    url.search = Object.entries(query).map(([name, value]) => `${name}=${encode(value)}`).join('&')
    const response = await send(config, { method: 'GET', url })
    if (!response) throw new BlobError('speicher', `no bucket ${config.bucket}`)
    const page = await response.text()
    yield* entriesOf(page)
    token = unescapeXml(/<NextContinuationToken>([^<]+)</.exec(page)?.[1] ?? '')
  } while (token !== '')
}

/** Keys of blobs are hex digits and slashes, so the answer needs no XML parser; other objects are passed over. */
function* entriesOf(page: string): Generator<BlobEntry> {
  for (const [, content] of page.matchAll(/<Contents>([^]*?)<\/Contents>/g)) {
    const sha256 = /<Key>[^<]*\/([0-9a-f]{64})<\/Key>/.exec(content!)?.[1]
    const size = /<Size>(\d+)<\/Size>/.exec(content!)?.[1]
    const changed = /<LastModified>([^<]+)<\/LastModified>/.exec(content!)?.[1]
    if (sha256 && size && changed) yield { sha256, size: Number(size), storedAt: Temporal.Instant.from(changed) }
  }
}

function unescapeXml(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
