import { job } from '../../../../platform/jobs/job.js'
import type { Actor } from '../../../../platform/usecases/actor.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { entwurfEinreichen } from '../absenden/command.js'
import { findEntwurf } from '../entwuerfe.js'

/**
 * The consent is there: sends the draft in the name of the person who declared it. What keeps it from being sent (a fee that is due
 * before, a service that was withdrawn) waits on the page for the person; anything else is a bug and tried again.
 */
export const nachZustimmungEinreichen = job<{ entwurfId: string }>({
  name: 'onlineantrag.nachZustimmungEinreichen', gleichzeitig: 2,
  async run({ app, mandantId }, { entwurfId }) {
    const { entwurf, konto } = await app.db.withMandant(mandantId, async (tx) => {
      const gefunden = await findEntwurf(tx, entwurfId)
      return { entwurf: gefunden, konto: gefunden?.inhaberId ? (await kontenById(tx, [gefunden.inhaberId])).get(gefunden.inhaberId) : undefined }
    })
    if (!entwurf?.zustimmungSeit || entwurf.status !== 'offen' || !konto) return
    const person: Actor = { art: 'buerger', mandantId, id: konto.id, name: konto.name, zuweisungen: [], stufe: 0 }
    await app.execute(person, entwurfEinreichen, { entwurfId, stand: entwurf.version, sprache: 'de' }).then(() => undefined, (error: unknown) => {
      if (![403, 404, 409, 422].includes((error as { status?: number }).status ?? 0)) throw error
    })
  },
})
