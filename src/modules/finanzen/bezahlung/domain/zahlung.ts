/** What the provider says of a transaction (XBezahldienste 1.0). */
export type AnbieterStatus = 'INITIAL' | 'PAYED' | 'CANCELED' | 'FAILED'

interface Zustand {
  readonly wort: string
  /** For the person who pays. */
  readonly weiter: string
  /** The same for readers of English. */
  readonly en: { readonly wort: string; readonly weiter: string }
  readonly nach: readonly string[]
  /** The person may be on the way to the provider's page or on it. */
  readonly laeuft: boolean
}

/**
 * The one table of states of an attempt. Paid is final: what a provider says afterwards never unbooks. Ended otherwise is not:
 * money that arrives late is booked all the same and shown to the treasury (A6-05).
 */
export const ZUSTAENDE = {
  NEU: { wort: 'Wird vorbereitet', weiter: 'Wir bereiten die Zahlung vor.',
    en: { wort: 'Being prepared', weiter: 'We are preparing the payment.' }, nach: ['INITIAL', 'FAILED'], laeuft: true },
  INITIAL: { wort: 'Zahlung wird geprüft', weiter: 'Der Bezahldienst hat die Zahlung noch nicht bestätigt. Wenn Sie bezahlt haben, müssen Sie nichts tun. Wir fragen dort weiter nach.',
    en: { wort: 'Payment being checked', weiter: 'The payment service has not confirmed the payment yet. If you have paid, there is nothing for you to do. We keep asking there.' }, nach: ['PAYED', 'CANCELED', 'FAILED'], laeuft: true },
  PAYED: { wort: 'Bezahlt', weiter: 'Der Bezahldienst hat die Zahlung bestätigt.',
    en: { wort: 'Paid', weiter: 'The payment service has confirmed the payment.' }, nach: [], laeuft: false },
  CANCELED: { wort: 'Abgebrochen', weiter: 'Die Zahlung wurde abgebrochen. Es wurde nichts abgebucht.',
    en: { wort: 'Cancelled', weiter: 'The payment was cancelled. Nothing was charged.' }, nach: ['PAYED'], laeuft: false },
  FAILED: { wort: 'Nicht geklappt', weiter: 'Die Zahlung hat nicht geklappt. Es wurde nichts abgebucht. Sie können es noch einmal versuchen.',
    en: { wort: 'Did not work', weiter: 'The payment did not work. Nothing was charged. You can try again.' }, nach: ['PAYED'], laeuft: false },
} as const satisfies Record<string, Zustand>

export type ZahlungStatus = keyof typeof ZUSTAENDE

export const zustandsworte = (status: ZahlungStatus, sprache: 'de' | 'en'): { readonly wort: string; readonly weiter: string } => (sprache === 'en' ? ZUSTAENDE[status].en : ZUSTAENDE[status])

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
