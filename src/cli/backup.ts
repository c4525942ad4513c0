import { resolve } from 'node:path'
import { migrationSources } from '../create-app.js'
import type { App } from '../platform/app.js'
import { backup, keyMark, type Manifest } from '../platform/backup/backup.js'
import { obstacles, readManifest, restore } from '../platform/backup/restore.js'
import type { CommandContext } from './command-line.js'
import { flag } from './permissions.js'
import { UsageError } from './usage-error.js'
import { withApp } from './with-app.js'

interface Job { readonly folder: string; readonly wanted: string | undefined; readonly begun: number }

const readJob = (args: readonly string[]): Job => ({
  folder: resolve(args.find((argument, index) => !argument.startsWith('--') && args[index - 1] !== '--mandant') ?? ''), wanted: flag(args, '--mandant'), begun: Date.now(),
})

function report({ folder, wanted, begun }: Job, manifest: Manifest, hinweise: readonly string[], done: string): [object, string] {
  const rows = manifest.tabellen.reduce((sum, table) => sum + table.zeilen, 0)
  const ms = Date.now() - begun
  const answer = { ok: true, folder, mandant: wanted ?? null, tables: manifest.tabellen.length, rows, documents: manifest.dateien.length, ms, ...(hinweise.length > 0 ? { hinweise } : {}) }
  return [answer, [`${done}: ${rows} Zeilen aus ${answer.tables} Tabellen, ${answer.documents} Dateien, ${(ms / 1_000).toFixed(1)} s`, ...hinweise.map((text) => `Achtung: ${text}`)].join('\n')]
}

/** `backup DIR [--mandant M]` */
export async function backupCommand({ args, print }: CommandContext): Promise<0> {
  const job = readJob(args)
  return withApp(async (app, ownerUrl) => {
    const mandant = job.wanted ? app.mandanten.bySchluessel(job.wanted) : undefined
    if (job.wanted && !mandant) throw new UsageError('Diese Stadt gibt es nicht.')
    print(...report(job, await backup(app, ownerUrl, job.folder, mandant?.id), [], 'Gesichert'))
    return 0 as const
  }, { vorhanden: true })
}

/** `restore DIR [--mandant M] [--ersetzen]`: into an empty database by itself, over something that is there only when told so. */
export async function restoreCommand({ args, print }: CommandContext): Promise<0> {
  const job = readJob(args)
  const manifest = await readManifest(job.folder)
  return withApp(async (app, ownerUrl) => {
    const only = townOf(app, manifest, job.wanted) ?? manifest.mandant ?? undefined
    const reasons = args.includes('--ersetzen') ? [] : await obstacles(ownerUrl, only)
    if (reasons.length > 0) {
      throw new Error(`Nichts wurde verändert. ${reasons.join(' ')}\nBitte alle Prozesse beenden. Was da ist, ersetzt der Befehl nur mit --ersetzen: ${only ? 'die Daten dieser Stadt' : 'alle Daten'} gehen dabei verloren.`)
    }
    const hinweise = manifest.schluesselkennung && manifest.schluesselkennung !== keyMark(app)
      ? ['Der Schlüsselordner ist ein anderer als bei der Sicherung. Zweite Faktoren und was sonst verschlüsselt ist, lassen sich damit nicht lesen: bitte den gesicherten Schlüsselordner zurücklegen.'] : []
    print(...report(job, await restore(app, ownerUrl, migrationSources, job.folder, only), hinweise, 'Zurückgespielt'))
    return 0 as const
  })
}

/** A town by its key: as the snapshot knows it, else as this installation does. */
function townOf(app: App, manifest: Manifest, wanted: string | undefined): string | undefined {
  if (!wanted) return undefined
  const id = manifest.staedte?.find(({ schluessel }) => schluessel === wanted)?.id ?? (manifest.staedte ? undefined : app.mandanten.bySchluessel(wanted)?.id)
  if (!id) throw new UsageError('Diese Stadt ist nicht in der Sicherung.')
  return id
}
