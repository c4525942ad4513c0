import { module } from '../modules.js'
import type { CliCommand } from '../platform/modul.js'

/** The command of a room for 'leistung import' or for a single word. */
export function findRoomCommand(first: string, second: string | undefined): CliCommand | undefined {
  const commands = module.flatMap((modul) => modul.cli ?? [])
  return commands.find((command) => command.wort === `${first} ${second ?? ''}`) ?? commands.find((command) => command.wort === first)
}
