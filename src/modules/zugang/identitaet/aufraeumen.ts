import type { Recurring } from '../../../platform/jobs/job.js'
import { identitaet } from './db/tables.js'

/** What a sign-in brought along goes after a day, attempts after two; used ids when they could not be used any more anyway. */
export const aufraeumen: Recurring = {
  name: 'identitaet.aufraeumen', alleSekunden: 3600,
  async run({ app, mandantId }) {
    const jetzt = Temporal.Now.instant()
    await app.db.withMandant(mandantId, async (tx) => {
      await identitaet(tx).deleteFrom('identitaet.nachweis').where('abgerufen_am', '<', app.clock.now().subtract({ hours: 24 })).execute()
      await identitaet(tx).deleteFrom('identitaet.versuch').where('begonnen_am', '<', jetzt.subtract({ hours: 48 })).execute()
      await identitaet(tx).deleteFrom('identitaet.verbraucht').where('gueltig_bis', '<', jetzt).execute()
    })
  },
}
