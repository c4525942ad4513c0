import { CompiledQuery, sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.js'
import { unawaited } from '../../../platform/database/unawaited.js'
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
  { table: 'bereich', rows: (state: InstanceState) => state.scopes, columns: {} },
  { table: 'token', rows: (state: InstanceState) => state.tokens, columns: { knoten: "r->>'nodeId'", zustand: "r->>'state'" } },
  { table: 'zeitgeber', rows: (state: InstanceState) => state.timers, columns: { faellig_am: "(r->>'dueAt')::timestamptz" } },
  { table: 'abonnement', rows: (state: InstanceState) => state.subscriptions, columns: { nachricht: "r->>'message'" } },
  { table: 'stoerung', rows: (state: InstanceState) => state.incidents, columns: {} },
] as const

const gesperrt = new WeakMap<Tx, Set<string>>()

/**
 * Takes the lock alone: who will change a task and then its instance does it first, as timers and messages come from the other side.
 * What this transaction has locked is not asked for again.
 */
export async function sperreInstanz(tx: Tx, id: string): Promise<void> {
  const schon = gesperrt.get(tx) ?? new Set<string>()
  if (schon.has(id)) return
  await workflow(tx).selectFrom('workflow.instanz').select('id').where('id', '=', id).forUpdate().execute()
  gesperrt.set(tx, schon.add(id))
}

/**
 * Writes what a step changed, in one statement: the engine leaves untouched rows as the same objects, so comparing references is
 * enough. Few shapes of it occur, so each is prepared once.
 */
export function writeDifference(ctx: CommandContext, instanzId: string, before: InstanceState | undefined, { instance: after, trace }: StepResult): void {
  const values: unknown[] = [instanzId, after.status, after.counter, after.status === 'active' ? null : ctx.now]
  const parts = PARTS.flatMap((part) => changesOf(part, before, after, values))
  if (trace.length > 0) {
    parts.push(`verlauf as (insert into workflow.verlauf (instanz_id, knoten, was, fluss, zeitpunkt)
      select $1::uuid, r->>'nodeId', r->>'what', r->>'flowId', $${values.push(ctx.now)}::timestamptz from jsonb_array_elements($${values.push(JSON.stringify(trace))}::jsonb) with ordinality as e(r, nr) order by nr)`)
  }
  const rows = parts.length > 0 ? `with ${parts.join(', ')} ` : ''
  unawaited(ctx.tx, CompiledQuery.raw(`${rows}update workflow.instanz set status = $2, zaehler = $3, beendet_am = $4::timestamptz where id = $1::uuid`, values))
}

/** The rows of one table that are gone, new or changed, as parts of a statement; adds their values. */
function changesOf({ table, rows, columns }: (typeof PARTS)[number], before: InstanceState | undefined, after: InstanceState, values: unknown[]): string[] {
  const old = new Map<string, unknown>((before ? rows(before) : []).map((row) => [row.id, row]))
  const now = rows(after) as readonly { id: string }[]
  const changed = now.filter((row) => old.get(row.id) !== row)
  const kept = new Set(now.map((row) => row.id))
  const gone = [...old.keys()].filter((id) => !kept.has(id))
  const parts: string[] = []
  if (gone.length > 0) parts.push(`${table}_weg as (delete from workflow.${table} where instanz_id = $1::uuid and id = any($${values.push(gone)}::text[]))`)
  if (changed.length > 0) {
    const names = ['zeile', ...Object.keys(columns)]
    parts.push(`${table}_neu as (insert into workflow.${table} (instanz_id, id, ${names.join(', ')})
      select $1::uuid, r->>'id', ${['r', ...Object.values(columns)].join(', ')} from jsonb_array_elements($${values.push(JSON.stringify(changed))}::jsonb) r
      on conflict (mandant_id, instanz_id, id) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')})`)
  }
  return parts
}
