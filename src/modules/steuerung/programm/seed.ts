import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from '../../../platform/app.js'
import { projectRoot } from '../../../platform/config/index.js'
import { systemActor } from '../../../platform/usecases/actor.js'
import { lesePlandatei } from './cli.js'
import { planEinlesen } from './einlesen/command.js'
import { strategieFortschreiben } from './fortschreiben/command.js'
import { fortschreibungenVon } from './fortschreiben/liste.js'
import { strategien } from './lesen.js'

/** The programme of a demo town, read in as any other plan. */
export async function seed(app: App, mandantId: string, stadt: string): Promise<void> {
  const datei = join(projectRoot, 'demo', stadt, 'programm.yaml')
  if (!existsSync(datei)) return
  const { text } = await lesePlandatei(datei)
  const actor = systemActor(mandantId, 'demo')
  await app.execute(actor, planEinlesen, { quelle: 'programm', text })
  const [strategie, vorhanden] = await app.db.withMandant(mandantId, async (tx) => [(await strategien(tx))[0], await fortschreibungenVon(tx)] as const)
  if (strategie && vorhanden.length === 0) await app.execute(actor, strategieFortschreiben, { strategieId: strategie.id, bezeichnung: 'Erste Fassung', gremium: 'Rat der Stadt', vermerk: 'Beschlossene Fassung zum Start des Programms.' })
}
