import { Type, type Static } from 'typebox'
import { fromDecimalString, toDecimalString } from '../../../../platform/money/index.js'
import { paymentPurpose, transliterate } from '../../../../platform/text/index.js'
import type { AnbieterStatus } from './zahlung.js'

/** Euro with at most two decimals: XBezahldienste has JSON numbers here, everything else in this program cents. */
const Euro = Type.Number({ minimum: 0, maximum: 999_999 })

/** What a transaction looks like in XBezahldienste 1.0, as far as this program reads it. */
export const Transaktion = Type.Object({
  paymentInformation: Type.Object({
    transactionId: Type.String({ minLength: 1, maxLength: 100 }), transactionRedirectUrl: Type.Optional(Type.String({ maxLength: 2000 })),
    status: Type.Unsafe<AnbieterStatus>(Type.Enum(['INITIAL', 'PAYED', 'CANCELED', 'FAILED'])), paymentMethod: Type.Optional(Type.String({ maxLength: 60 })), transactionTimestamp: Type.Optional(Type.String({ maxLength: 40 })),
  }),
  paymentRequest: Type.Object({ requestId: Type.String({ maxLength: 100 }), currency: Type.Literal('EUR'), grosAmount: Euro }),
})
export type Transaktion = Static<typeof Transaktion>

export interface Zahlungsanfrage {
  readonly requestId: string; readonly zeitpunkt: Temporal.Instant; readonly cent: bigint; readonly kassenzeichen: string; readonly bezeichnung: string; readonly redirectUrl: string
  readonly positionen: readonly { readonly bezeichnung: string; readonly cent: bigint }[]
  readonly produkt?: string | null; readonly sachkonto?: string | null
}

/** Cents as the JSON number of the protocol: two decimals survive exactly up to its limit. */
export const alsEuro = (cent: bigint): number => Number(toDecimalString(cent))

/** The protocol's number as cents. @throws RangeError for fractions of a cent, which nobody can pay */
export const alsCent = (euro: number): bigint => {
  const text = euro.toFixed(2)
  if (Number(text) !== euro) throw new RangeError(`${euro} is no amount of euros and cents`)
  return fromDecimalString(text)
}

/**
 * The body of `POST /paymenttransaction/{originatorId}/{endPointId}`. The purpose begins with the complete Kassenzeichen and has no
 * umlauts (A6-13); nothing about the person leaves the town (A10).
 */
export function anfrageAlsJson({ requestId, zeitpunkt, cent, kassenzeichen, bezeichnung, redirectUrl, positionen, produkt, sachkonto }: Zahlungsanfrage): Record<string, unknown> {
  const summe = positionen.reduce((bisher, position) => bisher + position.cent, 0n)
  // After a reduction or part payment the lines no longer add up: then one line says what is left.
  const zeilen = summe === cent ? positionen : [{ bezeichnung, cent }]
  return {
    requestId, requestTimestamp: zeitpunkt.toString(), currency: 'EUR', grosAmount: alsEuro(cent), purpose: paymentPurpose(kassenzeichen, nurWorte(bezeichnung)), description: transliterate(bezeichnung).slice(0, 250), redirectUrl,
    items: zeilen.filter((zeile) => zeile.cent > 0n).slice(0, 99).map((zeile, nr) => ({
      id: String(nr + 1), reference: kassenzeichen, description: transliterate(zeile.bezeichnung).slice(0, 250), taxRate: 0, quantity: 1,
      totalNetAmount: alsEuro(zeile.cent), totalTaxAmount: 0, singleNetAmount: alsEuro(zeile.cent), singleTaxAmount: 0,
      bookingData: { kassenzeichen, ...(produkt ? { produkt } : {}), ...(sachkonto ? { sachkonto } : {}) },
    })),
  }
}

/** The purpose may hold letters, digits, blanks and hyphens only. */
const nurWorte = (text: string): string => transliterate(text).replace(/[^A-Za-z0-9 -]/g, ' ').replace(/ {2,}/g, ' ')
