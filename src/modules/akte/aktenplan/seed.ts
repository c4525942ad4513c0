import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { App } from '../../../platform/app.js'
import { projectRoot } from '../../../platform/config/index.js'
import { systemActor } from '../../../platform/usecases/actor.js'
import { aktenplan } from './db/tables.js'
import type { Einheitangabe } from './domain/csv.js'
import { aktenplanImportieren } from './importieren/command.js'

interface Datei {
  readonly bezeichnung: string; readonly gueltigVon: string; readonly muster: string
  readonly einheiten: readonly { readonly nr: string; readonly name: string; readonly jahre?: number | 'unbefristet'; readonly art?: 'A' | 'B' | 'V'; readonly quelle?: string }[]
}

/** The file plan of the town; loaded again it changes nothing. A town without one of its own takes that of Musterstadt. */
export async function seed(app: App, mandantId: string, stadt = 'musterstadt'): Promise<void> {
  const eigener = join(projectRoot, 'demo', stadt, 'aktenplan.yaml')
  const datei = parse(readFileSync(existsSync(eigener) ? eigener : join(projectRoot, 'demo/musterstadt/aktenplan.yaml'), 'utf8')) as Datei
  const einheiten = datei.einheiten.map(({ nr, name, jahre, art, quelle }): Einheitangabe => ({
    kennzeichen: nr, bezeichnung: name, ...(jahre === undefined ? {} : { aufbewahrung: jahre }), ...(art ? { aussonderungsart: art } : {}), ...(quelle ? { quelle } : {}),
  }))
  const vorhanden = await app.db.withMandant(mandantId, (tx) => aktenplan(tx).selectFrom('aktenplan.fassung').select('id').executeTakeFirst())
  await app.execute(systemActor(mandantId, 'demo'), aktenplanImportieren, {
    einheiten, ...(vorhanden ? {} : { neueFassung: { bezeichnung: datei.bezeichnung, gueltigVon: datei.gueltigVon, muster: datei.muster } }),
  })
}
