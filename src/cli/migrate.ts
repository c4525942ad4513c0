import { loadConfig } from '../platform/config/index.js'
import { migrationSources } from '../create-app.js'
import { migrate } from '../platform/database/migrate.js'
import type { CommandContext } from './command-line.js'
import { withServer } from './with-app.js'

/** `migrate`: what the start does by itself, for those who want to do it before and watch. */
export async function migrateCommand({ print }: CommandContext): Promise<0> {
  return withServer(loadConfig(process.env), async ({ url }) => {
    const ran = await migrate(url, migrationSources)
    print({ ran }, ran.length > 0 ? `Ausgeführt: ${ran.join(', ')}` : 'Die Datenbank ist auf dem Stand dieses Programms.')
    return 0 as const
  })
}
