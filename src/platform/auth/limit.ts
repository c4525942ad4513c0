import { createHash } from 'node:crypto'
import type { Database } from '../database/database.js'
import { Refused } from '../errors.js'

/**
 * Counts an attempt and refuses when there were too many in the window. Counted in the database, so that two processes share
 * the count; in a transaction of its own, so that a rolled-back attempt counts as well.
 * @param key who tries what, e.g. `anmelden:<town>:<name>`; stored as a hash only
 * @returns how many attempts this window has seen, with this one; at `max` the next one is refused
 * @throws Refused 429 with the seconds until it is worth trying again
 */
export async function limit(db: Database, key: string, options: { max: number; seconds: number }): Promise<number> {
  const hash = createHash('sha256').update(key).digest()
  const { rows } = await db.pool.query<{ anzahl: number; rest: number }>(`
    insert into platform.ratenlimit as r (schluessel, anzahl, endet_am) values ($1, 1, now() + make_interval(secs => $2))
    on conflict (schluessel) do update set
      anzahl = case when r.endet_am < now() then 1 else r.anzahl + 1 end,
      endet_am = case when r.endet_am < now() then excluded.endet_am else r.endet_am end
    returning anzahl, ceil(extract(epoch from endet_am - now()))::int as rest`, [hash, options.seconds])
  const row = rows[0]
  if (row && row.anzahl > options.max) {
    throw new Refused(429, `Das waren zu viele Versuche. Bitte versuchen Sie es in ${Math.max(1, Math.ceil(row.rest / 60))} Minuten noch einmal.`, Math.max(1, row.rest))
  }
  return row?.anzahl ?? 1
}

/** Forgets the attempts of a key, once one has succeeded: only failures in a row are to slow somebody down. */
export async function forgiveLimit(db: Database, key: string): Promise<void> {
  await db.pool.query('delete from platform.ratenlimit where schluessel = $1', [createHash('sha256').update(key).digest()])
}
