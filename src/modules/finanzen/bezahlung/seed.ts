import type { App } from '../../../platform/app.js'
import { systemActor } from '../../../platform/usecases/actor.js'
import { anbieterFestlegen } from './anbieter/command.js'

/** The demo pays at the simulator. */
export async function seed(app: App, mandantId: string, stadt: string): Promise<void> {
  if (app.config.demo.simulatoren) await app.execute(systemActor(mandantId, 'demo'), anbieterFestlegen, { originatorId: 'stadtkern', endPointId: stadt })
}
