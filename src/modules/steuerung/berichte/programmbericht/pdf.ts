import { Readable } from 'node:stream'
import type { App } from '../../../../platform/app.js'
import { NotFound } from '../../../../platform/errors.js'
import { renderPdf, type Json } from '../../../../platform/pdf/index.js'
import { systemActor } from '../../../../platform/usecases/actor.js'
import { berichte } from '../db/tables.js'
import { programmberichtAblegen } from './command.js'

export interface GedruckterBericht { readonly dateiname: string; readonly sha256: string; readonly size: number }

/**
 * The PDF of a frozen report is in the store afterwards. Where it never was, or is lost, it is printed from the frozen data and the
 * frozen template, and has to have the same bytes as the first time.
 * @throws NotFound; Error when the bytes differ from the fingerprint (another version of the typesetting program)
 */
export async function druckeProgrammbericht(app: App, mandantId: string, id: string): Promise<GedruckterBericht> {
  const row = await app.db.withMandant(mandantId, (tx) => berichte(tx).selectFrom('berichte.programmbericht as p')
    .leftJoin('berichte.datei as d', (join) => join.onRef('d.mandant_id', '=', 'p.mandant_id').onRef('d.programmbericht_id', '=', 'p.id'))
    .select(['p.jahr', 'p.quartal', 'p.version', 'p.daten', 'p.vorlage', 'p.erstellt_am', 'd.sha256', 'd.bytes']).where('p.id', '=', id).executeTakeFirst())
  if (!row) throw new NotFound()
  const dateiname = `Programmbericht-${row.jahr}-Q${row.quartal}${row.version > 1 ? `-Fassung-${row.version}` : ''}.pdf`
  if (row.sha256 && row.bytes && (await app.blobs.verify(mandantId, row.sha256)).ok) return { dateiname, sha256: row.sha256, size: row.bytes }
  const { bytes, sha256 } = await renderPdf({
    template: { source: row.vorlage }, data: row.daten as unknown as Json, standard: 'a-2a', createdAt: row.erstellt_am.round({ smallestUnit: 'second', roundingMode: 'floor' }), missingGlyphs: 'ersetzen',
  })
  if (row.sha256 && row.sha256 !== sha256) throw new Error(`Programme report ${id} came out differently from its first print`)
  await app.blobs.put(mandantId, Readable.from([bytes]), { maxBytes: 50_000_000 })
  await app.execute(systemActor(mandantId, 'Programmbericht'), programmberichtAblegen, { id, sha256, bytes: bytes.length })
  return { dateiname, sha256, size: bytes.length }
}

/** Every printed report, for the fixity check and the collector of orphans. */
export async function* alleDateien(app: App, mandantId: string): AsyncIterable<{ sha256: string; objekt: string }> {
  const rows = await app.db.withMandant(mandantId, (tx) => berichte(tx).selectFrom('berichte.datei').select(['programmbericht_id', 'sha256']).execute())
  for (const row of rows) yield { sha256: row.sha256, objekt: `berichte:programmbericht ${row.programmbericht_id}` }
}
