import { Readable } from 'node:stream'
import { Refused } from '../../../../platform/errors.js'
import type { RequestContext, Werte } from '../../../../platform/http/route.js'
import { formatBytes } from '../../../../design/index.js'
import { dateiGrenzen, type Fehler, type Seite } from '../../formulare/index.js'
import type { Fall } from '../zugang.js'
import { woerter } from '../woerter.js'
import { dateiAnnehmen, type Angenommen } from './annahme.js'

export interface Empfangen {
  readonly werte: Werte
  readonly dateien: readonly Angenommen[]
  readonly fehler: readonly Fehler[]
  readonly zuGross: boolean
  /** Reading stopped in the middle because it was far too much. */
  readonly abgebrochen?: Fehler
}

/** A file a little too large is read to its end, so that the rest of the page arrives; beyond this the connection ends. */
const SPIELRAUM = 30_000_000
const FILES = 40

/** Reads a posted page with its files: each is taken in or refused with a message at its field. */
export async function dateienEmpfangen(c: RequestContext, { dateien: vorhanden }: Fall, seite: Seite): Promise<Empfangen> {
  const w = woerter(c.sprache)
  const slots = seite.fragen.filter(({ typ }) => typ === 'datei')
  const groesste = Math.max(0, ...slots.map((slot) => dateiGrenzen(slot).maxBytes))
  const dateien: Angenommen[] = []
  const fehler: Fehler[] = []
  const stand = { zuGross: false, slot: slots[0]?.name ?? '' }
  const melden = (feld: string, text: string) => fehler.push({ feld, code: 'datei', text })
  const lesen = c.multipart(async (part) => {
    const slot = slots.find(({ name }) => name === part.feld)
    if (!slot) { for await (const teil of hoechstens(part.stream, SPIELRAUM)) void teil; return }
    stand.slot = slot.name
    const { maxAnzahl } = dateiGrenzen(slot)
    const annahme = await dateiAnnehmen(c.app, c.mandant.id, slot, { ...part, stream: Readable.from(hoechstens(part.stream, groesste + SPIELRAUM)) }, w, c.sprache)
    if (!annahme.ok) { melden(slot.name, annahme.text); stand.zuGross ||= annahme.zuGross; return }
    const andere = [...vorhanden, ...dateien].filter((datei) => datei.slot === slot.name && datei.sha256 !== annahme.datei.sha256)
    if (andere.length >= maxAnzahl) melden(slot.name, w.dateiZuViele(maxAnzahl))
    else dateien.push(annahme.datei)
  }, { fileSize: Number.MAX_SAFE_INTEGER, files: FILES })
  const werte = await lesen.catch((error: unknown) => {
    if (!zuVielesWarEs(error)) throw error
    return undefined
  })
  if (werte) return { werte, dateien, fehler, zuGross: stand.zuGross }
  return { werte: {}, dateien: [], fehler: [], zuGross: true, abgebrochen: { feld: stand.slot, code: 'datei', text: w.zuGross(formatBytes(groesste, c.sprache)) } }
}

/** Ends in the middle when there is far too much; the parser's own limit would read on to the end of the part. */
async function* hoechstens(stream: Readable, bytes: number): AsyncGenerator<Buffer> {
  let gelesen = 0
  for await (const teil of stream as AsyncIterable<Buffer>) {
    gelesen += teil.length
    if (gelesen > bytes) throw new Refused(413, 'Das ist zu groß.')
    yield teil
  }
}

const zuVielesWarEs = (error: unknown): boolean => error instanceof Refused || (error as { statusCode?: number }).statusCode === 413
