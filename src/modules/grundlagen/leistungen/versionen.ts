import { isUuid, type Tx } from '../../../platform/database/database.js'
import type { Formular, Texte } from '../../zugang/formulare/index.js'
import { legalDate } from '../../../platform/time/index.js'
import { leistungen } from './db/tables.js'
import { antragslage, antragszeiten, naechsterWechsel, schliessungAusLage, type Antragszeit } from './domain/antragszeit.js'
import type { Gebuehr } from './domain/gebuehr.js'
import { schliessungAm, type Schliessung } from './domain/schliessung.js'
import type { Stammdaten } from './domain/stammdaten.js'

/** One version of a service, as an application keeps it for good (A1-09). None of this ever changes. */
export interface Leistungsfassung {
  readonly id: string
  readonly leistungId: string
  /** Key in addresses, e.g. 'bewohnerparkausweis'. */
  readonly schluessel: string
  readonly version: number
  readonly bezeichnung: string
  readonly kurztext: string
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

export interface Leistungsversion extends Leistungsfassung {
  /** `veroeffentlicht`: what the public sees now. `frueher`: an older one. `entwurf`: never public so far or withdrawn. */
  readonly status: 'veroeffentlicht' | 'frueher' | 'entwurf'
}

interface Kopf {
  readonly mandant_id: string; readonly id: string; readonly leistung_id: string; readonly version: number
  readonly schluessel: string; readonly aktuell: string | null; readonly veroeffentlicht: string | null
}

/** Rows of versions with the key of their service, without what is long and never changes; conditions come from the caller. */
const auswahl = (tx: Tx) => leistungen(tx).selectFrom('leistungen.version as v').innerJoin('leistungen.leistung as l', 'l.id', 'v.leistung_id')
  .select(['v.mandant_id', 'v.id', 'v.leistung_id', 'v.version', 'l.schluessel', 'l.version_id as aktuell'])
  .select((select) => select.selectFrom('leistungen.veroeffentlichung as p').select('p.id').whereRef('p.version_id', '=', 'v.id').limit(1).as('veroeffentlicht'))

// A version never changes, so a process keeps what it once read: the form is one object then, and with it what was compiled from it.
// Keyed with the town: ids are unguessable, but a cache must not be the place where that matters.
const gelesen = new Map<string, Leistungsfassung>()
const KEEP = 200
const schluesselVon = (mandantId: string, id: string): string => `${mandantId}:${id}`

/** Whole versions of these rows, in their order; reads only those that this process has not seen. */
async function mitInhalt(tx: Tx, koepfe: readonly Kopf[]): Promise<Leistungsversion[]> {
  const inhalte = new Map(koepfe.flatMap((kopf) => {
    const inhalt = gelesen.get(schluesselVon(kopf.mandant_id, kopf.id))
    return inhalt ? [[kopf.id, inhalt] as const] : []
  }))
  const fehlend = koepfe.filter(({ id }) => !inhalte.has(id))
  if (fehlend.length > 0) {
    const rows = await leistungen(tx).selectFrom('leistungen.version').select(['mandant_id', 'id', 'stammdaten', 'formular', 'texte', 'gebuehr', 'bescheid_vorlage', 'modell_id'])
      .where('id', 'in', fehlend.map(({ id }) => id)).execute()
    for (const { stammdaten, formular, texte, gebuehr, ...row } of rows) {
      const kopf = fehlend.find(({ id }) => id === row.id)
      if (!kopf) continue
      const { bezeichnung, kurztext } = stammdaten
      inhalte.set(row.id, eingefroren({
        id: kopf.id, leistungId: kopf.leistung_id, schluessel: kopf.schluessel, version: kopf.version, bezeichnung, kurztext, stammdaten, formular, texte, gebuehr, bescheidVorlage: row.bescheid_vorlage, modellId: row.modell_id,
      }))
    }
  }
  for (const kopf of koepfe) merke(schluesselVon(kopf.mandant_id, kopf.id), inhalte.get(kopf.id))
  return koepfe.flatMap((kopf) => {
    const inhalt = inhalte.get(kopf.id)
    return inhalt ? [{ ...inhalt, status: statusVon(kopf) }] : []
  })
}

const statusVon = (kopf: Kopf): Leistungsversion['status'] => (kopf.aktuell === kopf.id ? 'veroeffentlicht' : kopf.veroeffentlicht ? 'frueher' : 'entwurf')

/** The one not asked for longest makes room. */
function merke(schluessel: string, inhalt: Leistungsfassung | undefined): void {
  if (!inhalt) return
  gelesen.delete(schluessel)
  gelesen.set(schluessel, inhalt)
  for (const [aeltester] of gelesen) if (gelesen.size > KEEP) gelesen.delete(aeltester); else break
}

/** What many requests share must not be changed by one of them. */
function eingefroren<T>(wert: T): T {
  if (wert === null || typeof wert !== 'object' || Object.isFrozen(wert)) return wert
  for (const teil of Object.values(wert)) eingefroren(teil)
  return Object.freeze(wert)
}

/** The public version on that day, by key or by the 14 digits of the federal catalogue; undefined when there is none. */
export async function findLeistung(tx: Tx, schluessel: string, today: Temporal.PlainDate): Promise<Leistungsversion | undefined> {
  if (schluessel.length > 80) return undefined
  const spalte = /^99\d{12}$/.test(schluessel) ? 'l.leistungsschluessel' : 'l.schluessel'
  const kopf = await auswahl(tx).where(spalte, '=', schluessel).whereRef('v.id', '=', 'l.version_id').executeTakeFirst()
  const [version] = kopf ? await mitInhalt(tx, [kopf]) : []
  return version && giltAm(version.stammdaten, today) ? version : undefined
}

/** Between gueltigVon and gueltigBis, both included. */
export const giltAm = ({ gueltigVon, gueltigBis }: Pick<Stammdaten, 'gueltigVon' | 'gueltigBis'>, today: Temporal.PlainDate): boolean =>
  (!gueltigVon || gueltigVon <= today.toString()) && (!gueltigBis || today.toString() <= gueltigBis)

/** A version without its status: a process that has read it once asks the database no more. */
export async function leistungsfassungById(tx: Tx, mandantId: string, id: string): Promise<Leistungsfassung | undefined> {
  return gelesen.get(schluesselVon(mandantId, id)) ?? leistungsversionById(tx, id)
}

/** Any version, also a former one: applications finish on the version they started with (A1-09). */
export async function leistungsversionById(tx: Tx, id: string): Promise<Leistungsversion | undefined> {
  return (await leistungsversionenById(tx, [id])).get(id)
}

export async function leistungsversionenById(tx: Tx, ids: readonly string[]): Promise<Map<string, Leistungsversion>> {
  const gueltig = [...new Set(ids)].filter(isUuid)
  if (gueltig.length === 0) return new Map()
  const koepfe = await auswahl(tx).where('v.id', 'in', gueltig).execute()
  return new Map((await mitInhalt(tx, koepfe)).map((version) => [version.id, version]))
}

/** Closures entered in the administration that still count, by service. */
export async function schliessungenVon(tx: Tx, leistungIds: readonly string[]): Promise<Map<string, (Schliessung & { id: string })[]>> {
  if (leistungIds.length === 0) return new Map()
  const rows = await leistungen(tx).selectFrom('leistungen.schliessung').selectAll().where('leistung_id', 'in', [...leistungIds])
    .where('aufgehoben_am', 'is', null).orderBy('von').execute()
  return Map.groupBy(rows.map((row) => ({ leistungId: row.leistung_id, id: row.id, von: row.von, bis: row.bis, grund: row.grund, alternative: row.alternative })), ({ leistungId }) => leistungId)
}

/** Why the online way is closed at that moment, or undefined when it is open (A1-05). To be asked before a draft is begun. */
export async function geschlossenAm(tx: Tx, version: Leistungsfassung, now: Temporal.Instant): Promise<Schliessung | undefined> {
  const eingetragen = (await schliessungenVon(tx, [version.leistungId])).get(version.leistungId) ?? []
  return await fristVorbei(tx, version, now) ?? schliessungAm(version.stammdaten, eingetragen, legalDate(now))
}

/** Outside of its times nothing can be sent any more, drafts included: a deadline of the law is no maintenance window. */
export async function fristVorbei(tx: Tx, version: Leistungsfassung, now: Temporal.Instant): Promise<Schliessung | undefined> {
  return schliessungAusLage(version.stammdaten, antragslage(await zeitenVon(tx, version), now), now)
}

/** Until when it can be applied for, and when that changes by itself; both undefined where the service has no times. */
export async function antragsende(tx: Tx, version: Leistungsfassung, now: Temporal.Instant): Promise<{ readonly bis: Temporal.Instant | undefined; readonly wechsel: Temporal.Instant | undefined }> {
  const zeiten = await zeitenVon(tx, version)
  const lage = antragslage(zeiten, now)
  return { bis: lage?.offen ? lage.zeit.bis : undefined, wechsel: naechsterWechsel(zeiten, now) }
}

async function zeitenVon(tx: Tx, { leistungId, stammdaten }: Leistungsfassung): Promise<readonly Antragszeit[]> {
  return antragszeiten(stammdaten, (await antragszeitenVon(tx, [leistungId])).get(leistungId) ?? [])
}

/** Times entered in the administration that still count, by service. */
export async function antragszeitenVon(tx: Tx, leistungIds: readonly string[]): Promise<Map<string, (Antragszeit & { readonly id: string })[]>> {
  if (leistungIds.length === 0) return new Map()
  const rows = await leistungen(tx).selectFrom('leistungen.antragszeit').selectAll().where('leistung_id', 'in', [...leistungIds]).where('aufgehoben_am', 'is', null).orderBy('von').execute()
  return Map.groupBy(rows.map((row) => ({ leistungId: row.leistung_id, id: row.id, anlass: row.anlass, von: row.von, bis: row.bis })), ({ leistungId }) => leistungId)
}
