import { job } from '../../../../platform/jobs/job.js'
import { formatDate } from '../../../../platform/time/index.js'
import { einheitenById } from '../../../grundlagen/organisation/index.js'
import { gefragteVon, ladeAbfrage } from './lesen.js'

/** A mail to the unit that has not answered; units without an address find the task in their work list. */
export const abfrageErinnerungSenden = job<{ abfrageId: string; einheitId: string; tag: string }>({
  name: 'projektantraege.abfrageErinnerungSenden',
  async run({ app, mandantId }, { abfrageId, einheitId, tag }) {
    const { abfrage, gefragte, einheit } = await app.db.withMandant(mandantId, async (tx) => ({
      abfrage: await ladeAbfrage(tx, abfrageId), gefragte: (await gefragteVon(tx, [abfrageId])).find((eine) => eine.einheitId === einheitId), einheit: (await einheitenById(tx, [einheitId])).get(einheitId),
    }))
    if (!einheit?.email || !gefragte || gefragte.beantwortetAm) return
    await app.mail.send(mandantId, {
      to: { address: einheit.email, name: einheit.name }, subject: `Erinnerung: ${abfrage.titel}`, messageId: `<hausabfrage-${abfrageId}-${einheitId}-${tag}@stadtkern.invalid>`,
      text: `Guten Tag,\n\nIhre Einheit (${einheit.kuerzel} ${einheit.name}) hat die Hausabfrage „${abfrage.titel}“ noch nicht beantwortet.\nBitte antworten Sie bis zum ${formatDate(abfrage.faelligAm)} im Arbeitsplatz unter „Ideen“.\n`,
    })
  },
})
