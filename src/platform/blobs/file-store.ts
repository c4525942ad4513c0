import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import {
  assertMandantId,
  assertSha256,
  BlobError,
  hashStream,
  type BlobEntry,
  type BlobStore,
  type Verification,
} from './blob.js'
import { collectStaged, stage, syncFolder } from './staging.js'

/**
 * Blobs as files: `root/<mandantId>/<ab>/<cd>/<sha256>`. Two levels of folders keep folders small at millions of files.
 * Temporary files lie under the same root, because rename is only atomic inside one file system; a Mandant cannot be
 * named `.temp`.
 */
export function createFileStore(rootFolder: string): BlobStore {
  const root = resolve(rootFolder)
  const temp = join(root, '.temp')
  const pathOf = (mandantId: string, sha256: string): string => {
    assertMandantId(mandantId)
    assertSha256(sha256)
    return join(root, mandantId, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  }
  const openBlob = async (mandantId: string, sha256: string): Promise<{ stream: Readable; size: number }> => {
    const handle = await open(pathOf(mandantId, sha256), 'r').catch((error: unknown) => {
      throw isMissing(error) ? new BlobError('fehlt', 'no such blob', { cause: error }) : error
    })
    const { size } = await handle.stat()
    return { stream: handle.createReadStream(), size }
  }
  return {
    async put(mandantId, content, options) {
      assertMandantId(mandantId)
      const staged = await stage(temp, content, options)
      await moveIntoPlace(root, mandantId, staged.path, pathOf(mandantId, staged.sha256), staged.size)
      return { sha256: staged.sha256, size: staged.size }
    },
    open: openBlob,
    verify: (mandantId, sha256) => verifyBlob(openBlob, mandantId, sha256),
    async remove(mandantId, sha256) {
      const path = pathOf(mandantId, sha256)
      try {
        await rm(path)
      } catch (error) {
        if (isMissing(error)) return false
        throw error
      }
      await syncFolder(join(path, '..'))
      return true
    },
    list(mandantId) {
      assertMandantId(mandantId)
      return walk(join(root, mandantId))
    },
    collectTemp: (olderThan) => collectStaged(temp, olderThan),
  }
}

/**
 * Renames the staged file to its final name and syncs every folder on the way, also those that a parallel put created
 * a moment ago and has not synced yet. Replacing an equal file is intended: it repairs a damaged one.
 */
async function moveIntoPlace(
  root: string,
  mandantId: string,
  from: string,
  to: string,
  size: number,
): Promise<void> {
  const leaf = join(to, '..')
  await mkdir(leaf, { recursive: true, mode: 0o700 })
  try {
    await rename(from, to)
  } catch (error) {
    await rm(from, { force: true })
    // Windows refuses to replace a file that somebody is reading; then the content is already there.
    const existing = process.platform === 'win32' ? await stat(to).catch(() => undefined) : undefined
    if (existing?.size !== size) throw error
  }
  for (const folder of [leaf, join(leaf, '..'), join(root, mandantId), root]) await syncFolder(folder)
}

/** Shared by all kinds of stores: reads through `open` and compares. */
export async function verifyBlob(
  openBlob: BlobStore['open'],
  mandantId: string,
  sha256: string,
): Promise<Verification> {
  const opened = await openBlob(mandantId, sha256).catch((error: unknown) => {
    if (error instanceof BlobError && error.code === 'fehlt') return undefined
    throw error
  })
  if (!opened) return { ok: false, reason: 'fehlt' }
  const actual = await hashStream(opened.stream)
  if (actual.sha256 === sha256) return { ok: true, size: actual.size }
  return { ok: false, reason: 'veraendert', actualSha256: actual.sha256, size: actual.size }
}

async function* walk(folder: string): AsyncGenerator<BlobEntry> {
  const entries = await opendir(folder).catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw error
  })
  if (!entries) return
  for await (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      yield* walk(path)
    } else if (/^[0-9a-f]{64}$/.test(entry.name)) {
      const found = await stat(path).catch(() => undefined) // removed since the folder was read
      if (found) yield { sha256: entry.name, size: found.size, storedAt: instantOf(found.mtimeMs) }
    }
  }
}

function instantOf(milliseconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(milliseconds))
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT'
}
