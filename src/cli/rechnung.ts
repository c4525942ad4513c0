import type { CommandContext } from './command-line.js'
import { cli } from '../modules/finanzen/rechnungspruefung/index.js'

/** `stadtkern rechnung validate|show`: needs no database, so it does not go the way of the rooms' commands. */
export async function rechnungCommand({ args, json, print }: CommandContext): Promise<0 | 1 | 2> {
  const self = [process.execPath, ...process.execArgv, process.argv[1] ?? '', 'rechnung', 'validate']
  if (json && args[0] === 'show') {
    let text = ''
    const code = asExit(await cli(args, { stdout: { write: (part) => { text += part } }, stderr: process.stderr }))
    if (code === 0) print({ file: args[1], text }, text)
    return code
  }
  return asExit(await cli([...args, ...(json ? ['--json'] : [])], { stdout: process.stdout, stderr: process.stderr, self }))
}

const asExit = (code: number): 0 | 1 | 2 => (code === 0 || code === 2 ? code : 1)
