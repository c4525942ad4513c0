import { Type } from 'typebox'
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { planung } from '../db/tables.js'
import { entscheidungGeaendert } from '../events.js'
import { sperrePlan, zugriffAufPlan } from '../plan.js'
import { tagOderNichts } from '../eingabe.js'

export interface NeueEntscheidung {
  readonly planId: string; readonly sachverhalt: string; readonly varianten?: string; readonly empfehlung?: string; readonly gremium?: string
  readonly benoetigtBis?: Temporal.PlainDate | null
  /** Where the need came from, e.g. 'Statusbericht 2026-10'; the register keeps it (H4-06). */
  readonly herkunft?: string
}

/** Puts an open decision into the register, in the caller's transaction; for rooms whose reports name what has to be decided. */
export async function entscheidungVormerken(ctx: CommandContext, neu: NeueEntscheidung): Promise<{ entscheidungId: string; nummer: number }> {
  await sperrePlan(ctx.tx, neu.planId)
  const letzte = await planung(ctx.tx).selectFrom('planung.entscheidung').select('nummer').where('plan_id', '=', neu.planId).orderBy('nummer', 'desc').limit(1).executeTakeFirst()
  const [entscheidungId, nummer] = [newId(), (letzte?.nummer ?? 0) + 1]
  await planung(ctx.tx).insertInto('planung.entscheidung').values({
    id: entscheidungId, plan_id: neu.planId, nummer, sachverhalt: neu.sachverhalt, varianten: neu.varianten ?? '', empfehlung: neu.empfehlung ?? '', gremium: neu.gremium ?? '', benoetigt_bis: neu.benoetigtBis ?? null,
    beschluss: null, beschlossen_am: null, umsetzung_bis: null, verantwortlich_id: null, herkunft: neu.herkunft ?? '', created_at: ctx.now,
  }).execute()
  ctx.emit(entscheidungGeaendert(neu.planId, { entscheidungId, nummer, status: 'offen' }))
  return { entscheidungId, nummer }
}

/** Records by hand that something has to be decided. */
export const entscheidungErfassen = command({
  name: 'planung.entscheidungErfassen',
  input: Type.Object({ planId: Id, sachverhalt: Text(2000), varianten: Type.String({ maxLength: 4000 }), empfehlung: Type.String({ maxLength: 2000 }), gremium: Type.String({ maxLength: 200 }), benoetigtBis: Type.String({ maxLength: 20 }) }, { additionalProperties: false }),
  allow: can('planung.bearbeiten').on(zugriffAufPlan, { sehen: 'planung.lesen' }),
  async run(ctx, { benoetigtBis, ...rest }) {
    const fehler: { feld: string; text: string }[] = []
    const bis = tagOderNichts('benoetigtBis', benoetigtBis, fehler)
    if (fehler.length > 0) throw new Invalid(fehler)
    return entscheidungVormerken(ctx, { ...rest, benoetigtBis: bis })
  },
})

/** Records what was decided, by whom and until when it is to be done. */
export const beschlussEintragen = command({
  name: 'planung.beschlussEintragen',
  input: Type.Object({ planId: Id, entscheidungId: Id, beschluss: Text(2000), gremium: Text(200), beschlossenAm: Text(20), umsetzungBis: Type.String({ maxLength: 20 }), verantwortlichId: Type.Optional(Id) }, { additionalProperties: false }),
  allow: can('planung.bearbeiten').on(zugriffAufPlan, { sehen: 'planung.lesen' }),
  async run(ctx, { planId, entscheidungId, beschluss, gremium, beschlossenAm, umsetzungBis, verantwortlichId }) {
    const bisher = await sperre(ctx, planId, entscheidungId)
    if (bisher.status !== 'offen') throw new Conflict('planung.beschlossen', 'Hierzu ist schon ein Beschluss eingetragen. Für eine neue Entscheidung legen Sie einen neuen Eintrag an.')
    const fehler: { feld: string; text: string }[] = []
    const am = tagOderNichts('beschlossenAm', beschlossenAm, fehler)
    const bis = tagOderNichts('umsetzungBis', umsetzungBis, fehler)
    if (am && Temporal.PlainDate.compare(am, ctx.today) > 0) fehler.push({ feld: 'beschlossenAm', text: 'Der Beschluss kann nicht in der Zukunft liegen.' })
    if (am && bis && Temporal.PlainDate.compare(bis, am) < 0) fehler.push({ feld: 'umsetzungBis', text: 'Die Umsetzung endet vor dem Beschluss.' })
    if (fehler.length > 0) throw new Invalid(fehler)
    await planung(ctx.tx).updateTable('planung.entscheidung').set({ beschluss, gremium, beschlossen_am: am, umsetzung_bis: bis, verantwortlich_id: verantwortlichId ?? null, status: 'beschlossen' }).where('id', '=', entscheidungId).execute()
    ctx.emit(entscheidungGeaendert(planId, { entscheidungId, nummer: bisher.nummer, status: 'beschlossen' }))
  },
})

/** A decision has been carried out, or nobody needs it any more. */
export const entscheidungAbschliessen = command({
  name: 'planung.entscheidungAbschliessen',
  input: Type.Object({ planId: Id, entscheidungId: Id, status: Type.Union([Type.Literal('umgesetzt'), Type.Literal('entfallen')]) }, { additionalProperties: false }),
  allow: can('planung.bearbeiten').on(zugriffAufPlan, { sehen: 'planung.lesen' }),
  async run(ctx, { planId, entscheidungId, status }) {
    const bisher = await sperre(ctx, planId, entscheidungId)
    if (bisher.status === status) { ctx.unchanged(); return }
    if (bisher.status !== (status === 'umgesetzt' ? 'beschlossen' : 'offen')) throw new Conflict('planung.entscheidungsstatus', status === 'umgesetzt' ? 'Umgesetzt werden kann nur, was beschlossen ist.' : 'Was beschlossen ist, entfällt nicht mehr.')
    await planung(ctx.tx).updateTable('planung.entscheidung').set({ status }).where('id', '=', entscheidungId).execute()
    ctx.emit(entscheidungGeaendert(planId, { entscheidungId, nummer: bisher.nummer, status }))
  },
})

async function sperre(ctx: CommandContext, planId: string, entscheidungId: string) {
  const row = await planung(ctx.tx).selectFrom('planung.entscheidung').select(['nummer', 'status']).where('id', '=', entscheidungId).where('plan_id', '=', planId).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}
