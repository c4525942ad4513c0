import { Client } from 'pg'
import { nameOf, serversOf } from './addresses.js'

/** What a server says of itself. */
export interface Sighting {
  readonly url: string
  /** It follows another server and takes no changes. */
  readonly standby: boolean
  /** How often a standby became the primary in this server's past; 0 for a standby, which does not say. */
  readonly timeline: number
  /** How far its write-ahead log is on disk, or is applied on a standby. In bytes. */
  readonly position: bigint
  /** Number of the cluster and name of the database: only servers with the same hold the same data. */
  readonly identity: string
}

/** The flushed position, not the inserted one: that may stand behind a page header, which no standby ever reports. */
const QUESTION = `select standby, identity, (place - '0/0')::text as position,
    case when standby then '0' else left(pg_walfile_name(place), 8) end as timeline
  from (
    select pg_is_in_recovery() as standby,
      (select system_identifier from pg_control_system()) || ' ' || current_database() as identity,
      case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_flush_lsn() end as place
  ) as server`

interface Row extends Pick<Sighting, 'standby' | 'identity'> { readonly position: string; readonly timeline: string }

const PATIENCE_MS = 3_000

/** A connection that is kept for asking one server how it stands. */
export interface Probe {
  readonly url: string
  /** @throws what the server or the network says; the next question is asked on a new connection */
  ask(): Promise<Sighting>
  close(): Promise<void>
}

export function openProbe(url: string): Probe {
  let kept: Client | undefined
  async function connected(): Promise<Client> {
    if (kept) return kept
    const client = new Client({
      connectionString: url, application_name: 'stadtkern lookout', connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
    })
    // The next question fails, which is what counts. An error that nobody hears ends the process.
    client.on('error', () => { if (kept === client) kept = undefined })
    await client.connect()
    return (kept = client)
  }
  return {
    url,
    async ask() {
      try {
        const { rows: [row] } = await (await connected()).query<Row>(QUESTION)
        if (!row) throw new Error('no answer')
        const { standby, identity, position, timeline } = row
        return { url, standby, timeline: Number.parseInt(timeline, 16), position: BigInt(position), identity }
      } catch (error) {
        cut(kept)
        kept = undefined
        throw error
      }
    },
    async close() { await kept?.end().catch(() => undefined) },
  }
}

/** Ends a connection without a goodbye: the other side may not hear any more. */
export function cut(client: Client | undefined): void {
  (client as unknown as { connection?: { stream: { destroy(): void } } } | undefined)?.connection?.stream.destroy()
}

/**
 * The server that accepts changes. Of two that say so the one with the longer history of takeovers is right: the other
 * is an old primary that came back and does not know yet that a standby took its place.
 */
export function primaryAmong(seen: readonly Sighting[]): Sighting | undefined {
  return seen.filter(({ standby }) => !standby).toSorted((a, b) => b.timeline - a.timeline)[0]
}

/**
 * Servers answer, but none accepts changes: a standby was not made the primary yet. If none answers, what the first one
 * said.
 */
export function noPrimary(urls: readonly string[], answers: readonly PromiseSettledResult<Sighting>[]): Error {
  const failed = answers.find((answer) => answer.status === 'rejected')
  if (failed && answers.every(({ status }) => status === 'rejected')) return failed.reason as Error
  return Object.assign(new Error(`No server accepts changes: ${urls.map(nameOf).join(', ')}`), { code: '25006' })
}

/**
 * For what runs for a moment: asks the servers of an address once, gives the address of the one that accepts changes.
 * @throws what {@link noPrimary} says
 */
export async function primaryUrl(url: string): Promise<string> {
  const urls = serversOf(url)
  if (urls.length === 1) return url
  const answers = await lookOnce(urls)
  const found = primaryAmong(answersAmong(answers))
  if (!found) throw noPrimary(urls, answers)
  return found.url
}

/** What each server says of itself now, or why it does not. */
export async function lookOnce(urls: readonly string[]): Promise<PromiseSettledResult<Sighting>[]> {
  const probes = urls.map(openProbe)
  try {
    return await Promise.allSettled(probes.map((probe) => probe.ask()))
  } finally {
    await Promise.all(probes.map((probe) => probe.close()))
  }
}

/** Of those that answered. */
export const answersAmong = (answers: readonly PromiseSettledResult<Sighting>[]): Sighting[] =>
  answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
