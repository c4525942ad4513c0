import { buffer } from 'node:stream/consumers'
import { limit } from '../../../../platform/auth/limit.js'
import { Invalid, Refused } from '../../../../platform/errors.js'
import type { RequestContext } from '../../../../platform/http/route.js'
import { imPruefer } from './pruefer.js'
import type { Ergebnis } from './pruefarbeiter.js'

/** Largest file in bytes. Checking takes memory and time in proportion; real invoices with attachments stay far below. */
export const HOECHSTENS_BYTES = 20_000_000

export interface Datei { readonly name: string; readonly bytes: Uint8Array }

/** Open to everybody, so bounded for each address: 60 files in ten minutes, page and API together. */
export const GRENZE = { schluessel: 'rechnungspruefung', max: 60, seconds: 600 } as const

export const begrenze = (c: RequestContext): Promise<number> => limit(c.app.db, `${GRENZE.schluessel}:${c.mandant.id}:${c.kennungIp}`, GRENZE)

const NICHTS = 'Bitte wählen Sie eine Datei aus: eine XML-Datei (XRechnung) oder eine PDF-Datei (ZUGFeRD, Factur-X).'
const LEER = 'Diese Datei ist leer. Bitte prüfen Sie, ob die Rechnung vollständig gespeichert wurde.'
const ZU_GROSS = 'Diese Datei ist größer als 20 MB. Bitte verkleinern Sie die Anlagen in der Rechnung.'
const ANDERE = 'Das ist weder eine XML-Datei noch eine PDF-Datei. Bitte wählen Sie die E-Rechnung selbst aus, kein Bild und kein Textdokument.'

/** Reads the file of a multipart form into memory; nothing is kept. */
export async function empfangen(c: RequestContext): Promise<Datei | undefined> {
  let datei: Datei | undefined
  await c.multipart(async ({ dateiname, stream }) => {
    const bytes = await buffer(stream)
    if ('truncated' in stream && stream.truncated === true) throw new Invalid([{ feld: 'datei', text: ZU_GROSS }])
    datei = { name: dateiname.slice(0, 200), bytes }
  }, { fileSize: HOECHSTENS_BYTES, files: 1 })
  return datei
}

/** By content, not by name or declared type: XML in any encoding begins with `<`, a PDF has its sign in the first kilobyte. */
function istXmlOderPdf(bytes: Uint8Array): boolean {
  const anfang = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1')
  return anfang.includes('%PDF-') || /^(?:\xEF\xBB\xBF|\xFE\xFF|\xFF\xFE)?[\s\0]*</.test(anfang)
}

/** @throws Invalid at the field `datei` when there is nothing that could be checked */
export function zulassen(datei: Datei | undefined): Datei {
  const text = !datei ? NICHTS : datei.bytes.length === 0 ? LEER : istXmlOderPdf(datei.bytes) ? undefined : ANDERE
  if (!datei || text !== undefined) throw new Invalid([{ feld: 'datei', text: text ?? NICHTS }])
  if (datei.bytes.length > HOECHSTENS_BYTES) throw new Refused(413, ZU_GROSS)
  return datei
}

/** Verdict for today by the clock of the town and, for the page, the invoice as far as it can be read. */
export const pruefe = (c: RequestContext, { name, bytes }: Datei, mitRechnung: boolean): Promise<Ergebnis> =>
  c.outside(() => imPruefer({ bytes, name, at: c.today.toString(), mitRechnung }))

export type { Ergebnis }
