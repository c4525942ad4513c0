import { Type } from 'typebox'
import { Conflict } from '../../../../platform/errors.js'
import type { Recurring } from '../../../../platform/jobs/job.js'
import { intern } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { aufgabeAnlegen, registerFortsetzung } from '../../../grundlagen/aufgaben/index.js'
import { projektantraege } from '../db/tables.js'
import { themaBehandelt, themaVorgelegt } from '../events.js'
import { sperreAntrag, wege } from '../lesen.js'
import { starteWeg } from '../verfahren.js'

const QUELLE = 'themenspeicher'

/** Puts a parked topic whose day has come into the work list, once per day of resubmission (H2-08). */
export const themaVorlegen = command({
  name: 'projektantraege.themaVorlegen',
  input: Type.Object({ id: Id }, { additionalProperties: false }),
  allow: intern(),
  async run(ctx, { id }) {
    const antrag = await sperreAntrag(ctx.tx, { id })
    const weg = (await wege(ctx.tx)).find(({ schluessel }) => schluessel === antrag.weg)
    if (antrag.stand !== 'zurueckgestellt' || !weg || !antrag.wiedervorlageAm || Temporal.PlainDate.compare(antrag.wiedervorlageAm, ctx.today) > 0) return ctx.unchanged()
    await projektantraege(ctx.tx).updateTable('projektantraege.antrag').set({ vorgelegt_am: ctx.now }).where('id', '=', id).execute()
    await aufgabeAnlegen(ctx, {
      vorgangId: antrag.vorgangId, einheitId: weg.einheitId, gruppe: 'projektteam', titel: 'Zurückgestelltes Thema wieder vorgelegt', maske: 'allgemein', quelle: QUELLE, instanzId: id, tokenId: antrag.wiedervorlageAm.toString(),
      ergebnisse: [{ wert: 'aufnehmen', text: 'Wieder aufnehmen' }, { wert: 'spaeter', text: 'In sechs Monaten noch einmal' }, { wert: 'verwerfen', text: 'Nicht weiter verfolgen' }],
      kontext: { vorgangsnummer: antrag.vorgangsnummer, betreff: antrag.titel },
    })
    ctx.emit(themaVorgelegt(id, antrag.vorgangId, { wiedervorlageAm: antrag.wiedervorlageAm.toString() }))
  },
})

/** In business time, so that moving the demo clock brings them. */
export const wiedervorlage: Recurring = {
  name: 'projektantraege.wiedervorlage', alleSekunden: 300,
  async run({ app, mandantId, actor, signal }) {
    const faellig = await app.db.withMandant(mandantId, (tx) => projektantraege(tx).selectFrom('projektantraege.antrag').select('id')
      .where('stand', '=', 'zurueckgestellt').where('vorgelegt_am', 'is', null).where('wiedervorlage_am', '<=', app.clock.today()).execute())
    for (const { id } of faellig) {
      if (signal.aborted) return
      await app.execute(actor, themaVorlegen, { id })
    }
  },
}

/** What the office decides about a topic that came again; taken up, it goes its whole way once more. */
export function registriereThemenspeicher(): void {
  registerFortsetzung(QUELLE, async (ctx, aufgabe, { ergebnis, vermerk }) => {
    const antrag = await sperreAntrag(ctx.tx, { id: aufgabe.instanzId ?? '' })
    if (antrag.stand !== 'zurueckgestellt') throw new Conflict('projektantraege.schonWeiter', 'Über dieses Thema ist inzwischen anders entschieden. Bitte laden Sie die Seite neu.')
    const setze = (werte: Partial<{ stand: 'laufend' | 'abgelehnt'; wiedervorlage_am: Temporal.PlainDate | null; vorgelegt_am: null; grund: string | null; entschieden_am: Temporal.PlainDate | null }>) =>
      projektantraege(ctx.tx).updateTable('projektantraege.antrag').set(werte).where('id', '=', antrag.id).execute()
    if (ergebnis === 'spaeter') await setze({ wiedervorlage_am: ctx.today.add({ months: 6 }), vorgelegt_am: null })
    else if (ergebnis === 'verwerfen') await setze({ stand: 'abgelehnt', wiedervorlage_am: null, entschieden_am: ctx.today, ...(vermerk ? { grund: vermerk } : {}) })
    else {
      await setze({ stand: 'laufend', wiedervorlage_am: null, entschieden_am: null, grund: null })
      await starteWeg(ctx, { weg: antrag.weg, vorgangId: antrag.vorgangId, vorgangsnummer: antrag.vorgangsnummer, titel: antrag.titel, einheitId: aufgabe.einheitId })
    }
    ctx.emit(themaBehandelt(antrag.id, antrag.vorgangId, { ergebnis }))
  })
}
