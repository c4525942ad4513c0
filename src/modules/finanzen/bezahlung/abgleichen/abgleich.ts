import type { App } from '../../../../platform/app.js'
import { job, type Recurring } from '../../../../platform/jobs/job.js'
import { systemActor } from '../../../../platform/usecases/actor.js'
import { alsCent } from '../domain/xbezahldienste.js'
import { pruefeZahlung } from '../pruefen/pruefen.js'
import { letzterAbgleich, zahlungenSeit } from '../zahlung.js'
import { abgleichBeenden, zahlungVergleichen } from './command.js'

/** So far back attempts are compared every day: longer than any provider lets a payment come through late. */
const TAGE = 30
const SEITE = 100

/** Asks the provider about every attempt of the last days and compares with the ledger. Can be repeated at any time. */
export async function gleicheAb(app: App, mandantId: string, signal?: AbortSignal): Promise<void> {
  const actor = systemActor(mandantId, 'bezahlung.abgleich')
  const tag = app.clock.today()
  const seit = app.clock.now().subtract({ hours: 24 * TAGE })
  let [verglichen, summe, abweichungen, nichtErreicht] = [0, 0n, 0, 0]
  let nach: string | undefined
  for (let weiter = true; weiter;) {
    const seite = await app.db.withMandant(mandantId, (tx) => zahlungenSeit(tx, seit, nach, SEITE))
    for (const { id } of seite) {
      const ergebnis = (await pruefeZahlung(app, mandantId, id))?.ergebnis
      if (!ergebnis?.ok && ergebnis?.code !== 'UNBEKANNT') { nichtErreicht += 1; continue }
      const bezahlt = ergebnis.ok && ergebnis.transaktion.paymentInformation.status === 'PAYED'
      const vergleich = await app.execute(actor, zahlungVergleichen, {
        zahlungId: id, beimAnbieter: bezahlt ? 'PAYED' : ergebnis.ok ? 'anders' : 'unbekannt', cent: ergebnis.ok ? Number(alsCent(ergebnis.transaktion.paymentRequest.grosAmount)) : 0,
      })
      verglichen += 1
      summe += BigInt(vergleich.gebucht)
      if (vergleich.abweichung) abweichungen += 1
    }
    nach = seite[SEITE - 1]?.id
    weiter = nach !== undefined && !signal?.aborted
  }
  if (!signal?.aborted) await app.execute(actor, abgleichBeenden, { tag: tag.toString(), verglichen, summe: String(summe), abweichungen, nichtErreicht })
}

export const abgleichen = job<Record<string, never>>({
  name: 'bezahlung.abgleichen', gleichzeitig: 1,
  async run({ app, mandantId, signal }) { await gleicheAb(app, mandantId, signal) },
})

/** Once a legal day. */
export const taeglicherAbgleich: Recurring = {
  name: 'bezahlung.taeglicherAbgleich', alleSekunden: 1800,
  async run({ app, mandantId, signal }) {
    const letzter = await app.db.withMandant(mandantId, letzterAbgleich)
    if (!letzter || Temporal.PlainDate.compare(letzter.tag, app.clock.today()) < 0) await gleicheAb(app, mandantId, signal)
  },
}
