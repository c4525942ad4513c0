import { hash, randomBytes } from 'node:crypto'
import { sql, type Selectable } from 'kysely'
import { json, tables, type Database, type ReadResult, type ReadStatement, type Tx } from '../database/database.js'
import type { PlatformTables } from '../database/tables.js'

const platform = tables<PlatformTables>

export interface Sitzung {
  readonly tokenHash: Buffer
  readonly kontoId: string | null
  readonly art: 'personal' | 'buerger' | 'gast'
  /** The account that a substitute stands in for at the moment; chosen openly, shown in the header. */
  readonly vertretungFuer: string | null
  readonly daten: Readonly<Record<string, unknown>>
  /** When the person signed in. */
  readonly begonnenAm: Temporal.Instant
  readonly gesehenAm: Temporal.Instant
  readonly endetAm: Temporal.Instant
}

/** How long people stay signed in; from the configuration (`session.idleMinutes`, `session.maxHours`). */
export interface SessionLimits { readonly idleMinutes: number; readonly maxHours: number }

/** A guest's session lives as long as a draft of theirs may. */
export const GUEST_MINUTES = 60 * 24 * 30

/** Until the first request after signing in has set the configured end. */
const FIRST_MINUTES = 5

/** As many as the page of open sessions lists. Whoever signs in once more ends the one that was not used for longest. */
export const SESSIONS_OF_A_PERSON = 50

export const hashOf = (token: string) => hash('sha256', token, 'buffer')

/**
 * Opens a session and returns the token for the cookie. Only its hash is stored: who reads the database cannot sign in.
 * A new sign-in always makes a new token (no session fixation).
 */
export async function openSession(tx: Tx, now: Temporal.Instant, session: { art: Sitzung['art']; kontoId: string | null; daten?: Record<string, unknown> }): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await platform(tx).insertInto('platform.sitzung').values({
    token_hash: hashOf(token), konto_id: session.kontoId, art: session.art, vertretung_fuer: null, daten: json(session.daten ?? {}),
    created_at: now, gesehen_am: now, endet_am: now.add({ minutes: session.art === 'gast' ? GUEST_MINUTES : FIRST_MINUTES }),
  }).execute()
  if (session.kontoId) await endSurplus(tx, session.kontoId, durch(session.daten))
  return token
}

/** Who acts for this account in the session; the account itself when nobody else does. */
const durch = (daten: Record<string, unknown> = {}): string => (daten['durch'] as { id?: string } | undefined)?.id ?? ''

/** Per person, not per account: many act for a company. */
async function endSurplus(tx: Tx, kontoId: string, durchId: string): Promise<void> {
  const oldest = platform(tx).selectFrom('platform.sitzung').select('token_hash').where('konto_id', '=', kontoId)
    .where(sql<boolean>`coalesce(daten->'durch'->>'id', '') = ${durchId}`).orderBy('gesehen_am', 'desc').offset(SESSIONS_OF_A_PERSON)
  await platform(tx).deleteFrom('platform.sitzung').where('token_hash', 'in', oldest).execute()
}

/** Reads the session of a token and, in the same round trip, what `more` asks about it; `results` begins with the session itself. */
export async function findSession(db: Database, mandantId: string, tokenHash: Buffer, limits: SessionLimits, more: readonly ReadStatement[]): Promise<{ sitzung: Sitzung; results: readonly ReadResult[] } | undefined> {
  const results = await db.readUnparsed(mandantId, { text: SESSION, values: [tokenHash] }, ...more)
  const sitzung = await stillValid(db, mandantId, results[0]?.rows()[0] as SessionRow | undefined, limits)
  return sitzung && { sitzung, results }
}

/** Notes the account for the statements that follow: `platform.sitzungskonto()`. */
const SESSION = `select token_hash, konto_id, art, vertretung_fuer, daten, created_at, gesehen_am, endet_am,
  set_config('app.sitzungskonto', coalesce(konto_id::text, ''), true) from platform.sitzung where token_hash = $1`
type SessionRow = Selectable<PlatformTables['platform.sitzung']>

/** Undefined when it is unknown or over. Technical time: moving the demo clock signs nobody out. In milliseconds, because every request asks. */
async function stillValid(db: Database, mandantId: string, row: SessionRow | undefined, limits: SessionLimits): Promise<Sitzung | undefined> {
  const now = Date.now()
  const [endet, gesehen] = row ? [row.endet_am.epochMilliseconds, row.gesehen_am.epochMilliseconds] : [0, 0]
  if (!row || endet <= now) return undefined
  const idle = (row.art === 'gast' ? GUEST_MINUTES : limits.idleMinutes) * 60_000
  const last = row.art === 'gast' ? now + idle : row.created_at.epochMilliseconds + limits.maxHours * 3_600_000
  if (last <= now) return undefined
  const ends = Math.min(now + idle, last)
  // Written at most once a minute: a page view must not cost a write.
  if (now - gesehen > 60_000 || ends - endet > 60_000) {
    const [gesehen_am, endet_am] = [Temporal.Instant.fromEpochMilliseconds(now), Temporal.Instant.fromEpochMilliseconds(ends)]
    await db.withMandant(mandantId, (tx) => platform(tx).updateTable('platform.sitzung').set({ gesehen_am, endet_am }).where('token_hash', '=', row.token_hash).execute())
  }
  return {
    tokenHash: row.token_hash, kontoId: row.konto_id, art: row.art, vertretungFuer: row.vertretung_fuer,
    daten: row.daten, begonnenAm: row.created_at, gesehenAm: row.gesehen_am, endetAm: row.endet_am,
  }
}

export async function endSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await platform(tx).deleteFrom('platform.sitzung').where('token_hash', '=', tokenHash).execute()
}

/** All sessions of an account: after a password change, a lock, a leaver. */
export async function endSessionsOf(tx: Tx, kontoId: string, except?: Buffer): Promise<void> {
  let end = platform(tx).deleteFrom('platform.sitzung').where('konto_id', '=', kontoId)
  if (except) end = end.where('token_hash', '!=', except)
  await end.execute()
}

/** Sessions in which a person acts for another account: when the person leaves it. */
export async function endSessionsActing(tx: Tx, kontoId: string, durchId: string): Promise<void> {
  await platform(tx).deleteFrom('platform.sitzung').where('konto_id', '=', kontoId).where(sql<boolean>`daten->'durch'->>'id' = ${durchId}`).execute()
}

/** The open sessions of an account, newest first, for the page where a person ends one that is not theirs (K2-06). */
export async function sessionsOf(tx: Tx, kontoId: string): Promise<Sitzung[]> {
  const rows = await platform(tx).selectFrom('platform.sitzung').selectAll().where('konto_id', '=', kontoId).orderBy('gesehen_am', 'desc').limit(SESSIONS_OF_A_PERSON).execute()
  return rows.map((row) => ({ tokenHash: row.token_hash, kontoId: row.konto_id, art: row.art, vertretungFuer: row.vertretung_fuer, daten: row.daten, begonnenAm: row.created_at, gesehenAm: row.gesehen_am, endetAm: row.endet_am }))
}

export async function changeSession(tx: Tx, tokenHash: Buffer, change: { daten?: Record<string, unknown>; vertretungFuer?: string | null }): Promise<void> {
  await platform(tx).updateTable('platform.sitzung').set({
    ...(change.daten ? { daten: json(change.daten) } : {}),
    ...(change.vertretungFuer !== undefined ? { vertretung_fuer: change.vertretungFuer } : {}),
  }).where('token_hash', '=', tokenHash).execute()
}
