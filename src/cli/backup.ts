import { resolve } from 'node:path'
import type { CommandContext } from '../cli.js'
import { UsageError } from './usage-error.js'
import { backup, type Manifest } from '../platform/backup/backup.js'
import { restore } from '../platform/backup/restore.js'
import type { App } from '../platform/app.js'
import { flag } from './permissions.js'
import { withApp } from './with-app.js'

type Work = (app: App, ownerUrl: string, folder: string, mandantId?: string) => Promise<Manifest>

async function run({ args, print }: CommandContext, work: Work, done: string): Promise<0> {
  const wanted = flag(args, '--mandant')
  const folder = args.find((argument, index) => !argument.startsWith('--') && args[index - 1] !== '--mandant')
  if (!folder) throw new UsageError('Bitte nennen Sie den Ordner.')
  return withApp(async (app, ownerUrl) => {
    const mandant = wanted ? app.mandanten.bySchluessel(wanted) : undefined
    if (wanted && !mandant) throw new UsageError('Diese Stadt gibt es nicht.')
    const begun = Date.now()
    const manifest = await work(app, ownerUrl, resolve(folder), mandant?.id)
    const rows = manifest.tabellen.reduce((sum, table) => sum + table.zeilen, 0)
    const answer = { ok: true, folder: resolve(folder), mandant: wanted ?? null, tables: manifest.tabellen.length, rows, documents: manifest.dateien.length, ms: Date.now() - begun }
    print(answer, `${done}: ${rows} Zeilen aus ${answer.tables} Tabellen, ${answer.documents} Dateien, ${(answer.ms / 1_000).toFixed(1)} s`)
    return 0 as const
  })
}

/** `backup DIR [--mandant M]` */
export const backupCommand = (context: CommandContext): Promise<0> => run(context, backup, 'Gesichert')
/** `restore DIR [--mandant M]` */
export const restoreCommand = (context: CommandContext): Promise<0> => run(context, restore, 'Zurückgespielt')
