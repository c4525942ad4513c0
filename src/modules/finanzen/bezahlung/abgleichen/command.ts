import { Type } from 'typebox'
import { intern } from '../../../../platform/usecases/allow.js'
import { Datum, Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { formatEuro } from '../../../../platform/money/index.js'
import { findForderung, zahlungenMitReferenz, zeigeKassenzeichen } from '../../forderungen/index.js'
import { bezahlung } from '../db/tables.js'
import { abgeglichen } from '../events.js'
import { klaerungAnlegen } from '../klaeren/klaerung.js'
import { findZahlung } from '../zahlung.js'

/**
 * Compares one attempt after the provider was asked: what the provider calls paid has to be in the ledger with the same amount, and
 * what is in the ledger has to be paid there. Differences become entries for the treasury (A6-09).
 */
export const zahlungVergleichen = command({
  name: 'bezahlung.zahlungVergleichen',
  input: Type.Object({ zahlungId: Id, beimAnbieter: Type.Union([Type.Literal('PAYED'), Type.Literal('anders'), Type.Literal('unbekannt')]), cent: Type.Integer({ minimum: 0, maximum: 99_999_900 }) }, { additionalProperties: false }),
  allow: intern(),
  async run(ctx, { zahlungId, beimAnbieter, cent }): Promise<{ gebucht: string; abweichung: boolean }> {
    ctx.unchanged()
    const zahlung = await findZahlung(ctx.tx, zahlungId)
    const forderung = zahlung && await findForderung(ctx.tx, zahlung.forderungId)
    if (!zahlung?.transaktion || !forderung) return { gebucht: '0', abweichung: false }
    const buchung = (await zahlungenMitReferenz(ctx.tx, 'online', [zahlung.transaktion])).get(zahlung.transaktion)
    const gebucht = buchung?.betrag ?? 0n
    const zeichen = zeigeKassenzeichen(zahlung.kassenzeichen)
    const neu = { referenz: zahlung.transaktion, betrag: gebucht }
    if (beimAnbieter !== 'PAYED' && gebucht > 0n) await klaerungAnlegen(ctx, forderung, { ...neu, art: 'fehltBeimAnbieter', text: `Zu ${zeichen} sind ${formatEuro(gebucht)} gebucht. Beim Bezahldienst steht keine Zahlung.` })
    else if (beimAnbieter === 'PAYED' && gebucht === 0n) await klaerungAnlegen(ctx, forderung, { ...neu, betrag: BigInt(cent), art: 'fehltImHauptbuch', text: `Zu ${zeichen} meldet der Bezahldienst ${formatEuro(BigInt(cent))}. Gebucht ist nichts.` })
    else if (beimAnbieter === 'PAYED' && gebucht !== BigInt(cent)) await klaerungAnlegen(ctx, forderung, { ...neu, art: 'betragAbweichend', text: `Zu ${zeichen} sind ${formatEuro(gebucht)} gebucht. Der Bezahldienst nennt ${formatEuro(BigInt(cent))}.` })
    else return { gebucht: String(gebucht), abweichung: false }
    return { gebucht: String(gebucht), abweichung: true }
  },
})

/** Writes down that the comparison of a day is done; a repetition on the same day replaces its figures. */
export const abgleichBeenden = command({
  name: 'bezahlung.abgleichBeenden',
  input: Type.Object({ tag: Datum, verglichen: Type.Integer({ minimum: 0 }), summe: Type.String({ pattern: '^\\d{1,18}$' }), abweichungen: Type.Integer({ minimum: 0 }), nichtErreicht: Type.Integer({ minimum: 0 }) }, { additionalProperties: false }),
  allow: intern(),
  async run(ctx, { tag, verglichen, summe, abweichungen, nichtErreicht }) {
    const zeile = { verglichen, summe: BigInt(summe), abweichungen, nicht_erreicht: nichtErreicht, beendet_am: ctx.now }
    await bezahlung(ctx.tx).insertInto('bezahlung.abgleich').values({ tag: Temporal.PlainDate.from(tag), ...zeile }).onConflict((conflict) => conflict.columns(['mandant_id', 'tag']).doUpdateSet(zeile)).execute()
    ctx.emit(abgeglichen(ctx.mandantId, { tag, verglichen, abweichungen, nichtErreicht }))
  },
})
