/** The command `rechnung` alone, so that its start can be measured without the rest of the program. */
import { fileURLToPath } from 'node:url'
import { cli } from '../src/modules/finanzen/rechnungspruefung/cli.js'

process.exitCode = await cli(process.argv.slice(2), {
  stdout: process.stdout, stderr: process.stderr,
  self: [process.execPath, ...process.execArgv, fileURLToPath(import.meta.url), 'validate'],
})
