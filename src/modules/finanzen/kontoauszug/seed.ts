import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from '../../../platform/app.js'
import { projectRoot } from '../../../platform/config/index.js'
import { systemActor } from '../../../platform/usecases/actor.js'
import { auszugVormerken } from './einlesen/command.js'
import { auszuegeAufnehmen } from './einlesen/datei.js'

/** A statement that waits to be booked, where the demo town has one. The same file again changes nothing. */
export async function seed(app: App, mandantId: string, stadt: string): Promise<void> {
  const datei = join(projectRoot, 'demo', stadt, 'kontoauszug.xml')
  if (!existsSync(datei)) return
  const actor = systemActor(mandantId, 'demo')
  await auszuegeAufnehmen(app, mandantId, { bytes: readFileSync(datei), dateiname: 'kontoauszug.xml' }, (eingabe) => app.execute(actor, auszugVormerken, eingabe))
}
