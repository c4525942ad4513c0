import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from '../../../platform/app.js'
import { projectRoot } from '../../../platform/config/index.js'
import { systemActor } from '../../../platform/usecases/actor.js'
import { lesePlandatei } from './cli.js'
import { planEinlesen } from './einlesen/command.js'

/** The programme of a demo town, read in as any other plan. */
export async function seed(app: App, mandantId: string, stadt: string): Promise<void> {
  const datei = join(projectRoot, 'demo', stadt, 'programm.yaml')
  if (!existsSync(datei)) return
  const { text } = await lesePlandatei(datei)
  await app.execute(systemActor(mandantId, 'demo'), planEinlesen, { quelle: 'programm', text })
}
