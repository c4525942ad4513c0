import { Type } from 'typebox'
import { formatEuro } from '../../../../platform/money/index.js'
import { intern } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { buche, findForderung, zeigeKassenzeichen } from '../../forderungen/index.js'
import { bezahlung } from '../db/tables.js'
import { darfWerden, naechstePruefung, type ZahlungStatus } from '../domain/zahlung.js'
import { zahlungsstandGeaendert } from '../events.js'
import { klaerungAnlegen } from '../klaeren/klaerung.js'
import { lockZahlung, type Zahlung } from '../zahlung.js'

/**
 * Takes over what the provider said when asked. In whatever order and however often answers arrive, a payment is booked once, and
 * what does not fit goes to the treasury instead of being lost (A6-05, A6-06).
 */
export const standUebernehmen = command({
  name: 'bezahlung.standUebernehmen',
  input: Type.Object({
    zahlungId: Id, status: Type.Union([Type.Literal('INITIAL'), Type.Literal('PAYED'), Type.Literal('CANCELED'), Type.Literal('FAILED')]),
    /** Cents that the provider names. */
    cent: Type.Integer({ minimum: 0, maximum: 99_999_900 }), bezahlart: Type.Optional(Text(60)),
  }, { additionalProperties: false }),
  allow: intern(),
  async run(ctx, { zahlungId, status, cent, bezahlart }): Promise<{ status: ZahlungStatus }> {
    const zahlung = await lockZahlung(ctx.tx, zahlungId)
    ctx.unchanged()
    if (zahlung.status === 'PAYED' && status !== 'PAYED') await widerspruch(ctx, zahlung, status)
    if (status === 'PAYED' && zahlung.status !== 'PAYED') await bezahlt(ctx, zahlung, BigInt(cent))
    const nach = darfWerden(zahlung.status, status) ? status : zahlung.status
    const beendet = nach !== zahlung.status && nach !== 'INITIAL'
    await bezahlung(ctx.tx).updateTable('bezahlung.zahlung').set({
      status: nach, geprueft_am: ctx.now, naechste_pruefung: naechstePruefung(zahlung.begonnenAm, ctx.now, nach), ...(bezahlart ? { bezahlart } : {}), ...(beendet ? { beendet_am: ctx.now } : {}),
    }).where('id', '=', zahlungId).execute()
    if (nach !== zahlung.status) {
      const forderung = await findForderung(ctx.tx, zahlung.forderungId)
      ctx.emit(zahlungsstandGeaendert(zahlungId, forderung?.vorgangId ?? null, { forderungId: zahlung.forderungId, von: zahlung.status, nach }))
    }
    return { status: nach }
  },
})

/** Books what arrived. What arrived, not what was asked for: the ledger says the truth, the list of clearing what is odd about it. */
async function bezahlt(ctx: CommandContext, zahlung: Zahlung, cent: bigint): Promise<void> {
  const referenz = zahlung.transaktion ?? zahlung.id
  const forderung = await findForderung(ctx.tx, zahlung.forderungId)
  if (!forderung) throw new Error(`Payment ${zahlung.id} belongs to no claim`)
  const zeichen = zeigeKassenzeichen(zahlung.kassenzeichen)
  if (cent !== zahlung.betrag) {
    await klaerungAnlegen(ctx, forderung, { art: 'betragAbweichend', referenz, betrag: cent, text: `Zu ${zeichen} wurden ${formatEuro(zahlung.betrag)} verlangt und ${formatEuro(cent)} bezahlt.` })
  }
  if (zahlung.status === 'CANCELED' || zahlung.status === 'FAILED') {
    await klaerungAnlegen(ctx, forderung, { art: 'spaetBezahlt', referenz, betrag: cent, text: `Zu ${zeichen} kamen nach dem Abbruch doch noch ${formatEuro(cent)} an.` })
  }
  if (cent === 0n) return
  const { stand } = await buche(ctx, zahlung.forderungId, { art: 'zahlung', betrag: cent, weg: 'online', referenz })
  if (stand.saldo < 0n) await klaerungAnlegen(ctx, forderung, { art: 'zuVielBezahlt', referenz, betrag: -stand.saldo, text: `Zu ${zeichen} sind ${formatEuro(-stand.saldo)} mehr angekommen als gefordert.` })
}

async function widerspruch(ctx: CommandContext, zahlung: Zahlung, status: string): Promise<void> {
  const forderung = await findForderung(ctx.tx, zahlung.forderungId)
  if (forderung) await klaerungAnlegen(ctx, forderung, { art: 'widerspruch', referenz: zahlung.transaktion ?? zahlung.id, betrag: zahlung.betrag, text: `Zu ${zeigeKassenzeichen(zahlung.kassenzeichen)} meldete der Bezahldienst nach „bezahlt“ den Stand ${status}.` })
}

/** The provider did not answer or does not know it: ask later. */
export const pruefungVerschieben = command({
  name: 'bezahlung.pruefungVerschieben',
  input: Type.Object({ zahlungId: Id }, { additionalProperties: false }),
  allow: intern(),
  async run(ctx, { zahlungId }) {
    const zahlung = await lockZahlung(ctx.tx, zahlungId)
    ctx.unchanged()
    await bezahlung(ctx.tx).updateTable('bezahlung.zahlung').set({ geprueft_am: ctx.now, naechste_pruefung: naechstePruefung(zahlung.begonnenAm, ctx.now, zahlung.status) }).where('id', '=', zahlungId).execute()
  },
})
