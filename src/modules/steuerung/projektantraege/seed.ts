import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { App } from '../../../platform/app.js'
import { projectRoot } from '../../../platform/config/index.js'
import { systemActor } from '../../../platform/usecases/actor.js'
import { wegFestlegen } from './einrichten.js'
import { wege } from './lesen.js'

interface Datei { readonly einheit: string; readonly aktenplaneinheit: string; readonly wege: readonly { readonly schluessel: string; readonly name: string; readonly datei: string }[] }

/** The ways of three towns, for the demo town that has an Aktenplan to file them in. */
export async function seed(app: App, mandantId: string, stadt: string): Promise<void> {
  if (!existsSync(join(projectRoot, 'demo', stadt, 'aktenplan.yaml'))) return
  const ordner = join(projectRoot, 'demo/projektwege')
  const { einheit, aktenplaneinheit, wege: alle } = parse(readFileSync(join(ordner, 'wege.yaml'), 'utf8')) as Datei
  const bekannt = new Set((await app.db.withMandant(mandantId, (tx) => wege(tx))).map(({ schluessel }) => schluessel))
  for (const [rang, { schluessel, name, datei }] of alle.entries()) {
    if (!bekannt.has(schluessel)) await app.execute(systemActor(mandantId, 'demo'), wegFestlegen, { schluessel, name, einheit, aktenplaneinheit, rang, xml: readFileSync(join(ordner, datei), 'utf8') })
  }
}
