import { Type } from 'typebox'
import type { Recurring } from '../../../../platform/jobs/job.js'
import { intern } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { erledigeWiedervorlage, faelligeWiedervorlagen, vorgangById, wiedervorlageVorgelegt, zugriffAufVorgang, wiedervorlageErledigt } from '../../../akte/akten/index.js'
import { aufgabeAnlegen, aufgabeEntfaellt, registerFortsetzung } from '../../../grundlagen/aufgaben/index.js'
import { reaction } from '../../../../platform/events/event.js'

/** One Wiedervorlage has one task, found again by these two. */
const QUELLE = 'wiedervorlage'
const TOKEN = 'faellig'

/** Puts a Wiedervorlage whose day has come into the work list, once. */
export const wiedervorlageVorlegen = command({
  name: 'fallbearbeitung.wiedervorlageVorlegen',
  input: Type.Object({ wiedervorlageId: Id }, { additionalProperties: false }),
  allow: intern(),
  async run(ctx, { wiedervorlageId }) {
    const vorlage = await wiedervorlageVorgelegt(ctx, wiedervorlageId)
    const vorgang = vorlage && await vorgangById(ctx.tx, vorlage.vorgangId)
    if (!vorlage || !vorgang) return ctx.unchanged()
    const zugriff = await zugriffAufVorgang(ctx.tx, vorgang.id)
    await aufgabeAnlegen(ctx, {
      vorgangId: vorgang.id, einheitId: vorgang.einheitId, gruppe: 'sachbearbeitung', titel: `Wiedervorlage: ${vorlage.grund}`.slice(0, 200), maske: 'wiedervorlage', stufe: vorgang.stufe,
      faelligAm: vorlage.faelligAm, quelle: QUELLE, ...(vorlage.kontoId ? { zugewiesenAn: vorlage.kontoId } : {}), instanzId: wiedervorlageId, tokenId: TOKEN, ausgeschlossen: zugriff?.ausgeschlossen ?? [],
      kontext: { vorgangsnummer: vorgang.vorgangsnummer, betreff: vorgang.betreff },
    })
  },
})

/** In business time, so that moving the demo clock brings them. */
export const wiedervorlagen: Recurring = {
  name: 'fallbearbeitung.wiedervorlagen', alleSekunden: 300,
  async run({ app, mandantId, actor, signal }) {
    for (const wiedervorlageId of await app.db.withMandant(mandantId, (tx) => faelligeWiedervorlagen(tx, app.clock.today()))) {
      if (signal.aborted) return
      await app.execute(actor, wiedervorlageVorlegen, { wiedervorlageId })
    }
  },
}

registerFortsetzung(QUELLE, async (ctx, { instanzId }) => { if (instanzId) await erledigeWiedervorlage(ctx, instanzId) })

/** Done on the page of the Vorgang: then it is no task any more. */
export const nachErledigung = reaction({
  name: 'fallbearbeitung.wiedervorlageErledigt', on: wiedervorlageErledigt,
  async run(ctx, event) {
    ctx.unchanged()
    await aufgabeEntfaellt(ctx, event.objekt.id, TOKEN)
  },
})
