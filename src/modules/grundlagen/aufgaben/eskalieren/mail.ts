import { job } from '../../../../platform/jobs/job.js'
import { formatDate } from '../../../../platform/time/index.js'
import { kontenById } from '../../konten/index.js'
import { aufgabeById } from '../aufgabe.js'

/** Tells a lead by mail; without names or content, because mail is not confidential (A7-05). Already taken: no mail. */
export const mahnungSenden = job<{ aufgabeId: string; kontoId: string }>({
  name: 'aufgaben.mahnungSenden',
  async run({ app, mandantId }, { aufgabeId, kontoId }) {
    const { aufgabe, konto } = await app.db.withMandant(mandantId, async (tx) => ({ aufgabe: await aufgabeById(tx, aufgabeId), konto: (await kontenById(tx, [kontoId])).get(kontoId) }))
    if (!konto?.email || aufgabe?.status !== 'offen' || aufgabe.zugewiesenAn || !aufgabe.faelligAm) return
    await app.mail.send(mandantId, {
      to: { address: konto.email, name: konto.name }, subject: 'Eine Aufgabe Ihrer Einheit ist überfällig', messageId: `<aufgabe-${aufgabeId}-${kontoId}@stadtkern.invalid>`,
      text: `Guten Tag ${konto.name},\n\neine Aufgabe Ihrer Einheit${aufgabe.vorgangsnummer ? ` (Vorgang ${aufgabe.vorgangsnummer})` : ''} war am ${formatDate(aufgabe.faelligAm)} fällig und ist noch nicht vergeben.\n\nBitte weisen Sie die Aufgabe zu: Arbeitsplatz, Aufgaben, Ganzes Team.\n`,
    })
  },
})
