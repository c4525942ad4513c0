import { module } from '../modules.js'
import type { CliCommand } from '../platform/modul.js'
import { withApp } from './with-app.js'

/** The commands that rooms bring along. */
export const roomCommands = (): CliCommand[] => module.flatMap((modul) => modul.cli ?? [])

/** `stadtkern ROOM VERB …`; gives the exit code. */
export async function runRoomCommand(name: string, args: readonly string[], json: boolean): Promise<number> {
  const command = roomCommands().find(({ wort }) => wort === name)
  if (!command) throw new Error(`No room brings the command ${name}`)
  return withApp((app) => command.run(app, args, { json, out: (line) => console.log(line), err: (line) => console.error(line) }))
}
