import type { Tx } from '../../../../platform/database/database.js'
import { newId } from '../../../../platform/time/index.js'
import type { CommandContext } from '../../../../platform/usecases/usecase.js'
import { planung } from '../db/tables.js'
import { entscheidungGeaendert, kommunikationGeaendert, planGeaendert, risikoGeaendert } from '../events.js'
import { sperrePlan } from '../plan.js'

/** Something open in a plan that a person answers for; `nummer` null: its kind is not numbered. */
export interface Zustaendigkeit {
  readonly kontoId: string
  readonly art: 'eintrag' | 'risiko' | 'entscheidung' | 'kommunikation'
  readonly id: string
  readonly planId: string
  readonly nummer: number | null
  readonly titel: string
}

/**
 * Entries that have not ended, risks that are not closed, decisions that are not carried out, messages that are still to be given: of
 * everybody, or of one person.
 */
export async function zustaendigkeiten(tx: Tx, kontoId?: string): Promise<Zustaendigkeit[]> {
  const eintraege = planung(tx).selectFrom('planung.eintrag')
    .select(['verantwortlich_id as kontoId', 'id', 'plan_id as planId', 'nummer', 'titel'])
    .where('verantwortlich_id', kontoId ? '=' : 'is not', kontoId ?? null).where('entfernt_am', 'is', null).where('ist_ende', 'is', null)
  const risiken = planung(tx).selectFrom('planung.risiko')
    .select(['eigner_id as kontoId', 'id', 'plan_id as planId', 'nummer', 'beschreibung as titel'])
    .where('eigner_id', kontoId ? '=' : 'is not', kontoId ?? null).where('status', '<>', 'geschlossen')
  const entscheidungen = planung(tx).selectFrom('planung.entscheidung')
    .select(['verantwortlich_id as kontoId', 'id', 'plan_id as planId', 'nummer', 'sachverhalt as titel'])
    .where('verantwortlich_id', kontoId ? '=' : 'is not', kontoId ?? null).where('status', 'in', ['offen', 'beschlossen'])
  const botschaften = planung(tx).selectFrom('planung.kommunikation')
    .select(['verantwortlich_id as kontoId', 'id', 'plan_id as planId', 'botschaft as titel'])
    .where('verantwortlich_id', kontoId ? '=' : 'is not', kontoId ?? null).where('erledigt_am', 'is', null)
  type Row = { kontoId: string | null; id: string; planId: string; nummer?: number; titel: string }
  const mit = (rows: readonly Row[], art: Zustaendigkeit['art']): Zustaendigkeit[] =>
    rows.flatMap((row) => (row.kontoId ? [{ ...row, kontoId: row.kontoId, nummer: row.nummer ?? null, art }] : []))
  return [
    ...mit(await eintraege.orderBy('plan_id').orderBy('nummer').limit(5000).execute(), 'eintrag'),
    ...mit(await risiken.orderBy('plan_id').orderBy('nummer').limit(5000).execute(), 'risiko'),
    ...mit(await entscheidungen.orderBy('plan_id').orderBy('nummer').limit(5000).execute(), 'entscheidung'),
    ...mit(await botschaften.orderBy('plan_id').orderBy('id').limit(5000).execute(), 'kommunikation'),
  ]
}

/** Gives what a person answers for in the plans to another, in the caller's transaction, with history. @returns how many */
export async function zustaendigkeitenUebertragen(ctx: CommandContext, vonId: string, anId: string): Promise<number> {
  const alle = await zustaendigkeiten(ctx.tx, vonId)
  for (const [planId, eigene] of [...Map.groupBy(alle, (eine) => eine.planId)].toSorted(([a], [b]) => a.localeCompare(b))) {
    const plan = await sperrePlan(ctx.tx, planId)
    const eintraege = eigene.filter(({ art }) => art === 'eintrag').map(({ id }) => id)
    if (eintraege.length > 0) await uebertrageEintraege(ctx, { planId, version: plan.version, eintraege, vonId, anId })
    for (const eine of eigene) await uebertrage(ctx, eine, anId)
  }
  return alle.length
}

async function uebertrage(ctx: CommandContext, { art, id, planId, nummer }: Zustaendigkeit, anId: string): Promise<void> {
  if (art === 'risiko') {
    const row = await planung(ctx.tx).updateTable('planung.risiko').set((set) => ({ eigner_id: anId, version: set('version', '+', 1) }))
      .where('id', '=', id).returning('status').executeTakeFirstOrThrow()
    ctx.emit(risikoGeaendert(planId, { risikoId: id, nummer: nummer ?? 0, status: row.status, neu: false }))
  } else if (art === 'entscheidung') {
    const row = await planung(ctx.tx).updateTable('planung.entscheidung').set({ verantwortlich_id: anId })
      .where('id', '=', id).returning('status').executeTakeFirstOrThrow()
    ctx.emit(entscheidungGeaendert(planId, { entscheidungId: id, nummer: nummer ?? 0, status: row.status }))
  } else if (art === 'kommunikation') {
    await planung(ctx.tx).updateTable('planung.kommunikation').set({ verantwortlich_id: anId }).where('id', '=', id).execute()
    ctx.emit(kommunikationGeaendert(planId, { kommunikationId: id, erledigt: false }))
  }
}

async function uebertrageEintraege(ctx: CommandContext, { planId, version, eintraege, vonId, anId }: { planId: string; version: number; eintraege: readonly string[]; vonId: string; anId: string }): Promise<void> {
  const rows = await planung(ctx.tx).updateTable('planung.eintrag').set((set) => ({ verantwortlich_id: anId, version: set('version', '+', 1), geaendert_von: ctx.actor.id, geaendert_am: ctx.now }))
    .where('id', 'in', [...eintraege]).returning(['id', 'version']).execute()
  await planung(ctx.tx).insertInto('planung.aenderung').values(rows.map((row) => ({ id: newId(), plan_id: planId, eintrag_id: row.id, version: row.version, feld: 'verantwortlichId', alt: vonId, neu: anId, akteur_id: ctx.actor.id, am: ctx.now }))).execute()
  await planung(ctx.tx).updateTable('planung.plan').set({ version: version + 1 }).where('id', '=', planId).execute()
  ctx.emit(planGeaendert(planId, { version: version + 1, eintraege: rows.slice(0, 100).map(({ id }) => id), felder: ['verantwortlichId'], abhaengigkeiten: 0, verschoben: 0 }))
}
