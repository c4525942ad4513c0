import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createHash } from 'node:crypto'
import type { App } from '../../../../platform/app.js'
import type { UploadPart } from '../../../../platform/http/route.js'
import { inspectUpload, scanWithClamd, stripGps, type UploadType } from '../../../../platform/uploads/index.js'
import type { Pruefstatus } from '../db/tables.js'
import type { Datei } from './dokument.js'

/** 25 MB: what the virus scanner takes by default, and what memory stands for several people at once. */
export const HOECHSTENS_BYTES = 25_000_000
export const ERLAUBT: readonly UploadType[] = ['pdf', 'jpg', 'png', 'tif', 'heic', 'docx', 'xlsx', 'odt', 'ods', 'txt']

const SPEICHER_VOLL = 'Der Speicherplatz der Stadt ist voll, die Datei wurde nicht übernommen. Bitte sagen Sie es der Fachadministration; heben Sie die Datei bis dahin auf.'

export type Aufgenommen = { readonly ok: true; readonly datei: Datei; readonly pruefstatus: Pruefstatus } | { readonly ok: false; readonly text: string }

/**
 * Takes in one file that an employee sends: decided by content, checked for viruses where a scanner is set up, place taken out of
 * photos, bytes durable. Before and outside of the transaction that will name it.
 */
export async function dateiAufnehmen(app: App, mandantId: string, teil: UploadPart): Promise<Aufgenommen> {
  const original = await buffer(teil.stream)
  if (app.storage.refuses(mandantId, original.length)) return { ok: false, text: SPEICHER_VOLL }
  const befund = await inspectUpload(original, { declaredName: teil.dateiname, allowed: ERLAUBT, maxBytes: HOECHSTENS_BYTES })
  if (!befund.ok) return { ok: false, text: befund.text }
  const bytes = befund.gps ? stripGps(original) : original
  const pruefstatus = await pruefe(app, bytes)
  if (pruefstatus === 'befallen') return { ok: false, text: 'In der Datei wurde Schadsoftware gefunden. Sie wurde nicht übernommen.' }
  await app.blobs.put(mandantId, Readable.from([bytes]), { maxBytes: HOECHSTENS_BYTES })
  return { ok: true, pruefstatus, datei: { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length, mime: befund.mime, dateiname: befund.fileName } }
}

/** No scanner set up: 'ungeprueft', and the page says so. */
async function pruefe(app: App, bytes: Buffer): Promise<Pruefstatus> {
  const url = app.config.clamd.url
  if (!url) return 'ungeprueft'
  const { protocol, hostname, port, pathname } = new URL(url)
  const ergebnis = await scanWithClamd(protocol === 'unix:' ? { socket: pathname } : { host: hostname, port: Number(port) }, Readable.from([bytes]))
  return ergebnis.verdict
}
