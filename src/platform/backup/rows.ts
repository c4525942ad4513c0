import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Manifest } from './backup.js'
import { backupTables, quoted, type BackupTable } from './catalogue.js'

export interface RowTable { readonly name: string; readonly spalten: readonly string[] }

/** Where the rows of a restore come from, in PostgreSQL's own format of COPY: the files of a snapshot, or a database beside. */
export interface RowSource extends AsyncDisposable {
  readonly tables: readonly RowTable[]
  /** Holds one town only, so its rows need not be picked out. */
  readonly oneTown: boolean
  read(table: RowTable): Readable
}

export function fromFiles(folder: string, manifest: Manifest): RowSource {
  const sums = new Map(manifest.tabellen.map(({ name, sha256 }) => [name, sha256]))
  return {
    tables: manifest.tabellen, oneTown: manifest.mandant !== null,
    read: ({ name }) => checked(join(folder, 'tabellen', `${name}.copy.gz`), sums.get(name) ?? '', `Die Tabelle ${name}`),
    async [Symbol.asyncDispose]() { /* files stay */ },
  }
}

/** An unpacked file; ends with an error when its bytes are not those of then. */
export function checked(file: string, sha256: string, what: string): Readable {
  const hash = createHash('sha256')
  const damaged = () => new Error(`${what} in der Sicherung ist beschädigt.`)
  const check = new Transform({
    transform(chunk: Buffer, _encoding, done) { hash.update(chunk); done(null, chunk) },
    flush(done) { done(hash.digest('hex') === sha256 ? null : damaged()) },
  })
  void pipeline(createReadStream(file), createGunzip(), check).catch((cause: unknown) => check.destroy(cause instanceof Error ? cause : damaged()))
  return check
}

export const copyIn = (client: Client, into: string, rows: Readable): Promise<void> => pipeline(rows, client.query(copyFrom(`copy ${into} from stdin`)))

/** The tables of this database that the source has rows for. */
export async function targetTables(client: Client, source: RowSource): Promise<BackupTable[]> {
  const named = new Set(source.tables.map(({ name }) => name))
  return (await backupTables(client)).filter(({ name }) => named.has(name))
}

/** Rows of one table into the table of the same name, of one town only where the source has several. Inside the caller's transaction. */
export async function readTable(client: Client, source: RowSource, table: RowTable, only: string | undefined): Promise<void> {
  const columns = table.spalten.map((column) => client.escapeIdentifier(column)).join(', ')
  const target = quoted(client, table.name)
  if (only && table.name === 'platform.mandant') return readTown(client, source, table, only)
  if (!only || source.oneTown) return copyIn(client, `${target} (${columns})`, source.read(table))
  await client.query(`create temporary table rueckspielen on commit drop as select ${columns} from ${target} with no data`)
  await copyIn(client, `rueckspielen (${columns})`, source.read(table))
  await client.query(`insert into ${target} (${columns}) overriding system value select ${columns} from rueckspielen where mandant_id = $1`, [only])
  await client.query('drop table rueckspielen')
}

/** The town itself. Where its short number is another town's in this installation, it gets a new one. */
async function readTown(client: Client, source: RowSource, table: RowTable, only: string): Promise<void> {
  const columns = table.spalten.map((column) => client.escapeIdentifier(column)).join(', ')
  await client.query('create temporary table rueckspielen (like platform.mandant) on commit drop')
  await copyIn(client, `rueckspielen (${columns})`, source.read(table))
  await client.query(`update rueckspielen r set nr = (select max(nr) + 1 from platform.mandant)
    where exists (select 1 from platform.mandant m where m.nr = r.nr and m.id <> $1)`, [only])
  await client.query(`insert into platform.mandant (${columns}) overriding system value select ${columns} from rueckspielen where id = $1`, [only])
  await client.query('drop table rueckspielen')
}

/** Rows that carry the short number of their town get that of this installation. After all tables were read. */
export async function renumber(client: Client, tables: readonly BackupTable[], only: string): Promise<void> {
  for (const { name } of tables.filter(({ columns }) => columns.includes('mandant_nr'))) {
    await client.query(`update ${quoted(client, name)} t set mandant_nr = m.nr from platform.mandant m where m.id = $1 and t.mandant_id = $1 and t.mandant_nr <> m.nr`, [only])
  }
}
