import type { Tx } from '../../../../platform/database/database.js'
import { NotFound } from '../../../../platform/errors.js'
import { projektantraege } from '../db/tables.js'

export interface Abfrage {
  readonly id: string; readonly titel: string; readonly einleitung: string; readonly fragen: readonly string[]; readonly faelligAm: Temporal.PlainDate; readonly erinnertAm: Temporal.Instant | null
}
export interface Gefragte { readonly einheitId: string; readonly kuerzel: string; readonly name: string; readonly beantwortetAm: Temporal.Instant | null; readonly beantwortetVon: string | null }
export interface Antwort { readonly einheitId: string; readonly frage: number; readonly text: string; readonly antragId: string | null }

/** The surveys of the town, the newest first. */
export async function abfragen(tx: Tx): Promise<Abfrage[]> {
  const rows = await projektantraege(tx).selectFrom('projektantraege.abfrage').selectAll().orderBy('created_at', 'desc').orderBy('id').limit(100).execute()
  return rows.map((row) => ({ id: row.id, titel: row.titel, einleitung: row.einleitung, fragen: row.fragen, faelligAm: row.faellig_am, erinnertAm: row.erinnert_am }))
}

/** @throws NotFound */
export async function ladeAbfrage(tx: Tx, id: string): Promise<Abfrage> {
  const abfrage = (await abfragen(tx)).find((eine) => eine.id === id)
  if (!abfrage) throw new NotFound()
  return abfrage
}

/** Who was asked, by Kürzel. */
export async function gefragteVon(tx: Tx, abfrageIds: readonly string[]): Promise<(Gefragte & { readonly abfrageId: string })[]> {
  if (abfrageIds.length === 0) return []
  const rows = await projektantraege(tx).selectFrom('projektantraege.abfrageeinheit').selectAll().where('abfrage_id', 'in', [...abfrageIds]).orderBy('kuerzel').orderBy('einheit_id').execute()
  return rows.map((row) => ({ abfrageId: row.abfrage_id, einheitId: row.einheit_id, kuerzel: row.kuerzel, name: row.name, beantwortetAm: row.beantwortet_am, beantwortetVon: row.beantwortet_von }))
}

export async function antwortenVon(tx: Tx, abfrageId: string): Promise<Antwort[]> {
  const rows = await projektantraege(tx).selectFrom('projektantraege.abfrageantwort').selectAll().where('abfrage_id', '=', abfrageId).orderBy('frage').execute()
  return rows.map((row) => ({ einheitId: row.einheit_id, frage: row.frage, text: row.text, antragId: row.antrag_id }))
}
