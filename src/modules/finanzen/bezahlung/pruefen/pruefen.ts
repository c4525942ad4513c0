import type { App } from '../../../../platform/app.js'
import { job, type Recurring } from '../../../../platform/jobs/job.js'
import { systemActor } from '../../../../platform/usecases/actor.js'
import { anbieterzugang } from '../anbieter/zugang.js'
import { transaktionAbfragen, type Ergebnis } from '../client.js'
import { alsCent } from '../domain/xbezahldienste.js'
import type { ZahlungStatus } from '../domain/zahlung.js'
import { faelligePruefungen, findZahlung, type Zahlung } from '../zahlung.js'
import { pruefungVerschieben, standUebernehmen } from './command.js'
import { zahlungVerfallen } from '../bezahlen/command.js'

/** Asks the provider how a payment stands and takes that over. Returns where it stands now; what a browser or a callback said is never used. */
export async function pruefeZahlung(app: App, mandantId: string, zahlungId: string): Promise<{ status: ZahlungStatus; ergebnis?: Ergebnis } | undefined> {
  const actor = systemActor(mandantId, 'bezahlung.pruefen')
  const { zahlung, zugang } = await app.db.withMandant(mandantId, async (tx) => ({ zahlung: await findZahlung(tx, zahlungId), zugang: await anbieterzugang(app, tx) }))
  if (!zahlung) return undefined
  if (!zahlung.transaktion) {
    // The provider never got to know of it: it cannot be paid any more once its time is over.
    await app.execute(actor, zahlungVerfallen, { zahlungId })
    return { status: zahlung.status }
  }
  const ergebnis: Ergebnis = zugang ? await transaktionAbfragen(zugang, zahlung.transaktion) : { ok: false, code: 'NICHT_EINGERICHTET' }
  const cent = ergebnis.ok && passt(zahlung, ergebnis) ? alsCent(ergebnis.transaktion.paymentRequest.grosAmount) : undefined
  if (!ergebnis.ok || cent === undefined) {
    app.log.warn('bezahlung.pruefen', { zahlungId, code: ergebnis.ok ? 'FREMDE_TRANSAKTION' : ergebnis.code })
    await app.execute(actor, pruefungVerschieben, { zahlungId })
    return { status: zahlung.status, ergebnis: ergebnis.ok ? { ok: false, code: 'UNLESBAR' } : ergebnis }
  }
  const { status, paymentMethod } = ergebnis.transaktion.paymentInformation
  return { ...await app.execute(actor, standUebernehmen, { zahlungId, status, cent: Number(cent), ...(paymentMethod ? { bezahlart: paymentMethod } : {}) }), ergebnis }
}

/** An answer about another transaction or request is no answer. */
const passt = (zahlung: Zahlung, { transaktion }: Extract<Ergebnis, { ok: true }>): boolean =>
  transaktion.paymentInformation.transactionId === zahlung.transaktion && transaktion.paymentRequest.requestId === zahlung.id

export const zahlungPruefen = job<{ zahlungId: string }>({
  name: 'bezahlung.zahlungPruefen', gleichzeitig: 4,
  async run({ app, mandantId }, { zahlungId }) { await pruefeZahlung(app, mandantId, zahlungId) },
})

/** Somebody paid and never came back: the town asks by itself (A6-04). */
export const nachfragen: Recurring = {
  name: 'bezahlung.nachfragen', alleSekunden: 30,
  async run({ app, mandantId, signal }) {
    const faellig = await app.db.withMandant(mandantId, (tx) => faelligePruefungen(tx, app.clock.now(), 50))
    for (const zahlungId of faellig) if (!signal.aborted) await pruefeZahlung(app, mandantId, zahlungId)
  },
}
