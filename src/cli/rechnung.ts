import type { CommandContext } from '../cli.js'
import { cli } from '../modules/finanzen/rechnungspruefung/index.js'

/** `stadtkern rechnung validate|show`: needs no database, so it does not go the way of the rooms' commands. */
export async function rechnungCommand({ args, json }: CommandContext): Promise<0 | 1 | 2> {
  const self = [process.execPath, ...process.execArgv, process.argv[1] ?? '', 'rechnung', 'validate']
  const code = await cli([...args, ...(json ? ['--json'] : [])], { stdout: process.stdout, stderr: process.stderr, self })
  return code === 0 || code === 2 ? code : 1
}
