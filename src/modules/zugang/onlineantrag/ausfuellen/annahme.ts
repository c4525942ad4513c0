import type { App } from '../../../../platform/app.js'
import type { UploadPart } from '../../../../platform/http/route.js'
import { abgelehntWeil, tryStoreUpload, uploadTypes, type UploadType } from '../../../../platform/uploads/index.js'
import { formatBytes } from '../../../../design/index.js'
import { dateiGrenzen, type Frage } from '../../formulare/index.js'
import type { Woerter } from '../woerter.js'

export interface Angenommen { readonly slot: string; readonly dateiname: string; readonly sha256: string; readonly size: number; readonly mime: string; readonly pruefstatus: 'sauber' | 'ungeprueft' }
export type Annahme = { readonly ok: true; readonly datei: Angenommen } | { readonly ok: false; readonly slot: string; readonly text: string; readonly zuGross: boolean }

/** Takes one uploaded file in for a slot, or says at its field why not and what to do. */
export async function dateiAnnehmen(app: App, mandantId: string, frage: Frage, part: UploadPart, w: Woerter, sprache: 'de' | 'en'): Promise<Annahme> {
  const { maxBytes, formate } = dateiGrenzen(frage)
  const nein = (text: string, zuGross = false): Annahme => ({ ok: false, slot: frage.name, text, zuGross })
  const grenzen = { allowed: formate as readonly UploadType[], maxBytes }
  const datei = await tryStoreUpload(app, mandantId, part, grenzen)
  if (!datei.ok) {
    if (datei.code === 'zuGross') return nein(w.dateiZuGross(part.dateiname, formatBytes(maxBytes, sprache)), true)
    return nein(datei.code === 'befallen' ? w.dateiSchadsoftware(part.dateiname) : w.dateiAbgelehnt(part.dateiname, abgelehntWeil(datei, sprache, grenzen)))
  }
  const falsch = verwechselt(part.dateiname, datei.mime)
  if (falsch) return nein(w.dateiHeisstFalsch(part.dateiname, falsch))
  const { dateiname, sha256, size, mime, pruefstatus } = datei
  return { ok: true, datei: { slot: frage.name, dateiname, sha256, size, mime, pruefstatus } }
}

const ARTEN = Object.values(uploadTypes)
const istBild = ({ mime }: { mime: string }) => mime.startsWith('image/')

/**
 * The real kind of a document that calls itself a picture, or the other way round: a mistake or a trick, so it is refused. Pictures
 * among themselves are put right silently, because phones mix those endings up on their own.
 */
function verwechselt(dateiname: string, mime: string): string | undefined {
  const endung = /\.([^./\\]+)$/.exec(dateiname)?.[1]?.toLowerCase() ?? ''
  const behauptet = ARTEN.find(({ extensions }) => (extensions as readonly string[]).includes(endung))
  const wirklich = ARTEN.find((art) => art.mime === mime)
  if (!behauptet || !wirklich || behauptet === wirklich || (istBild(behauptet) && istBild(wirklich))) return undefined
  return wirklich.label
}
