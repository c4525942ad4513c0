import type { CommandContext } from './command-line.js'
import { formatBytes } from '../design/index.js'
import { openDatabase } from '../platform/database/database.js'
import { addMandant, setSpeichergrenze } from '../platform/tenancy/mandanten.js'
import { newId } from '../platform/time/index.js'
import { UsageError } from './usage-error.js'
import { withApp } from './with-app.js'

const EINHEITEN = { MB: 1e6, GB: 1e9, TB: 1e12 } as const

/** `500GB` and the like in bytes, `keine` is null; undefined for anything else. */
function groesse(text: string): number | null | undefined {
  if (text === 'keine') return null
  const [, zahl, einheit] = /^([1-9]\d{0,5})(MB|GB|TB)$/.exec(text) ?? []
  return zahl && einheit ? Number(zahl) * EINHEITEN[einheit as keyof typeof EINHEITEN] : undefined
}

/** `mandant speichergrenze SCHLUESSEL GROESSE`: how much a town may store. */
async function speichergrenze([schluessel = '', text = '']: readonly string[], print: CommandContext['print']): Promise<0 | 1> {
  const bytes = groesse(text)
  if (bytes === undefined) throw new UsageError('Bitte nennen Sie den Schlüssel der Stadt und eine Größe wie 500MB, 200GB oder 2TB, oder „keine“.')
  return withApp(async (app, ownerUrl) => {
    const owner = openDatabase({ url: ownerUrl, max: 1 })
    const gibtEs = await setSpeichergrenze(owner, schluessel, bytes)
    await owner.close()
    const mandant = app.mandanten.bySchluessel(schluessel)
    if (!gibtEs || !mandant) { process.stderr.write(`Eine Stadt „${schluessel}“ gibt es nicht.\n`); return 1 }
    const belegt = app.storage.used(mandant.id)
    print({ schluessel, speichergrenze: bytes, belegt }, `${mandant.name}: ${bytes === null ? 'keine Grenze' : `höchstens ${formatBytes(bytes)}`}, belegt ${formatBytes(belegt)}`)
    return 0
  })
}

/**
 * `mandant` lists the towns; `mandant anlegen SCHLUESSEL NAME HOST…` adds one or changes name and hosts of the one with that key;
 * `mandant speichergrenze SCHLUESSEL GROESSE` says how much it may store.
 */
export async function mandantCommand({ args, print }: CommandContext): Promise<0 | 1> {
  if (args[0] === 'speichergrenze') return speichergrenze(args.slice(1), print)
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
