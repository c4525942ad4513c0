import { job } from '../../../../platform/jobs/job.js'
import { gastActor, type Actor } from '../../../../platform/usecases/actor.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { entwurfEinreichen } from '../absenden/command.js'
import type { Entwurf } from '../domain/entwurf.js'
import { findEntwurf } from '../entwuerfe.js'
import { absendenGescheitert } from './command.js'

/** In whose name a declared draft is sent: the person's, who asked for exactly that before paying. */
function personVon(mandantId: string, { inhaberArt, inhaberId }: Entwurf, name: string): Actor | undefined {
  if (!inhaberId) return undefined
  return inhaberArt === 'gast' ? gastActor(mandantId, inhaberId) : { art: 'buerger', mandantId, id: inhaberId, name, zuweisungen: [], stufe: 0 }
}

/**
 * The money is there: sends the draft, whether or not the person ever comes back. What keeps it from being sent (the service was
 * withdrawn meanwhile) is told to the person and the treasury; anything else is a bug and tried again.
 */
export const nachZahlungEinreichen = job<{ entwurfId: string }>({
  name: 'onlineantrag.nachZahlungEinreichen', gleichzeitig: 2,
  async run({ app, mandantId, actor }, { entwurfId }) {
    const { entwurf, konto } = await app.db.withMandant(mandantId, async (tx) => {
      const gefunden = await findEntwurf(tx, entwurfId)
      return { entwurf: gefunden, konto: gefunden?.inhaberArt === 'konto' && gefunden.inhaberId ? (await kontenById(tx, [gefunden.inhaberId])).get(gefunden.inhaberId) : undefined }
    })
    const person = entwurf && personVon(mandantId, entwurf, konto?.name ?? 'Unbekannt')
    if (!entwurf?.absendewunsch || entwurf.status !== 'offen' || !person) return
    const grund = await app.execute(person, entwurfEinreichen, { entwurfId, stand: entwurf.version, sprache: entwurf.absendewunsch.sprache }).then(() => undefined, erwarteterGrund)
    if (grund) await app.execute(actor, absendenGescheitert, { entwurfId, grund: grund.slice(0, 500) })
  },
})

/** The sentence of an expected refusal. @throws everything else */
function erwarteterGrund(error: unknown): string {
  const { status, message } = error as { status?: number; message?: string }
  if (status === 409 || status === 422 || status === 403 || status === 404) return message || 'Der Antrag ließ sich nicht absenden.'
  throw error
}
