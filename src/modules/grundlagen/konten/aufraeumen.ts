import { konten } from './db/tables.js'
import type { Recurring } from '../../../platform/jobs/job.js'

/** Secrets that are over or used hold personal data of people who never became an account: gone after a day. */
export const aufraeumen: Recurring = {
  name: 'konten.aufraeumen', alleSekunden: 3600,
  async run({ app, mandantId }) {
    const gestern = Temporal.Now.instant().subtract({ hours: 24 })
    await app.db.withMandant(mandantId, (tx) => konten(tx).deleteFrom('konten.einmalcode')
      .where((where) => where.or([where('gueltig_bis', '<', gestern), where('verbraucht_am', '<', gestern)])).execute())
  },
}
