import { Type } from 'typebox'
import { Invalid, NotFound } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { amVorgang, befangenheitEintragen, istBearbeitbar, vorgangById } from '../../../akte/akten/index.js'
import { aufgabeAnlegen, aufgabenEntziehen } from '../../../grundlagen/aufgaben/index.js'

/** Why somebody must not work on it; in words that people understand who have never read the law. */
export const BEFANGENHEIT = {
  beteiligt: { norm: '§ 20 Abs. 1 Nr. 1 VwVfG NRW', text: 'Es geht um mich selbst' },
  angehoerige: { norm: '§ 20 Abs. 1 Nr. 2 VwVfG NRW', text: 'Es geht um jemanden aus meiner Familie' },
  vertretung: { norm: '§ 20 Abs. 1 Nr. 3 und 4 VwVfG NRW', text: 'Ich vertrete die Person, oder jemand aus meiner Familie tut das' },
  beschaeftigt: { norm: '§ 20 Abs. 1 Nr. 5 VwVfG NRW', text: 'Ich bin bei der Person beschäftigt oder in ihrem Vorstand oder Aufsichtsrat tätig' },
  gutachten: { norm: '§ 20 Abs. 1 Nr. 6 VwVfG NRW', text: 'Ich habe außerhalb des Dienstes ein Gutachten dazu abgegeben' },
  vorteil: { norm: '§ 20 Abs. 1 Satz 2 VwVfG NRW', text: 'Ich habe von der Entscheidung einen Vorteil oder Nachteil, zum Beispiel als Nachbarin oder Nachbar' },
  besorgnis: { norm: '§ 21 VwVfG NRW', text: 'Jemand könnte zweifeln, dass ich unparteiisch bin' },
} as const satisfies Record<string, { norm: string; text: string }>

type Grund = keyof typeof BEFANGENHEIT
const istGrund = (wert: string): wert is Grund => Object.hasOwn(BEFANGENHEIT, wert)

/**
 * A clerk declares to be partial: from now on the Vorgang does not exist for this account, its tasks are taken away, no later task of it
 * goes to the account or to who stands in for it, and the lead is asked to hand the work to somebody else.
 */
export const befangenheitErklaeren = command({
  name: 'fallbearbeitung.befangenheitErklaeren',
  input: Type.Object({ vorgangId: Id, art: Type.String({ maxLength: 30 }), grund: Type.String({ maxLength: 400 }) }, { additionalProperties: false }),
  allow: can('vorgang.bearbeiten').on<{ vorgangId: string }>(amVorgang, { sehen: 'vorgang.lesen' }),
  async run(ctx, { vorgangId, art, grund }) {
    const vorgang = await vorgangById(ctx.tx, vorgangId)
    if (!vorgang) throw new NotFound()
    if (!istGrund(art)) throw new Invalid([{ feld: 'art', text: 'Bitte wählen Sie aus, warum Sie befangen sind.' }])
    const { norm } = BEFANGENHEIT[art]
    await befangenheitEintragen.run(ctx, { vorgangId, kontoId: ctx.actor.id, grund: [norm, grund.trim()].filter(Boolean).join(': ') })
    // The reason stays with the Vorgang: what a list or the log says names the provision alone.
    await aufgabenEntziehen(ctx, vorgangId, ctx.actor.id, `Befangenheit (${norm})`)
    if (!istBearbeitbar(vorgang.status)) return
    await aufgabeAnlegen(ctx, {
      vorgangId, einheitId: vorgang.einheitId, gruppe: 'teamleitung', stufe: vorgang.stufe, maske: 'allgemein', quelle: 'befangenheit', faelligAm: ctx.today.add({ days: 1 }), titel: 'Wegen Befangenheit neu zuweisen',
      ergebnisse: [{ wert: 'zugewiesen', text: 'Jemand anderes bearbeitet den Vorgang' }], kontext: { vorgangsnummer: vorgang.vorgangsnummer, betreff: vorgang.betreff },
    })
  },
})

/** For the form: that it has a length is said at its field, not cut. */
export const HOECHSTENS = 400
