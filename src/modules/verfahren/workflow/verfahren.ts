import { sql } from 'kysely'
import { Conflict, Forbidden } from '../../../platform/errors.js'
import { legalDate, newId } from '../../../platform/time/index.js'
import { json, type Tx } from '../../../platform/database/database.js'
import { unawaited } from '../../../platform/database/unawaited.js'
import type { CommandContext } from '../../../platform/usecases/usecase.js'
import { aufgabeAnlegen, aufgabeEntfaellt } from '../../grundlagen/aufgaben/index.js'
import { findEinheit, findEinheitByKuerzel } from '../../grundlagen/organisation/index.js'
import { workflow, type Instanzkontext } from './db/tables.js'
import { DienstFehler, dienstVon } from './dienste.js'
import { addDuration, feel, start, step, type Effect, type EngineEvent, type InstanceStatus, type StepResult, type Variables } from './domain/index.js'
import { schrittGetan, stoerungAufgetreten, verfahrenBeendet, verfahrenBegonnen } from './events.js'
import { lockInstanz, writeDifference, type Instanz } from './instanz.js'
import { dienstAusfuehren } from './ausfuehren/job.js'
import { findModell, modellById, type Modell } from './modelle.js'

export interface Verfahrensstart {
  readonly modellId: string; readonly vorgangId?: string; readonly einheitId: string; readonly variablen: Variables; readonly titel: string; readonly kontext: Instanzkontext
  readonly eltern?: { readonly instanzId: string; readonly tokenId: string }
}

/** Starts a released model for a Vorgang, in the caller's transaction: tasks and timers exist when it commits. */
export async function verfahrenStarten(ctx: CommandContext, wunsch: Verfahrensstart): Promise<{ instanzId: string }> {
  const modell = await modellById(ctx.tx, ctx.mandantId, wunsch.modellId)
  const id = newId()
  unawaited(ctx.tx, workflow(ctx.tx).insertInto('workflow.instanz').values({
    id, modell_id: modell.id, vorgang_id: wunsch.vorgangId ?? null, einheit_id: wunsch.einheitId, titel: wunsch.titel, kontext: json(wunsch.kontext), status: 'active', zaehler: 0,
    eltern_id: wunsch.eltern?.instanzId ?? null, eltern_token: wunsch.eltern?.tokenId ?? null, begonnen_am: ctx.now, beendet_am: null,
  }))
  ctx.emit(verfahrenBegonnen(id, wunsch.vorgangId ?? null, { modellId: modell.id, schluessel: modell.schluessel, version: modell.version }))
  const result = start(modell.modell, { variables: wunsch.variablen, now: ctx.now })
  writeDifference(ctx, id, undefined, result)
  const instanz: Instanz = {
    id, modellId: modell.id, vorgangId: wunsch.vorgangId ?? null, einheitId: wunsch.einheitId, titel: wunsch.titel, kontext: wunsch.kontext,
    elternId: wunsch.eltern?.instanzId ?? null, elternToken: wunsch.eltern?.tokenId ?? null, zustand: result.instance,
  }
  await carryOut(ctx, modell, instanz, result)
  return { instanzId: id }
}

/**
 * Tells an instance that something happened and does what follows. What came too late or twice changes nothing and gives false.
 * @throws Forbidden where four eyes are required and the same two are looking again
 */
export async function ereignisMelden(ctx: CommandContext, instanzId: string, ereignis: EngineEvent): Promise<boolean> {
  const instanz = await lockInstanz(ctx.tx, instanzId)
  const modell = await modellById(ctx.tx, ctx.mandantId, instanz.modellId)
  const result = step(modell.modell, instanz.zustand, withResult(modell, instanz, ereignis), ctx.now)
  if (result.ignored) {
    if (result.reason === 'vierAugen' || result.reason === 'personFehlt') throw new Forbidden('workflow.vierAugen', result.text)
    ctx.unchanged()
    return false
  }
  writeDifference(ctx, instanzId, instanz.zustand, result)
  const knoten = 'tokenId' in ereignis ? instanz.zustand.tokens.find((token) => token.id === ereignis.tokenId)?.nodeId ?? '' : ''
  ctx.emit(schrittGetan(instanzId, instanz.vorgangId, { anlass: ereignis.type, knoten, erreicht: result.trace.filter((entry) => entry.what === 'entered').map((entry) => entry.nodeId) }))
  await carryOut(ctx, modell, { ...instanz, zustand: result.instance }, result)
  return true
}

/** A task's result under the name that the model gives it, so that it is still there when later tasks have theirs. */
function withResult(modell: Modell, instanz: Instanz, ereignis: EngineEvent): EngineEvent {
  if (ereignis.type !== 'taskCompleted') return ereignis
  const token = instanz.zustand.tokens.find((candidate) => candidate.id === ereignis.tokenId)
  const name = modell.modell.nodes[token?.nodeId ?? '']?.ergebnisVariable
  return name ? { ...ereignis, variables: { ...ereignis.variables, [name]: ereignis.variables?.['ergebnis'] ?? null } } : ereignis
}

/**
 * Sends a message to whatever instance of the Vorgang waits for it, or to one that the citizen's act interrupts; the oldest that
 * takes it has it. False: nobody waits (any more).
 */
export async function nachrichtSenden(
  ctx: CommandContext, { vorgangId, nachricht, variablen = {}, schluessel }: { vorgangId: string; nachricht: string; variablen?: Variables; schluessel?: string },
): Promise<boolean> {
  const waiting = await workflow(ctx.tx).selectFrom('workflow.abonnement as a')
    .innerJoin('workflow.instanz as i', (join) => join.onRef('i.mandant_id', '=', 'a.mandant_id').onRef('i.id', '=', 'a.instanz_id'))
    .select('a.instanz_id').distinct().where('i.vorgang_id', '=', vorgangId).where('i.status', '=', 'active').where('a.nachricht', '=', nachricht).orderBy('a.instanz_id').execute()
  for (const { instanz_id: instanzId } of waiting) {
    if (await ereignisMelden(ctx, instanzId, { type: 'messageReceived', message: nachricht, variables: variablen, ...(schluessel ? { key: schluessel } : {}) })) return true
  }
  return false
}

/** Tasks that running processes of a Vorgang make from now on go to another unit; those that are open are moved by the room aufgaben. */
export async function verfahrenUmziehen(ctx: CommandContext, vorgangId: string, einheitId: string): Promise<void> {
  await workflow(ctx.tx).updateTable('workflow.instanz').set({ einheit_id: einheitId }).where('vorgang_id', '=', vorgangId).where('status', '=', 'active').execute()
}

/** The process variables of the newest instance of a Vorgang, for screens of rooms that plug in. */
export async function variablenVon(tx: Tx, vorgangId: string): Promise<Variables> {
  const row = await workflow(tx).selectFrom('workflow.bereich as b')
    .innerJoin('workflow.instanz as i', (join) => join.onRef('i.mandant_id', '=', 'b.mandant_id').onRef('i.id', '=', 'b.instanz_id'))
    .select('b.zeile').where('i.vorgang_id', '=', vorgangId).where('b.id', '=', 's1').where('i.eltern_id', 'is', null).orderBy('i.id', 'desc').limit(1).executeTakeFirst()
  return row?.zeile.variables ?? {}
}

export interface Verfahrensstand {
  readonly id: string; readonly titel: string; readonly modellName: string; readonly version: number; readonly status: InstanceStatus; readonly elternId: string | null
  readonly begonnenAm: Temporal.Instant; readonly beendetAm: Temporal.Instant | null
  /** Names of the steps at which it waits; where one stands still because of a failure, `gestoert`. */
  readonly wartet: readonly { readonly knoten: string; readonly name: string; readonly art: string; readonly gestoert: boolean }[]
}

/** The processes of a Vorgang, oldest first, with where they stand. */
export async function verfahrenVon(tx: Tx, vorgangId: string): Promise<Verfahrensstand[]> {
  const { rows } = await sql<Omit<Verfahrensstand, 'begonnenAm' | 'beendetAm'> & { begonnen: Temporal.Instant; beendet: Temporal.Instant | null }>`
    select i.id, i.titel, m.name as "modellName", m.version, i.status, i.eltern_id as "elternId", i.begonnen_am as begonnen, i.beendet_am as beendet,
      coalesce((
        select jsonb_agg(jsonb_build_object('knoten', t.knoten, 'name', coalesce(nullif(m.modell->'nodes'->t.knoten->>'name', ''), t.knoten), 'art', m.modell->'nodes'->t.knoten->>'kind', 'gestoert', t.zustand = 'incident') order by t.id)
        from workflow.token t where t.instanz_id = i.id and t.zustand not in ('scope', 'multi')), '[]') as wartet
    from workflow.instanz i join workflow.modell m on m.id = i.modell_id where i.vorgang_id = ${vorgangId} order by i.id`.execute(tx)
  return rows.map(({ begonnen, beendet, ...row }) => ({ ...row, begonnenAm: begonnen, beendetAm: beendet }))
}

async function carryOut(ctx: CommandContext, modell: Modell, instanz: Instanz, result: StepResult): Promise<void> {
  for (const effect of result.effects) await carryOutOne(ctx, modell, instanz, effect)
}

async function carryOutOne(ctx: CommandContext, modell: Modell, instanz: Instanz, effect: Effect): Promise<void> {
  switch (effect.type) {
    case 'taskCreated': return createTask(ctx, modell, instanz, effect)
    case 'taskCancelled': return aufgabeEntfaellt(ctx, instanz.id, effect.tokenId)
    case 'serviceRequested': return ctx.enqueue(dienstAusfuehren, { instanzId: instanz.id, tokenId: effect.tokenId, dienst: effect.dienst, eingabe: effect.input })
    case 'messageSent': return sendMessage(ctx, instanz, effect)
    case 'callStarted': return startCall(ctx, instanz, effect)
    case 'callCancelled': return cancelCall(ctx, instanz, effect.tokenId)
    case 'incident': return ctx.emit(stoerungAufgetreten(instanz.id, instanz.vorgangId, { stoerungId: effect.incident.id, knoten: effect.incident.nodeId, code: effect.incident.code }))
    case 'completed': case 'terminated': case 'failed': return endInstance(ctx, instanz, effect)
    default: return undefined
  }
}

async function createTask(ctx: CommandContext, modell: Modell, instanz: Instanz, effect: Extract<Effect, { type: 'taskCreated' }>): Promise<void> {
  const faelligAm = effect.frist ? deadline(effect.frist, effect.input, ctx.now) : undefined
  const einheitId = await unitOf(ctx, modell.modell.nodes[effect.nodeId]?.einheit, effect.input) ?? instanz.einheitId
  // Another unit learns what it is asked to do and not whose matter it is; more is said by the mask of its task (C6-01).
  const { person, ...ohnePerson } = instanz.kontext
  const kontext = einheitId === instanz.einheitId && person !== undefined ? instanz.kontext : ohnePerson
  await aufgabeAnlegen(ctx, {
    ...(instanz.vorgangId ? { vorgangId: instanz.vorgangId } : {}), einheitId, gruppe: effect.gruppe ?? 'sachbearbeitung', titel: effect.name, maske: effect.maske ?? 'allgemein',
    quelle: 'workflow', instanzId: instanz.id, tokenId: effect.tokenId, ausgeschlossen: effect.excludedPersons, eingabe: effect.input, stufe: instanz.kontext.stufe ?? 0,
    ergebnisse: modell.modell.nodes[effect.nodeId]?.ergebnisse ?? [],
    ...(faelligAm ? { faelligAm } : {}), kontext,
  })
}

/** `stadtkern:einheit`: FEEL that gives the id or the short sign of a unit. @throws Conflict for one that the town does not have */
async function unitOf(ctx: CommandContext, text: string | undefined, variables: Variables): Promise<string | undefined> {
  if (!text) return undefined
  const value = feel(text, variables, { now: ctx.now })
  const einheit = typeof value === 'string' ? await findEinheit(ctx.tx, value) ?? await findEinheitByKuerzel(ctx.tx, value) : undefined
  if (!einheit) throw new Conflict('workflow.einheitFehlt', `Das Verfahren will eine Einheit beteiligen, die es nicht gibt: ${String(value)}.`)
  return einheit.id
}

/** `stadtkern:frist` is a duration or FEEL that gives a duration or a day. The engine has evaluated what it could. */
function deadline(text: string, variables: Variables, now: Temporal.Instant): Temporal.PlainDate | undefined {
  const value = /^(P|\d{4}-)/.test(text) ? text : feel(text, variables, { now })
  if (typeof value !== 'string') return undefined
  return /^\d{4}-\d{2}-\d{2}/.test(value) ? Temporal.PlainDate.from(value.slice(0, 10)) : legalDate(addDuration(now, value))
}

async function sendMessage(ctx: CommandContext, instanz: Instanz, effect: Extract<Effect, { type: 'messageSent' }>): Promise<void> {
  const dienst = dienstVon(effect.message)
  if (dienst) {
    // Runs in the transaction of whoever moved the process: what the service refuses is that person's to read.
    await dienst(ctx, { vorgangId: instanz.vorgangId ?? '', instanzId: instanz.id, tokenId: effect.nodeId, einheitId: instanz.einheitId, variablen: effect.payload })
      .catch((error: unknown) => { throw error instanceof DienstFehler ? new Conflict(`workflow.${error.code}`, error.message) : error })
  }
  else if (instanz.vorgangId) await nachrichtSenden(ctx, { vorgangId: instanz.vorgangId, nachricht: effect.message, variablen: effect.payload })
}

async function startCall(ctx: CommandContext, instanz: Instanz, effect: Extract<Effect, { type: 'callStarted' }>): Promise<void> {
  const called = await findModell(ctx.tx, effect.calledElement)
  if (!called) {
    await ereignisMelden(ctx, instanz.id, { type: 'callFailed', tokenId: effect.tokenId, message: `Das Verfahren „${effect.calledElement}“, das hier aufgerufen wird, ist nicht freigegeben.` })
    return
  }
  await verfahrenStarten(ctx, {
    modellId: called.id, ...(instanz.vorgangId ? { vorgangId: instanz.vorgangId } : {}), einheitId: instanz.einheitId, variablen: effect.input, titel: instanz.titel, kontext: instanz.kontext,
    eltern: { instanzId: instanz.id, tokenId: effect.tokenId },
  })
}

async function cancelCall(ctx: CommandContext, instanz: Instanz, tokenId: string): Promise<void> {
  const children = await workflow(ctx.tx).selectFrom('workflow.instanz').select('id').where('eltern_id', '=', instanz.id).where('eltern_token', '=', tokenId).where('status', '=', 'active').execute()
  for (const child of children) await ereignisMelden(ctx, child.id, { type: 'cancelled', reason: 'Das aufrufende Verfahren wurde abgebrochen.' })
}

async function endInstance(ctx: CommandContext, instanz: Instanz, effect: Extract<Effect, { type: 'completed' | 'terminated' | 'failed' }>): Promise<void> {
  ctx.emit(verfahrenBeendet(instanz.id, instanz.vorgangId, { status: effect.type }))
  if (!instanz.elternId || !instanz.elternToken) return
  if (effect.type === 'failed') await ereignisMelden(ctx, instanz.elternId, { type: 'callFailed', tokenId: instanz.elternToken, ...(effect.code ? { code: effect.code } : {}), variables: effect.variables })
  else if (effect.type === 'completed' || effect.by !== null) await ereignisMelden(ctx, instanz.elternId, { type: 'callCompleted', tokenId: instanz.elternToken, variables: effect.variables })
}
