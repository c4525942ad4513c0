import { sql } from 'kysely'
import { json, type Tx } from '../../../platform/database/database.js'
import { NotFound } from '../../../platform/errors.js'
import type { CommandContext } from '../../../platform/usecases/usecase.js'
import { workflow, type Instanzkontext } from './db/tables.js'
import type { InstanceState, InstanceStatus, StepResult } from './domain/index.js'

export interface Instanz {
  readonly id: string; readonly modellId: string; readonly vorgangId: string | null; readonly einheitId: string; readonly titel: string
  readonly kontext: Instanzkontext; readonly elternId: string | null; readonly elternToken: string | null; readonly zustand: InstanceState
}

interface Loaded {
  modell_id: string; vorgang_id: string | null; einheit_id: string; titel: string; kontext: Instanzkontext; status: InstanceStatus; zaehler: number; eltern_id: string | null; eltern_token: string | null
  prozess: string; bereiche: InstanceState['scopes']; token: InstanceState['tokens']; zeitgeber: InstanceState['timers']; abonnements: InstanceState['subscriptions']; stoerungen: InstanceState['incidents']
}

/**
 * An instance with all its rows, locked: two events at once come one after the other. The lock is a statement of its own, because
 * a statement that waited would still see the other rows as they were before it waited.
 */
export async function lockInstanz(tx: Tx, id: string): Promise<Instanz> {
  await sperreInstanz(tx, id)
  const rows = (name: string) => sql.raw(`coalesce((select jsonb_agg(r.zeile order by length(r.id), r.id) from workflow.${name} r where r.mandant_id = i.mandant_id and r.instanz_id = i.id), '[]')`)
  const { rows: [row] } = await sql<Loaded>`
    select i.modell_id, i.vorgang_id, i.einheit_id, i.titel, i.kontext, i.status, i.zaehler, i.eltern_id, i.eltern_token,
      (select m.modell->>'processId' from workflow.modell m where m.mandant_id = i.mandant_id and m.id = i.modell_id) as prozess,
      ${rows('bereich')} as bereiche, ${rows('token')} as token, ${rows('zeitgeber')} as zeitgeber, ${rows('abonnement')} as abonnements, ${rows('stoerung')} as stoerungen
    from workflow.instanz i where i.id = ${id}`.execute(tx)
  if (!row) throw new NotFound('workflow.instanzUnbekannt', 'Dieses Verfahren gibt es nicht.')
  return {
    id, modellId: row.modell_id, vorgangId: row.vorgang_id, einheitId: row.einheit_id, titel: row.titel, kontext: row.kontext, elternId: row.eltern_id, elternToken: row.eltern_token,
    zustand: {
      processId: row.prozess, status: row.status, rootScopeId: 's1', counter: row.zaehler,
      scopes: row.bereiche, tokens: row.token, timers: row.zeitgeber, subscriptions: row.abonnements, incidents: row.stoerungen,
    },
  }
}

const PARTS = [
  { table: 'workflow.bereich', rows: (state: InstanceState) => state.scopes, columns: () => ({}) },
  { table: 'workflow.token', rows: (state: InstanceState) => state.tokens, columns: (row: { nodeId: string; state: string }) => ({ knoten: row.nodeId, zustand: row.state }) },
  { table: 'workflow.zeitgeber', rows: (state: InstanceState) => state.timers, columns: (row: { dueAt: string }) => ({ faellig_am: row.dueAt }) },
  { table: 'workflow.abonnement', rows: (state: InstanceState) => state.subscriptions, columns: (row: { message: string }) => ({ nachricht: row.message }) },
  { table: 'workflow.stoerung', rows: (state: InstanceState) => state.incidents, columns: () => ({}) },
] as const

/** Takes the lock alone: who will change a task and then its instance does it first, as timers and messages come from the other side. */
export async function sperreInstanz(tx: Tx, id: string): Promise<void> {
  await workflow(tx).selectFrom('workflow.instanz').select('id').where('id', '=', id).forUpdate().execute()
}

/** Writes what a step changed: the engine leaves untouched rows as the same objects, so comparing references is enough. */
export async function writeDifference(ctx: CommandContext, instanzId: string, before: InstanceState | undefined, { instance: after, trace }: StepResult): Promise<void> {
  for (const part of PARTS) {
    const old = new Map<string, unknown>((before ? part.rows(before) : []).map((row) => [row.id, row]))
    const now = part.rows(after) as readonly { id: string }[]
    const changed = now.filter((row) => old.get(row.id) !== row)
    const kept = new Set(now.map((row) => row.id))
    const gone = [...old.keys()].filter((id) => !kept.has(id))
    if (gone.length > 0) await workflow(ctx.tx).deleteFrom(part.table).where('instanz_id', '=', instanzId).where('id', 'in', gone).execute()
    if (changed.length > 0) {
      const rows = changed.map((row) => ({ instanz_id: instanzId, id: row.id, zeile: json(row), ...part.columns(row as never) }))
      const names = Object.keys(part.columns(changed[0] as never))
      await workflow(ctx.tx).insertInto(part.table).values(rows as never)
        .onConflict((conflict) => conflict.columns(['mandant_id', 'instanz_id', 'id']).doUpdateSet((excluded) => Object.fromEntries(['zeile', ...names].map((name) => [name, excluded.ref(`excluded.${name}` as never)])) as never)).execute()
    }
  }
  await workflow(ctx.tx).updateTable('workflow.instanz').set({ status: after.status, zaehler: after.counter, beendet_am: after.status === 'active' ? null : ctx.now }).where('id', '=', instanzId).execute()
  if (trace.length > 0) {
    await workflow(ctx.tx).insertInto('workflow.verlauf').values(trace.map((entry) => ({ instanz_id: instanzId, knoten: entry.nodeId, was: entry.what, fluss: entry.flowId, zeitpunkt: ctx.now }))).execute()
  }
}
