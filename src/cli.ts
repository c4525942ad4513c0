/**
 * The command line. Every command is one entry of the table in cli/command-line.ts and loads its code only when called, so that
 * `--help` costs nothing. Exit codes: 0 done, 1 the answer is no or it failed, 2 wrong usage or configuration.
 */
import { commandLine, complaintAbout, findCommand, groupOf, type Found } from './cli/command-line.js'
import { UsageError } from './cli/usage-error.js'

async function main(argv: readonly string[]): Promise<number> {
  const json = argv.includes('--json')
  const wantsHelp = argv.some((argument) => argument === '--help' || argument === '-h') || argv[0] === 'help'
  const words = argv.filter((argument) => !['--json', '--help', '-h'].includes(argument))
  const named = words[0] === 'help' ? words.slice(1) : words
  if (named[0] === undefined) return showHelp(Object.keys(commandLine), json, wantsHelp ? 0 : 2)
  const found = findCommand(named)
  const group = groupOf(named[0])
  if (wantsHelp && group.length > 0) return showHelp(found && (found.name.includes(' ') || group.length === 1) ? [found.name] : group, json, 0)
  if (!found) {
    if (group.length === 0) return complain(`Den Befehl »${named[0]}« gibt es nicht.`, helpText(Object.keys(commandLine)))
    return complain(named[1] ? `Den Befehl »${named[0]} ${named[1]}« gibt es nicht.` : `Zu »${named[0]}« fehlt, was geschehen soll.`, helpText(group))
  }
  return run(found, named.slice(1), json)
}

/** @param args what follows the command's first word */
async function run({ name, command, rest }: Found, args: readonly string[], json: boolean): Promise<number> {
  const settings = command.settings ? rest.filter((argument) => /^--[\w.]+=/.test(argument)) : []
  const usage = `Aufruf: ${usageOf(name)}`
  const wrong = complaintAbout(command, rest.filter((argument) => !settings.includes(argument)))
  if (wrong) return complain(wrong, usage)
  const print = (object: unknown, text: string) => console.log(json ? JSON.stringify(object) : text)
  try {
    if (command.load) return await (await command.load())({ args, json, print })
    return await (await import('./cli/room-commands.js')).runRoomCommand(name, rest, json)
  } catch (error) {
    if (error instanceof UsageError) return complain(error.message, usage)
    console.error((await import('./cli/complaint.js')).complaintOf(error))
    return error instanceof Error && 'exitCode' in error && error.exitCode === 2 ? 2 : 1
  }
}

const usageOf = (name: string): string => `stadtkern ${name} ${commandLine[name]?.usage ?? ''}`.trim()

function showHelp(names: readonly string[], json: boolean, code: 0 | 2): 0 | 2 {
  if (json) console.log(JSON.stringify({ commands: names.map((command) => ({ command, usage: usageOf(command), summary: commandLine[command]?.summary })) }))
  else if (code === 2) console.error(helpText(names))
  else console.log(helpText(names))
  return code
}

function helpText(names: readonly string[]): string {
  const [only] = names
  if (names.length === 1 && only) return `Aufruf: ${usageOf(only)} [--json]\n\n${only}: ${commandLine[only]?.summary ?? ''}.\n\nRückgabe: 0 getan, 1 nein oder gescheitert, 2 falscher Aufruf.`
  const width = Math.max(...names.map((name) => name.length))
  const lines = names.map((name) => `  ${name.padEnd(width)}  ${commandLine[name]?.summary ?? ''}`)
  return `Aufruf: stadtkern BEFEHL [--json]\n\n${lines.join('\n')}\n\nMehr zu einem Befehl: stadtkern BEFEHL --help`
}

function complain(problem: string, hint: string): 2 {
  console.error(`${problem}\n\n${hint}`)
  return 2
}

// Somebody reads only the first lines (`| head`): that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => { if (error.code === 'EPIPE') process.exit(0); throw error })

process.exitCode = await main(process.argv.slice(2))
