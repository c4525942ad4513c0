import type { Selectable } from 'kysely'
import { isUuid, type Tx } from '../../../platform/database/database.js'
import { holds, type Actor, type Zugriffsobjekt } from '../../../platform/usecases/actor.js'
import { akten, type AktenTables, type Pruefstatus, type Richtung } from './db/tables.js'
import { mitVirenbefund } from './virenpruefung/befund.js'
import type { AkteStatus, VorgangStatus } from './domain/zustaende.js'

export interface Akte {
  readonly id: string; readonly aktenzeichen: string; readonly aktenplaneinheit: string; readonly betreff: string; readonly einheitId: string; readonly stufe: number
  readonly medium: '001' | '002' | '003'; readonly standort: string | null; readonly status: AkteStatus
  readonly begonnenAm: Temporal.PlainDate; readonly zdaAm: Temporal.PlainDate | null
  /** null = unbefristet. */
  readonly aufbewahrungJahre: number | null
  readonly aussonderungsart: 'A' | 'B' | 'V'; readonly aufbewahrungQuelle: string
}

export interface Vorgang {
  readonly id: string
  /** What citizens are given: 'MS-2026-000123-7'. */
  readonly vorgangsnummer: string
  /** Aktenzeichen plus number: '12.20.03/2026/1-17'. */
  readonly kennzeichen: string
  readonly akteId: string; readonly aktenzeichen: string; readonly betreff: string; readonly typ: string; readonly leistung: string | null
  readonly einheitId: string; readonly inhaberId: string | null; readonly stufe: number; readonly status: VorgangStatus
  readonly begonnenAm: Temporal.PlainDate; readonly zdaAm: Temporal.PlainDate | null; readonly schlussvermerk: string | null
  /** Last day of retention; null while open, and for unbefristet. */
  readonly aufbewahrungBis: Temporal.PlainDate | null
}

export interface Dokumentversion {
  readonly id: string; readonly nummer: number; readonly sha256: string
  /** Bytes. */
  readonly size: number
  readonly mime: string; readonly dateiname: string; readonly pruefstatus: Pruefstatus; readonly kommentar: string
  readonly autor: { readonly art: string; readonly id: string }; readonly createdAt: Temporal.Instant
}

export interface Dokument {
  readonly id: string; readonly vorgangId: string
  /** Order within the Vorgang, from 1. */
  readonly lfd: number
  readonly betreff: string; readonly typ: string; readonly richtung: Richtung
  /** Date on the document. */
  readonly datum: Temporal.PlainDate
  readonly eingegangenAm: Temporal.PlainDate | null
  readonly absender: string | null
  /** The person whose Vorgang it is may read it in the portal. */
  readonly fuerInhaber: boolean
  readonly slot: string | null
  readonly festgeschriebenAm: Temporal.Instant | null; readonly festgeschriebenGrund: string | null; readonly createdAt: Temporal.Instant
  /** The newest version. */
  readonly datei: Dokumentversion
  /** All versions, oldest first. */
  readonly versionen: readonly Dokumentversion[]
}

export interface Vermerk {
  readonly id: string; readonly ereignisAm: Temporal.PlainDate; readonly text: string; readonly beteiligte: string
  readonly autor: { readonly art: string; readonly id: string }; readonly createdAt: Temporal.Instant
}

export interface Wiedervorlage {
  readonly id: string; readonly vorgangId: string; readonly faelligAm: Temporal.PlainDate; readonly grund: string
  readonly kontoId: string | null; readonly einheitId: string; readonly erledigtAm: Temporal.Instant | null
}

const akteOf = (row: Selectable<AktenTables['akten.akte']>): Akte => ({
  id: row.id, aktenzeichen: row.kennzeichen, aktenplaneinheit: row.aktenplan_kennzeichen, betreff: row.betreff, einheitId: row.einheit_id, stufe: row.stufe,
  medium: row.medium, standort: row.standort, status: row.status, begonnenAm: row.begonnen_am, zdaAm: row.zda_am,
  aufbewahrungJahre: row.aufbewahrung_jahre, aussonderungsart: row.aussonderungsart, aufbewahrungQuelle: row.aufbewahrung_quelle,
})

const vorgaenge = (tx: Tx) => akten(tx).selectFrom('akten.vorgang as v')
  .innerJoin('akten.akte as a', (join) => join.onRef('a.mandant_id', '=', 'v.mandant_id').onRef('a.id', '=', 'v.akte_id')).selectAll('v').select('a.kennzeichen as aktenzeichen')

const vorgangOf = (row: Selectable<AktenTables['akten.vorgang']> & { aktenzeichen: string }): Vorgang => ({
  id: row.id, vorgangsnummer: row.vorgangsnummer, kennzeichen: row.kennzeichen, akteId: row.akte_id, aktenzeichen: row.aktenzeichen, betreff: row.betreff,
  typ: row.typ, leistung: row.leistung, einheitId: row.einheit_id, inhaberId: row.inhaber_id, stufe: row.stufe, status: row.status,
  begonnenAm: row.begonnen_am, zdaAm: row.zda_am, schlussvermerk: row.schlussvermerk, aufbewahrungBis: row.aufbewahrung_bis,
})

/** An Akte by id, whoever asks; a page checks the permission with {@link zugriffAufAkte}. */
export async function akteById(tx: Tx, id: string): Promise<Akte | undefined> {
  if (!isUuid(id)) return undefined
  const row = await akten(tx).selectFrom('akten.akte').selectAll().where('id', '=', id).executeTakeFirst()
  return row && akteOf(row)
}

/** A Vorgang by the number that citizens know, exactly as stored. */
export async function vorgangByNummer(tx: Tx, nr: string): Promise<Vorgang | undefined> {
  // From an address: a zero byte would be an error of the database and not a number nobody has.
  if (!/^[\w-]{1,40}$/.test(nr)) return undefined
  const row = await vorgaenge(tx).where('v.vorgangsnummer', '=', nr).executeTakeFirst()
  return row && vorgangOf(row)
}

export async function vorgangById(tx: Tx, id: string): Promise<Vorgang | undefined> {
  if (!isUuid(id)) return undefined
  const row = await vorgaenge(tx).where('v.id', '=', id).executeTakeFirst()
  return row && vorgangOf(row)
}

/** Many Vorgänge in one query, for lists of other rooms. */
export async function vorgaengeById(tx: Tx, ids: readonly string[]): Promise<Map<string, Vorgang>> {
  if (ids.length === 0) return new Map()
  const rows = await vorgaenge(tx).where('v.id', 'in', [...new Set(ids)]).execute()
  return new Map(rows.map((row) => [row.id, vorgangOf(row)]))
}

/** All Vorgänge of a citizen's account, newest first. */
export async function vorgaengeVonInhaber(tx: Tx, kontoId: string, limit = 200): Promise<Vorgang[]> {
  return (await vorgaenge(tx).where('v.inhaber_id', '=', kontoId).orderBy('v.id', 'desc').limit(limit).execute()).map(vorgangOf)
}

/** What a permission on the Vorgang (and on everything in it) is asked for; undefined when there is none. */
export async function zugriffAufVorgang(tx: Tx, vorgangId: string): Promise<Zugriffsobjekt | undefined> {
  if (!isUuid(vorgangId)) return undefined
  const rows = await akten(tx).selectFrom('akten.vorgang as v')
    .leftJoin('akten.befangenheit as b', (join) => join.onRef('b.mandant_id', '=', 'v.mandant_id').onRef('b.vorgang_id', '=', 'v.id'))
    .select(['v.einheit_id', 'v.inhaber_id', 'v.stufe', 'b.konto_id']).where('v.id', '=', vorgangId).execute()
  const [row] = rows
  return row && { einheitId: row.einheit_id, inhaberId: row.inhaber_id, stufe: row.stufe, ausgeschlossen: rows.flatMap((one) => (one.konto_id ? [one.konto_id] : [])) }
}

export async function zugriffAufAkte(tx: Tx, akteId: string): Promise<Zugriffsobjekt | undefined> {
  const akte = await akteById(tx, akteId)
  return akte && { einheitId: akte.einheitId, stufe: akte.stufe }
}

async function mitVersionen(tx: Tx, rows: readonly Selectable<AktenTables['akten.dokument']>[]): Promise<Dokument[]> {
  if (rows.length === 0) return []
  const alle = await akten(tx).selectFrom('akten.dokumentversion').selectAll().where('dokument_id', 'in', rows.map((row) => row.id)).orderBy('nummer').execute()
  const nach = Map.groupBy(await mitVirenbefund(tx, alle), (version) => version.dokument_id)
  return rows.map((row) => {
    const versionen = (nach.get(row.id) ?? []).map((version): Dokumentversion => ({
      id: version.id, nummer: version.nummer, sha256: version.sha256, size: Number(version.size), mime: version.mime, dateiname: version.dateiname,
      pruefstatus: version.pruefstatus, kommentar: version.kommentar, autor: { art: version.autor_art, id: version.autor_id }, createdAt: version.created_at,
    }))
    const datei = versionen.at(-1)
    if (!datei) throw new Error(`Document ${row.id} has no version`)
    return {
      id: row.id, vorgangId: row.vorgang_id, lfd: row.lfd, betreff: row.betreff, typ: row.typ, richtung: row.richtung, datum: row.datum, eingegangenAm: row.eingegangen_am,
      absender: row.absender, fuerInhaber: row.fuer_inhaber, slot: row.slot, festgeschriebenAm: row.festgeschrieben_am, festgeschriebenGrund: row.festgeschrieben_grund,
      createdAt: row.created_at, datei, versionen,
    }
  })
}

/** The documents of a Vorgang in the order in which they came. */
export async function dokumenteVon(tx: Tx, vorgangId: string): Promise<Dokument[]> {
  return mitVersionen(tx, await akten(tx).selectFrom('akten.dokument').selectAll().where('vorgang_id', '=', vorgangId).orderBy('lfd').execute())
}

export async function dokumentById(tx: Tx, id: string): Promise<Dokument | undefined> {
  if (!isUuid(id)) return undefined
  const rows = await akten(tx).selectFrom('akten.dokument').selectAll().where('id', '=', id).execute()
  return (await mitVersionen(tx, rows))[0]
}

/** Many documents in two queries. */
export async function dokumenteById(tx: Tx, ids: readonly string[]): Promise<Map<string, Dokument>> {
  if (ids.length === 0) return new Map()
  const rows = await akten(tx).selectFrom('akten.dokument').selectAll().where('id', 'in', [...new Set(ids)]).execute()
  return new Map((await mitVersionen(tx, rows)).map((dokument) => [dokument.id, dokument]))
}

export async function vermerkeVon(tx: Tx, vorgangId: string): Promise<Vermerk[]> {
  const rows = await akten(tx).selectFrom('akten.vermerk').selectAll().where('vorgang_id', '=', vorgangId).orderBy('id').execute()
  return rows.map((row) => ({ id: row.id, ereignisAm: row.ereignis_am, text: row.text, beteiligte: row.beteiligte, autor: { art: row.autor_art, id: row.autor_id }, createdAt: row.created_at }))
}

export async function wiedervorlagenVon(tx: Tx, vorgangId: string): Promise<Wiedervorlage[]> {
  const rows = await akten(tx).selectFrom('akten.wiedervorlage').selectAll().where('vorgang_id', '=', vorgangId).orderBy('faellig_am').orderBy('id').execute()
  return rows.map((row) => ({ id: row.id, vorgangId: row.vorgang_id, faelligAm: row.faellig_am, grund: row.grund, kontoId: row.konto_id, einheitId: row.einheit_id, erledigtAm: row.erledigt_am }))
}

/** What stands in the way of closing a unit. */
export async function offeneVorgaengeDerEinheit(tx: Tx, einheitId: string): Promise<string[]> {
  const { anzahl } = await akten(tx).selectFrom('akten.vorgang').select((eb) => eb.fn.countAll<string>().as('anzahl')).where('einheit_id', '=', einheitId).where('zda_am', 'is', null).executeTakeFirstOrThrow()
  return Number(anzahl) === 0 ? [] : [Number(anzahl) === 1 ? 'Ein Vorgang ist dort noch offen.' : `${anzahl} Vorgänge sind dort noch offen.`]
}

/** For `can('akte.…').on(anAkte)`. */
export const anAkte = ({ akteId }: { readonly akteId: string }, tx: Tx): Promise<Zugriffsobjekt | undefined> => zugriffAufAkte(tx, akteId)

/** For `can('vorgang.lesen').on(anBeteiligterAkte)`: an Akte of another unit is seen by who works on one of its Vorgänge. */
export async function anBeteiligterAkte({ akteId }: { readonly akteId: string }, tx: Tx, actor: Actor): Promise<Zugriffsobjekt | undefined> {
  const akte = await akteById(tx, akteId)
  if (!akte) return undefined
  const rows = await akten(tx).selectFrom('akten.beteiligte_einheit').select('einheit_id').where('akte_id', '=', akteId).execute()
  const eine = rows.find((row) => holds(actor, 'vorgang.lesen', { einheitId: row.einheit_id, stufe: akte.stufe }))
  return { einheitId: eine?.einheit_id ?? akte.einheitId, stufe: akte.stufe }
}

/** For `can(…).on(amDokument)`: a document is as accessible as its Vorgang. */
export async function amDokument({ dokumentId }: { readonly dokumentId: string }, tx: Tx): Promise<Zugriffsobjekt | undefined> {
  if (!isUuid(dokumentId)) return undefined
  const row = await akten(tx).selectFrom('akten.dokument').select('vorgang_id').where('id', '=', dokumentId).executeTakeFirst()
  return row && zugriffAufVorgang(tx, row.vorgang_id)
}

/** For `can(…).on(amVorgang)`: every use case that names its Vorgang. */
export const amVorgang = ({ vorgangId }: { readonly vorgangId: string }, tx: Tx): Promise<Zugriffsobjekt | undefined> => zugriffAufVorgang(tx, vorgangId)
