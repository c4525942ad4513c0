import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Layout } from './layout.js'
import { birthOf } from './processes.js'

/** Notes that this process uses the server. Before connecting, so that nobody who leaves stops it under our feet. */
export function signIn(layout: Layout): void {
  mkdirSync(layout.users, { recursive: true, mode: 0o700 })
  const file = join(layout.users, String(process.pid))
  writeFileSync(`${file}.new`, birthOf(process.pid) ?? '')
  renameSync(`${file}.new`, file)
}

export function signOut(layout: Layout): void {
  rmSync(join(layout.users, String(process.pid)), { force: true })
}

/** The living processes that use the server, apart from this one. Entries of the dead are cleared away. */
export function otherUsers(layout: Layout): number[] {
  let names: string[]
  try {
    names = readdirSync(layout.users)
  } catch {
    return []
  }
  return names
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => {
      const file = join(layout.users, name)
      const alive = birthOf(Number(name)) === readOr(file, '-')
      if (!alive) rmSync(file, { force: true })
      return alive
    })
    .map(Number)
}

function readOr(file: string, fallback: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return fallback
  }
}
