/**
 * The command line. Every command is one entry of the table below and loads its code only when called, so that `--help`
 * costs nothing. Exit codes: 0 done, 1 the answer is no or it failed, 2 wrong usage or configuration.
 */
import { UsageError } from './cli/usage-error.js'

import { UsageError } from './cli/usage-error.js'

export interface CommandContext {
  /** What follows the command's name, without `--json`. */
  readonly args: readonly string[]
  readonly json: boolean
  /** Prints a result: with `--json` the object on one line, otherwise the text. */
  print(object: unknown, text: string): void
}

export interface CliCommand {
  /** German, one line. */
  readonly summary: string
  /** What follows the name, for example `DIR [--mandant M]`. */
  readonly usage: string
  /** Gives the exit code. Throws `UsageError` for wrong arguments. */
  load(): Promise<(context: CommandContext) => Promise<0 | 1 | 2>>
}

/** All commands, in the order in which the help shows them. */
const commands: Readonly<Record<string, CliCommand>> = {
  config: {
    summary: 'zeigt die geltende Konfiguration ohne Geheimnisse',
    usage: '[--SCHLUESSEL=WERT …]',
    load: async () => (await import('./platform/config/command.js')).configCommand,
  },
  demo: { summary: 'nennt Adressen, Anmeldungen und Uhr der Demo', usage: '', load: async () => (await import('./cli/demo.js')).demoCommand },
  clock: { summary: 'zeigt oder stellt die Geschäftsuhr der Demo', usage: '[set ZEITPUNKT | advance DAUER | real]', load: async () => (await import('./cli/clock.js')).clockCommand },
  status: { summary: 'zeigt Prozesse, Datenbank und Warteschlange', usage: '', load: async () => (await import('./cli/status.js')).statusCommand },
  routes: { summary: 'listet alle Seiten und Schnittstellen', usage: '', load: async () => (await import('./cli/routes.js')).routesCommand },
  permissions: { summary: 'listet alle Rechte oder beantwortet, ob jemand etwas darf', usage: '[can PERSON RECHT [OBJEKT]] [--mandant M]', load: async () => (await import('./cli/permissions.js')).permissionsCommand },
  backup: { summary: 'sichert alle Städte oder eine in einen Ordner', usage: 'DIR [--mandant M]', load: async () => (await import('./cli/backup.js')).backupCommand },
  restore: { summary: 'spielt eine Sicherung zurück', usage: 'DIR [--mandant M]', load: async () => (await import('./cli/backup.js')).restoreCommand },
  rechnung: { summary: 'prüft E-Rechnungen (XML, ZUGFeRD) oder zeigt eine lesbar', usage: 'validate DATEI… | show DATEI', load: async () => (await import('./cli/rechnung.js')).rechnungCommand },
  verify: { summary: 'prüft Protokoll, Siegel und Dokumente', usage: '[--mandant M]', load: async () => (await import('./cli/verify.js')).verifyCommand },
}

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const overview = Object.entries(commands).map(([command, { summary }]) => ({ command, summary }))
    if (rest.includes('--json')) console.log(JSON.stringify({ commands: overview }))
    else console.log(help())
    return name === undefined ? 2 : 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) return runRoomCommand(name, rest)
  const usage = `stadtkern ${name} ${command.usage}`
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(`${usage} [--json]\n\n${command.summary}`)
    return 0
  }
  const json = rest.includes('--json')
  const print = (object: unknown, text: string) => console.log(json ? JSON.stringify(object) : text)
  try {
    const run = await command.load()
    return await run({ args: rest.filter((argument) => argument !== '--json'), json, print })
  } catch (error) {
    if (error instanceof UsageError) return complain(error.message, `Aufruf: ${usage}`)
    console.error(error instanceof Error ? error.message : error)
    return error instanceof Error && 'exitCode' in error && error.exitCode === 2 ? 2 : 1
  }
}

/** `stadtkern ROOM VERB …`: commands that rooms bring along. */
async function runRoomCommand(room: string, rest: readonly string[]): Promise<number> {
  const { findRoomCommand } = await import('./cli/room-commands.js')
  const found = findRoomCommand(room, rest[0])
  if (!found) return complain(`Den Befehl »${[room, rest[0]].filter(Boolean).join(' ')}« gibt es nicht.`, help())
  if (rest.includes('--help') || rest.includes('-h')) { console.log(`stadtkern ${found.wort} ${found.aufruf} [--json]\n\n${found.hilfe}`); return 0 }
  const { withApp } = await import('./cli/with-app.js')
  const json = rest.includes('--json')
  try {
    return await withApp((app) => found.run(app, rest.slice(found.wort.split(' ').length - 1).filter((argument) => argument !== '--json'), { json, out: (line) => console.log(line), err: (line) => console.error(line) }))
  } catch (error) {
    if (error instanceof UsageError) return complain(error.message, `Aufruf: stadtkern ${found.wort} ${found.aufruf}`)
    console.error(error instanceof Error ? error.message : error)
    return 1
  }
}

function complain(problem: string, hint: string): number {
  console.error(`${problem}\n\n${hint}`)
  return 2
}

function help(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length))
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`)
  return `Aufruf: stadtkern BEFEHL [--json]\n\n${lines.join('\n')}\n\nMehr zu einem Befehl: stadtkern BEFEHL --help`
}

process.exitCode = await main(process.argv.slice(2))
