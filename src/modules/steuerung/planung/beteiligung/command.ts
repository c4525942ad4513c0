import { Type } from 'typebox'
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { planung } from '../db/tables.js'
import { beteiligungGeaendert } from '../events.js'
import { zugriffAufPlan } from '../plan.js'
import { tagOderNichts } from '../eingabe.js'

/** Starts the involvement of a body (Personalrat, Gleichstellung, Datenschutz) and says until when it answers (H5-07). */
export const beteiligungEinleiten = command({
  name: 'planung.beteiligungEinleiten',
  input: Type.Object({ planId: Id, stelle: Text(200), gegenstand: Text(1000), eingeleitetAm: Text(20), frist: Type.String({ maxLength: 20 }) }, { additionalProperties: false }),
  allow: can('planung.bearbeiten').on(zugriffAufPlan, { sehen: 'planung.lesen' }),
  async run(ctx, { planId, stelle, gegenstand, eingeleitetAm, frist }) {
    const fehler: { feld: string; text: string }[] = []
    const [am, bis] = [tagOderNichts('eingeleitetAm', eingeleitetAm, fehler), tagOderNichts('frist', frist, fehler)]
    if (am && bis && Temporal.PlainDate.compare(bis, am) < 0) fehler.push({ feld: 'frist', text: 'Die Frist endet vor der Einleitung.' })
    if (fehler.length > 0 || !am) throw new Invalid(fehler)
    const id = newId()
    await planung(ctx.tx).insertInto('planung.beteiligung').values({ id, plan_id: planId, stelle, gegenstand, eingeleitet_am: am, frist: bis, abgeschlossen_am: null, ergebnis: null, vermerk: '' }).execute()
    ctx.emit(beteiligungGeaendert(planId, { beteiligungId: id, ergebnis: null }))
    return { beteiligungId: id }
  },
})

/** Records the answer of the body. */
export const beteiligungAbschliessen = command({
  name: 'planung.beteiligungAbschliessen',
  input: Type.Object({
    planId: Id, beteiligungId: Id, ergebnis: Type.Union([Type.Literal('zugestimmt'), Type.Literal('zur_kenntnis'), Type.Literal('abgelehnt'), Type.Literal('nicht_erforderlich')]), abgeschlossenAm: Text(20), vermerk: Type.String({ maxLength: 2000 }),
  }, { additionalProperties: false }),
  allow: can('planung.bearbeiten').on(zugriffAufPlan, { sehen: 'planung.lesen' }),
  async run(ctx, { planId, beteiligungId, ergebnis, abgeschlossenAm, vermerk }) {
    const row = await planung(ctx.tx).selectFrom('planung.beteiligung').select(['eingeleitet_am', 'ergebnis']).where('id', '=', beteiligungId).where('plan_id', '=', planId).forUpdate().executeTakeFirst()
    if (!row) throw new NotFound()
    if (row.ergebnis) throw new Conflict('planung.beteiligungAbgeschlossen', 'Das Ergebnis dieser Beteiligung ist schon eingetragen.')
    const fehler: { feld: string; text: string }[] = []
    const am = tagOderNichts('abgeschlossenAm', abgeschlossenAm, fehler)
    if (am && Temporal.PlainDate.compare(am, row.eingeleitet_am) < 0) fehler.push({ feld: 'abgeschlossenAm', text: 'Das Ergebnis kann nicht vor der Einleitung liegen.' })
    if (ergebnis === 'nicht_erforderlich' && vermerk.trim() === '') fehler.push({ feld: 'vermerk', text: 'Begründen Sie, warum die Beteiligung nicht erforderlich ist.' })
    if (fehler.length > 0 || !am) throw new Invalid(fehler)
    await planung(ctx.tx).updateTable('planung.beteiligung').set({ ergebnis, abgeschlossen_am: am, vermerk: vermerk.trim() }).where('id', '=', beteiligungId).execute()
    ctx.emit(beteiligungGeaendert(planId, { beteiligungId, ergebnis }))
  },
})
