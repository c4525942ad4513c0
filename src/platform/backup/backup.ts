import { createHash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { App } from '../app.js'
import { purposeKey } from '../auth/tokens.js'
import { backupTables, quoted, type BackupTable } from './catalogue.js'

export interface Manifest {
  readonly format: 1
  readonly erstelltAm: string
  readonly mandant: string | null
  readonly migrationen: readonly string[]
  readonly tabellen: readonly { readonly name: string; readonly spalten: readonly string[]; readonly zeilen: number; readonly sha256: string }[]
  /** The towns in it, so that one can be named by its key where it does not exist yet. Missing in old snapshots, as are the next two. */
  readonly staedte?: readonly { readonly id: string; readonly schluessel: string; readonly name: string }[]
  /** Work that was still to be done: file and checksum like a table. */
  readonly auftraege?: { readonly zeilen: number; readonly sha256: string }
  /** Tells whether the folder of keys is the one of then; what it sealed stays unreadable otherwise. */
  readonly schluesselkennung?: string
  readonly dateien: readonly { readonly mandant: string; readonly sha256: string; readonly groesse: number }[]
}

export const AUFTRAEGE = 'auftraege.copy.gz'

/** A sign of the installation's keys that says nothing about them. */
export const keyMark = (app: App): string => purposeKey(app.masterKey, 'sicherung').toString('hex').slice(0, 16)

/**
 * One consistent snapshot of all towns or of one: every table by COPY in a single repeatable-read transaction, then every file
 * with its checksum. Files are never changed and were stored before any row named them, so copying them afterwards is enough.
 * The folder appears under its name only when it is complete.
 */
export async function backup(app: App, ownerUrl: string, folder: string, mandantId?: string): Promise<Manifest> {
  if (existsSync(folder) && (await readdir(folder)).length > 0) throw new Error(`Der Ordner ${folder} ist nicht leer.`)
  const building = join(dirname(folder), `.${Math.random().toString(36).slice(2)}.sicherung`)
  await mkdir(join(building, 'tabellen'), { recursive: true, mode: 0o700 })
  const client = new Client({ connectionString: ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await checkRights(client)
    await client.query('begin isolation level repeatable read read only')
    const tabellen: Manifest['tabellen'][number][] = []
    for (const table of await backupTables(client)) {
      const written = await writeTable(client, table, join(building, 'tabellen', `${table.name}.copy.gz`), mandantId)
      if (written) tabellen.push(written)
    }
    const auftraege = await writeCopy(client, waitingJobs(client, mandantId), join(building, AUFTRAEGE))
    const { rows } = await client.query<{ name: string }>('select name from platform.migration order by name')
    const { rows: staedte } = await client.query<NonNullable<Manifest['staedte']>[number]>('select id, schluessel, name from platform.mandant where $1::uuid is null or id = $1 order by nr', [mandantId ?? null])
    await client.query('commit')
    const dateien = await writeBlobs(app, building, mandantId)
    const manifest: Manifest = { format: 1, erstelltAm: new Date().toISOString(), mandant: mandantId ?? null, migrationen: rows.map((row) => row.name), staedte, schluesselkennung: keyMark(app), tabellen, auftraege, dateien }
    await writeSynced(join(building, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`)
    if (existsSync(folder)) await rm(folder, { recursive: true })
    await rename(building, folder)
    return manifest
  } finally {
    await client.end()
    await rm(building, { recursive: true, force: true })
  }
}

/** Row-level security would silently leave rows out for anybody else. */
export async function checkRights(client: Client): Promise<void> {
  const { rows: [role] } = await client.query<{ darf: boolean }>('select rolsuper or rolbypassrls as darf from pg_roles where rolname = current_user')
  if (!role?.darf) throw new Error('Für Sicherung und Rückspielen braucht der Datenbankbenutzer das Recht BYPASSRLS (oder Superuser).')
}

async function writeTable(client: Client, table: BackupTable, file: string, mandantId: string | undefined): Promise<Manifest['tabellen'][number] | undefined> {
  const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(', ')
  const key = table.name === 'platform.mandant' ? 'id' : 'mandant_id'
  if (mandantId && !table.mandant && key === 'mandant_id') return undefined
  const where = mandantId ? ` where ${key} = ${client.escapeLiteral(mandantId)}` : ''
  return { name: table.name, spalten: table.columns, ...await writeCopy(client, `select ${columns} from ${quoted(client, table.name)}${where}`, file) }
}

/** What a town still waits for: deliveries to reactions, letters to render, mails. Without them what was promised would stay undone. */
const waitingJobs = (client: Client, mandantId: string | undefined): string =>
  `select name, data from pgboss.job where state in ('created', 'retry', 'active')${mandantId ? ` and data->>'mandantId' = ${client.escapeLiteral(mandantId)}` : ''}`

async function writeCopy(client: Client, select: string, file: string): Promise<{ zeilen: number; sha256: string }> {
  const source = client.query(copyTo(`copy (${select}) to stdout`))
  const hash = createHash('sha256')
  let zeilen = 0
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      for (const byte of chunk) if (byte === 10) zeilen++
      done(null, chunk)
    },
  })
  await pipeline(source, count, createGzip({ level: 3 }), createWriteStream(file, { mode: 0o600, flush: true }))
  return { zeilen, sha256: hash.digest('hex') }
}

async function writeBlobs(app: App, building: string, mandantId: string | undefined): Promise<Manifest['dateien'][number][]> {
  const dateien: Manifest['dateien'][number][] = []
  for (const mandant of mandantId ? [{ id: mandantId }] : app.mandanten.all()) {
    await mkdir(join(building, 'dateien', mandant.id), { recursive: true, mode: 0o700 })
    for await (const { sha256, size } of app.blobs.list(mandant.id)) {
      const { stream } = await app.blobs.open(mandant.id, sha256)
      const hash = createHash('sha256')
      stream.on('data', (chunk: Buffer) => hash.update(chunk))
      await pipeline(stream, createWriteStream(join(building, 'dateien', mandant.id, sha256), { mode: 0o600, flush: true }))
      if (hash.digest('hex') !== sha256) throw new Error(`Die Datei ${sha256} von ${mandant.id} ist beschädigt. Bitte zuerst „stadtkern verify“ ausführen.`)
      dateien.push({ mandant: mandant.id, sha256, groesse: size })
    }
  }
  return dateien
}

async function writeSynced(file: string, text: string): Promise<void> {
  const handle = await open(file, 'w', 0o600)
  await handle.writeFile(text)
  await handle.sync()
  await handle.close()
}
