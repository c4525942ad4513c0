import { Type } from 'typebox'
import { Conflict } from '../../../../platform/errors.js'
import type { Recurring } from '../../../../platform/jobs/job.js'
import { intern } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { aufgabeAnlegen, aufgabeEntfaellt, registerFortsetzung } from '../../../grundlagen/aufgaben/index.js'
import { projektantraege } from '../db/tables.js'
import { antwortAngemahnt, zwischenbescheidGegeben } from '../events.js'
import { entscheidungenVon, sperreAntrag, wege } from '../lesen.js'

const QUELLE = 'ideenantwort'
const TOKEN = 'antwort'
/** Days before the last day on which the task appears. */
const VORLAUF_TAGE = 7

/** Puts an idea that nobody has answered into the work list, once (H2-07). */
export const antwortAnmahnen = command({
  name: 'projektantraege.antwortAnmahnen', input: Type.Object({ id: Id }, { additionalProperties: false }), allow: intern(),
  async run(ctx, { id }) {
    const antrag = await sperreAntrag(ctx.tx, { id })
    const weg = (await wege(ctx.tx)).find(({ schluessel }) => schluessel === antrag.weg)
    const beantwortet = antrag.stand !== 'laufend' || antrag.zwischenbescheid !== null || (await entscheidungenVon(ctx.tx, id)).length > 0
    if (beantwortet || !weg || !antrag.antwortBis || Temporal.PlainDate.compare(antrag.antwortBis, ctx.today.add({ days: VORLAUF_TAGE })) > 0) return ctx.unchanged()
    await projektantraege(ctx.tx).updateTable('projektantraege.antrag').set({ antwort_erinnert_am: ctx.now }).where('id', '=', id).execute()
    await aufgabeAnlegen(ctx, {
      vorgangId: antrag.vorgangId, einheitId: weg.einheitId, gruppe: 'projektteam', titel: 'Idee wartet auf eine Antwort', maske: 'allgemein', quelle: QUELLE, instanzId: id, tokenId: TOKEN, faelligAm: antrag.antwortBis,
      kontext: { vorgangsnummer: antrag.vorgangsnummer, betreff: antrag.titel },
    })
    ctx.emit(antwortAngemahnt(id, antrag.vorgangId, { antwortBis: antrag.antwortBis.toString() }))
  },
})

/** The decision is the answer: the task goes. */
export const antwortErledigt = (ctx: CommandContext, antragId: string): Promise<void> => aufgabeEntfaellt(ctx, antragId, TOKEN)

/** In business time, so that moving the demo clock brings them. */
export const antwortfrist: Recurring = {
  name: 'projektantraege.antwortfrist', alleSekunden: 900,
  async run({ app, mandantId, actor, signal }) {
    const faellig = await app.db.withMandant(mandantId, (tx) => projektantraege(tx).selectFrom('projektantraege.antrag').select('id')
      .where('stand', '=', 'laufend').where('antwort_erinnert_am', 'is', null).where('zwischenbescheid', 'is', null).where('antwort_bis', '<=', app.clock.today().add({ days: VORLAUF_TAGE })).limit(500).execute())
    for (const { id } of faellig) {
      if (signal.aborted) return
      await app.execute(actor, antwortAnmahnen, { id })
    }
  },
}

/** Where no board has decided yet, the note of the task is the answer that the proposer reads. */
export function registriereAntwortfrist(): void {
  registerFortsetzung(QUELLE, async (ctx, aufgabe, { vermerk }) => {
    const antrag = await sperreAntrag(ctx.tx, { id: aufgabe.instanzId ?? '' })
    if (antrag.stand !== 'laufend' || (await entscheidungenVon(ctx.tx, antrag.id)).length > 0) return
    if (!vermerk?.trim()) throw new Conflict('projektantraege.antwortFehlt', 'Schreiben Sie als Vermerk, was Sie der Person antworten, die die Idee hatte. Sie liest es unter „Ideen“.')
    if (vermerk.trim().length > 4000) throw new Conflict('projektantraege.antwortZuLang', 'Bitte kürzen Sie den Vermerk auf 4000 Zeichen.')
    await projektantraege(ctx.tx).updateTable('projektantraege.antrag').set({ zwischenbescheid: vermerk.trim() }).where('id', '=', antrag.id).execute()
    ctx.emit(zwischenbescheidGegeben(antrag.id, antrag.vorgangId))
  })
}
