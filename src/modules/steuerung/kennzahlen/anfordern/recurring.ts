import type { Recurring } from '../../../../platform/jobs/job.js'
import { kennzahlen } from '../db/tables.js'
import { letzterStichtag } from '../domain/zeitraum.js'
import { wertAnfordern } from './command.js'

/**
 * In business time: asks for the values by hand of the newest Stichtag that is over. Older gaps are history, and nobody is asked for
 * days before the Kennzahl was there.
 */
export const werterinnerung: Recurring = {
  name: 'kennzahlen.erinnerung', alleSekunden: 900,
  async run({ app, mandantId, actor, signal }) {
    const heute = app.clock.today()
    const alle = await app.db.reading(mandantId, (tx) => kennzahlen(tx).selectFrom('kennzahlen.kennzahl')
      .select(['id', 'haeufigkeit', 'created_at']).where('quelle', 'is', null).where('stillgelegt_am', 'is', null).execute())
    const schon = new Set((await app.db.reading(mandantId, (tx) => kennzahlen(tx).selectFrom('kennzahlen.erinnerung')
      .select(['kennzahl_id', 'stichtag']).where('stichtag', '>=', heute.subtract({ years: 1, months: 1 })).execute()))
      .map(({ kennzahl_id, stichtag }) => `${kennzahl_id} ${stichtag}`))
    for (const { id, haeufigkeit, created_at } of alle) {
      const stichtag = letzterStichtag(heute, haeufigkeit)
      const seit = created_at.toZonedDateTimeISO('Europe/Berlin').toPlainDate()
      if (schon.has(`${id} ${stichtag}`) || Temporal.PlainDate.compare(seit, stichtag) > 0) continue
      if (signal.aborted) return
      await app.execute(actor, wertAnfordern, { id, stichtag: stichtag.toString() })
    }
  },
}
