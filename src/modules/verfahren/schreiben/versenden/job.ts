import { Readable } from 'node:stream'
import { job } from '../../../../platform/jobs/job.js'
import { renderPdf, type BriefDaten, type Json } from '../../../../platform/pdf/index.js'
import { einheitenById } from '../../../grundlagen/organisation/index.js'
import { absenderVon } from '../../antraege/index.js'
import { schreibenTabellen } from '../db/tables.js'
import { schreibenAblegen } from './command.js'

const MAX_BYTES = 20_000_000

/** Renders a letter once; the time inside is that of the order, so a repetition gives the same bytes. */
export const schreibenAusfertigen = job<{ schreibenId: string }>({
  name: 'schreiben.ausfertigen', gleichzeitig: 2,
  async run({ app, mandantId, actor }, { schreibenId }) {
    const stand = await app.db.withMandant(mandantId, async (tx) => {
      const row = await schreibenTabellen(tx).selectFrom('schreiben.schreiben').selectAll().where('id', '=', schreibenId).executeTakeFirst()
      return row && { row, einheit: (await einheitenById(tx, [row.einheit_id])).get(row.einheit_id) }
    })
    if (!stand || stand.row.versandt_am) return
    const daten: BriefDaten = { ...stand.row.brief, absender: absenderVon(app, mandantId, stand.einheit) }
    const pdf = await renderPdf({
      template: 'brief', data: daten as unknown as Json, standard: 'a-2a', missingGlyphs: 'ersetzen',
      createdAt: stand.row.angelegt_am.round({ smallestUnit: 'second', roundingMode: 'floor' }),
    })
    const blob = await app.blobs.put(mandantId, Readable.from([pdf.bytes]), { maxBytes: MAX_BYTES })
    await app.execute(actor, schreibenAblegen, { schreibenId, datei: { sha256: blob.sha256, size: blob.size, dateiname: `${stand.row.typ}.pdf` } })
  },
})
