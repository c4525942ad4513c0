import type { Selectable } from 'kysely'
import { isUuid, type Tx } from '../../../platform/database/database.js'
import { NotFound } from '../../../platform/errors.js'
import type { Actor } from '../../../platform/usecases/actor.js'
import { forderungen, type ErstattungStatus, type ForderungenTables, type Zahlweg } from './db/tables.js'
import type { Aufstellung } from './domain/aufstellung.js'
import { leseKassenzeichen } from './domain/kassenzeichen.js'
import type { Buchungsart, ForderungStatus } from './domain/konto.js'

export interface Forderung {
  readonly id: string; readonly kassenzeichen: string; readonly entwurfId: string | null; readonly vorgangId: string | null; readonly vorgangsnummer: string | null; readonly einheitId: string | null
  readonly inhaber: { readonly art: 'buerger' | 'gast'; readonly id: string } | null
  readonly schuldner: string; readonly email: string | null; readonly anschrift: readonly string[]; readonly leistung: string; readonly bezeichnung: string
  readonly aufstellung: Aufstellung; readonly wege: readonly ('online' | 'ueberweisung' | 'bar')[]; readonly produkt: string | null; readonly sachkonto: string | null
  readonly faelligAm: Temporal.PlainDate; readonly status: ForderungStatus
  /** Cents still to pay; negative: to give back. */
  readonly saldo: bigint
  readonly belegId: string | null; readonly erhobenAm: Temporal.Instant
}

export interface Buchung {
  readonly id: string; readonly art: Buchungsart; readonly betrag: bigint; readonly weg: Zahlweg | null; readonly referenz: string | null; readonly wertstellung: Temporal.PlainDate
  readonly grund: string | null; readonly akteurId: string; readonly gebuchtAm: Temporal.Instant
}

export interface Erstattung {
  readonly id: string; readonly forderungId: string; readonly betrag: bigint; readonly zahlungId: string; readonly grund: string; readonly status: ErstattungStatus
  readonly beantragt: { readonly von: string; readonly fuer: string | null; readonly am: Temporal.Instant }
  readonly entschieden: { readonly von: string; readonly fuer: string | null; readonly am: Temporal.Instant; readonly grund: string | null } | null
}

type Zeile = Selectable<ForderungenTables['forderungen.forderung']>

const alsForderung = (row: Zeile): Forderung => ({
  id: row.id, kassenzeichen: row.kassenzeichen, entwurfId: row.entwurf_id, vorgangId: row.vorgang_id, vorgangsnummer: row.vorgangsnummer, einheitId: row.einheit_id,
  inhaber: row.inhaber_art && row.inhaber_id ? { art: row.inhaber_art, id: row.inhaber_id } : null, schuldner: row.schuldner, email: row.schuldner_email, anschrift: row.anschrift,
  leistung: row.leistung, bezeichnung: row.bezeichnung, aufstellung: row.aufstellung, wege: row.wege, produkt: row.produkt, sachkonto: row.sachkonto, faelligAm: row.faellig_am,
  status: row.status, saldo: row.saldo, belegId: row.beleg_id, erhobenAm: row.created_at,
})

const auswahl = (tx: Tx) => forderungen(tx).selectFrom('forderungen.forderung').selectAll()

export async function findForderung(tx: Tx, id: string): Promise<Forderung | undefined> {
  const row = isUuid(id) ? await auswahl(tx).where('id', '=', id).executeTakeFirst() : undefined
  return row && alsForderung(row)
}

/** By the sign that people type and banks deliver. */
export async function findForderungByKassenzeichen(tx: Tx, text: string): Promise<Forderung | undefined> {
  const zeichen = leseKassenzeichen(text)
  const row = zeichen && await auswahl(tx).where('kassenzeichen', '=', zeichen).executeTakeFirst()
  return row ? alsForderung(row) : undefined
}

/** The claim of a draft or of a Vorgang: there is at most one. */
export async function forderungZu(tx: Tx, bezug: { readonly entwurfId: string } | { readonly vorgangId: string }): Promise<Forderung | undefined> {
  const [spalte, id] = 'entwurfId' in bezug ? ['entwurf_id', bezug.entwurfId] as const : ['vorgang_id', bezug.vorgangId] as const
  const row = isUuid(id) ? await auswahl(tx).where(spalte, '=', id).executeTakeFirst() : undefined
  return row && alsForderung(row)
}

/** The claim a command changes, locked. @throws NotFound */
export async function lockForderung(tx: Tx, id: string): Promise<Forderung> {
  const row = isUuid(id) ? await auswahl(tx).where('id', '=', id).forUpdate().executeTakeFirst() : undefined
  if (!row) throw new NotFound()
  return alsForderung(row)
}

/** Claims for the treasury's list, by state; `nach` is the id after which the next page begins. */
export async function forderungsliste(tx: Tx, status: readonly ForderungStatus[], nach: string | undefined, limit: number): Promise<Forderung[]> {
  const abfrage = auswahl(tx).where('status', 'in', [...status])
  return (await (nach ? abfrage.where('id', '<', nach) : abfrage).orderBy('id', 'desc').limit(limit).execute()).map(alsForderung)
}

export const istSeine = (actor: Actor, { inhaber }: Pick<Forderung, 'inhaber'>): boolean =>
  inhaber !== null && actor.id !== '' && actor.art === inhaber.art && actor.id === inhaber.id

/** All that was owed has arrived and was not given back. */
export const istBezahlt = ({ status }: Pick<Forderung, 'status'>): boolean => status === 'bezahlt' || status === 'ueberzahlt'

/** The ledger of a claim, oldest first. */
export async function buchungenVon(tx: Tx, forderungId: string): Promise<Buchung[]> {
  const rows = await forderungen(tx).selectFrom('forderungen.buchung').selectAll().where('forderung_id', '=', forderungId).orderBy('id').execute()
  return rows.map((row) => ({ id: row.id, art: row.art, betrag: row.betrag, weg: row.weg, referenz: row.referenz, wertstellung: row.wertstellung, grund: row.grund, akteurId: row.akteur_id, gebuchtAm: row.created_at }))
}

/** Payments that came by one way since a day, with their claim: what the reconciliation compares. */
export async function zahlungenMitReferenz(tx: Tx, weg: Zahlweg, referenzen: readonly string[]): Promise<Map<string, { forderungId: string; betrag: bigint }>> {
  if (referenzen.length === 0) return new Map()
  const rows = await forderungen(tx).selectFrom('forderungen.buchung').select(['forderung_id', 'betrag', 'referenz']).where('art', '=', 'zahlung').where('weg', '=', weg).where('referenz', 'in', [...referenzen]).execute()
  return new Map(rows.map((row) => [row.referenz ?? '', { forderungId: row.forderung_id, betrag: row.betrag }]))
}

const alsErstattung = (row: Selectable<ForderungenTables['forderungen.erstattung']>): Erstattung => ({
  id: row.id, forderungId: row.forderung_id, betrag: row.betrag, zahlungId: row.zahlung_id, grund: row.grund, status: row.status,
  beantragt: { von: row.beantragt_von, fuer: row.beantragt_fuer, am: row.beantragt_am },
  entschieden: row.entschieden_von && row.entschieden_am ? { von: row.entschieden_von, fuer: row.entschieden_fuer, am: row.entschieden_am, grund: row.entscheidungsgrund } : null,
})

/** Refunds of one claim, or all that wait for a decision. */
export async function erstattungen(tx: Tx, bedingung: { readonly forderungId: string } | { readonly offen: true }): Promise<Erstattung[]> {
  const abfrage = forderungen(tx).selectFrom('forderungen.erstattung').selectAll().orderBy('id')
  return (await ('forderungId' in bedingung ? abfrage.where('forderung_id', '=', bedingung.forderungId) : abfrage.where('status', '=', 'beantragt').limit(200)).execute()).map(alsErstattung)
}

export async function lockErstattung(tx: Tx, id: string): Promise<Erstattung> {
  const row = await forderungen(tx).selectFrom('forderungen.erstattung').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound()
  return alsErstattung(row)
}

export interface Kassenkonto { readonly kontoinhaber: string; readonly iban: string; readonly bic: string | null; readonly schalter: string }

/** Where transfers go and where the counter is; undefined until it was entered. */
export async function findKassenkonto(tx: Tx): Promise<Kassenkonto | undefined> {
  return forderungen(tx).selectFrom('forderungen.kassenkonto').select(['kontoinhaber', 'iban', 'bic', 'schalter']).executeTakeFirst()
}

/** All claims of an account, oldest first, for the copy of one's own data. */
export async function forderungenVon(tx: Tx, kontoId: string): Promise<Forderung[]> {
  return (await auswahl(tx).where('inhaber_art', '=', 'buerger').where('inhaber_id', '=', kontoId).orderBy('id').execute()).map(alsForderung)
}
