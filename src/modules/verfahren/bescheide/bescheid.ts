import type { Selectable } from 'kysely'
import { json, type Tx } from '../../../platform/database/database.js'
import { Conflict, NotFound } from '../../../platform/errors.js'
import { newId } from '../../../platform/time/index.js'
import type { CommandContext } from '../../../platform/usecases/usecase.js'
import { bescheide, type BescheideTables, type Bescheidart, type Bescheidstatus } from './db/tables.js'
import { inhaltHash, type Inhalt } from './domain/inhalt.js'
import { fassungGespeichert } from './events.js'

export interface Fassung { readonly nr: number; readonly inhalt: Inhalt; readonly hash: string; readonly autorId: string; readonly autorFuer: string | null; readonly erstelltAm: Temporal.Instant }

export interface Zeichnung {
  readonly art: 'GEZEICHNET' | 'ZURUECKGEGEBEN'; readonly fassungNr: number; readonly fassungHash: string
  readonly werId: string; readonly fuerId: string | null; readonly grund: string | null; readonly zeitpunkt: Temporal.Instant
  /** It is for the newest version; an older one stays visible and counts for nothing (C3-03). */
  readonly gilt: boolean
}

export interface Bescheid {
  readonly id: string; readonly vorgangId: string; readonly art: Bescheidart; readonly status: Bescheidstatus
  /** The decision that this one corrects or takes back. */
  readonly vorgaengerId: string | null
  /** The law under which the program decided without a person; null: people wrote and signed it. */
  readonly automatischNorm: string | null
  readonly dokumentId: string | null; readonly sendungId: string | null; readonly erlassenAm: Temporal.Instant | null; readonly angestossenAm: Temporal.Instant | null
  /** Oldest first; the last is the one that counts. */
  readonly fassungen: readonly Fassung[]
  readonly zeichnungen: readonly Zeichnung[]
}

/** The author of a decision that no person wrote. */
export const AUTOMATIK = 'automatik'

export type Bescheidzeile = Selectable<BescheideTables['bescheide.bescheid']>

/** The decision of a Vorgang with versions and signatures; undefined while nobody has begun one. Three queries. */
export async function bescheidZuVorgang(tx: Tx, vorgangId: string): Promise<Bescheid | undefined> {
  const row = await bescheide(tx).selectFrom('bescheide.bescheid').selectAll().where('vorgang_id', '=', vorgangId).where('vorgaenger_id', 'is', null).executeTakeFirst()
  return row && vollstaendig(tx, row)
}

export async function bescheidById(tx: Tx, id: string): Promise<Bescheid | undefined> {
  const row = await bescheide(tx).selectFrom('bescheide.bescheid').selectAll().where('id', '=', id).executeTakeFirst()
  return row && vollstaendig(tx, row)
}

/** Berichtigung, Ruecknahme and Widerruf of a Vorgang's decision, oldest first. */
export async function korrekturenVon(tx: Tx, vorgangId: string): Promise<Bescheid[]> {
  const rows = await bescheide(tx).selectFrom('bescheide.bescheid').selectAll().where('vorgang_id', '=', vorgangId).where('vorgaenger_id', 'is not', null).orderBy('id').execute()
  const alle: Bescheid[] = []
  for (const row of rows) alle.push(await vollstaendig(tx, row))
  return alle
}

async function vollstaendig(tx: Tx, row: Bescheidzeile): Promise<Bescheid> {
  const fassungen = await bescheide(tx).selectFrom('bescheide.fassung').selectAll().where('bescheid_id', '=', row.id).orderBy('nr').execute()
  const zeichnungen = await bescheide(tx).selectFrom('bescheide.zeichnung').selectAll().where('bescheid_id', '=', row.id).orderBy('id').execute()
  return {
    id: row.id, vorgangId: row.vorgang_id, art: row.art, status: row.status, vorgaengerId: row.vorgaenger_id, automatischNorm: row.automatisch_norm, dokumentId: row.dokument_id, sendungId: row.sendung_id, erlassenAm: row.erlassen_am, angestossenAm: row.angestossen_am,
    fassungen: fassungen.map((one) => ({ nr: one.nr, inhalt: one.inhalt, hash: one.hash, autorId: one.autor_id, autorFuer: one.autor_fuer, erstelltAm: one.erstellt_am })),
    zeichnungen: zeichnungen.map((one) => ({
      art: one.art, fassungNr: one.fassung_nr, fassungHash: one.fassung_hash, werId: one.wer_id, fuerId: one.fuer_id, grund: one.grund, zeitpunkt: one.zeitpunkt,
      gilt: one.fassung_nr === row.fassung,
    })),
  }
}

/** The row of a Vorgang's decision, locked. @throws NotFound */
export async function lockBescheid(tx: Tx, wo: { vorgangId: string } | { id: string }): Promise<Bescheidzeile> {
  const rows = bescheide(tx).selectFrom('bescheide.bescheid').selectAll().forUpdate()
  const row = await ('id' in wo ? rows.where('id', '=', wo.id) : rows.where('vorgang_id', '=', wo.vorgangId).where('vorgaenger_id', 'is', null)).executeTakeFirst()
  if (!row) throw new NotFound('bescheid.unbekannt', 'Zu diesem Vorgang gibt es noch keinen Bescheid.')
  return row
}

/**
 * Saves a version beside the earlier ones; the same content again is none. Earlier signatures stay visible and count no more
 * (C3-03). @throws Conflict when the decision is issued
 */
export async function fassungSpeichern(ctx: CommandContext, vorgangId: string, inhalt: Inhalt, fuer: string | undefined): Promise<{ bescheidId: string; nr: number; hash: string }> {
  const { tx } = ctx
  await bescheide(tx).insertInto('bescheide.bescheid').values({
    id: newId(), vorgang_id: vorgangId, vorgaenger_id: null, art: inhalt.art, status: 'entwurf', fassung: 0, ausfertigung: null, angestossen_am: null,
    dokument_id: null, sendung_id: null, erlassen_am: null, angelegt_am: ctx.now,
  }).onConflict((conflict) => conflict.doNothing()).execute()
  return fassungAnhaengen(ctx, await lockBescheid(tx, { vorgangId }), inhalt, fuer)
}

/** The same for a decision whose row is locked: also for a correction, which is a decision of its own. */
export async function fassungAnhaengen(ctx: CommandContext, bescheid: Bescheidzeile, inhalt: Inhalt, fuer: string | undefined, autor = ctx.actor.id): Promise<{ bescheidId: string; nr: number; hash: string }> {
  const { tx } = ctx
  if (bescheid.angestossen_am) throw new Conflict('bescheid.erlassen', 'Dieser Bescheid ist erlassen. Er kann nicht mehr geändert werden.')
  if ((bescheid.automatisch_norm !== null) !== (autor === AUTOMATIK)) throw new Conflict('bescheid.automatisch', 'Diesen Bescheid hat das Programm erlassen. Er kann nicht mehr geändert werden.')
  const hash = inhaltHash(inhalt)
  const letzte = await bescheide(tx).selectFrom('bescheide.fassung').select(['nr', 'hash']).where('bescheid_id', '=', bescheid.id).where('nr', '=', bescheid.fassung).executeTakeFirst()
  if (letzte?.hash === hash) { ctx.unchanged(); return { bescheidId: bescheid.id, nr: letzte.nr, hash } }
  const nr = bescheid.fassung + 1
  await bescheide(tx).insertInto('bescheide.fassung').values({ bescheid_id: bescheid.id, nr, inhalt: json(inhalt), hash, autor_id: autor, autor_fuer: fuer ?? null, erstellt_am: ctx.now }).execute()
  await bescheide(tx).updateTable('bescheide.bescheid').set({ fassung: nr, status: 'entwurf', art: inhalt.art }).where('id', '=', bescheid.id).execute()
  ctx.emit(fassungGespeichert(bescheid.id, bescheid.vorgang_id, { fassung: nr, hash }))
  return { bescheidId: bescheid.id, nr, hash }
}
