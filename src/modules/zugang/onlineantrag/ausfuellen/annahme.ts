import { Readable } from 'node:stream'
import type { App } from '../../../../platform/app.js'
import type { UploadPart } from '../../../../platform/http/route.js'
import { inspectUpload, scanWithClamd, stripGps, uploadTypes, type ClamdAddress, type UploadType } from '../../../../platform/uploads/index.js'
import { formatBytes } from '../../../../design/index.js'
import { dateiGrenzen, type Frage } from '../../formulare/index.js'
import type { Woerter } from '../woerter.js'

export interface Angenommen { readonly slot: string; readonly dateiname: string; readonly sha256: string; readonly size: number; readonly mime: string; readonly pruefstatus: 'sauber' | 'ungeprueft' }
export type Annahme = { readonly ok: true; readonly datei: Angenommen } | { readonly ok: false; readonly slot: string; readonly text: string; readonly zuGross: boolean }

/**
 * Takes one uploaded file in, or says at its field why not: size while it streams, type by content, structure (bombs, macros,
 * passwords), virus scan, then the store. Nothing is stored before all of that said yes (A5-05).
 */
export async function dateiAnnehmen(app: App, mandantId: string, frage: Frage, part: UploadPart, w: Woerter, sprache: 'de' | 'en'): Promise<Annahme> {
  const { maxBytes, formate } = dateiGrenzen(frage)
  const nein = (text: string, zuGross = false): Annahme => ({ ok: false, slot: frage.name, text, zuGross })
  const bytes = await gelesen(part.stream, maxBytes)
  if (!bytes) return nein(w.dateiZuGross(part.dateiname, formatBytes(maxBytes, sprache)), true)
  const befund = await inspectUpload(bytes, { declaredName: part.dateiname, allowed: formate as readonly UploadType[], maxBytes })
  if (!befund.ok) return nein(w.dateiAbgelehnt(part.dateiname, befund.text), befund.code === 'zuGross')
  if (verwechselt(part.dateiname, befund.type)) return nein(w.dateiHeisstFalsch(part.dateiname, uploadTypes[befund.type].label))
  const adresse = clamdAdresse(app.config.clamd.url)
  const scan = adresse ? await scanWithClamd(adresse, Readable.from([bytes])) : { verdict: 'ungeprueft' as const }
  if (scan.verdict === 'befallen') return nein(w.dateiSchadsoftware(part.dateiname))
  const inhalt = befund.gps ? stripGps(bytes) : bytes
  const { sha256, size } = await app.blobs.put(mandantId, Readable.from([inhalt]), { maxBytes })
  return { ok: true, datei: { slot: frage.name, dateiname: befund.fileName, sha256, size, mime: befund.mime, pruefstatus: scan.verdict } }
}

/** The bytes, or undefined when there are more than allowed: then the rest is read and thrown away, never held. */
async function gelesen(stream: Readable, maxBytes: number): Promise<Buffer | undefined> {
  let teile: Buffer[] = []
  let groesse = 0
  for await (const teil of stream as AsyncIterable<Buffer>) {
    groesse += teil.length
    if (groesse <= maxBytes) teile.push(teil)
    else teile = []
  }
  return groesse > maxBytes ? undefined : Buffer.concat(teile)
}

const BILDER: readonly string[] = ['jpg', 'png', 'heic', 'tif']

/**
 * A document that calls itself a picture, or the other way round, is refused: that is a mistake or a trick. Pictures among
 * themselves are put right silently, because phones mix those endings up on their own.
 */
function verwechselt(dateiname: string, typ: UploadType): boolean {
  const endung = /\.([^./\\]+)$/.exec(dateiname)?.[1]?.toLowerCase()
  const behauptet = endung && Object.entries(uploadTypes).find(([, { extensions }]) => (extensions as readonly string[]).includes(endung))?.[0]
  return !!behauptet && behauptet !== typ && !(BILDER.includes(behauptet) && BILDER.includes(typ))
}

/** `tcp://host:port` or `unix:///path`, as the configuration has checked. */
function clamdAdresse(url: string | undefined): ClamdAddress | undefined {
  if (!url) return undefined
  const { protocol, hostname, port, pathname } = new URL(url)
  return protocol === 'unix:' ? { socket: pathname } : { host: hostname, port: Number(port || 3310) }
}
