import type { App } from '../../../platform/app.js'
import { systemActor } from '../../../platform/usecases/actor.js'
import { kassenkontoFestlegen } from './kassenkonto/command.js'

/** A bank account that every checker knows as an example. */
export async function seed(app: App, mandantId: string, stadt: string): Promise<void> {
  const name = stadt.charAt(0).toUpperCase() + stadt.slice(1)
  await app.execute(systemActor(mandantId, 'demo'), kassenkontoFestlegen, {
    kontoinhaber: `Stadt ${name} – Stadtkasse`, iban: 'DE89370400440532013000', schalter: 'Stadtkasse im Rathaus, Zimmer 12, montags bis freitags 8 bis 12 Uhr, donnerstags auch 14 bis 17 Uhr',
  })
}
