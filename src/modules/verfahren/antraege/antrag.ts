import type { Selectable } from 'kysely'
import { formatDateLong, formatInstant, legalDate } from '../../../platform/time/index.js'
import { isUuid, type Tx } from '../../../platform/database/database.js'
import { NotFound } from '../../../platform/errors.js'
import type { Actor, Zugriffsobjekt } from '../../../platform/usecases/actor.js'
import { mitVirenbefund, type Pruefstatus } from '../../akte/akten/index.js'
import type { Kanal } from '../../akte/eingang/index.js'
import type { Abschnitt, Antworten, Herkuenfte } from '../../zugang/formulare/index.js'
import { antraege, type AntraegeTables, type Bewertung, type Identitaet, type Vertretungsangabe, type Zustellung } from './db/tables.js'
import type { AntragStatus } from './domain/status.js'

export interface Antrag {
  readonly id: string; readonly vorgangId: string; readonly vorgangsnummer: string; readonly aktenzeichen: string; readonly eingangId: string; readonly einheitId: string
  readonly leistung: string; readonly leistungsversionId: string; readonly bezeichnung: string; readonly kanal: Kanal
  readonly einreicher: { readonly art: string; readonly id: string }
  /** Whose it is in the portal: an account or a guest session. */
  readonly inhaber: { readonly art: 'buerger' | 'gast'; readonly id: string } | null
  readonly kontakt: { readonly name: string; readonly email: string | null }
  readonly zustellung: Zustellung
  /** Lines for a letter, without the name. */
  readonly anschrift: readonly string[]
  readonly sprache: 'de' | 'en'; readonly formularVersion: string; readonly daten: Antworten
  /** As the person saw it when sending (A4-13). */
  readonly zusammenfassung: readonly Abschnitt[]
  /** Where single answers come from (A2-05). */
  readonly herkunft: Herkuenfte
  /** How surely it was known who declared it; null: handed in by machine or clerk. */
  readonly identitaet: Identitaet | null
  readonly vertretung: Vertretungsangabe | null
  readonly eingangAm: Temporal.Instant
  /** Legal day. */
  readonly eingangDatum: Temporal.PlainDate
  /** Typed in later from paper: only the day of receipt is known. */
  readonly nurTag: boolean
  readonly status: AntragStatus; readonly bestaetigungId: string | null; readonly kopieId: string | null
  /** What was noted where nothing is decided (an Anzeige). */
  readonly vermerk: string | null
}

/** One file of an application: a Nachweis, handed in with it or as an answer. */
export interface Anhang {
  readonly id: string; readonly slot: string; readonly bezeichnung: string; readonly dateiname: string; readonly sha256: string; readonly size: number; readonly mime: string
  readonly pruefstatus: Pruefstatus; readonly dokumentId: string; readonly eingangDatum: Temporal.PlainDate; readonly rueckfrageId: string | null
  readonly bewertung: Bewertung | null; readonly bewertungGrund: string | null
}

export interface Rueckfrage {
  readonly id: string; readonly frage: string; readonly bezug: string | null; readonly bezugText: string | null; readonly frist: Temporal.PlainDate
  readonly gestelltAm: Temporal.Instant; readonly antwort: string | null; readonly beantwortetAm: Temporal.Instant | null; readonly beantwortetDatum: Temporal.PlainDate | null
  readonly entfallenAm: Temporal.Instant | null
}

export interface Statuswechsel { readonly von: AntragStatus | null; readonly nach: AntragStatus; readonly zeitpunkt: Temporal.Instant; readonly akteurArt: string; readonly grund: string | null }

const antragOf = (row: Selectable<AntraegeTables['antraege.antrag']>): Antrag => ({
  id: row.id, vorgangId: row.vorgang_id, vorgangsnummer: row.vorgangsnummer, aktenzeichen: row.aktenzeichen, eingangId: row.eingang_id, einheitId: row.einheit_id,
  leistung: row.leistung, leistungsversionId: row.leistungsversion_id, bezeichnung: row.bezeichnung, kanal: row.kanal,
  einreicher: { art: row.einreicher_art, id: row.einreicher_id }, inhaber: row.inhaber_art && row.inhaber_id ? { art: row.inhaber_art, id: row.inhaber_id } : null,
  kontakt: { name: row.kontakt_name, email: row.kontakt_email }, zustellung: row.zustellung, anschrift: row.anschrift, sprache: row.sprache,
  formularVersion: row.formular_version, daten: row.daten, zusammenfassung: row.zusammenfassung, herkunft: row.herkunft, identitaet: row.identitaet, vertretung: row.vertretung, eingangAm: row.eingang_am, eingangDatum: row.eingang_datum, nurTag: !legalDate(row.created_at).equals(row.eingang_datum),
  status: row.status, bestaetigungId: row.bestaetigung_id, kopieId: row.kopie_id, vermerk: row.vermerk,
})

/** When it was received, as people write it: with the time only where it is known. */
export const eingegangenAm = ({ eingangAm, eingangDatum, nurTag }: Pick<Antrag, 'eingangAm' | 'eingangDatum' | 'nurTag'>): string =>
  (nurTag ? formatDateLong(eingangDatum) : formatInstant(eingangAm))

/** The application of a Vorgang; undefined for a Vorgang that began in another way. */
export async function antragZuVorgang(tx: Tx, vorgangId: string): Promise<Antrag | undefined> {
  if (!isUuid(vorgangId)) return undefined
  const row = await antraege(tx).selectFrom('antraege.antrag').selectAll().where('vorgang_id', '=', vorgangId).executeTakeFirst()
  return row && antragOf(row)
}

/** What was declared, in the words of the form of that time; undefined where the Eingang is no application. */
export async function erklaertesZuEingang(tx: Tx, { id, vorgangId }: { readonly id: string; readonly vorgangId: string | null }): Promise<Antrag['zusammenfassung'] | undefined> {
  return (await antraege(tx).selectFrom('antraege.antrag').select('zusammenfassung').where('vorgang_id', '=', vorgangId).where('eingang_id', '=', id).executeTakeFirst())?.zusammenfassung
}

/** By id, for jobs. */
export async function antragById(tx: Tx, id: string): Promise<Antrag | undefined> {
  const row = isUuid(id) ? await antraege(tx).selectFrom('antraege.antrag').selectAll().where('id', '=', id).executeTakeFirst() : undefined
  return row && antragOf(row)
}

/** By the number that citizens know, whoever asks. */
export async function antragByNummer(tx: Tx, nummer: string): Promise<Antrag | undefined> {
  if (nummer.length > 60) return undefined
  const row = await antraege(tx).selectFrom('antraege.antrag').selectAll().where('vorgangsnummer', '=', nummer).executeTakeFirst()
  return row && antragOf(row)
}

/** The actor's own application in the portal. @throws NotFound for unknown ones and for those of others, which look the same */
export async function loadEigenen(tx: Tx, actor: Actor, nummer: string): Promise<Antrag> {
  const antrag = await antragByNummer(tx, nummer)
  if (!antrag || !istInhaber(actor, antrag)) throw new NotFound()
  return antrag
}

export const istInhaber = (actor: Actor, antrag: Pick<Antrag, 'inhaber'>): boolean =>
  antrag.inhaber !== null && actor.id !== '' && actor.art === antrag.inhaber.art && actor.id === antrag.inhaber.id

/** The application a command changes, locked. @throws NotFound */
export async function lockAntrag(tx: Tx, bedingung: { readonly id: string } | { readonly vorgangId: string }): Promise<Antrag> {
  const auswahl = antraege(tx).selectFrom('antraege.antrag').selectAll().forUpdate()
  const row = await ('id' in bedingung ? auswahl.where('id', '=', bedingung.id) : auswahl.where('vorgang_id', '=', bedingung.vorgangId)).executeTakeFirst()
  if (!row) throw new NotFound()
  return antragOf(row)
}

/** For `inhaber(…)`: to whom the application belongs. */
export async function alsInhaber({ nummer }: { readonly nummer: string }, tx: Tx, actor: Actor): Promise<Zugriffsobjekt | undefined> {
  const antrag = await antragByNummer(tx, nummer)
  return antrag && istInhaber(actor, antrag) ? { inhaberId: actor.id } : undefined
}

/** A person's applications, newest first. `vor`: only those older than this id, for the next page. */
export async function antraegeVon(tx: Tx, inhaberId: string, options: { readonly vor?: string; readonly limit?: number } = {}): Promise<Antrag[]> {
  const auswahl = antraege(tx).selectFrom('antraege.antrag').selectAll().where('inhaber_id', '=', inhaberId)
  const rows = await (options.vor ? auswahl.where('id', '<', options.vor) : auswahl).orderBy('id', 'desc').limit(options.limit ?? 50).execute()
  return rows.map(antragOf)
}

/** Files of an application in the order in which they came. */
export async function anhaengeVon(tx: Tx, antragId: string): Promise<Anhang[]> {
  const rows = await antraege(tx).selectFrom('antraege.anhang').selectAll().where('antrag_id', '=', antragId).orderBy('id').execute()
  return mitVirenbefund(tx, rows.map((row) => ({
    id: row.id, slot: row.slot, bezeichnung: row.bezeichnung, dateiname: row.dateiname, sha256: row.sha256, size: Number(row.size), mime: row.mime, pruefstatus: row.pruefstatus,
    dokumentId: row.dokument_id, eingangDatum: row.eingang_datum, rueckfrageId: row.rueckfrage_id, bewertung: row.bewertung, bewertungGrund: row.bewertung_grund,
  })))
}

/** Questions to the applicants of several applications, oldest first. */
export async function rueckfragenVon(tx: Tx, antragIds: readonly string[]): Promise<Map<string, Rueckfrage[]>> {
  if (antragIds.length === 0) return new Map()
  const rows = await antraege(tx).selectFrom('antraege.rueckfrage').selectAll().where('antrag_id', 'in', [...antragIds]).orderBy('id').execute()
  const alle = rows.map((row) => ({
    antragId: row.antrag_id, id: row.id, frage: row.frage, bezug: row.bezug, bezugText: row.bezug_text, frist: row.frist, gestelltAm: row.gestellt_am,
    antwort: row.antwort, beantwortetAm: row.beantwortet_am, beantwortetDatum: row.beantwortet_datum, entfallenAm: row.entfallen_am,
  }))
  return Map.groupBy(alle, ({ antragId }) => antragId)
}

/** Waiting for an answer. */
export const istUnbeantwortet = (frage: Rueckfrage): boolean => frage.beantwortetAm === null && frage.entfallenAm === null

export async function verlaufVon(tx: Tx, antragId: string): Promise<Statuswechsel[]> {
  const rows = await antraege(tx).selectFrom('antraege.statuswechsel').selectAll().where('antrag_id', '=', antragId).orderBy('id').execute()
  return rows.map((row) => ({ von: row.von, nach: row.nach, zeitpunkt: row.zeitpunkt, akteurArt: row.akteur_art, grund: row.grund }))
}
