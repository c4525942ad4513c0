import type { App } from '../../../platform/app.js'
import { systemActor } from '../../../platform/usecases/actor.js'
import { findAnbieter, geheimnisVersiegeln } from './anbieter/anbieter.js'
import { anbieterFestlegen } from './anbieter/command.js'
import { OIDC_VORGABE, STORK_VORGABE } from './domain/attribute.js'
import { SIMULATOR_CLIENT, simulatorGeheimnis } from './simulator/stelle.js'

/** The simulator of a demo town; its fixed id makes the seed repeatable. */
const ANBIETER = '01900000-0000-7000-8000-00000001d001'

/** Demo towns offer the shipped simulator as a provider of citizens' accounts. */
export async function seed(app: App, mandantId: string, stadt: string): Promise<void> {
  if (!app.config.demo.simulatoren || stadt !== 'musterstadt') return
  if (await app.db.withMandant(mandantId, (tx) => findAnbieter(app, tx, ANBIETER))) return
  await app.execute(systemActor(mandantId, 'demo'), anbieterFestlegen, {
    id: ANBIETER, bezeichnung: 'Nutzerkonto-Simulator', kontoart: 'buerger', protokoll: 'oidc', clientId: SIMULATOR_CLIENT, geheimnis: geheimnisVersiegeln(app, simulatorGeheimnis(app)).toString('base64'),
    attribute: { ...OIDC_VORGABE, geburtsname: 'birth_family_name', postfach: 'postfach' }, niveaus: Object.fromEntries(Object.entries(STORK_VORGABE).map(([niveau, worte]) => [niveau, [...worte]])),
    rollen: [], nurAnbieter: false, simulator: true, aktiv: true,
  })
}
