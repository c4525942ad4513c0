import type { Selectable } from 'kysely'
import { isUuid, type Tx } from '../../../platform/database/database.js'
import type { Zugriffsobjekt } from '../../../platform/usecases/actor.js'
import { mitVirenbefund, zugriffAufVorgang, type Pruefstatus } from '../akten/index.js'
import { eingang, type EingangTables, type Eingangsstatus, type Kanal, type Verteilart } from './db/tables.js'

export interface Eingang {
  readonly id: string
  /** '2026-000123', consecutive per town and year. */
  readonly nummer: string
  readonly kanal: Kanal; readonly eingangAm: Temporal.Instant
  /** Legal day of receipt. */
  readonly eingangTag: Temporal.PlainDate
  readonly absender: { readonly name: string; readonly email: string | null; readonly kontoId: string | null }
  readonly betreff: string; readonly inhalt: { readonly art: string; readonly daten: unknown }; readonly transportId: string | null
  /** null: at the central desk. */
  readonly einheitId: string | null
  readonly vorgangId: string | null; readonly status: Eingangsstatus; readonly erledigtGrund: string | null
}

export interface Anhang { readonly lfd: number; readonly dateiname: string; readonly sha256: string; readonly size: number; readonly mime: string; readonly pruefstatus: Pruefstatus }

export interface Verteilschritt {
  readonly art: Verteilart; readonly vonEinheitId: string | null; readonly anEinheitId: string | null; readonly vorgangId: string | null
  readonly grund: string; readonly akteur: { readonly art: string; readonly id: string }; readonly createdAt: Temporal.Instant
}

export const nummerOf = (jahr: number, lfd: number): string => `${jahr}-${String(lfd).padStart(6, '0')}`

export const eingangOf = (row: Selectable<EingangTables['eingang.eingang']>): Eingang => ({
  id: row.id, nummer: nummerOf(row.jahr, row.lfd), kanal: row.kanal, eingangAm: row.eingang_am, eingangTag: row.eingang_tag,
  absender: { name: row.absender_name, email: row.absender_email, kontoId: row.absender_konto_id }, betreff: row.betreff, inhalt: { art: row.inhalt_art, daten: row.inhalt },
  transportId: row.transport_id, einheitId: row.einheit_id, vorgangId: row.vorgang_id, status: row.status, erledigtGrund: row.erledigt_grund,
})

export async function eingangById(tx: Tx, id: string): Promise<Eingang | undefined> {
  if (!isUuid(id)) return undefined
  const row = await eingang(tx).selectFrom('eingang.eingang').selectAll().where('id', '=', id).executeTakeFirst()
  return row && eingangOf(row)
}

/** What reached the town for a Vorgang, oldest first. */
export async function eingaengeVon(tx: Tx, vorgangId: string): Promise<Eingang[]> {
  return (await eingang(tx).selectFrom('eingang.eingang').selectAll().where('vorgang_id', '=', vorgangId).orderBy('id').execute()).map(eingangOf)
}

export async function anhaengeVon(tx: Tx, eingangId: string): Promise<Anhang[]> {
  const rows = await eingang(tx).selectFrom('eingang.anhang').selectAll().where('eingang_id', '=', eingangId).orderBy('lfd').execute()
  return mitVirenbefund(tx, rows.map((row) => ({ lfd: row.lfd, dateiname: row.dateiname, sha256: row.sha256, size: Number(row.size), mime: row.mime, pruefstatus: row.pruefstatus })))
}

/** Contents of Eingänge that came in unscanned, in the order of their hashes; the scan of the Akten takes them along. */
export async function ungeprueft(tx: Tx, nach: string, limit: number): Promise<string[]> {
  const rows = await eingang(tx).selectFrom('eingang.anhang').select('sha256').distinct().where('pruefstatus', '=', 'ungeprueft').where('sha256', '>', nach).orderBy('sha256').limit(limit).execute()
  return rows.map((row) => row.sha256)
}

export async function verteilungVon(tx: Tx, eingangId: string): Promise<Verteilschritt[]> {
  const rows = await eingang(tx).selectFrom('eingang.verteilung').selectAll().where('eingang_id', '=', eingangId).orderBy('id').execute()
  return rows.map((row) => ({
    art: row.art, vonEinheitId: row.von_einheit_id, anEinheitId: row.an_einheit_id, vorgangId: row.vorgang_id, grund: row.grund,
    akteur: { art: row.akteur_art, id: row.akteur_id }, createdAt: row.created_at,
  }))
}

/** No unit has this id, so what lies at the central desk is seen only by those whose permission covers the whole town. */
const ZENTRAL = '00000000-0000-0000-0000-000000000000'

/** For `can(…).on(amEingang)` of commands; locks the row, so that two people do not distribute the same letter. */
export const amEingang = ({ eingangId }: { readonly eingangId: string }, tx: Tx): Promise<Zugriffsobjekt | undefined> => zugriff(tx, eingangId, true)

/** The same for queries, which lock nothing. */
export const anEingang = ({ eingangId }: { readonly eingangId: string }, tx: Tx): Promise<Zugriffsobjekt | undefined> => zugriff(tx, eingangId, false)

async function zugriff(tx: Tx, eingangId: string, lock: boolean): Promise<Zugriffsobjekt | undefined> {
  if (!isUuid(eingangId)) return undefined
  const frage = eingang(tx).selectFrom('eingang.eingang').select(['einheit_id', 'vorgang_id']).where('id', '=', eingangId)
  const row = await (lock ? frage.forUpdate() : frage).executeTakeFirst()
  if (!row) return undefined
  // Who is partial in the Vorgang does not find what it came in with either (C6-08).
  const ausgeschlossen = row.vorgang_id ? (await zugriffAufVorgang(tx, row.vorgang_id))?.ausgeschlossen : undefined
  return { einheitId: row.einheit_id ?? ZENTRAL, ...(ausgeschlossen ? { ausgeschlossen } : {}) }
}
