import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The key from which all others are derived (32 bytes). Made at the first start, readable by the owner only; two
 * processes that start together end with the same one. Losing it makes what it encrypts unreadable: back it up.
 * @throws Error when the file is not 32 bytes in base64
 */
export function loadMasterKey({ keysFolder }: { keysFolder: string }): Buffer {
  const file = join(keysFolder, 'master.key')
  mkdirSync(keysFolder, { recursive: true, mode: 0o700 })
  if (!existsSync(file)) {
    const temporary = `${file}.${process.pid}`
    writeFileSync(temporary, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flush: true })
    try {
      linkSync(temporary, file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(temporary, { force: true })
    }
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
  if (key.length !== 32) throw new Error(`Der Hauptschlüssel ${file} ist beschädigt. Bitte aus der Sicherung zurückholen.`)
  return key
}
