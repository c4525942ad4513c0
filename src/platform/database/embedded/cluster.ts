import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { handOver, type Account } from './account.js'
import type { Binaries } from './binaries.js'
import type { Credentials } from './credentials.js'
import { listenSettings } from './credentials.js'
import { codeOf, EmbeddedPostgresError } from './errors.js'
import type { Layout } from './layout.js'
import { isAlive } from './processes.js'
import { run } from './run.js'

/** Settings of postgresql.conf, name to value; written anew at every start of the server. */
export type Settings = Readonly<Record<string, string | number | boolean>>

/**
 * Memory for rows, in megabytes: a sixteenth of what this machine or container has. It is taken when rows come, so a small
 * installation does not use it; a big one reads a rare word's rows from it and not from the disk.
 */
function memoryForRows(): number {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Infinity)
  return Math.min(1_024, Math.max(128, Math.floor(memory / 16 / 2 ** 20)))
}

/** A small footprint on a desk, no concession in durability; `wal_level = replica` keeps base backups possible. */
const defaults: Settings = {
  shared_buffers: `${memoryForRows()}MB`,
  // Pages come from the system's memory mostly: handing each to a worker that reads it costs more than reading it, on two cores twice as much.
  io_method: 'sync',
  max_connections: 100,
  fsync: true,
  full_page_writes: true,
  synchronous_commit: true,
  wal_level: 'replica',
  max_wal_size: '512MB',
  jit: false,
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: false,
  log_min_messages: 'warning',
  cluster_name: 'stadtkern',
  unix_socket_permissions: '0700',
}

/**
 * Makes the cluster if there is none: initdb into a folder of our own, then a rename. Of two processes that do so
 * together one rename wins, and the loser throws its copy away (both used the same recorded password).
 *
 * Locale: PostgreSQL's built-in C.UTF-8, the same on every machine, so that no update of system libraries can spoil an
 * index; upper and lower case work for all of Unicode. German order comes from `collate "de-x-icu"` where it is shown.
 */
export async function ensureCluster(
  layout: Layout,
  binaries: Binaries,
  credentials: Credentials,
  account: Account | undefined,
  log: (text: string) => void,
  sync: boolean,
): Promise<void> {
  makeBase(layout, account)
  if (existsSync(join(layout.cluster, 'PG_VERSION'))) return checkMajor(layout, await majorOf(binaries, account, layout))
  clearLeftovers(layout)
  log('Die Datenbank wird angelegt …')
  const temporary = join(layout.base, `new-${process.pid}`)
  const passwordFile = join(layout.base, `password-${process.pid}`)
  mkdirSync(temporary, { mode: 0o700 })
  writeFileSync(passwordFile, credentials.password, { mode: 0o600 })
  handOver(temporary, account)
  handOver(passwordFile, account)
  try {
    await initdb(temporary, passwordFile, layout, binaries, account, sync)
    renameSync(temporary, layout.cluster)
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(codeOf(error) ?? '') || !existsSync(layout.cluster)) throw error
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(temporary, { recursive: true, force: true })
  }
}

async function initdb(
  target: string,
  passwordFile: string,
  layout: Layout,
  binaries: Binaries,
  account: Account | undefined,
  sync: boolean,
): Promise<void> {
  const args = ['-D', target, '-U', 'postgres', '--encoding=UTF8', '--locale=C', '--locale-provider=builtin']
  args.push('--builtin-locale=C.UTF-8', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--no-instructions')
  if (!sync) args.push('--no-sync')
  // The character classes of the system's C.UTF-8 keep „quotes“ and dashes out of search words; not every system has it.
  let result = await run(binaries.initdb, [...args, '--lc-ctype=C.UTF-8'], account, layout.base)
  if (result.code !== 0) result = await run(binaries.initdb, args, account, layout.base)
  if (result.code !== 0) {
    throw new EmbeddedPostgresError(
      `Die Datenbank lässt sich in ${layout.base} nicht anlegen / initdb failed:\n${result.output}`,
    )
  }
  writeFileSync(join(target, 'postgresql.conf'), "\ninclude_if_exists = 'stadtkern.conf'\n", { flag: 'a' })
}

function makeBase(layout: Layout, account: Account | undefined): void {
  try {
    mkdirSync(layout.base, { recursive: true, mode: 0o700 })
    handOver(layout.base, account)
    readdirSync(layout.base)
  } catch (error) {
    throw new EmbeddedPostgresError(
      `Der Datenbankordner ${layout.base} ist nicht benutzbar (${codeOf(error)}). Er gehört vermutlich einem anderen ` +
        'Benutzer, etwa nach einem Start als root. Bitte denselben Benutzer nehmen oder den Ordner mit chown übergeben.\n' +
        'The database folder belongs to another user: use that user, or chown it.',
    )
  }
}

/** Half-made clusters of processes that died in the middle of initdb. */
function clearLeftovers(layout: Layout): void {
  for (const name of readdirSync(layout.base)) {
    const pid = /^(?:new|password)-(\d+)$/.exec(name)?.[1]
    if (pid === undefined || (Number(pid) !== process.pid && isAlive(Number(pid)))) continue
    rmSync(join(layout.base, name), { recursive: true, force: true })
  }
}

async function majorOf(binaries: Binaries, account: Account | undefined, layout: Layout): Promise<string> {
  const { output } = await run(binaries.postgres, ['--version'], account, layout.base)
  return /(\d+)\.\d+/.exec(output)?.[1] ?? output
}

function checkMajor(layout: Layout, programs: string): void {
  const data = readFileSync(join(layout.cluster, 'PG_VERSION'), 'utf8').trim()
  if (data === programs) return
  throw new EmbeddedPostgresError(
    `Die Datenbank in ${layout.cluster} hat das Format von PostgreSQL ${data}, installiert ist ${programs}. Bitte mit ` +
      'der bisherigen Version von Stadtkern »stadtkern backup« und mit dieser »stadtkern restore« ausführen.\n' +
      `The cluster is from PostgreSQL ${data}, the programs are ${programs}: back up with the old, restore with the new.`,
  )
}

/** Writes our settings into the cluster; they take effect when the server starts. */
export function writeSettings(layout: Layout, credentials: Credentials, account: Account | undefined, extra: Settings) {
  const settings: Settings = { ...defaults, ...extra, ...listenSettings(layout, credentials) }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${quote(value)}`)
  const file = join(layout.cluster, 'stadtkern.conf')
  const temporary = `${file}.${process.pid}`
  writeFileSync(temporary, `# Written by Stadtkern at every start; changes here are lost.\n${lines.join('\n')}\n`, {
    mode: 0o600,
  })
  handOver(temporary, account)
  renameSync(temporary, file)
}

function quote(value: string | number | boolean): string {
  const text = typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value)
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
