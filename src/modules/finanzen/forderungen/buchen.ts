import type { Tx } from '../../../platform/database/database.js'
import { Conflict } from '../../../platform/errors.js'
import { newId } from '../../../platform/time/index.js'
import type { CommandContext } from '../../../platform/usecases/usecase.js'
import { nachrichtSenden } from '../../verfahren/workflow/index.js'
import { belegErstellen } from './beleg/job.js'
import { forderungen, type Zahlweg } from './db/tables.js'
import { buchungshindernis, standVon, type Buchungsart, type Stand } from './domain/konto.js'
import { forderungBeglichen, gebucht, zahlungZurueckgeholt } from './events.js'
import { buchungenVon, lockForderung, type Forderung } from './forderung.js'

export interface NeueBuchung {
  readonly art: Buchungsart
  /** Cents, more than 0. */
  readonly betrag: bigint
  readonly weg?: Zahlweg
  /** Of the payment where it came from; the same one again books nothing (A6-05). */
  readonly referenz?: string
  /** Day on which it counts; today unless said otherwise. */
  readonly wertstellung?: Temporal.PlainDate
  readonly grund?: string
}

export interface Gebucht { readonly neu: boolean; readonly buchungId: string; readonly forderung: Forderung; readonly stand: Stand }

/**
 * Adds one row to the ledger of a claim and writes down what the rows come to now. The only way in which a claim changes.
 * @throws Conflict when the row would give back more than was paid, or take off more than is owed
 */
export async function buche(ctx: CommandContext, forderungId: string, neu: NeueBuchung): Promise<Gebucht> {
  const forderung = await lockForderung(ctx.tx, forderungId)
  const bisher = await buchungenVon(ctx.tx, forderungId)
  const vorher = standVon(bisher)
  const schonDa = neu.referenz === undefined ? undefined : bisher.find(({ art, weg, referenz }) => art === neu.art && weg === (neu.weg ?? null) && referenz === neu.referenz)
  if (schonDa) { ctx.unchanged(); return { neu: false, buchungId: schonDa.id, forderung, stand: vorher } }
  const hindernis = buchungshindernis(bisher, neu)
  if (hindernis) throw new Conflict('forderungen.nichtBuchbar', hindernis)
  const id = newId()
  await forderungen(ctx.tx).insertInto('forderungen.buchung').values({
    id, forderung_id: forderungId, art: neu.art, betrag: neu.betrag, weg: neu.weg ?? null, referenz: neu.referenz ?? null, wertstellung: neu.wertstellung ?? ctx.today, grund: neu.grund ?? null,
    akteur_art: ctx.actor.art, akteur_id: ctx.actor.id, created_at: ctx.now,
  }).execute()
  const stand = standVon([...bisher, neu])
  await forderungen(ctx.tx).updateTable('forderungen.forderung').set({ status: stand.status, saldo: stand.saldo }).where('id', '=', forderungId).execute()
  ctx.emit(gebucht(forderungId, forderung.vorgangId, { buchungId: id, art: neu.art, cent: String(neu.betrag), weg: neu.weg ?? null, status: stand.status }, neu.grund))
  await melde(ctx, { ...forderung, status: stand.status, saldo: stand.saldo }, neu, vorher)
  return { neu: true, buchungId: id, forderung: { ...forderung, status: stand.status, saldo: stand.saldo }, stand }
}

/** What the rows of a claim come to. */
export const standZu = async (tx: Tx, forderungId: string): Promise<Stand> => standVon(await buchungenVon(tx, forderungId))

/** Whoever waits for the money hears of it: the process of the Vorgang, the draft that is still to be sent, the person by receipt. */
async function melde(ctx: CommandContext, forderung: Forderung, neu: NeueBuchung, vorher: Stand): Promise<void> {
  if (neu.art === 'ruecklastschrift') ctx.emit(zahlungZurueckgeholt(forderung.id, forderung.vorgangId, { cent: String(neu.betrag) }))
  if (neu.art !== 'zahlung' || vorher.saldo <= 0n || forderung.saldo > 0n) return
  ctx.emit(forderungBeglichen(forderung.id, forderung.vorgangId, { entwurfId: forderung.entwurfId, kassenzeichen: forderung.kassenzeichen }))
  if (!forderung.vorgangId) return
  ctx.enqueue(belegErstellen, { forderungId: forderung.id })
  await nachrichtSenden(ctx, { vorgangId: forderung.vorgangId, nachricht: 'gebuehr.bezahlt', schluessel: forderung.id })
}
