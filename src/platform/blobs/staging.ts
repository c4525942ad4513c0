import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { BlobError, type BlobRef, type PutOptions } from './blob.js'

export type StagedFile = BlobRef & { path: string }

/**
 * Writes a stream to a new file in `folder`, hashing while writing, and syncs the file before it resolves: one pass
 * over the bytes, constant memory. Whoever gets the result moves or deletes the file. On an error nothing remains.
 */
export async function stage(folder: string, content: Readable, { maxBytes, signal }: PutOptions): Promise<StagedFile> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${randomUUID()}.teil`)
  const hash = createHash('sha256')
  let size = 0
  async function* measure(source: AsyncIterable<Buffer | string>): AsyncGenerator<Buffer> {
    for await (const piece of source) {
      const chunk = typeof piece === 'string' ? Buffer.from(piece) : piece
      size += chunk.length
      if (size > maxBytes) throw new BlobError('zuGross', `content exceeds the limit of ${maxBytes} bytes`)
      hash.update(chunk)
      yield chunk
    }
  }
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true })
  try {
    await pipeline(content, measure, file, { signal })
  } catch (error) {
    // Content may fail before the file was even opened; deleted before that, it would come into being afterwards and stay.
    file.destroy()
    await finished(file).catch(() => undefined)
    await rm(path, { force: true })
    if (error instanceof BlobError) throw error
    throw isDiskError(error)
      ? new BlobError('speicher', 'the blob could not be written', { cause: error })
      : new BlobError('abgebrochen', 'the content ended before it was complete', { cause: error })
  }
  return { sha256: hash.digest('hex'), size, path }
}

function isDiskError(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return ['ENOSPC', 'EIO', 'EACCES', 'EPERM', 'EROFS', 'EDQUOT', 'EMFILE', 'ENFILE'].includes(code)
}

/**
 * Makes a rename durable: without a sync of the folder a power cut may lose the name though the bytes are on the disk.
 * Windows cannot open folders; NTFS journals names itself.
 */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Deletes staged files last written before `olderThan`; young ones may belong to an upload that is still running. */
export async function collectStaged(folder: string, olderThan: Temporal.Instant): Promise<number> {
  const names = await readdir(folder).catch(nothingIfMissing)
  let removed = 0
  for (const name of names) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (!found?.isFile() || found.mtimeMs >= olderThan.epochMilliseconds) continue
    await rm(path, { force: true })
    removed += 1
  }
  return removed
}

function nothingIfMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  throw error
}
