/** What the provider says of a transaction (XBezahldienste 1.0). */
export type AnbieterStatus = 'INITIAL' | 'PAYED' | 'CANCELED' | 'FAILED'

interface Zustand {
  readonly wort: string
  /** For the person who pays. */
  readonly weiter: string
  readonly nach: readonly string[]
  /** The person may be on the way to the provider's page or on it. */
  readonly laeuft: boolean
}

/**
 * The one table of states of an attempt. Paid is final: what a provider says afterwards never unbooks. Ended otherwise is not:
 * money that arrives late is booked all the same and shown to the treasury (A6-05).
 */
export const ZUSTAENDE = {
  NEU: { wort: 'Wird vorbereitet', weiter: 'Wir bereiten die Zahlung vor.', nach: ['INITIAL', 'FAILED'], laeuft: true },
  INITIAL: { wort: 'Zahlung wird geprüft', weiter: 'Der Bezahldienst hat die Zahlung noch nicht bestätigt. Wenn Sie bezahlt haben, müssen Sie nichts tun. Wir fragen dort weiter nach.', nach: ['PAYED', 'CANCELED', 'FAILED'], laeuft: true },
  PAYED: { wort: 'Bezahlt', weiter: 'Der Bezahldienst hat die Zahlung bestätigt.', nach: [], laeuft: false },
  CANCELED: { wort: 'Abgebrochen', weiter: 'Die Zahlung wurde abgebrochen. Es wurde nichts abgebucht.', nach: ['PAYED'], laeuft: false },
  FAILED: { wort: 'Nicht geklappt', weiter: 'Die Zahlung hat nicht geklappt. Es wurde nichts abgebucht. Sie können es noch einmal versuchen.', nach: ['PAYED'], laeuft: false },
} as const satisfies Record<string, Zustand>

export type ZahlungStatus = keyof typeof ZUSTAENDE

export const darfWerden = (von: ZahlungStatus, nach: ZahlungStatus): boolean => (ZUSTAENDE[von].nach as readonly string[]).includes(nach)

/**
 * When to ask again by itself: every minute at first, then every ten, then every two hours; after three days only the daily
 * comparison asks. Also for attempts that ended without money, because a payment can still come through after that.
 */
export function naechstePruefung(begonnen: Temporal.Instant, jetzt: Temporal.Instant, status: ZahlungStatus): Temporal.Instant | null {
  if (status === 'PAYED') return null
  const minuten = jetzt.since(begonnen).total('minutes')
  const pause = minuten < 15 ? (status === 'INITIAL' ? 1 : 10) : minuten < 120 ? 10 : minuten < 4320 ? 120 : undefined
  return pause === undefined ? null : jetzt.add({ minutes: pause })
}
