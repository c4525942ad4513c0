import type { Selectable } from 'kysely'
import { isUuid, type Tx } from '../../../platform/database/database.js'
import { NotFound } from '../../../platform/errors.js'
import { bezahlung, type BezahlungTables } from './db/tables.js'
import type { KlaerungArt } from './domain/klaerung.js'
import type { ZahlungStatus } from './domain/zahlung.js'

/** One attempt to pay a claim at the provider. */
export interface Zahlung {
  readonly id: string; readonly forderungId: string; readonly kassenzeichen: string; readonly betrag: bigint; readonly status: ZahlungStatus
  readonly transaktion: string | null; readonly weiterleitung: string | null; readonly bezahlart: string | null; readonly begonnenAm: Temporal.Instant
}

export interface Klaerung {
  readonly id: string; readonly art: KlaerungArt; readonly forderungId: string | null; readonly kassenzeichen: string | null; readonly betrag: bigint; readonly text: string; readonly entstandenAm: Temporal.Instant
  readonly erledigt: { readonly am: Temporal.Instant; readonly grund: string } | null
}

const alsZahlung = (row: Selectable<BezahlungTables['bezahlung.zahlung']>): Zahlung => ({
  id: row.id, forderungId: row.forderung_id, kassenzeichen: row.kassenzeichen, betrag: row.betrag, status: row.status, transaktion: row.transaktion, weiterleitung: row.weiterleitung, bezahlart: row.bezahlart, begonnenAm: row.begonnen_am,
})

const auswahl = (tx: Tx) => bezahlung(tx).selectFrom('bezahlung.zahlung').selectAll()

export async function findZahlung(tx: Tx, id: string): Promise<Zahlung | undefined> {
  const row = isUuid(id) ? await auswahl(tx).where('id', '=', id).executeTakeFirst() : undefined
  return row && alsZahlung(row)
}

export async function lockZahlung(tx: Tx, id: string): Promise<Zahlung> {
  const row = isUuid(id) ? await auswahl(tx).where('id', '=', id).forUpdate().executeTakeFirst() : undefined
  if (!row) throw new NotFound()
  return alsZahlung(row)
}

export async function zahlungByTransaktion(tx: Tx, transaktion: string): Promise<Zahlung | undefined> {
  const row = transaktion.length <= 100 ? await auswahl(tx).where('transaktion', '=', transaktion).executeTakeFirst() : undefined
  return row && alsZahlung(row)
}

/** Attempts on a claim, newest first. */
export async function zahlungenZu(tx: Tx, forderungId: string): Promise<Zahlung[]> {
  return (await auswahl(tx).where('forderung_id', '=', forderungId).orderBy('id', 'desc').limit(50).execute()).map(alsZahlung)
}

/** Attempts that the provider is to be asked about now. */
export async function faelligePruefungen(tx: Tx, jetzt: Temporal.Instant, limit: number): Promise<string[]> {
  const rows = await bezahlung(tx).selectFrom('bezahlung.zahlung').select('id').where('naechste_pruefung', '<=', jetzt).orderBy('naechste_pruefung').limit(limit).execute()
  return rows.map(({ id }) => id)
}

/** Attempts with a transaction since an instant, for the daily comparison; page by page. */
export async function zahlungenSeit(tx: Tx, seit: Temporal.Instant, nach: string | undefined, limit: number): Promise<Zahlung[]> {
  const abfrage = auswahl(tx).where('begonnen_am', '>=', seit).where('transaktion', 'is not', null)
  return (await (nach ? abfrage.where('id', '>', nach) : abfrage).orderBy('id').limit(limit).execute()).map(alsZahlung)
}

/** What the treasury has to clear, oldest first; or what was cleared last. */
export async function klaerungen(tx: Tx, erledigt: boolean): Promise<Klaerung[]> {
  const abfrage = bezahlung(tx).selectFrom('bezahlung.klaerung').selectAll().where('erledigt_am', erledigt ? 'is not' : 'is', null).orderBy('id', erledigt ? 'desc' : 'asc').limit(200)
  return (await abfrage.execute()).map((row) => ({
    id: row.id, art: row.art, forderungId: row.forderung_id, kassenzeichen: row.kassenzeichen, betrag: row.betrag, text: row.text, entstandenAm: row.entstanden_am,
    erledigt: row.erledigt_am && row.erledigt_grund ? { am: row.erledigt_am, grund: row.erledigt_grund } : null,
  }))
}

export async function letzterAbgleich(tx: Tx): Promise<{ tag: Temporal.PlainDate; verglichen: number; abweichungen: number; nichtErreicht: number; am: Temporal.Instant } | undefined> {
  const row = await bezahlung(tx).selectFrom('bezahlung.abgleich').selectAll().orderBy('tag', 'desc').limit(1).executeTakeFirst()
  return row && { tag: row.tag, verglichen: row.verglichen, abweichungen: row.abweichungen, nichtErreicht: row.nicht_erreicht, am: row.beendet_am }
}
