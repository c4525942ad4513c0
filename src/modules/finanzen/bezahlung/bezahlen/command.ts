import { Type } from 'typebox'
import { Conflict, NotFound } from '../../../../platform/errors.js'
import type { Tx } from '../../../../platform/database/database.js'
import { newId } from '../../../../platform/time/index.js'
import type { Actor, Zugriffsobjekt } from '../../../../platform/usecases/actor.js'
import { inhaber, intern } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { findForderung, findForderungByKassenzeichen, istSeine, lockForderung, ZUSTAENDE } from '../../forderungen/index.js'
import { bezahlung } from '../db/tables.js'
import { naechstePruefung } from '../domain/zahlung.js'
import { zahlungBegonnen, zahlungsstandGeaendert } from '../events.js'
import { findZahlung, lockZahlung, zahlungenZu, type Zahlung } from '../zahlung.js'

/** So long the provider may take to hear of an attempt; after that it can no longer be paid. */
const VORBEREITUNG_MINUTEN = 10

export async function eigeneForderung({ kassenzeichen }: { readonly kassenzeichen: string }, tx: Tx, actor: Actor): Promise<Zugriffsobjekt | undefined> {
  const forderung = await findForderungByKassenzeichen(tx, kassenzeichen)
  return forderung && istSeine(actor, forderung) ? { inhaberId: actor.id } : undefined
}

/**
 * Begins an attempt over what is still owed. Where one is running, in this window or another, that one goes on: two windows never
 * pay twice (A6-06). The provider hears of it after this transaction.
 */
export const zahlungBeginnen = command({
  name: 'bezahlung.zahlungBeginnen',
  input: Type.Object({ kassenzeichen: Type.String({ maxLength: 40 }) }, { additionalProperties: false }),
  allow: inhaber(eigeneForderung),
  async run(ctx, { kassenzeichen }): Promise<{ zahlungId: string; neu: boolean }> {
    const gefunden = await findForderungByKassenzeichen(ctx.tx, kassenzeichen)
    if (!gefunden) throw new NotFound()
    const forderung = await lockForderung(ctx.tx, gefunden.id)
    if (!ZUSTAENDE[forderung.status].zahlbar) throw new Conflict('bezahlung.nichtZahlbar', ZUSTAENDE[forderung.status].weiter)
    if (!forderung.wege.includes('online')) throw new Conflict('bezahlung.nichtOnline', 'Diese Gebühr können Sie nicht online bezahlen. Bitte nehmen Sie einen der anderen Wege.')
    const laufende = (await zahlungenZu(ctx.tx, forderung.id)).find(({ status }) => status === 'NEU' || status === 'INITIAL')
    if (laufende) { ctx.unchanged(); return { zahlungId: laufende.id, neu: false } }
    const id = newId()
    await bezahlung(ctx.tx).insertInto('bezahlung.zahlung').values({
      id, forderung_id: forderung.id, kassenzeichen: forderung.kassenzeichen, betrag: forderung.saldo, status: 'NEU', transaktion: null, weiterleitung: null, bezahlart: null, fehlercode: null,
      begonnen_am: ctx.now, geprueft_am: null, naechste_pruefung: ctx.now.add({ minutes: VORBEREITUNG_MINUTEN }), beendet_am: null,
    }).execute()
    ctx.emit(zahlungBegonnen(id, forderung.vorgangId, { forderungId: forderung.id, cent: String(forderung.saldo) }))
    return { zahlungId: id, neu: true }
  },
})

/** The provider knows it now and said where the person goes on. */
export const zahlungAngelegt = command({
  name: 'bezahlung.zahlungAngelegt',
  input: Type.Object({ zahlungId: Id, transaktion: Text(100), weiterleitung: Text(2000) }, { additionalProperties: false }),
  allow: intern(),
  async run(ctx, { zahlungId, transaktion, weiterleitung }) {
    const zahlung = await lockZahlung(ctx.tx, zahlungId)
    if (zahlung.status !== 'NEU') { ctx.unchanged(); return }
    await bezahlung(ctx.tx).updateTable('bezahlung.zahlung').set({ status: 'INITIAL', transaktion, weiterleitung, naechste_pruefung: naechstePruefung(zahlung.begonnenAm, ctx.now, 'INITIAL') }).where('id', '=', zahlungId).execute()
    const forderung = await findForderung(ctx.tx, zahlung.forderungId)
    ctx.emit(zahlungsstandGeaendert(zahlungId, forderung?.vorgangId ?? null, { forderungId: zahlung.forderungId, von: 'NEU', nach: 'INITIAL' }))
  },
})

/** The provider refused it or cannot be reached. */
export const zahlungGescheitert = command({
  name: 'bezahlung.zahlungGescheitert',
  input: Type.Object({ zahlungId: Id, code: Text(60) }, { additionalProperties: false }),
  allow: intern(),
  async run(ctx, { zahlungId, code }) {
    const zahlung = await lockZahlung(ctx.tx, zahlungId)
    if (zahlung.status !== 'NEU') { ctx.unchanged(); return }
    await bezahlung(ctx.tx).updateTable('bezahlung.zahlung').set({ status: 'FAILED', fehlercode: code, naechste_pruefung: null, beendet_am: ctx.now }).where('id', '=', zahlungId).execute()
    const forderung = await findForderung(ctx.tx, zahlung.forderungId)
    ctx.emit(zahlungsstandGeaendert(zahlungId, forderung?.vorgangId ?? null, { forderungId: zahlung.forderungId, von: 'NEU', nach: 'FAILED', code }))
  },
})

/** Prepared and then forgotten, as after a crash: nobody was ever sent to a page on which it could be paid. */
export const zahlungVerfallen = command({
  name: 'bezahlung.zahlungVerfallen',
  input: Type.Object({ zahlungId: Id }, { additionalProperties: false }),
  allow: intern(),
  async run(ctx, { zahlungId }) {
    const zahlung = await lockZahlung(ctx.tx, zahlungId)
    if (zahlung.status !== 'NEU' || ctx.now.since(zahlung.begonnenAm).total('minutes') < VORBEREITUNG_MINUTEN) { ctx.unchanged(); return }
    await bezahlung(ctx.tx).updateTable('bezahlung.zahlung').set({ status: 'FAILED', fehlercode: 'VERFALLEN', naechste_pruefung: null, beendet_am: ctx.now }).where('id', '=', zahlungId).execute()
    const forderung = await findForderung(ctx.tx, zahlung.forderungId)
    ctx.emit(zahlungsstandGeaendert(zahlungId, forderung?.vorgangId ?? null, { forderungId: zahlung.forderungId, von: 'NEU', nach: 'FAILED', code: 'VERFALLEN' }))
  },
})

async function zugriffAufZahlung({ zahlungId }: { readonly zahlungId: string }, tx: Tx, actor: Actor): Promise<Zugriffsobjekt | undefined> {
  const zahlung = await findZahlung(tx, zahlungId)
  const forderung = zahlung && await findForderung(tx, zahlung.forderungId)
  return forderung && istSeine(actor, forderung) ? { inhaberId: actor.id } : undefined
}

/**
 * The person gives an attempt up to begin another one. The protocol knows no call for that: the provider is asked on, and a payment
 * that comes through all the same is booked and shown to the treasury.
 */
export const zahlungAufgeben = command({
  name: 'bezahlung.zahlungAufgeben',
  input: Type.Object({ zahlungId: Id }, { additionalProperties: false }),
  allow: inhaber(zugriffAufZahlung),
  async run(ctx, { zahlungId }): Promise<Zahlung> {
    const zahlung = await lockZahlung(ctx.tx, zahlungId)
    if (zahlung.status !== 'INITIAL' && zahlung.status !== 'NEU') { ctx.unchanged(); return zahlung }
    const nach = zahlung.transaktion ? 'CANCELED' as const : 'FAILED' as const
    await bezahlung(ctx.tx).updateTable('bezahlung.zahlung').set({ status: nach, naechste_pruefung: zahlung.transaktion ? naechstePruefung(zahlung.begonnenAm, ctx.now, nach) : null, beendet_am: ctx.now }).where('id', '=', zahlungId).execute()
    const forderung = await findForderung(ctx.tx, zahlung.forderungId)
    ctx.emit(zahlungsstandGeaendert(zahlungId, forderung?.vorgangId ?? null, { forderungId: zahlung.forderungId, von: zahlung.status, nach, code: 'AUFGEGEBEN' }))
    return { ...zahlung, status: nach }
  },
})
