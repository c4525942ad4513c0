import { Type } from 'typebox'
import { job } from '../../../../platform/jobs/job.js'
import { renderPdf, type BriefDaten, type Json } from '../../../../platform/pdf/index.js'
import { formatDateLong, formatInstant } from '../../../../platform/time/index.js'
import { intern } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { dokumentAblegen } from '../../../akte/akten/index.js'
import { lockAntrag } from '../antrag.js'
import { benachrichtigen } from '../benachrichtigung.js'
import { antraege } from '../db/tables.js'
import { ladeStand, lege, sekunde } from '../einreichen/bestaetigung.js'
import { ruecknahmeBestaetigt } from '../events.js'

/** Files the rendered declaration, once, and sends the receipt. */
export const ruecknahmeAblegen = command({
  name: 'antraege.ruecknahmeAblegen',
  input: Type.Object({ antragId: Id, datei: Type.Object({ sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }), size: Type.Integer({ minimum: 1 }), dateiname: Text(255) }, { additionalProperties: false }) }, { additionalProperties: false }),
  allow: intern(),
  async run(ctx, { antragId, datei }) {
    const antrag = await lockAntrag(ctx.tx, { id: antragId })
    const erklaerung = await antraege(ctx.tx).selectFrom('antraege.ruecknahme').selectAll().where('antrag_id', '=', antragId).executeTakeFirst()
    if (!erklaerung || erklaerung.dokument_id) { ctx.unchanged(); return }
    const { dokumentId } = await dokumentAblegen(ctx, {
      vorgangId: antrag.vorgangId, betreff: 'Rücknahme des Antrags', typ: 'ruecknahme', richtung: 'eingang', datum: erklaerung.erklaert_datum, datei: { ...datei, mime: 'application/pdf' },
      absender: antrag.kontakt.name, pruefstatus: 'sauber', fuerInhaber: true,
    })
    await antraege(ctx.tx).updateTable('antraege.ruecknahme').set({ dokument_id: dokumentId }).where('antrag_id', '=', antragId).execute()
    await benachrichtigen(ctx, antrag, {
      art: 'nachricht', betreff: 'Sie haben Ihren Antrag zurückgenommen', dokumentIds: [dokumentId],
      text: `Ihre Rücknahme des Antrags „${antrag.bezeichnung}“ (${antrag.vorgangsnummer}) ist am ${formatInstant(erklaerung.erklaert_am)} bei uns eingegangen. Wir bearbeiten den Antrag nicht weiter.`,
    })
    ctx.emit(ruecknahmeBestaetigt(antragId, antrag.vorgangId, { dokumentId }))
  },
})

/** Renders the declaration of withdrawal as it was received, for the file and for the person. */
export const ruecknahmeBestaetigen = job<{ antragId: string }>({
  name: 'antraege.ruecknahmeBestaetigen',
  async run({ app, mandantId, actor }, { antragId }) {
    const stand = await ladeStand(app, mandantId, antragId)
    const erklaerung = await app.db.withMandant(mandantId, (tx) => antraege(tx).selectFrom('antraege.ruecknahme').selectAll().where('antrag_id', '=', antragId).executeTakeFirst())
    if (!stand || !erklaerung || erklaerung.dokument_id) return
    const { antrag, absender } = stand
    const data: BriefDaten = {
      absender, empfaenger: [antrag.kontakt.name, ...antrag.anschrift], betreff: `Rücknahme Ihres Antrags: ${antrag.bezeichnung}`,
      infoblock: [{ bezeichnung: 'Vorgangsnummer', wert: antrag.vorgangsnummer }, { bezeichnung: 'Datum', wert: formatDateLong(erklaerung.erklaert_datum) }],
      anrede: 'Guten Tag,',
      inhalt: [
        `Sie haben Ihren Antrag „${antrag.bezeichnung}“ vom ${formatDateLong(antrag.eingangDatum)} zurückgenommen. Ihre Erklärung ist am ${formatInstant(erklaerung.erklaert_am)} bei uns eingegangen.`,
        ...(erklaerung.grund ? [`Sie haben dazu geschrieben: ${erklaerung.grund}`] : []),
        'Wir bearbeiten den Antrag nicht weiter. Sie können jederzeit einen neuen Antrag stellen.',
      ],
    }
    const pdf = await renderPdf({ template: 'brief', data: data as unknown as Json, standard: 'a-2a', createdAt: sekunde(erklaerung.erklaert_am), missingGlyphs: 'ersetzen' })
    await app.execute(actor, ruecknahmeAblegen, { antragId, datei: await lege(app, mandantId, pdf, `Ruecknahme-${antrag.vorgangsnummer}.pdf`) })
  },
})
