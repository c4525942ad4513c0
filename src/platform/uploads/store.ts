import { Readable } from 'node:stream'
import type { App } from '../app.js'
import { Invalid } from '../errors.js'
import { scanWithClamd, type ClamdAddress, type ScanResult } from './clamd.js'
import { uploadTypes, type UploadType } from './file-types.js'
import { refuse, type Refusal, type RefusalCode } from './findings.js'
import { refusalsEn } from './findings-en.js'
import { stripGps } from './gps.js'
import { inspectUpload } from './inspect.js'

/** A file that lies in the blob store of the town; nothing refers to it before a command does. */
export interface StoredUpload {
  readonly ok: true
  readonly sha256: string
  /** Bytes, as stored. */
  readonly size: number
  readonly mime: string
  /** Safe to show and to offer for download. */
  readonly dateiname: string
  /** `ungeprueft`: no virus scanner is configured or it did not answer. Infected files are refused. */
  readonly pruefstatus: 'sauber' | 'ungeprueft'
  /** German, for the clerk. */
  readonly warnings: readonly string[]
}

export interface UploadLimits {
  readonly allowed: readonly UploadType[]
  /** Inclusive. Held in memory while it is inspected: below about 50 MB. */
  readonly maxBytes: number
}

/** What an upload looks like to us: a part of a multipart form, or bytes of the API. */
export interface UploadSource { readonly feld: string; readonly dateiname: string; readonly stream: Readable }

/**
 * Takes an upload in: decides by content, removes the place where a photo was taken, scans, stores. The stream is read to its end
 * even when the file is refused, so that the rest of the form can be read. Outside of a transaction.
 * @returns the stored file, or why it is refused, in German
 */
export async function tryStoreUpload(app: App, mandantId: string, part: UploadSource, { allowed, maxBytes }: UploadLimits): Promise<StoredUpload | (Refusal & { readonly dateiname: string }) | { readonly ok: false; readonly code: 'befallen'; readonly text: string; readonly dateiname: string }> {
  const bytes = await readLimited(part.stream, maxBytes)
  const zuGross = bytes === undefined
  const found = zuGross ? refuse('zuGross', `Erlaubt sind höchstens ${new Intl.NumberFormat('de', { maximumFractionDigits: 1 }).format(maxBytes / 1_000_000)} MB.`)
    : app.storage.refuses(mandantId, bytes.length) ? refuse('speicherVoll')
    : await inspectUpload(bytes, { declaredName: part.dateiname, allowed, maxBytes })
  if (!found.ok || !bytes) return { ...(found.ok ? refuse('zuGross') : found), dateiname: part.dateiname }
  const content = found.gps ? stripGps(bytes) : bytes
  const scan = await scanIfConfigured(app.config.clamd.url, content)
  if (scan === 'befallen') {
    return { ok: false, code: 'befallen', dateiname: found.fileName, text: 'Unser Virenschutz hat in der Datei Schadsoftware gefunden. Bitte prüfen Sie Ihr Gerät und laden Sie eine andere Datei hoch.' }
  }
  const { sha256, size } = await app.blobs.put(mandantId, Readable.from([content]), { maxBytes })
  return { ok: true, sha256, size, mime: found.mime, dateiname: found.fileName, pruefstatus: scan, warnings: found.warnings.map(({ text }) => text) }
}

/** Why an upload was refused, in the language of the person; the English words name what is allowed where that is the question. */
export function abgelehntWeil({ code, text }: { readonly code: RefusalCode | 'befallen'; readonly text: string }, sprache: 'de' | 'en', { allowed, maxBytes }: UploadLimits): string {
  if (sprache === 'de') return text
  if (code === 'zuGross') return `${refusalsEn[code]} At most ${maxBytes / 1_000_000} MB are allowed.`
  return code === 'typNichtErlaubt' ? `${refusalsEn[code]} Allowed: ${allowed.map((type) => uploadTypes[type].label).join(', ')}.` : refusalsEn[code]
}

/** Like `tryStoreUpload`. @throws Invalid at the field of the part, with the reason */
export async function storeUpload(app: App, mandantId: string, part: UploadSource, limits: UploadLimits): Promise<StoredUpload> {
  const stored = await tryStoreUpload(app, mandantId, part, limits)
  if (!stored.ok) throw new Invalid([{ feld: part.feld, text: `„${stored.dateiname}“: ${stored.text}` }])
  return stored
}

/** The bytes, or undefined when there are more than allowed; what is too much is read and forgotten. */
async function readLimited(stream: Readable, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const piece of stream as AsyncIterable<Buffer | string>) {
    const chunk = typeof piece === 'string' ? Buffer.from(piece) : piece
    size += chunk.length
    if (size <= maxBytes) chunks.push(chunk)
  }
  return size > maxBytes || (stream as { truncated?: boolean }).truncated ? undefined : Buffer.concat(chunks)
}

async function scanIfConfigured(url: string | undefined, content: Buffer): Promise<'sauber' | 'ungeprueft' | 'befallen'> {
  if (!url) return 'ungeprueft'
  return (await scanWithClamd(clamdAddress(url), Readable.from([content]), { maxBytes: content.length })).verdict
}

/** Has bytes scanned that are stored already. `ungeprueft` also when no scanner is set up. */
export async function scanBlob(app: App, mandantId: string, sha256: string): Promise<ScanResult> {
  const { url } = app.config.clamd
  if (!url) return { verdict: 'ungeprueft', grund: 'no scanner' }
  const { stream, size } = await app.blobs.open(mandantId, sha256)
  return scanWithClamd(clamdAddress(url), stream, { maxBytes: size })
}

/** `tcp://host:port` or `unix:///path`. */
function clamdAddress(url: string): ClamdAddress {
  const { protocol, hostname, port, pathname } = new URL(url)
  return protocol === 'unix:' ? { socket: decodeURIComponent(pathname) } : { host: hostname, port: Number(port || 3310) }
}
