import { sql } from 'kysely'
import { json } from '../../../platform/database/database.js'
import { newId } from '../../../platform/time/index.js'
import { nextNumber } from '../../../platform/usecases/execute.js'
import type { CommandContext } from '../../../platform/usecases/usecase.js'
import { belegErstellen } from './beleg/job.js'
import { buche, standZu } from './buchen.js'
import { forderungen } from './db/tables.js'
import type { Aufstellung } from './domain/aufstellung.js'
import { kassenzeichen } from './domain/kassenzeichen.js'
import { forderungErhoben, forderungUebernommen, forderungZugeordnet } from './events.js'
import { forderungZu, lockForderung, type Forderung } from './forderung.js'

export interface NeueForderung {
  readonly bezug: { readonly entwurfId: string } | { readonly vorgangId: string; readonly vorgangsnummer: string }
  readonly einheitId: string | null
  readonly inhaber: Forderung['inhaber']
  readonly schuldner: { readonly name: string; readonly email?: string | null; readonly anschrift: readonly string[] }
  /** Key of the service. */
  readonly leistung: string
  readonly bezeichnung: string
  readonly aufstellung: Aufstellung
  /** Cents, more than 0: what costs nothing is no claim. */
  readonly cent: bigint
  readonly faelligAm: Temporal.PlainDate
  readonly wege: Forderung['wege']
  readonly produkt?: string | undefined
  readonly sachkonto?: string | undefined
}

/**
 * Raises the one claim of a draft or Vorgang with its Kassenzeichen and the first row of its ledger. Where there is one already it
 * stays as it is: a repetition never doubles it.
 */
export async function forderungErheben(ctx: CommandContext, neu: NeueForderung): Promise<Forderung> {
  const bezugId = 'entwurfId' in neu.bezug ? neu.bezug.entwurfId : neu.bezug.vorgangId
  // Two that raise it at the same moment: the second waits and finds the claim of the first.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.mandantId}:forderung:${bezugId}`}, 0))`.execute(ctx.tx)
  const vorhanden = await forderungZu(ctx.tx, neu.bezug)
  if (vorhanden) return 'entwurfId' in neu.bezug ? neuGefordert(ctx, vorhanden, neu) : unveraendert(ctx, vorhanden)
  const id = newId()
  const zeichen = kassenzeichen(ctx.today.year, await nextNumber(ctx.tx, 'kassenzeichen', ctx.today.year))
  const vorgang = 'vorgangId' in neu.bezug ? neu.bezug : undefined
  await forderungen(ctx.tx).insertInto('forderungen.forderung').values({
    id, kassenzeichen: zeichen, entwurf_id: 'entwurfId' in neu.bezug ? neu.bezug.entwurfId : null, vorgang_id: vorgang?.vorgangId ?? null, vorgangsnummer: vorgang?.vorgangsnummer ?? null, einheit_id: neu.einheitId,
    inhaber_art: neu.inhaber?.art ?? null, inhaber_id: neu.inhaber?.id ?? null, schuldner: neu.schuldner.name, schuldner_email: neu.schuldner.email ?? null, anschrift: [...neu.schuldner.anschrift],
    leistung: neu.leistung, bezeichnung: neu.bezeichnung, aufstellung: json(neu.aufstellung), wege: [...neu.wege], produkt: neu.produkt ?? null, sachkonto: neu.sachkonto ?? null,
    faellig_am: neu.faelligAm, status: 'offen', saldo: neu.cent, beleg_id: null, erinnert_am: null, created_at: ctx.now,
  }).execute()
  ctx.emit(forderungErhoben(id, vorgang?.vorgangId ?? null, { kassenzeichen: zeichen, leistung: neu.leistung, cent: String(neu.cent), faelligAm: neu.faelligAm.toString() }))
  await buche(ctx, id, { art: 'soll', betrag: neu.cent })
  return lockForderung(ctx.tx, id)
}

const unveraendert = (ctx: CommandContext, forderung: Forderung): Forderung => { ctx.unchanged(); return forderung }

/** A draft that was opened again after its claim had been taken back: the same Kassenzeichen, what it costs now, a further row. */
async function neuGefordert(ctx: CommandContext, forderung: Forderung, neu: NeueForderung): Promise<Forderung> {
  if ((await standZu(ctx.tx, forderung.id)).soll > 0n) return unveraendert(ctx, forderung)
  await forderungen(ctx.tx).updateTable('forderungen.forderung').set({ aufstellung: json(neu.aufstellung), faellig_am: neu.faelligAm, schuldner: neu.schuldner.name, anschrift: [...neu.schuldner.anschrift] }).where('id', '=', forderung.id).execute()
  await buche(ctx, forderung.id, { art: 'soll', betrag: neu.cent })
  return lockForderung(ctx.tx, forderung.id)
}

/** The draft was sent: its claim belongs to the Vorgang from now on, and what was paid gets its receipt there. */
export async function forderungZuordnen(ctx: CommandContext, { entwurfId, vorgangId, vorgangsnummer, einheitId }: { readonly entwurfId: string; readonly vorgangId: string; readonly vorgangsnummer: string; readonly einheitId: string | null }): Promise<void> {
  const forderung = await forderungZu(ctx.tx, { entwurfId })
  if (!forderung || forderung.vorgangId) { ctx.unchanged(); return }
  await forderungen(ctx.tx).updateTable('forderungen.forderung').set({ vorgang_id: vorgangId, vorgangsnummer, einheit_id: einheitId }).where('id', '=', forderung.id).execute()
  ctx.emit(forderungZugeordnet(forderung.id, vorgangId))
  if (forderung.saldo <= 0n) ctx.enqueue(belegErstellen, { forderungId: forderung.id })
}

/** A draft goes on elsewhere, by code or after a sign-in: its claim goes with it. */
export async function forderungUebertragen(ctx: CommandContext, { entwurfId, inhaber }: { readonly entwurfId: string; readonly inhaber: NonNullable<Forderung['inhaber']> }): Promise<void> {
  const forderung = await forderungZu(ctx.tx, { entwurfId })
  if (!forderung) return
  await forderungen(ctx.tx).updateTable('forderungen.forderung').set({ inhaber_art: inhaber.art, inhaber_id: inhaber.id }).where('id', '=', forderung.id).execute()
  ctx.emit(forderungUebernommen(forderung.id, forderung.vorgangId))
}

/** A guest has signed in: what was claimed from the guest session is the account's now. */
export async function forderungenUebernehmen(ctx: CommandContext, { gast, konto }: { readonly gast: string; readonly konto: string }): Promise<void> {
  const rows = await forderungen(ctx.tx).updateTable('forderungen.forderung').set({ inhaber_art: 'buerger', inhaber_id: konto })
    .where('inhaber_art', '=', 'gast').where('inhaber_id', '=', gast).returning(['id', 'vorgang_id']).execute()
  for (const row of rows) ctx.emit(forderungUebernommen(row.id, row.vorgang_id))
}

/** Takes back what is still owed, because its reason is gone. What was paid already stays in the ledger and is given back. */
export async function forderungAufheben(ctx: CommandContext, forderungId: string, grund: string): Promise<void> {
  const forderung = await lockForderung(ctx.tx, forderungId)
  const { soll } = await standZu(ctx.tx, forderung.id)
  if (soll === 0n) { ctx.unchanged(); return }
  await buche(ctx, forderungId, { art: 'storno', betrag: soll, grund })
}
