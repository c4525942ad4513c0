import type { Tx } from '../../../platform/database/database.js'
import { aktenplan, type AktenplanTables } from './db/tables.js'
import { leseMuster, type AktenzeichenMuster } from './domain/aktenzeichen.js'
import type { Aussonderungsart } from './domain/einheit.js'
import { sortiertNachKennzeichen } from './domain/kennzeichen.js'
import type { Selectable } from 'kysely'

export interface Aktenplaneinheit {
  readonly id: string
  readonly kennzeichen: string
  readonly bezeichnung: string
  /** Years after z.d.A.; null = unbefristet. */
  readonly aufbewahrungJahre: number | null
  readonly aussonderungsart: Aussonderungsart
  readonly blatt: boolean
  /** Law or rule that sets the period. */
  readonly quelle: string
}

type Zeile = Selectable<AktenplanTables['aktenplan.einheit']>

const einheit = (row: Zeile): Aktenplaneinheit => ({
  id: row.id, kennzeichen: row.kennzeichen, bezeichnung: row.bezeichnung, aufbewahrungJahre: row.aufbewahrung_jahre,
  // Only inner nodes have none, and for them nothing is ever disposed of.
  aussonderungsart: row.aussonderungsart ?? 'B', blatt: row.blatt, quelle: row.quelle,
})

const amTag = (tx: Tx, tag: Temporal.PlainDate) => aktenplan(tx).selectFrom('aktenplan.einheit').selectAll()
  .where('aktiv', '=', true).where('gueltig_von', '<=', tag)
  .where((where) => where.or([where('stillgelegt_am', 'is', null), where('stillgelegt_am', '>', tag)]))
  .where((where) => where.or([where('gueltig_bis', 'is', null), where('gueltig_bis', '>=', tag)]))

/** The unit with that Kennzeichen in which a new Akte may be made on that day; undefined when it is unknown, retired or not yet valid. */
export async function findAktenplaneinheit(tx: Tx, kennzeichen: string, today: Temporal.PlainDate): Promise<Aktenplaneinheit | undefined> {
  const row = await amTag(tx, today).where('kennzeichen', '=', kennzeichen).orderBy('gueltig_von', 'desc').executeTakeFirst()
  return row && einheit(row)
}

/** The leaves in which a new Akte may be made on that day (C1-01), in natural order. */
export async function aktenplaneinheitenFuerNeueAkten(tx: Tx, today: Temporal.PlainDate): Promise<Aktenplaneinheit[]> {
  return sortiertNachKennzeichen((await amTag(tx, today).where('blatt', '=', true).execute()).map(einheit))
}

/** How this town writes an Aktenzeichen today. @throws Error when no Fassung is valid: then there is no unit either. */
export async function aktenzeichenMuster(tx: Tx, today: Temporal.PlainDate): Promise<AktenzeichenMuster> {
  const row = await aktenplan(tx).selectFrom('aktenplan.fassung').select('muster').where('gueltig_von', '<=', today)
    .where((where) => where.or([where('gueltig_bis', 'is', null), where('gueltig_bis', '>=', today)])).orderBy('nummer', 'desc').executeTakeFirstOrThrow()
  const muster = leseMuster(row.muster)
  if (!muster.ok) throw new Error(`Stored template for Aktenzeichen is not readable: ${row.muster}`)
  return muster.value
}

/** All units that are valid on that day with their names, in natural order; for filters. */
export async function aktenplanKennzeichen(tx: Tx, tag: Temporal.PlainDate): Promise<{ kennzeichen: string; bezeichnung: string }[]> {
  return sortiertNachKennzeichen((await amTag(tx, tag).execute()).map(({ kennzeichen, bezeichnung }) => ({ kennzeichen, bezeichnung })))
}
