import { json, type Tx } from '../../../../platform/database/database.js'
import { newId } from '../../../../platform/time/index.js'
import { bezahlung } from '../db/tables.js'
import type { AnbieterStatus } from '../domain/zahlung.js'
import { alsCent, alsEuro } from '../domain/xbezahldienste.js'

/** How the simulated provider treats one payment. Each is something that real providers have done. */
export const VERHALTEN = {
  normal: 'Bezahlen und zurück zur Stadt',
  kommtNieZurueck: 'Bezahlen, aber nicht zurückkehren (Fenster zu)',
  zweimal: 'Bezahlen, und die Meldung kommt zweimal',
  nachAbbruch: 'Abbruch melden, später doch bezahlt',
  falscherBetrag: 'Einen Euro zu wenig bezahlen',
  abbrechen: 'Abbrechen',
  fehler: 'Zahlung schlägt fehl',
} as const
export type Verhalten = keyof typeof VERHALTEN
export const istVerhalten = (text: string): text is Verhalten => Object.hasOwn(VERHALTEN, text)

export interface Vorgang { readonly transaktion: string; readonly status: AnbieterStatus; readonly anfrage: { readonly requestId: string; readonly grosAmount: number; readonly purpose: string; readonly description: string; readonly redirectUrl: string }; readonly gezahlt: bigint | null }

interface Kennung { readonly originatorId: string; readonly endPointId: string }

/** Takes a transaction in; undefined when the request was there already. */
export async function lege(tx: Tx, jetzt: Temporal.Instant, { originatorId, endPointId }: Kennung, anfrage: Vorgang['anfrage']): Promise<Vorgang | undefined> {
  const transaktion = newId()
  const row = await bezahlung(tx).insertInto('bezahlung.simulator').values({
    transaktion, originator_id: originatorId, endpoint_id: endPointId, request_id: anfrage.requestId, anfrage: json(anfrage), status: 'INITIAL', gezahlt_cent: null, created_at: jetzt,
  }).onConflict((conflict) => conflict.columns(['mandant_id', 'originator_id', 'endpoint_id', 'request_id']).doNothing()).returning('transaktion').executeTakeFirst()
  return row && { transaktion, status: 'INITIAL', anfrage, gezahlt: null }
}

/** A transaction as somebody who asks sees it; undefined: unknown. A late payment becomes visible after it was reported as cancelled once. */
export async function zeige(tx: Tx, transaktion: string, kennung?: Kennung): Promise<Vorgang | undefined> {
  const row = await bezahlung(tx).selectFrom('bezahlung.simulator').selectAll().where('transaktion', '=', transaktion).forUpdate().executeTakeFirst()
  if (!row || (kennung && (row.originator_id !== kennung.originatorId || row.endpoint_id !== kennung.endPointId))) return undefined
  if (kennung && row.spaeter_bezahlt && row.status === 'CANCELED') {
    await bezahlung(tx).updateTable('bezahlung.simulator').set({ status: 'PAYED', spaeter_bezahlt: false }).where('transaktion', '=', transaktion).execute()
  }
  return { transaktion, status: row.status, anfrage: row.anfrage as unknown as Vorgang['anfrage'], gezahlt: row.gezahlt_cent }
}

/** What the person chose on the simulated page. Only once: a finished transaction stays as it is. */
export async function entscheide(tx: Tx, transaktion: string, verhalten: Verhalten): Promise<Vorgang | undefined> {
  const vorgang = await zeige(tx, transaktion)
  if (vorgang?.status !== 'INITIAL') return vorgang
  const cent = alsCent(vorgang.anfrage.grosAmount)
  const status: AnbieterStatus = verhalten === 'abbrechen' || verhalten === 'nachAbbruch' ? 'CANCELED' : verhalten === 'fehler' ? 'FAILED' : 'PAYED'
  await bezahlung(tx).updateTable('bezahlung.simulator').set({ status, spaeter_bezahlt: verhalten === 'nachAbbruch', gezahlt_cent: verhalten === 'falscherBetrag' ? cent - (cent > 100n ? 100n : 1n) : null }).where('transaktion', '=', transaktion).execute()
  return { ...vorgang, status }
}

/** The transaction as the protocol shows it. `seite` is where the person pays. */
export const alsProtokoll = ({ transaktion, status, anfrage, gezahlt }: Vorgang, seite: string): Record<string, unknown> => ({
  paymentInformation: {
    transactionId: transaktion, transactionRedirectUrl: seite, transactionReference: transaktion.slice(-12), status, ...(status === 'PAYED' ? { paymentMethod: 'CREDITCARD' } : {}),
  },
  paymentRequest: { ...anfrage, currency: 'EUR', ...(status === 'PAYED' && gezahlt !== null ? { grosAmount: alsEuro(gezahlt) } : {}) },
})
