import type { Socket } from 'node:net'
import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely'
import { Pool, type Client, type PoolClient, type PoolConfig, type QueryResult } from 'pg'
import { listen, type ListenState } from './listen.js'
import { openStatementNames, withoutStalePlan, type StatementNames } from './prepared.js'
import { sendReadBatch, type ReadResult, type ReadStatement } from './read-batch.js'
import { toParameter, typeParsers } from './types.js'
import { openLine, settled, type Line } from './unawaited.js'

/** The role that serves requests: no BYPASSRLS, no DDL, may only insert and select event rows. */
export const APP_ROLE = 'stadtkern_app'

/**
 * A transaction of one Mandant. Row-level security shows it that town's rows and no others, whatever the query says.
 * A room gives it its own table types: `tables<AktenTables>(tx)`.
 */
export interface Tx extends Kysely<unknown> { readonly mandantTransaction: true }

/** The transaction seen with a room's table types. */
export const tables = <T>(tx: Tx): Kysely<T> => tx as unknown as Kysely<T>

/** A jsonb parameter; the driver alone would turn a JavaScript array into a PostgreSQL array. */
export const json = <T>(value: T) => sql<T>`${JSON.stringify(value)}::jsonb`

export interface Database {
  /** All work of one use case: `begin`, tenant set, `fn`, `commit`; rolled back when `fn` throws. */
  withMandant<T>(mandantId: string, fn: (tx: Tx) => Promise<T>): Promise<T>
  /** The same for what only reads: nobody waits for the end of the transaction. What it writes all the same may be lost in a crash. */
  reading<T>(mandantId: string, fn: (tx: Tx) => Promise<T>): Promise<T>
  /** Reads that do not need each other's results, in one transaction of the town and one round trip; prepared. For hot paths. */
  readAtOnce(mandantId: string, ...statements: readonly ReadStatement[]): Promise<readonly (readonly unknown[])[]>
  /** The same, with answers that are turned into values only when looked at. */
  readUnparsed(mandantId: string, ...statements: readonly ReadStatement[]): Promise<readonly ReadResult[]>
  /** The few technical tables without a tenant (see exempt-tables.ts). Row-level security hides everything else. */
  withoutMandant<T>(fn: (tx: Tx) => Promise<T>): Promise<T>
  /** A connection of its own that stays open, for LISTEN; `state` hears when it listens and when news may be missed. */
  listen(channel: string, onNotify: (payload: string) => void, state?: ListenState): Promise<() => Promise<void>>
  readonly pool: Pool
  close(): Promise<void>
}

export { sameResults, type ReadResult, type ReadStatement } from './read-batch.js'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** True for the canonical lower-case form; anything else from outside is no id and is answered with 404. */
export const isUuid = (text: unknown): text is string => typeof text === 'string' && UUID.test(text)

export interface DatabaseOptions {
  readonly url: string
  /** Role that every connection takes on; undefined keeps the role of the URL (migrations). */
  readonly role?: string
  readonly max?: number
  readonly onError?: (error: Error) => void
  /** Shows in pg_stat_activity; `stadtkern <role> <pid>` is how `stadtkern status` finds running processes. */
  readonly name?: string
  /** Connections to a server that is found each time anew (lookout.ts); the URL then gives user, database and the like. */
  readonly Client?: typeof Client | undefined
  /** Transactions on it change nothing, whichever server answers. */
  readonly readOnly?: boolean
}

/** Opens a pool. Connections are made when needed; a lost one is replaced, its transaction fails. */
export function openDatabase(options: DatabaseOptions): Database {
  const startup = [
    ...(options.role ? [`role=${options.role}`] : []), 'timezone=UTC',
    ...(options.readOnly ? ['default_transaction_read_only=on'] : []),
  ]
  const connection: PoolConfig & { Client?: typeof Client } = {
    connectionString: options.url,
    max: options.max ?? 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    // Else a command of the command line would stay for half a minute after its last word.
    allowExitOnIdle: true,
    types: typeParsers,
    // Statements go out without waiting for the answer to the one before: `begin` costs no round trip.
    pipeline: true,
    application_name: options.name ?? 'stadtkern',
    // A startup option and not SET ROLE: RESET ROLE then falls back to this role and not to the owner.
    options: startup.map((setting) => `-c ${setting}`).join(' '),
    ...(options.Client ? { Client: options.Client } : {}),
  }
  const pool = new Pool(connection)
  pool.on('error', (error) => options.onError?.(error))
  // A server that goes away says so to a connection between two statements of a transaction as well: nobody listens there, and an
  // error that nobody hears ends the process. The next statement fails, which is what counts.
  pool.on('connect', (client) => { client.on('error', () => undefined) })
  const names = openStatementNames()
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: asKyselySees(pool, names) }) })

  async function transaction<T>(begin: string, fn: (tx: Tx) => Promise<T>, commit: 'awaited' | 'atRelease' = 'awaited'): Promise<T> {
    return kysely.connection().execute(async (connection) => {
      const line = openLine(connection, commit === 'awaited')
      await connection.executeQuery(CompiledQuery.raw(begin, [line]))
      try {
        const result = await fn(connection as unknown as Tx)
        // One of the statements that nobody waited for may have failed: then this undoes everything.
        if (commit === 'awaited') await connection.executeQuery(CompiledQuery.raw('commit'))
        await settled(line)
        return result
      } catch (error) {
        // A broken connection cannot roll back; the server does it. The first error is the one that matters.
        await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined)
        await settled(line)
        throw error
      }
    })
  }

  return {
    pool,
    withMandant: (mandantId, fn) => transaction(beginFor(mandantId), fn),
    reading: (mandantId, fn) => withoutStalePlan(() => transaction(beginFor(mandantId), fn, 'atRelease')),
    readAtOnce: async (mandantId, ...statements) => (await withoutStalePlan(() => readUnparsed(pool, names, mandantId, statements))).map((result) => result.rows()),
    readUnparsed: (mandantId, ...statements) => withoutStalePlan(() => readUnparsed(pool, names, mandantId, statements)),
    withoutMandant: (fn) => transaction('begin', fn),
    listen: (channel, onNotify, state) => listen({ connection, channel, onNotify, state, onError: options.onError }),
    // Kysely ends only what it has used itself; who asked the pool alone would leave a connection behind.
    close: () => kysely.destroy().then(() => (pool.ended ? undefined : pool.end())),
  }
}

/** One message for both statements: a round trip less on every request. */
function beginFor(mandantId: string): string {
  if (!isUuid(mandantId)) throw new Error('not a tenant id')
  return `begin; set local app.mandant = '${mandantId}'`
}

const streamOf = (client: PoolClient): Socket => (client as unknown as { connection: { stream: Socket } }).connection.stream

/** A statement with parameters, prepared when it comes often. */
function send(client: PoolClient, names: StatementNames, text: string, values: readonly unknown[]): Promise<QueryResult> {
  const name = values.length > 0 ? names.of(text) : undefined
  const done = client.query({ text, values: values.map(toParameter), ...(name ? { name } : {}) })
  if (name) done.catch(names.failed)
  return done
}

async function readUnparsed(pool: Pool, names: StatementNames, mandantId: string, statements: readonly ReadStatement[]): Promise<readonly ReadResult[]> {
  if (!isUuid(mandantId)) throw new Error('not a tenant id')
  const client = await pool.connect()
  try {
    const results = await sendReadBatch(client, names, mandantId, statements)
    client.release()
    return results
  } catch (error) {
    names.failed(error)
    client.release(true)
    throw error
  }
}

const BEGUN = { command: 'BEGIN', rowCount: null, rows: [] }

/** The pool as Kysely sees it: Temporal values turned into text, frequent statements prepared, `begin` not waited for. */
function asKyselySees(pool: Pool, names: StatementNames) {
  return {
    async connect() {
      const client = await pool.connect()
      const stream = streamOf(client)
      let open = false
      let held = false
      let broken = false
      const flush = () => { if (held) { held = false; stream.uncork() } }
      const hold = () => { if (!held) { held = true; stream.cork() } }
      return {
        query(text: string, values: readonly unknown[]) {
          if (text.startsWith('begin')) {
            open = true
            // Goes out in one packet with the first statement. It fails only together with its connection, and then that one says so.
            hold()
            const [line] = values as readonly (Line | undefined)[]
            if (line) {
              line.send = (later, parameters, keep) => {
                hold()
                // With all that is sent in the same turn of the event loop.
                if (!keep) process.nextTick(flush)
                return send(client, names, later, parameters)
              }
            }
            client.query(text).catch(() => undefined)
            return Promise.resolve(BEGUN)
          }
          if (text === 'commit' || text === 'rollback') open = false
          const done = send(client, names, text, values)
          flush()
          // A server that takes no changes any more still answers. Who comes next gets a connection to the one that does.
          done.catch((error: unknown) => { broken ||= (error as { code?: unknown }).code === '25006' })
          return done
        },
        release() {
          if (open) endLater(client, stream)
          flush()
          client.release(broken)
        },
      }
    },
    end: () => pool.end(),
  } as unknown as Pool
}

/** The end of a transaction that only read: in one packet with the next one's beginning, if that comes at once, as within a request. */
function endLater(client: PoolClient, stream: Socket): void {
  stream.cork()
  client.query('commit').catch(() => undefined)
  setImmediate(() => stream.uncork())
}
