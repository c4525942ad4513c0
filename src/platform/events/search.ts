import { sql } from 'kysely'
import { isUuid, tables, type Tx } from '../database/database.js'
import type { PlatformTables } from '../database/tables.js'
import { endOfDay, startOfDay } from '../time/index.js'
import type { StoredEvent } from './event.js'
import { storedEvent } from './record.js'

const platform = tables<PlatformTables>

export interface EventFilter {
  readonly typ?: string | undefined
  /** Who did it, or for whom somebody did it. */
  readonly akteurIds?: readonly string[] | undefined
  /** A Vorgang or any object. */
  readonly objektId?: string | undefined
  /** Legal dates, inclusive, ISO 8601; what is no day filters nothing. */
  readonly von?: string | undefined
  readonly bis?: string | undefined
  /** Keyset: only older than this event. */
  readonly vor?: string | undefined
}

/** Events of the town, newest first. */
export async function searchEvents(tx: Tx, filter: EventFilter, limit: number): Promise<StoredEvent[]> {
  let rows = platform(tx).selectFrom('platform.ereignis').selectAll().orderBy('id', 'desc').limit(limit)
  if (filter.typ) rows = rows.where('typ', '=', filter.typ)
  const { akteurIds } = filter
  if (akteurIds) rows = akteurIds.length === 0 ? rows.where(sql<boolean>`false`) : rows.where((where) => where.or([where('akteur_id', 'in', [...akteurIds]), where('fuer_id', 'in', [...akteurIds])]))
  if (filter.objektId) {
    const { objektId } = filter
    rows = rows.where((where) => where.or([where('objekt_id', '=', objektId), ...(isUuid(objektId) ? [where('vorgang_id', '=', objektId)] : [])]))
  }
  const [von, bis] = [day(filter.von), day(filter.bis)]
  if (von) rows = rows.where('zeitpunkt', '>=', startOfDay(von))
  if (bis) rows = rows.where('zeitpunkt', '<', endOfDay(bis))
  if (isUuid(filter.vor)) rows = rows.where('id', '<', filter.vor)
  return (await rows.execute()).map(storedEvent)
}

function day(text: string | undefined): Temporal.PlainDate | undefined {
  if (!text) return undefined
  try { return Temporal.PlainDate.from(text) } catch { return undefined }
}
