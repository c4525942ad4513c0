import type { Selectable } from 'kysely'
import type { Tx } from '../../../platform/database/database.js'
import { NotFound } from '../../../platform/errors.js'
import type { Zugriffsobjekt } from '../../../platform/usecases/actor.js'
import { objekteVon, planungsende, zugriffAufObjekt, type Objekt } from './vorhaben.js'
import { berichte, type BerichteTables } from './db/tables.js'
import type { Ampeln, Prioritaet } from './domain/ampel.js'
import type { Inhalt, Meilensteinstand } from './domain/bericht.js'

type Tag = Temporal.PlainDate

export interface Zeitraum { readonly id: string; readonly strategieId: string; readonly monat: Tag; readonly stichtag: Tag; readonly faelligAm: Tag }
/** Somebody who has to report in a month, with the names as they were then. */
export interface Pflicht {
  readonly zeitraumId: string; readonly objektId: string; readonly art: string; readonly nummer: string | null; readonly name: string; readonly baustein: string
  readonly verantwortlich: string; readonly prioritaet: Prioritaet | null; readonly einheitId: string | null; readonly rang: number
  /** On the critical path of the plan when the month was opened. */
  readonly kritisch: boolean
}
/** The version of a report that counts, without its words. */
export interface Fassung { readonly id: string; readonly zeitraumId: string; readonly objektId: string; readonly version: number; readonly ampeln: Ampeln; readonly eingereichtAm: Temporal.Instant }
export interface Statusbericht extends Fassung { readonly inhalt: Inhalt; readonly korrektur: string | null; readonly eingereichtVon: string }

const alsZeitraum = (row: Selectable<BerichteTables['berichte.zeitraum']>): Zeitraum => ({ id: row.id, strategieId: row.strategie_id, monat: row.monat, stichtag: row.stichtag, faelligAm: row.faellig_am })
const alsPflicht = (row: Selectable<BerichteTables['berichte.pflicht']>): Pflicht => ({
  zeitraumId: row.zeitraum_id, objektId: row.objekt_id, art: row.art, nummer: row.nummer, name: row.name, baustein: row.baustein, verantwortlich: row.verantwortlich,
  prioritaet: row.prioritaet, einheitId: row.einheit_id, rang: row.rang, kritisch: row.kritisch,
})
const ampeln = (row: Pick<Selectable<BerichteTables['berichte.statusbericht']>, 'zeit' | 'ressourcen' | 'qualitaet'>): Ampeln => ({ zeit: row.zeit, ressourcen: row.ressourcen, qualitaet: row.qualitaet })
const alsBericht = (row: Selectable<BerichteTables['berichte.statusbericht']>): Statusbericht => ({
  id: row.id, zeitraumId: row.zeitraum_id, objektId: row.objekt_id, version: row.version, ampeln: ampeln(row), eingereichtAm: row.eingereicht_am,
  inhalt: row.inhalt, korrektur: row.korrektur, eingereichtVon: row.eingereicht_von,
})

/** The months of a strategy, the newest first. */
export async function zeitraeume(tx: Tx, strategieId: string, anzahl = 36): Promise<Zeitraum[]> {
  return (await berichte(tx).selectFrom('berichte.zeitraum').selectAll().where('strategie_id', '=', strategieId).orderBy('monat', 'desc').limit(anzahl).execute()).map(alsZeitraum)
}

export async function findZeitraum(tx: Tx, auswahl: { readonly id: string } | { readonly strategieId: string; readonly monat: Tag }): Promise<Zeitraum | undefined> {
  const select = berichte(tx).selectFrom('berichte.zeitraum').selectAll()
  const row = await ('id' in auswahl ? select.where('id', '=', auswahl.id) : select.where('strategie_id', '=', auswahl.strategieId).where('monat', '=', auswahl.monat)).executeTakeFirst()
  return row && alsZeitraum(row)
}

export async function zeitraeumeById(tx: Tx, ids: readonly string[]): Promise<Map<string, Zeitraum>> {
  if (ids.length === 0) return new Map()
  const rows = await berichte(tx).selectFrom('berichte.zeitraum').selectAll().where('id', 'in', [...new Set(ids)]).execute()
  return new Map(rows.map((row) => [row.id, alsZeitraum(row)]))
}

/** Who had to report in these months, in the order of the programme. */
export async function pflichten(tx: Tx, zeitraumIds: readonly string[]): Promise<Pflicht[]> {
  if (zeitraumIds.length === 0) return []
  return (await berichte(tx).selectFrom('berichte.pflicht').selectAll().where('zeitraum_id', 'in', [...zeitraumIds]).orderBy('rang').orderBy('objekt_id').execute()).map(alsPflicht)
}

/** @throws NotFound */
export async function ladePflicht(tx: Tx, zeitraumId: string, objektId: string): Promise<Pflicht> {
  const row = await berichte(tx).selectFrom('berichte.pflicht').selectAll().where('zeitraum_id', '=', zeitraumId).where('objekt_id', '=', objektId).executeTakeFirst()
  if (!row) throw new NotFound()
  return alsPflicht(row)
}

/** The newest version of every report of these months; without the words, because overviews have thousands. */
export async function letzteFassungen(tx: Tx, zeitraumIds: readonly string[]): Promise<Fassung[]> {
  if (zeitraumIds.length === 0) return []
  const rows = await berichte(tx).selectFrom('berichte.statusbericht').select(['id', 'zeitraum_id', 'objekt_id', 'version', 'zeit', 'ressourcen', 'qualitaet', 'eingereicht_am'])
    .distinctOn(['zeitraum_id', 'objekt_id']).where('zeitraum_id', 'in', [...zeitraumIds]).orderBy('zeitraum_id').orderBy('objekt_id').orderBy('version', 'desc').execute()
  return rows.map((row) => ({ id: row.id, zeitraumId: row.zeitraum_id, objektId: row.objekt_id, version: row.version, ampeln: ampeln(row), eingereichtAm: row.eingereicht_am }))
}

/** The same with everything that was written. */
export async function berichteVon(tx: Tx, zeitraumIds: readonly string[], objektId?: string): Promise<Statusbericht[]> {
  if (zeitraumIds.length === 0) return []
  let select = berichte(tx).selectFrom('berichte.statusbericht').selectAll().distinctOn(['zeitraum_id', 'objekt_id']).where('zeitraum_id', 'in', [...zeitraumIds])
  if (objektId) select = select.where('objekt_id', '=', objektId)
  return (await select.orderBy('zeitraum_id').orderBy('objekt_id').orderBy('version', 'desc').execute()).map(alsBericht)
}

/** All versions of one report, the newest first. */
export async function fassungenVon(tx: Tx, zeitraumId: string, objektId: string): Promise<Statusbericht[]> {
  return (await berichte(tx).selectFrom('berichte.statusbericht').selectAll().where('zeitraum_id', '=', zeitraumId).where('objekt_id', '=', objektId).orderBy('version', 'desc').execute()).map(alsBericht)
}

/** @throws NotFound */
export async function ladeBericht(tx: Tx, id: string): Promise<Statusbericht> {
  const row = await berichte(tx).selectFrom('berichte.statusbericht').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound()
  return alsBericht(row)
}

/** The milestones below a Vorhaben and its own end, as the programme knows them now. */
export async function meilensteineVon(tx: Tx, objekt: Objekt): Promise<Meilensteinstand[]> {
  const darunter = (await objekteVon(tx, { strategieId: objekt.strategieId, arten: ['meilenstein'] })).filter(({ oberId }) => oberId === objekt.id)
  return [...darunter.map((eines) => ({ id: eines.id, name: eines.name, termin: (eines.endeIst ?? eines.ende)?.toString() ?? null, erreicht: eines.status === 'abgeschlossen' || eines.endeIst !== null })), ...planungsende(objekt)]
}

/** Where a report belongs, for `can(…).on(…)`: the unit that is responsible now, or was when the Vorhaben was removed since. */
export async function zugriffAufPflicht({ zeitraumId, objektId }: { readonly zeitraumId: string; readonly objektId: string }, tx: Tx): Promise<Zugriffsobjekt | undefined> {
  const row = await berichte(tx).selectFrom('berichte.pflicht').select('einheit_id').where('zeitraum_id', '=', zeitraumId).where('objekt_id', '=', objektId).executeTakeFirst()
  return row && (await zugriffAufObjekt(tx, objektId) ?? { einheitId: row.einheit_id })
}
