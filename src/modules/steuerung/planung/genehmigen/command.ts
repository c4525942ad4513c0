import { Type } from 'typebox'
import { json } from '../../../../platform/database/database.js'
import { Conflict, Forbidden, Invalid, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { AenderungSchema, uebernehme } from '../aendern/command.js'
import { folgen, fuehreZusammen } from '../aendern/vorschau.js'
import { schreibeZurueck } from '../aus-programm/zurueckschreiben.js'
import { planung } from '../db/tables.js'
import type { Aenderung } from '../domain/aenderung.js'
import { terminieren } from '../domain/terminieren.js'
import { aenderungBeantragt, aenderungEntschieden, basisGenehmigt } from '../events.js'
import { kalenderDerStadt, ladePlan, ladeStand, sperrePlan, zugriffAufPlan } from '../plan.js'
import { planentscheidungMitteilen } from './mitteilen.js'

/** Freezes the plan as it is: from now on milestones are measured against these dates (H5-03). */
export const basisGenehmigen = command({
  name: 'planung.basisGenehmigen',
  input: Type.Object({ planId: Id, grund: Text(1000), gesehen: Type.Optional(Type.Integer({ minimum: 1 })) }, { additionalProperties: false }),
  allow: can('planung.genehmigen').on(zugriffAufPlan, { sehen: 'planung.lesen' }),
  async run(ctx, { planId, grund, gesehen }) {
    const plan = await sperrePlan(ctx.tx, planId)
    if (gesehen !== undefined && gesehen !== plan.version) throw new Conflict('planung.planGeaendert', 'Der Plan hat sich inzwischen geändert. Bitte sehen Sie ihn noch einmal an, bevor Sie ihn genehmigen.')
    return friereEin(ctx, planId, grund)
  },
})

async function friereEin(ctx: CommandContext, planId: string, grund: string): Promise<{ basisId: string; nummer: number }> {
  const plan = await ladePlan(ctx.tx, planId)
  const stand = await ladeStand(ctx.tx, plan)
  const berechnet = terminieren(stand, await kalenderDerStadt(ctx.tx))
  if (!berechnet.ok) throw new Conflict('planung.nichtBerechenbar', berechnet.fehler[0]?.text ?? 'Der Plan lässt sich nicht berechnen.')
  if (stand.eintraege.length === 0) throw new Conflict('planung.leer', 'Der Plan ist leer. Tragen Sie zuerst ein, was geplant ist.')
  const basisId = newId()
  // Numbers of approvals that were taken back are not given again.
  const bisher = await planung(ctx.tx).selectFrom('planung.basis').select((select) => select.fn.max('nummer').as('nummer')).where('plan_id', '=', planId).executeTakeFirst()
  const nummer = (bisher?.nummer ?? 0) + 1
  await planung(ctx.tx).insertInto('planung.basis').values({ id: basisId, plan_id: planId, nummer, grund, genehmigt_von: ctx.actor.id, genehmigt_am: ctx.now }).execute()
  const werte = berechnet.plan.termine.map((termin, i) => ({ basis_id: basisId, eintrag_id: termin.id, titel: stand.eintraege[i]?.titel ?? '', beginn: termin.beginn, ende: termin.ende }))
  for (let i = 0; i < werte.length; i += 5_000) await planung(ctx.tx).insertInto('planung.basiswert').values(werte.slice(i, i + 5_000)).execute()
  await schreibeZurueck(ctx, stand, berechnet.plan, `Plan „${plan.titel}“ genehmigt`)
  ctx.emit(basisGenehmigt(planId, { basisId, nummer }))
  return { basisId, nummer }
}

/** Asks for a change that goes beyond the threshold. Nothing moves until it is approved. */
export const aenderungBeantragen = command({
  name: 'planung.aenderungBeantragen',
  input: Type.Object({ planId: Id, aenderungen: Type.Array(AenderungSchema, { minItems: 1, maxItems: 500 }), versionen: Type.Optional(Type.Record(Type.String(), Type.Integer({ minimum: 1 }))), grund: Text(2000) }, { additionalProperties: false }),
  allow: can('planung.bearbeiten').on(zugriffAufPlan, { sehen: 'planung.lesen' }),
  async run(ctx, { planId, aenderungen, versionen = {}, grund }) {
    const plan = await sperrePlan(ctx.tx, planId)
    const stand = await ladeStand(ctx.tx, plan)
    const gemischt = await fuehreZusammen(ctx.tx, stand, aenderungen as readonly Aenderung[], versionen)
    if (gemischt.konflikte.length > 0) throw new Conflict('planung.gleichzeitigGeaendert', 'Jemand hat inzwischen dieselben Felder geändert. Ihre Eingaben stehen noch im Formular.', { konflikte: gemischt.konflikte })
    const berechnet = await folgen(ctx.tx, await kalenderDerStadt(ctx.tx), plan, gemischt.aenderungen, stand)
    const letzter = await planung(ctx.tx).selectFrom('planung.aenderungsantrag').select('nummer').where('plan_id', '=', planId).orderBy('nummer', 'desc').limit(1).executeTakeFirst()
    const antragId = newId()
    const nummer = (letzter?.nummer ?? 0) + 1
    await planung(ctx.tx).insertInto('planung.aenderungsantrag').values({
      // As the applicant meant it, without what others changed meanwhile: that is merged again when it is approved.
      id: antragId, plan_id: planId, nummer, grund, aenderungen: json(aenderungen), wirkung: json({ ueberschreitungen: berechnet.ueberschreitungen, verschoben: berechnet.wirkung.eintraege.length }),
      gestellt_von: ctx.actor.id, gestellt_am: ctx.now, entschieden_von: null, entschieden_am: null, entscheidung: null,
    }).execute()
    ctx.emit(aenderungBeantragt(planId, { antragId, nummer }))
    return { antragId, nummer }
  },
})

async function sperreAntrag(ctx: CommandContext, planId: string, antragId: string) {
  const antrag = await planung(ctx.tx).selectFrom('planung.aenderungsantrag').selectAll().where('id', '=', antragId).where('plan_id', '=', planId).forUpdate().executeTakeFirst()
  if (!antrag) throw new NotFound()
  if (antrag.status !== 'offen') throw new Conflict('planung.antragEntschieden', 'Über diesen Antrag ist schon entschieden.')
  return antrag
}

/**
 * Approves a change request (it is computed anew on today's plan and saved, and the baseline is frozen again) or refuses it. Nobody
 * decides on an own request.
 */
export const antragEntscheiden = command({
  name: 'planung.antragEntscheiden',
  input: Type.Object({ planId: Id, antragId: Id, genehmigt: Type.Boolean(), begruendung: Type.String({ maxLength: 2000 }) }, { additionalProperties: false }),
  allow: can('planung.genehmigen').on(zugriffAufPlan, { sehen: 'planung.lesen' }),
  async run(ctx, { planId, antragId, genehmigt, begruendung }) {
    const plan = await sperrePlan(ctx.tx, planId)
    const antrag = await sperreAntrag(ctx, planId, antragId)
    if (antrag.gestellt_von === ctx.actor.id) throw new Forbidden('planung.eigenerAntrag', 'Über den eigenen Antrag entscheidet eine andere Person.')
    if (!genehmigt && begruendung.trim() === '') throw new Invalid([{ feld: 'begruendung', text: 'Begründen Sie die Ablehnung, damit die andere Seite weiß, woran es liegt.' }])
    if (genehmigt) await uebernehme(ctx, plan, await folgen(ctx.tx, await kalenderDerStadt(ctx.tx), plan, antrag.aenderungen))
    const status = genehmigt ? 'genehmigt' as const : 'abgelehnt' as const
    await planung(ctx.tx).updateTable('planung.aenderungsantrag').set({ status, entschieden_von: ctx.actor.id, entschieden_am: ctx.now, entscheidung: begruendung.trim() || null }).where('id', '=', antragId).execute()
    if (genehmigt) await friereEin(ctx, planId, `Änderungsantrag ${antrag.nummer}: ${antrag.grund}`.slice(0, 1000))
    ctx.emit(aenderungEntschieden(planId, { antragId, nummer: antrag.nummer, status }))
    ctx.enqueue(planentscheidungMitteilen, { planId, antragId })
    return { status }
  },
})

/** The applicant takes the request back. */
export const antragZurueckziehen = command({
  name: 'planung.antragZurueckziehen',
  input: Type.Object({ planId: Id, antragId: Id }, { additionalProperties: false }),
  allow: can('planung.bearbeiten').on(zugriffAufPlan, { sehen: 'planung.lesen' }),
  async run(ctx, { planId, antragId }) {
    const antrag = await sperreAntrag(ctx, planId, antragId)
    if (antrag.gestellt_von !== ctx.actor.id) throw new Forbidden('planung.fremderAntrag', 'Zurückziehen kann einen Antrag nur, wer ihn gestellt hat.')
    await planung(ctx.tx).updateTable('planung.aenderungsantrag').set({ status: 'zurueckgezogen', entschieden_von: ctx.actor.id, entschieden_am: ctx.now }).where('id', '=', antragId).execute()
    ctx.emit(aenderungEntschieden(planId, { antragId, nummer: antrag.nummer, status: 'zurueckgezogen' }))
  },
})
