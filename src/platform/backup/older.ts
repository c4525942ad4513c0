import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { migrate, type MigrationSource } from '../database/migrate.js'
import type { Manifest } from './backup.js'
import { backupTables, liftReferences, quoted } from './catalogue.js'
import { fromFiles, readTable, targetTables, type RowSource } from './rows.js'

/**
 * A snapshot of an older version, as this version would have it. Migrations do not only add columns, they also fill and move: so the
 * rows first go into an empty database beside this one, as it was then, and what came since runs over them there.
 * Until it is disposed of, that database exists on the same server.
 * @throws Error where the owner may not make a database
 */
export async function lifted(owner: Client, ownerUrl: string, sources: readonly MigrationSource[], folder: string, manifest: Manifest, only: string | undefined): Promise<RowSource> {
  const name = `stadtkern_rueckspielen_${randomBytes(6).toString('hex')}`
  await owner.query(`create database ${name} template template0 encoding 'UTF8'`).catch((cause: unknown) => {
    throw new Error('Die Sicherung ist von einer älteren Version. Um sie umzustellen, braucht der Datenbankbenutzer das Recht CREATEDB.', { cause })
  })
  const url = new URL(ownerUrl)
  url.pathname = `/${name}`
  const beside = new Client({ connectionString: url.href })
  beside.on('error', () => undefined)
  const remove = async () => {
    await beside.end().catch(() => undefined)
    await owner.query(`drop database if exists ${name} with (force)`)
  }
  try {
    await migrate(url.href, sources, new Set(manifest.migrationen))
    await beside.connect()
    await fill(beside, fromFiles(folder, manifest), only)
    await migrate(url.href, sources)
    const tables = (await backupTables(beside)).map(({ name: table, columns }) => ({ name: table, spalten: columns }))
    return {
      tables, oneTown: true,
      read: ({ name: table, spalten }) => beside.query(copyTo(`copy (select ${spalten.map((column) => beside.escapeIdentifier(column)).join(', ')} from ${quoted(beside, table)}) to stdout`)),
      [Symbol.asyncDispose]: remove,
    }
  } catch (error) {
    await remove().catch(() => undefined)
    throw error
  }
}

async function fill(beside: Client, source: RowSource, only: string | undefined): Promise<void> {
  await beside.query('begin')
  const tables = await targetTables(beside, source)
  for (const { name } of tables) await beside.query(`alter table ${quoted(beside, name)} disable trigger user`)
  const putBack = await liftReferences(beside)
  for (const { name } of tables) await beside.query(`delete from ${quoted(beside, name)}`)
  for (const table of source.tables) await readTable(beside, source, table, only)
  await putBack()
  for (const { name } of tables) await beside.query(`alter table ${quoted(beside, name)} enable trigger user`)
  await beside.query('commit')
}
