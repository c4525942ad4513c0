import { createHash } from 'node:crypto'
import { Transform, pipeline, type TransformCallback } from 'node:stream'
import type { App } from '../../../../platform/app.js'
import { Conflict } from '../../../../platform/errors.js'
import type { Reply } from '../../../../platform/http/route.js'
import type { Datei } from '../dokument-ablegen/dokument.js'

/** What browsers show without running anything. Everything else is offered for saving. */
const INLINE: ReadonlySet<string> = new Set(['application/pdf', 'image/png', 'image/jpeg', 'text/plain'])
/** Up to here a damaged file is found before the first byte is sent. */
const VORHER_PRUEFEN = 32_000_000

/**
 * Sends a stored file. Its hash is checked on the way: small files before anything is sent, large ones while they flow, with the
 * end held back until the hash is right, so that no damaged file ever arrives complete (C2-11).
 */
export async function ausliefern(app: App, mandantId: string, datei: Datei & { readonly pruefstatus: string }, speichern: boolean): Promise<Reply> {
  if (datei.pruefstatus === 'befallen') throw new Conflict('dateiBefallen', 'In dieser Datei wurde Schadsoftware gefunden. Sie ist gesperrt.')
  if (datei.size <= VORHER_PRUEFEN) {
    const befund = await app.blobs.verify(mandantId, datei.sha256)
    if (!befund.ok) {
      app.log.error('datei.beschaedigt', { sha256: datei.sha256, grund: befund.reason })
      throw new Conflict('dateiBeschaedigt', 'Die gespeicherte Datei stimmt nicht mehr mit ihrer Prüfsumme überein. Der Vorfall ist gemeldet; bitte wenden Sie sich an die Fachadministration.')
    }
  }
  const { stream, size } = await app.blobs.open(mandantId, datei.sha256)
  const geprueft = pipeline(stream, pruefsumme(datei.sha256), (error) => { if (error) app.log.warn('datei.uebertragung', { sha256: datei.sha256, fehler: error.message }) })
  return { stream: { body: geprueft, mime: datei.mime, dateiname: datei.dateiname, size, inline: !speichern && INLINE.has(datei.mime) } }
}

/** Passes bytes on one piece late; the last piece only when the whole has the expected hash. */
function pruefsumme(sha256: string): Transform {
  const hash = createHash('sha256')
  let letztes: Buffer | undefined
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      hash.update(chunk)
      if (letztes) this.push(letztes)
      letztes = chunk
      done()
    },
    flush(done: TransformCallback) {
      if (hash.digest('hex') !== sha256) { done(new Error('stored file does not match its hash')); return }
      if (letztes) this.push(letztes)
      done()
    },
  })
}
