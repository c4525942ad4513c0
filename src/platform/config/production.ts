import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const marker = (data: string) => join(data, 'echtbetrieb')

/** Whether this data folder has been used in production, so that a forgotten variable does not make it a demo. */
export function productionBefore(data: string): boolean {
  return existsSync(marker(data))
}

/** Called once a system in production mode is up. */
export function rememberProduction({ mode, data }: { mode: string; data: string }): void {
  if (mode !== 'production' || productionBefore(data)) return
  mkdirSync(data, { recursive: true })
  writeFileSync(marker(data), 'Dieser Ordner gehört zu einem System im Echtbetrieb; der Demobetrieb ist hier gesperrt.\n')
}
