import type { Selectable } from 'kysely'
import type { Tx } from '../../../platform/database/database.js'
import { NotFound } from '../../../platform/errors.js'
import { newId } from '../../../platform/time/index.js'
import type { CommandContext } from '../../../platform/usecases/usecase.js'
import { fristen, type FristenTables, type FristStatus, type Verlaufsart } from './db/tables.js'
import type { FristArt } from './domain/fristarten.js'
import { fristErledigt, fristGesetzt, fristHinfaellig as fristHinfaelligGeworden, fristNeuBerechnet } from './events.js'

export interface Fristschritt {
  readonly was: Verlaufsart
  readonly beginnVorher: Temporal.PlainDate | null; readonly endeVorher: Temporal.PlainDate | null
  readonly beginn: Temporal.PlainDate; readonly ende: Temporal.PlainDate
  readonly regel: string; readonly begruendung: string; readonly grund: string | null; readonly zeitpunkt: Temporal.Instant
}

export interface Frist {
  readonly id: string; readonly vorgangId: string; readonly art: FristArt; readonly bezugId: string | null
  /** The day of the event that starts it (not counted) and the last day on which one is in time. */
  readonly beginn: Temporal.PlainDate; readonly ende: Temporal.PlainDate
  readonly regel: string; readonly begruendung: string; readonly status: FristStatus
  /** How it came about, oldest first; more than one entry means that it was changed. */
  readonly verlauf: readonly Fristschritt[]
}

export interface Fristangaben {
  readonly beginn: Temporal.PlainDate; readonly ende: Temporal.PlainDate
  /** Version of the rule that gave the days, e.g. 'OZG_9/2024-07-24 KLAGE'; for a deadline set by hand its norm or 'von Hand'. */
  readonly regel: string
  /** German, for the explanation at the date. */
  readonly begruendung: string
}

export interface NeueFrist extends Fristangaben {
  readonly vorgangId: string
  readonly art: FristArt
  /** What it belongs to; a second deadline of the same kind for the same thing is a recomputation of the first. */
  readonly bezugId?: string
}

/**
 * Records a deadline. With `bezugId` it is found again: the same dates change nothing, others are a recomputation that
 * the history shows (X2-02).
 */
export async function fristSetzen(ctx: CommandContext, neu: NeueFrist): Promise<{ fristId: string }> {
  const id = newId()
  const row = {
    id, vorgang_id: neu.vorgangId, art: neu.art, bezug_id: neu.bezugId ?? null, beginn: neu.beginn, ende: neu.ende,
    regel: neu.regel, begruendung: neu.begruendung, status: 'offen' as const, gesetzt_am: ctx.now, beendet_am: null,
  }
  const inserted = await fristen(ctx.tx).insertInto('fristen.frist').values(row)
    .onConflict((conflict) => conflict.columns(['mandant_id', 'bezug_id', 'art']).where('bezug_id', 'is not', null).doNothing())
    .returning('id').executeTakeFirst()
  if (!inserted) {
    const vorhanden = await fristen(ctx.tx).selectFrom('fristen.frist').select('id')
      .where('bezug_id', '=', neu.bezugId ?? null).where('art', '=', neu.art).executeTakeFirstOrThrow()
    await fristNeuBerechnen(ctx, vorhanden.id, neu, 'Neu berechnet')
    return { fristId: vorhanden.id }
  }
  await schreibeVerlauf(ctx, row, 'gesetzt', null)
  ctx.emit(fristGesetzt(id, neu.vorgangId, { art: neu.art, beginn: neu.beginn.toString(), ende: neu.ende.toString(), regel: neu.regel }))
  return { fristId: id }
}

/** New dates for a deadline, also one that had become void; what it said before stays in the history. @throws NotFound */
export async function fristNeuBerechnen(ctx: CommandContext, fristId: string, neu: Fristangaben, grund: string): Promise<void> {
  const alt = await lockFrist(ctx.tx, fristId)
  const wiederOffen = alt.status === 'hinfaellig'
  if (!wiederOffen && alt.beginn.equals(neu.beginn) && alt.ende.equals(neu.ende) && alt.regel === neu.regel) { ctx.unchanged(); return }
  const jetzt = { ...alt, beginn: neu.beginn, ende: neu.ende, regel: neu.regel, begruendung: neu.begruendung }
  await fristen(ctx.tx).updateTable('fristen.frist').set({
    beginn: neu.beginn, ende: neu.ende, regel: neu.regel, begruendung: neu.begruendung,
    ...(wiederOffen ? { status: 'offen' as const, beendet_am: null } : {}),
  }).where('id', '=', fristId).execute()
  await schreibeVerlauf(ctx, jetzt, wiederOffen ? 'wieder_offen' : 'neu_berechnet', grund, alt)
  ctx.emit(fristNeuBerechnet(fristId, alt.vorgang_id,
    { art: alt.art, endeVorher: alt.ende.toString(), ende: neu.ende.toString(), regel: neu.regel }, grund))
}

/** What the deadline was for has been done. @throws NotFound */
export const fristErledigen = (ctx: CommandContext, fristId: string, grund: string): Promise<void> => beende(ctx, fristId, 'erledigt', grund)

/** There is nothing any more from which it could run, e.g. the Bekanntgabe was disproved. @throws NotFound */
export const fristHinfaellig = (ctx: CommandContext, fristId: string, grund: string): Promise<void> => beende(ctx, fristId, 'hinfaellig', grund)

async function beende(ctx: CommandContext, fristId: string, status: 'erledigt' | 'hinfaellig', grund: string): Promise<void> {
  const row = await lockFrist(ctx.tx, fristId)
  if (row.status !== 'offen') { ctx.unchanged(); return }
  await fristen(ctx.tx).updateTable('fristen.frist').set({ status, beendet_am: ctx.now }).where('id', '=', fristId).execute()
  await schreibeVerlauf(ctx, row, status, grund)
  const melden = status === 'erledigt' ? fristErledigt : fristHinfaelligGeworden
  ctx.emit(melden(fristId, row.vorgang_id, { art: row.art }, grund))
}

/** The deadline of a kind that belongs to a thing, e.g. the one for the remedy to a Sendung. */
export async function findFristZu(tx: Tx, bezugId: string, art: FristArt): Promise<Frist | undefined> {
  const row = await fristen(tx).selectFrom('fristen.frist').selectAll().where('bezug_id', '=', bezugId).where('art', '=', art).executeTakeFirst()
  return row && (await mitVerlauf(tx, [row]))[0]
}

/** All deadlines of a Vorgang with their history, the earliest end first. Two queries. */
export async function fristenVon(tx: Tx, vorgangId: string): Promise<Frist[]> {
  return mitVerlauf(tx, await fristen(tx).selectFrom('fristen.frist').selectAll().where('vorgang_id', '=', vorgangId).orderBy('ende').orderBy('id').execute())
}

/** For several Vorgänge at once, the last day of a kind of deadline that is still set; those without one are missing. */
export async function letzteTage(tx: Tx, vorgangIds: readonly string[], art: FristArt): Promise<Map<string, Temporal.PlainDate>> {
  if (vorgangIds.length === 0) return new Map()
  const rows = await fristen(tx).selectFrom('fristen.frist').select(['vorgang_id', 'ende']).where('vorgang_id', 'in', [...vorgangIds])
    .where('art', '=', art).where('status', '=', 'offen').orderBy('ende').execute()
  return new Map(rows.map((row) => [row.vorgang_id, row.ende]))
}

type Zeile = Selectable<FristenTables['fristen.frist']>

async function mitVerlauf(tx: Tx, rows: readonly Zeile[]): Promise<Frist[]> {
  if (rows.length === 0) return []
  const schritte = await fristen(tx).selectFrom('fristen.verlauf').selectAll().where('frist_id', 'in', rows.map((row) => row.id)).orderBy('id').execute()
  const nach = Map.groupBy(schritte, (schritt) => schritt.frist_id)
  return rows.map((row) => ({
    id: row.id, vorgangId: row.vorgang_id, art: row.art, bezugId: row.bezug_id, beginn: row.beginn, ende: row.ende,
    regel: row.regel, begruendung: row.begruendung, status: row.status,
    verlauf: (nach.get(row.id) ?? []).map((schritt) => ({
      was: schritt.was, beginnVorher: schritt.beginn_vorher, endeVorher: schritt.ende_vorher, beginn: schritt.beginn, ende: schritt.ende,
      regel: schritt.regel, begruendung: schritt.begruendung, grund: schritt.grund, zeitpunkt: schritt.zeitpunkt,
    })),
  }))
}

async function lockFrist(tx: Tx, id: string): Promise<Zeile> {
  const row = await fristen(tx).selectFrom('fristen.frist').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound('frist.unbekannt', 'Diese Frist gibt es nicht.')
  return row
}

async function schreibeVerlauf(ctx: CommandContext, row: { id: string } & Fristangaben, was: Verlaufsart, grund: string | null, vorher?: Zeile): Promise<void> {
  await fristen(ctx.tx).insertInto('fristen.verlauf').values({
    id: newId(), frist_id: row.id, was, beginn_vorher: vorher?.beginn ?? null, ende_vorher: vorher?.ende ?? null,
    beginn: row.beginn, ende: row.ende, regel: row.regel, begruendung: row.begruendung, grund,
    akteur_art: ctx.actor.art, akteur_id: ctx.actor.id, zeitpunkt: ctx.now,
  }).execute()
}
