import { job } from '../../../../platform/jobs/job.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { projektantraege, type Stand } from '../db/tables.js'

const WORTE: Readonly<Record<Exclude<Stand, 'laufend'>, string>> = { angenommen: 'ist angenommen', zurueckgestellt: 'ist zurückgestellt', abgelehnt: 'ist abgelehnt', zurueckgezogen: 'ist nicht mehr genehmigt: Die Genehmigung wurde zurückgezogen' }

/** Tells whoever had the idea that it is decided. The reason and the conditions are on the own page: mail is not confidential (A7-05). */
export const entscheidungMitteilen = job<{ antragId: string; stand: Exclude<Stand, 'laufend'> }>({
  name: 'projektantraege.entscheidungMitteilen',
  async run({ app, mandantId }, { antragId, stand }) {
    const { antrag, konto } = await app.db.withMandant(mandantId, async (tx) => {
      const row = await projektantraege(tx).selectFrom('projektantraege.antrag').select(['melder_id', 'vorgangsnummer', 'entschieden_am']).where('id', '=', antragId).executeTakeFirst()
      return { antrag: row, konto: row && (await kontenById(tx, [row.melder_id])).get(row.melder_id) }
    })
    if (!antrag || !konto?.email) return
    await app.mail.send(mandantId, {
      to: { address: konto.email, name: konto.name }, subject: `Über Ihre Idee ist entschieden (${antrag.vorgangsnummer})`, messageId: `<projektantrag-${antragId}-${stand}-${antrag.entschieden_am?.toString() ?? ''}@stadtkern.invalid>`,
      text: `Guten Tag ${konto.name},\n\nIhre Idee mit der Nummer ${antrag.vorgangsnummer} ${WORTE[stand]}.\n\nGrund und Auflagen lesen Sie im Arbeitsplatz unter „Ideen“.\n`,
    })
  },
})
