import type { Selectable } from 'kysely'
import type { Tx } from '../../../platform/database/database.js'
import { NotFound } from '../../../platform/errors.js'
import { projektantraege, type Gateergebnis, type ProjektantraegeTables, type Stand } from './db/tables.js'
import type { Stelle } from './domain/stammblatt.js'

export interface Projektantrag {
  readonly id: string; readonly vorgangId: string; readonly vorgangsnummer: string; readonly weg: string; readonly titel: string; readonly mitteilung: string; readonly melderId: string
  readonly stammblatt: Readonly<Record<string, string>>; readonly stand: Stand; readonly grund: string | null; readonly auflagen: string | null
  readonly entschiedenAm: Temporal.PlainDate | null; readonly wiedervorlageAm: Temporal.PlainDate | null; readonly objektId: string | null; readonly gemeldetAm: Temporal.Instant
  /** The day by which somebody answers, and what was said before a decision (H2-07). */
  readonly antwortBis: Temporal.PlainDate | null; readonly zwischenbescheid: string | null
}

export interface Beteiligung { readonly stelle: Stelle; readonly beteiligtAm: Temporal.PlainDate | null; readonly text: string | null }
export interface Entscheidung { readonly id: string; readonly gate: string; readonly ergebnis: Gateergebnis; readonly auflagen: string | null; readonly grund: string | null; readonly wiedervorlageAm: Temporal.PlainDate | null; readonly akteurId: string; readonly am: Temporal.Instant }

export const ausZeile = (row: Selectable<ProjektantraegeTables['projektantraege.antrag']>): Projektantrag => ({
  id: row.id, vorgangId: row.vorgang_id, vorgangsnummer: row.vorgangsnummer, weg: row.weg, titel: row.titel, mitteilung: row.mitteilung, melderId: row.melder_id, stammblatt: row.stammblatt, stand: row.stand,
  grund: row.grund, auflagen: row.auflagen, entschiedenAm: row.entschieden_am, wiedervorlageAm: row.wiedervorlage_am, objektId: row.objekt_id, gemeldetAm: row.created_at, antwortBis: row.antwort_bis, zwischenbescheid: row.zwischenbescheid,
})

export async function findAntragZuVorgang(tx: Tx, vorgangId: string): Promise<Projektantrag | undefined> {
  const row = await projektantraege(tx).selectFrom('projektantraege.antrag').selectAll().where('vorgang_id', '=', vorgangId).executeTakeFirst()
  return row && ausZeile(row)
}

/** Locks it for a change in this transaction. @throws NotFound */
export async function sperreAntrag(tx: Tx, schluessel: { readonly vorgangId: string } | { readonly id: string }): Promise<Projektantrag> {
  const select = projektantraege(tx).selectFrom('projektantraege.antrag').selectAll().forUpdate()
  const row = await ('id' in schluessel ? select.where('id', '=', schluessel.id) : select.where('vorgang_id', '=', schluessel.vorgangId)).executeTakeFirst()
  if (!row) throw new NotFound()
  return ausZeile(row)
}

export async function beteiligungenVon(tx: Tx, antragId: string): Promise<Beteiligung[]> {
  const rows = await projektantraege(tx).selectFrom('projektantraege.beteiligung').selectAll().where('antrag_id', '=', antragId).execute()
  return rows.map((row) => ({ stelle: row.stelle, beteiligtAm: row.beteiligt_am, text: row.text }))
}

export async function entscheidungenVon(tx: Tx, antragId: string): Promise<Entscheidung[]> {
  const rows = await projektantraege(tx).selectFrom('projektantraege.entscheidung').selectAll().where('antrag_id', '=', antragId).orderBy('id').execute()
  return rows.map((row) => ({ id: row.id, gate: row.gate, ergebnis: row.ergebnis, auflagen: row.auflagen, grund: row.grund, wiedervorlageAm: row.wiedervorlage_am, akteurId: row.akteur_id, am: row.am }))
}

export async function wege(tx: Tx): Promise<{ schluessel: string; name: string; einheitId: string; aktenplaneinheit: string; antwortWochen: number }[]> {
  const rows = await projektantraege(tx).selectFrom('projektantraege.weg').selectAll().orderBy('rang').orderBy('schluessel').execute()
  return rows.map((row) => ({ schluessel: row.schluessel, name: row.name, einheitId: row.einheit_id, aktenplaneinheit: row.aktenplaneinheit, antwortWochen: row.antwort_wochen }))
}
