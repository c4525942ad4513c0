import type { App } from '../../../platform/app.js'
import { systemActor } from '../../../platform/usecases/actor.js'
import { buergerAnlegen } from './buerger-anlegen/command.js'
import { dienstAnlegen } from './dienst-anlegen/command.js'
import { demoPersonal } from './demo-personal.js'
import { passwortHash, totpVersiegeln } from './geheimnisse.js'
import { kontenById } from './konten.js'
import { personalAnlegen } from './personal-anlegen/command.js'

/** The demo people with their fixed secrets; who is there already stays as is. */
export async function seed(app: App, mandantId: string, stadt: string): Promise<void> {
  const { personal, passwort, buerger, buergerPasswort, dienste = [] } = demoPersonal(stadt)
  const actor = systemActor(mandantId, 'demo')
  const vorhanden = await app.db.withMandant(mandantId, (tx) => kontenById(tx, [...personal, ...buerger, ...dienste].map(({ id }) => id)))
  // Hashing is slow on purpose and runs in threads of its own, so all at once.
  const neue = await Promise.all(personal.filter((person) => !vorhanden.has(person.id)).map(async (person) => ({ ...person, hash: await passwortHash(passwort) })))
  const neueBuerger = await Promise.all(buerger.filter((einer) => !vorhanden.has(einer.id)).map(async ({ passwort: eigenes, ...person }) => ({ ...person, passwortHash: await passwortHash(eigenes ?? buergerPasswort) })))
  for (const { id, kennung, name, telefon, totp, hash } of neue) {
    await app.execute(actor, personalAnlegen, {
      id, kennung, name, telefon, email: `${kennung}@${stadt}.example`, passwortHash: hash, totpSiegel: totpVersiegeln(app, totp).toString('base64'),
    })
  }
  for (const person of neueBuerger) await app.execute(actor, buergerAnlegen, person)
  for (const dienst of dienste.filter((einer) => !vorhanden.has(einer.id))) await app.execute(actor, dienstAnlegen, { ...dienst, rechte: [...dienst.rechte] })
}

export interface DemoLogin { readonly mandant: string; readonly art: 'personal' | 'buerger'; readonly name: string; readonly rolle: string; readonly kennung: string; readonly passwort: string; readonly totpSecret?: string }

/** How to get into the demo, for the command line and the sign-in pages; empty in production. */
export function demoLogins(app: App): DemoLogin[] {
  if (app.config.mode !== 'demo') return []
  return app.mandanten.all().flatMap(({ schluessel }) => {
    const { personal, passwort, buerger, buergerPasswort } = demoPersonal(schluessel)
    return [
      ...personal.map((person) => ({ mandant: schluessel, art: 'personal' as const, name: person.name, rolle: person.rolle, kennung: person.kennung, passwort, totpSecret: person.totp })),
      ...buerger.map((person) => ({ mandant: schluessel, art: 'buerger' as const, name: `${person.vorname ?? ''} ${person.nachname}`.trim(), rolle: 'buerger', kennung: person.email, passwort: person.passwort ?? buergerPasswort })),
    ]
  })
}
