import type { CommandContext } from './command-line.js'
import { openDatabase } from '../platform/database/database.js'
import { addMandant } from '../platform/tenancy/mandanten.js'
import { newId } from '../platform/time/index.js'
import { UsageError } from './usage-error.js'
import { withApp } from './with-app.js'

/** `mandant` lists the towns; `mandant anlegen SCHLUESSEL NAME HOST…` adds one or changes name and hosts of the one with that key. */
export async function mandantCommand({ args, print }: CommandContext): Promise<0> {
  const [verb, schluessel, name, ...hosts] = args
  if (verb === 'anlegen' && (!schluessel || !/^[a-z][a-z0-9-]{1,40}$/.test(schluessel) || !name || hosts.length === 0)) {
    throw new UsageError('Bitte nennen Sie Schlüssel (Kleinbuchstaben), Namen und mindestens einen Hostnamen.')
  }
  return withApp(async (app, ownerUrl) => {
    if (verb === 'anlegen') {
      const owner = openDatabase({ url: ownerUrl, max: 1 })
      await addMandant(owner, { id: newId(), schluessel: schluessel ?? '', name: name ?? '', hosts: hosts.map((host) => host.toLowerCase()) })
      await owner.close()
      await app.mandanten.reload()
    }
    for (const mandant of app.mandanten.all()) print({ schluessel: mandant.schluessel, name: mandant.name, hosts: mandant.hosts }, `${mandant.schluessel.padEnd(24)} ${mandant.name} (${mandant.hosts.join(', ')})`)
    return 0 as const
  })
}
