import type { App } from '../../../platform/app.js'
import { systemActor } from '../../../platform/usecases/actor.js'
import { demoPersonal } from '../konten/index.js'
import { alleRollen, findEinheitByKuerzel, rolleZuweisen } from '../organisation/index.js'

/** Gives the demo people their roles. */
export async function seed(app: App, mandantId: string, stadt: string): Promise<void> {
  const actor = systemActor(mandantId, 'demo')
  const rollen = new Set((await app.db.withMandant(mandantId, alleRollen)).map((rolle) => rolle.schluessel))
  for (const person of demoPersonal(stadt).personal) {
    if (!rollen.has(person.rolle)) continue
    const einheit = person.einheit ? await app.db.withMandant(mandantId, (tx) => findEinheitByKuerzel(tx, person.einheit ?? '')) : undefined
    await app.execute(actor, rolleZuweisen, { kontoId: person.id, rolle: person.rolle, ...(einheit ? { einheitId: einheit.id } : {}) })
  }
}
