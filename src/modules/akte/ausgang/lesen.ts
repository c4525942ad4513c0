import type { Selectable } from 'kysely'
import { isUuid, type ReadStatement, type Tx } from '../../../platform/database/database.js'
import { NotFound } from '../../../platform/errors.js'
import type { Zugriffsobjekt } from '../../../platform/usecases/actor.js'
import { zugriffAufVorgang } from '../akten/index.js'
import { staendeVon, type Bekanntgabestand, type Sendungszeile } from './bekanntgabe.js'
import { ausgang, type NachrichtTable, type Nachweisart } from './db/tables.js'
import { buchnummer } from './domain/sendung.js'

export type Nachrichtzeile = Selectable<NachrichtTable>

export interface Nachweiszeile {
  readonly art: Nachweisart; readonly kanal: string; readonly adresse: string; readonly tag: Temporal.PlainDate; readonly zeitpunkt: Temporal.Instant
  readonly bemerkung: string | null; readonly akteurArt: string; readonly akteurId: string
}

export interface Sendung extends Sendungszeile {
  /** 'PA-2026-000123' */
  readonly buchnummer: string
  /** How the day of announcement came about, oldest first; the last one holds. */
  readonly staende: readonly Bekanntgabestand[]
  readonly nachweise: readonly Nachweiszeile[]
}

/** What was sent in a Vorgang, oldest first, with proofs and days. Three queries. */
export async function sendungenVon(tx: Tx, vorgangId: string): Promise<Sendung[]> {
  return vollstaendig(tx, await ausgang(tx).selectFrom('ausgang.sendung').selectAll().where('vorgang_id', '=', vorgangId).orderBy('id').execute())
}

export async function sendungById(tx: Tx, id: string): Promise<Sendung | undefined> {
  if (!isUuid(id)) return undefined
  return (await vollstaendig(tx, await ausgang(tx).selectFrom('ausgang.sendung').selectAll().where('id', '=', id).execute()))[0]
}

async function vollstaendig(tx: Tx, rows: readonly Sendungszeile[]): Promise<Sendung[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const staende = await staendeVon(tx, ids)
  const alle = await ausgang(tx).selectFrom('ausgang.versandnachweis').selectAll().where('sendung_id', 'in', ids).orderBy('id').execute()
  const nachweise = Map.groupBy(alle, (row) => row.sendung_id ?? '')
  return rows.map((row) => ({
    ...row, buchnummer: buchnummer(row), staende: staende.get(row.id) ?? [],
    nachweise: (nachweise.get(row.id) ?? []).map((one) => ({ art: one.art, kanal: one.kanal, adresse: one.adresse, tag: one.tag, zeitpunkt: one.zeitpunkt, bemerkung: one.bemerkung, akteurArt: one.akteur_art, akteurId: one.akteur_id })),
  }))
}

/** @throws NotFound */
export async function lockSendung(tx: Tx, id: string): Promise<Sendungszeile> {
  const row = await ausgang(tx).selectFrom('ausgang.sendung').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound('sendung.unbekannt', 'Diese Sendung gibt es nicht.')
  return row
}

/** @throws NotFound */
export async function lockNachricht(tx: Tx, id: string): Promise<Nachrichtzeile> {
  const row = await ausgang(tx).selectFrom('ausgang.nachricht').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound('nachricht.unbekannt', 'Diese Nachricht gibt es nicht.')
  return row
}

/** For `can(…).on(…)`: a Sendung belongs where its Vorgang belongs, exclusions (Befangenheit) included. */
export async function anSendung({ sendungId }: { readonly sendungId: string }, tx: Tx): Promise<Zugriffsobjekt | undefined> {
  const row = await ausgang(tx).selectFrom('ausgang.sendung').select('vorgang_id').where('id', '=', sendungId).executeTakeFirst()
  return row && zugriffAufVorgang(tx, row.vorgang_id)
}

/** For `inhaber(…)`: a message belongs to the account in whose mailbox it lies. */
export async function anNachricht({ nachrichtId }: { readonly nachrichtId: string }, tx: Tx): Promise<Zugriffsobjekt | undefined> {
  const row = await ausgang(tx).selectFrom('ausgang.nachricht').select('konto_id').where('id', '=', nachrichtId).executeTakeFirst()
  return row && { inhaberId: row.konto_id }
}

/** Messages of a Vorgang with a decision or letter that lie unopened in the mailbox of an account. Reading this opens nothing. */
export async function ungeoeffneteSchreiben(tx: Tx, kontoId: string, vorgangId: string): Promise<{ readonly am: Temporal.Instant; readonly beendet: boolean }[]> {
  const rows = await ausgang(tx).selectFrom('ausgang.nachricht').select(['bereitgestellt_am', 'beendet_am']).where('konto_id', '=', kontoId).where('vorgang_id', '=', vorgangId)
    .where('gelesen', '=', 0).where('sendung_id', 'is not', null).orderBy('id').execute()
  return rows.map((row) => ({ am: row.bereitgestellt_am, beendet: row.beendet_am !== null }))
}

/** How many messages the account of a session has not opened yet; read with the session itself, for the menu. */
export const ungeleseneDerSitzung: ReadStatement = { text: 'select count(*) as anzahl from ausgang.nachricht where konto_id = platform.sitzungskonto() and gelesen = 0', values: [] }

export interface EigeneNachricht {
  readonly id: string; readonly vorgangId: string; readonly betreff: string; readonly art: string; readonly bereitgestelltAm: Temporal.Instant; readonly abgerufenAm: Temporal.Instant | null
  /** Null: a letter that was not opened. Reading it here would not be opening it, which is an act with a day that counts. */
  readonly text: string | null
}

/** Everything in the mailbox of an account, oldest first, for the copy of one's own data. Opens nothing. */
export async function nachrichtenVon(tx: Tx, kontoId: string): Promise<EigeneNachricht[]> {
  const rows = await ausgang(tx).selectFrom('ausgang.nachricht').selectAll().where('konto_id', '=', kontoId).orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id, vorgangId: row.vorgang_id, betreff: row.betreff, art: row.art, bereitgestelltAm: row.bereitgestellt_am, abgerufenAm: row.abgerufen_am,
    text: row.sendung_id && !row.abgerufen_am ? null : row.text,
  }))
}
