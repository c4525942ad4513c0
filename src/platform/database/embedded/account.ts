import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, lstatSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Binaries } from './binaries.js'
import { codeOf, EmbeddedPostgresError } from './errors.js'
import type { Layout } from './layout.js'

/** The system user under which PostgreSQL runs; undefined means: the one who runs Stadtkern. */
export interface Account {
  name: string
  uid: number
  gid: number
}

/**
 * PostgreSQL refuses to run as root. Under root this chooses, in order, the owner of an existing database folder, the
 * user `postgres`, the user `nobody`. It needs an entry in the system's user list, so an invented number will not do.
 */
export function chooseAccount(layout: Layout): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const owner = statSync(layout.cluster, { throwIfNoEntry: false })?.uid
  const wanted = [owner ? String(owner) : undefined, 'postgres', 'nobody']
  for (const name of wanted) {
    const account = name === undefined ? undefined : findAccount(name)
    if (account && account.uid !== 0) return account
  }
  throw new EmbeddedPostgresError(
    'PostgreSQL startet nicht als root, und es gibt keinen Benutzer »postgres« oder »nobody«. Bitte Stadtkern unter ' +
      'einem eigenen Benutzer starten.\nPostgreSQL does not run as root: start Stadtkern as another user.',
  )
}

function findAccount(nameOrUid: string): Account | undefined {
  const id = (flag: string) =>
    execFileSync('id', [flag, nameOrUid], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  try {
    return { name: id('-un'), uid: Number(id('-u')), gid: Number(id('-g')) }
  } catch {
    return undefined
  }
}

/**
 * Lets the account pass through the data folder, if it is closed (as `mktemp -d` makes it) and ours: by group and only
 * to pass, so that nobody else gets in and the account sees nothing but its own folder.
 */
export function letThrough(account: Account, layout: Layout): void {
  const { uid, mode } = statSync(layout.dataDir)
  if (uid !== 0 || mayEnter(account, layout.dataDir)) return
  chownSync(layout.dataDir, uid, account.gid)
  chmodSync(layout.dataDir, (mode & 0o7707) | 0o010)
}

/**
 * Checks that the account can enter every folder above the database and the programs; a home folder with mode 0700 is
 * the usual obstacle, and PostgreSQL's own message about it leads nowhere.
 * @throws EmbeddedPostgresError naming the folder and the ways out
 */
export function checkReachable(account: Account, layout: Layout, binaries: Binaries): void {
  const closed = [dirname(layout.base), binaries.folder].flatMap(ancestors).find((dir) => !mayEnter(account, dir))
  if (closed === undefined) return
  throw new EmbeddedPostgresError(
    `PostgreSQL läuft nicht als root, sondern als Benutzer »${account.name}«, und der darf den Ordner ${closed} nicht ` +
      `betreten. Auswege: (1) Stadtkern als gewöhnlicher Benutzer starten, (2) Programm und STADTKERN_DATA in einen ` +
      `offenen Ordner legen, zum Beispiel /opt/stadtkern und /var/lib/stadtkern, (3) »chmod o+x ${closed}«, ` +
      `(4) DATABASE_URL angeben.\nUser ${account.name} may not enter ${closed}: run as an ordinary user, move the ` +
      `folders, chmod o+x, or set DATABASE_URL.`,
  )
}

function ancestors(path: string): string[] {
  return dirname(path) === path ? [path] : [...ancestors(dirname(path)), path]
}

function mayEnter(account: Account, dir: string): boolean {
  const { uid, gid, mode } = statSync(dir)
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0
  return ((mode >> shift) & 1) === 1
}

/** Gives the database folder, and nothing else, to the account. Symbolic links inside are not followed. */
export function handOver(path: string, account: Account | undefined): void {
  if (account === undefined) return
  try {
    const state = lstatSync(path)
    if (state.isSymbolicLink()) return
    if (state.uid !== account.uid) chownSync(path, account.uid, account.gid)
    if (state.isDirectory()) for (const name of readdirSync(path)) handOver(join(path, name), account)
  } catch (error) {
    // Another process has its server at work there: files come and go.
    if (codeOf(error) !== 'ENOENT') throw error
  }
}
