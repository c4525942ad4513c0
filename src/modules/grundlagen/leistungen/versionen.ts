import type { Selectable } from 'kysely'
import { isUuid, type Tx } from '../../../platform/database/database.js'
import type { Formular, Texte } from '../../zugang/formulare/index.js'
import { legalDate } from '../../../platform/time/index.js'
import { leistungen, type LeistungenTables } from './db/tables.js'
import { antragslage, antragszeiten, naechsterWechsel, schliessungAusLage, type Antragszeit } from './domain/antragszeit.js'
import type { Gebuehr } from './domain/gebuehr.js'
import { schliessungAm, type Schliessung } from './domain/schliessung.js'
import type { Stammdaten } from './domain/stammdaten.js'

/** One version of a service, as an application keeps it for good (A1-09). */
export interface Leistungsversion {
  readonly id: string
  readonly leistungId: string
  /** Key in addresses, e.g. 'bewohnerparkausweis'. */
  readonly schluessel: string
  readonly version: number
  readonly bezeichnung: string
  readonly kurztext: string
  /** `veroeffentlicht`: what the public sees now. `frueher`: an older one. `entwurf`: never public so far or withdrawn. */
  readonly status: 'veroeffentlicht' | 'frueher' | 'entwurf'
  readonly stammdaten: Stammdaten
  /** Null: the service is described but not offered online. */
  readonly formular: Formular | null
  readonly texte: Texte
  readonly gebuehr: Gebuehr | null
  /** Typst source of the decision. */
  readonly bescheidVorlage: string | null
  /** Released process model of the room workflow. */
  readonly modellId: string | null
}

type Zeile = Selectable<LeistungenTables['leistungen.version']> & { schluessel: string; aktuell: string | null; veroeffentlicht: string | null }

/** Rows of versions with the key of their service; conditions come from the caller. */
const auswahl = (tx: Tx) => leistungen(tx).selectFrom('leistungen.version as v').innerJoin('leistungen.leistung as l', 'l.id', 'v.leistung_id')
  .selectAll('v').select(['l.schluessel', 'l.version_id as aktuell'])
  .select((select) => select.selectFrom('leistungen.veroeffentlichung as p').select('p.id').whereRef('p.version_id', '=', 'v.id').limit(1).as('veroeffentlicht'))

const alsVersion = (row: Zeile): Leistungsversion => ({
  id: row.id, leistungId: row.leistung_id, schluessel: row.schluessel, version: row.version,
  bezeichnung: row.stammdaten.bezeichnung, kurztext: row.stammdaten.kurztext,
  status: row.aktuell === row.id ? 'veroeffentlicht' : row.veroeffentlicht ? 'frueher' : 'entwurf',
  stammdaten: row.stammdaten, formular: row.formular, texte: row.texte, gebuehr: row.gebuehr,
  bescheidVorlage: row.bescheid_vorlage, modellId: row.modell_id,
})

/** The public version on that day, by key or by the 14 digits of the federal catalogue; undefined when there is none. */
export async function findLeistung(tx: Tx, schluessel: string, today: Temporal.PlainDate): Promise<Leistungsversion | undefined> {
  if (schluessel.length > 80) return undefined
  const spalte = /^99\d{12}$/.test(schluessel) ? 'l.leistungsschluessel' : 'l.schluessel'
  const row = await auswahl(tx).where(spalte, '=', schluessel).whereRef('v.id', '=', 'l.version_id').executeTakeFirst()
  return row && giltAm(row.stammdaten, today) ? alsVersion(row) : undefined
}

/** Between gueltigVon and gueltigBis, both included. */
export const giltAm = ({ gueltigVon, gueltigBis }: Pick<Stammdaten, 'gueltigVon' | 'gueltigBis'>, today: Temporal.PlainDate): boolean =>
  (!gueltigVon || gueltigVon <= today.toString()) && (!gueltigBis || today.toString() <= gueltigBis)

/** Any version, also a former one: applications finish on the version they started with (A1-09). */
export async function leistungsversionById(tx: Tx, id: string): Promise<Leistungsversion | undefined> {
  return (await leistungsversionenById(tx, [id])).get(id)
}

export async function leistungsversionenById(tx: Tx, ids: readonly string[]): Promise<Map<string, Leistungsversion>> {
  const gueltig = [...new Set(ids)].filter(isUuid)
  if (gueltig.length === 0) return new Map()
  const rows = await auswahl(tx).where('v.id', 'in', gueltig).execute()
  return new Map(rows.map((row) => [row.id, alsVersion(row)]))
}

/** Closures entered in the administration that still count, by service. */
export async function schliessungenVon(tx: Tx, leistungIds: readonly string[]): Promise<Map<string, (Schliessung & { id: string })[]>> {
  if (leistungIds.length === 0) return new Map()
  const rows = await leistungen(tx).selectFrom('leistungen.schliessung').selectAll().where('leistung_id', 'in', [...leistungIds])
    .where('aufgehoben_am', 'is', null).orderBy('von').execute()
  return Map.groupBy(rows.map((row) => ({ leistungId: row.leistung_id, id: row.id, von: row.von, bis: row.bis, grund: row.grund, alternative: row.alternative })), ({ leistungId }) => leistungId)
}

/** Why the online way is closed at that moment, or undefined when it is open (A1-05). To be asked before a draft is begun. */
export async function geschlossenAm(tx: Tx, version: Leistungsversion, now: Temporal.Instant): Promise<Schliessung | undefined> {
  const eingetragen = (await schliessungenVon(tx, [version.leistungId])).get(version.leistungId) ?? []
  return await fristVorbei(tx, version, now) ?? schliessungAm(version.stammdaten, eingetragen, legalDate(now))
}

/** Outside of its times nothing can be sent any more, drafts included: a deadline of the law is no maintenance window. */
export async function fristVorbei(tx: Tx, version: Leistungsversion, now: Temporal.Instant): Promise<Schliessung | undefined> {
  return schliessungAusLage(version.stammdaten, antragslage(await zeitenVon(tx, version), now), now)
}

/** Until when it can be applied for, and when that changes by itself; both undefined where the service has no times. */
export async function antragsende(tx: Tx, version: Leistungsversion, now: Temporal.Instant): Promise<{ readonly bis: Temporal.Instant | undefined; readonly wechsel: Temporal.Instant | undefined }> {
  const zeiten = await zeitenVon(tx, version)
  const lage = antragslage(zeiten, now)
  return { bis: lage?.offen ? lage.zeit.bis : undefined, wechsel: naechsterWechsel(zeiten, now) }
}

async function zeitenVon(tx: Tx, { leistungId, stammdaten }: Leistungsversion): Promise<readonly Antragszeit[]> {
  return antragszeiten(stammdaten, (await antragszeitenVon(tx, [leistungId])).get(leistungId) ?? [])
}

/** Times entered in the administration that still count, by service. */
export async function antragszeitenVon(tx: Tx, leistungIds: readonly string[]): Promise<Map<string, (Antragszeit & { readonly id: string })[]>> {
  if (leistungIds.length === 0) return new Map()
  const rows = await leistungen(tx).selectFrom('leistungen.antragszeit').selectAll().where('leistung_id', 'in', [...leistungIds]).where('aufgehoben_am', 'is', null).orderBy('von').execute()
  return Map.groupBy(rows.map((row) => ({ leistungId: row.leistung_id, id: row.id, anlass: row.anlass, von: row.von, bis: row.bis })), ({ leistungId }) => leistungId)
}
