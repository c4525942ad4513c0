import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { App } from '../../../platform/app.js'
import { projectRoot } from '../../../platform/config/index.js'
import { systemActor } from '../../../platform/usecases/actor.js'
import { einheitAnlegen } from './einheit-anlegen/command.js'
import { alleEinheiten } from './einheiten.js'
import { rolleFestlegen } from './rolle-anlegen/command.js'

interface Demo {
  einheiten: { id: string; kuerzel: string; name: string; ober?: string; telefon?: string; email?: string; anschrift?: string }[]
  rollen: { schluessel: string; name: string; beschreibung: string; stufe: number; rechte: string[] }[]
}

const gelesen = new Map<string, Demo>()

/** Read once: the sign-in page of a demo names its people with their roles. */
function demoOrganisation(stadt: string): Demo {
  const bekannt = gelesen.get(stadt)
  if (bekannt) return bekannt
  const datei = join(projectRoot, 'demo', stadt, 'organisation.yaml')
  const demo = existsSync(datei) ? parse(readFileSync(datei, 'utf8')) as Demo : { einheiten: [], rollen: [] }
  gelesen.set(stadt, demo)
  return demo
}

/** What the roles of a demo town are called, by their key. */
export const demoRollennamen = (stadt: string): ReadonlyMap<string, string> => new Map(demoOrganisation(stadt).rollen.map(({ schluessel, name }) => [schluessel, name]))

/** Units and roles of a demo town. */
export async function seed(app: App, mandantId: string, stadt: string): Promise<void> {
  const demo = demoOrganisation(stadt)
  const actor = systemActor(mandantId, 'demo')
  const vorhanden = new Map((await app.db.withMandant(mandantId, (tx) => alleEinheiten(tx, app.clock.today()))).map((einheit) => [einheit.kuerzel, einheit.id]))
  for (const { ober, ...einheit } of demo.einheiten) {
    if (vorhanden.has(einheit.kuerzel)) continue
    const oberId = ober ? vorhanden.get(ober) : undefined
    await app.execute(actor, einheitAnlegen, { ...einheit, ...(oberId ? { oberId } : {}) })
    vorhanden.set(einheit.kuerzel, einheit.id)
  }
  for (const rolle of demo.rollen) await app.execute(actor, rolleFestlegen, rolle)
}
