import type { Database } from '../database/database.js'
import { hearAgain } from '../database/listen.js'

/** What pages, letters and deadlines need to know of a town; its own administrators change it. */
export interface Stadtprofil {
  readonly claim?: string
  /** Land for holidays, as in ISO 3166-2:DE; default NW. */
  readonly land?: string
  readonly ags?: string
  readonly anschrift?: readonly string[]
  readonly telefon?: string
  readonly email?: string
  readonly oeffnungszeiten?: readonly string[]
  /** Head of the authority as letters name it, e.g. 'Der Bürgermeister'. */
  readonly behoerde?: string
}

export interface Mandant {
  readonly id: string; readonly nr: number; readonly schluessel: string; readonly name: string; readonly hosts: readonly string[]; readonly profil: Stadtprofil
  /** Bytes that it may store; null: no limit. */
  readonly speichergrenze: number | null
}

/**
 * The towns of this installation. A request's town comes from its host name and from nothing else (K1-02).
 * Few and rarely changed, so every process holds them all and hears of changes.
 */
export interface Mandanten {
  /** `host` with or without port; undefined where no town lives. */
  byHost(host: string): Mandant | undefined
  byId(id: string): Mandant | undefined
  bySchluessel(schluessel: string): Mandant | undefined
  all(): readonly Mandant[]
  reload(): Promise<void>
  close(): Promise<void>
}

const CHANNEL = 'stadtkern_mandanten'

export async function openMandanten(db: Database): Promise<Mandanten> {
  let list: readonly Mandant[] = []
  let hosts = new Map<string, Mandant>()
  async function reload(): Promise<void> {
    const { rows } = await db.pool.query<Mandant>('select id, nr, schluessel, name, hosts, profil, speichergrenze::float8 as speichergrenze from platform.mandant where gesperrt_am is null order by nr')
    list = rows
    hosts = new Map(rows.flatMap((mandant) => mandant.hosts.map((host) => [host.toLowerCase(), mandant])))
  }
  await reload()
  const hear = () => { reload().catch(() => undefined) }
  const stop = await db.listen(CHANNEL, hear, hearAgain(hear))
  return {
    byHost: (host) => hosts.get(host.toLowerCase().replace(/:\d+$/, '')),
    byId: (id) => list.find((mandant) => mandant.id === id),
    bySchluessel: (schluessel) => list.find((mandant) => mandant.schluessel === schluessel),
    all: () => list,
    reload,
    close: stop,
  }
}

/** Adds a town; done by the owner role, because the application role may only read the list. */
export async function addMandant(owner: Database, mandant: { id: string; schluessel: string; name: string; hosts: readonly string[]; profil?: Stadtprofil }): Promise<void> {
  await owner.pool.query(
    'insert into platform.mandant (id, schluessel, name, hosts, profil) values ($1, $2, $3, $4, $5) on conflict (schluessel) do update set name = excluded.name, hosts = excluded.hosts',
    [mandant.id, mandant.schluessel, mandant.name, mandant.hosts, JSON.stringify(mandant.profil ?? {})])
  await owner.pool.query(`notify ${CHANNEL}`)
}

/** Bytes that a town may store, or null for no limit; done by the owner role. False where there is no such town. */
export async function setSpeichergrenze(owner: Database, schluessel: string, bytes: number | null): Promise<boolean> {
  const { rowCount } = await owner.pool.query('update platform.mandant set speichergrenze = $2 where schluessel = $1', [schluessel, bytes])
  await owner.pool.query(`notify ${CHANNEL}`)
  return rowCount === 1
}
