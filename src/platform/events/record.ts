import type { Selectable } from 'kysely'
import type { App } from '../app.js'
import { tables, type Tx } from '../database/database.js'
import { unawaited } from '../database/unawaited.js'
import { newId } from '../time/id.js'
import type { PlatformTables } from '../database/tables.js'
import { systemActor } from '../usecases/actor.js'
import { openContext } from '../usecases/execute.js'
import type { CommandContext } from '../usecases/usecase.js'
import type { EventValue, StoredEvent } from './event.js'

const platform = tables<PlatformTables>

/** Writes the events of one command; gives the deliveries that are to be sent in the same transaction, one per subscriber of each. */
export function recordEvents(app: App, ctx: CommandContext, befehl: string, events: readonly EventValue[]): Delivery[] {
  if (events.length === 0) return []
  const rows = events.map((event) => ({
    mandant_id: ctx.mandantId, id: newId(), typ: event.typ, objekt_art: event.objekt.art, objekt_id: event.objekt.id, vorgang_id: event.vorgangId ?? null,
    akteur_art: ctx.actor.art, akteur_id: ctx.actor.durch?.id ?? ctx.actor.id, fuer_id: ctx.actor.durch ? ctx.actor.id : ctx.actor.fuer ?? null, befehl, grund: event.grund ?? null,
    daten: event.daten as Record<string, unknown>, korrelation: ctx.korrelation, ip_klasse: ctx.actor.ipKlasse ?? null, zeitpunkt: ctx.now,
  }))
  unawaited(ctx.tx, platform(ctx.tx).insertInto('platform.ereignis').values(rows))
  return rows.flatMap((row) => app.reactionsTo(row.typ).map((reaction) => ({ mandantId: ctx.mandantId, ereignisId: row.id, reaktion: reaction.name })))
}

export interface Delivery { readonly mandantId: string; readonly ereignisId: string; readonly reaktion: string }

/** Brings one event to one subscriber. A second delivery of the same finds the record of the first and does nothing. */
export async function deliver(app: App, delivery: Delivery): Promise<void> {
  const reaction = app.reactionByName(delivery.reaktion)
  if (!reaction) throw new Error(`No reaction ${delivery.reaktion}: was a module taken out while deliveries waited?`)
  const changed = await app.db.withMandant(delivery.mandantId, async (tx) => {
    const first = await platform(tx).insertInto('platform.idempotenz')
      .values({ befehl: `reaktion:${delivery.reaktion}`, schluessel: delivery.ereignisId, eingabe_hash: Buffer.alloc(0) })
      .onConflict((conflict) => conflict.columns(['mandant_id', 'befehl', 'schluessel']).doNothing()).returning('schluessel').executeTakeFirst()
    if (!first) return false
    const event = await loadEvent(tx, delivery.ereignisId)
    const { ctx, finish, emitted } = openContext(app, tx, systemActor(delivery.mandantId, delivery.reaktion), `reaktion:${delivery.reaktion}`, event.korrelation)
    ctx.unchanged()
    await reaction.run(ctx, event)
    await finish()
    return emitted()
  })
  if (changed) app.changes.changed(delivery.mandantId)
}

async function loadEvent(tx: Tx, id: string): Promise<StoredEvent> {
  return storedEvent(await platform(tx).selectFrom('platform.ereignis').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
}

/** The history of a Vorgang or an object, newest last; what pages show as "wer hat was getan". */
export async function historyOf(tx: Tx, of: { vorgangId: string } | { art: string; id: string }, limit = 500): Promise<StoredEvent[]> {
  let rows = platform(tx).selectFrom('platform.ereignis').selectAll().orderBy('id').limit(limit)
  rows = 'vorgangId' in of ? rows.where('vorgang_id', '=', of.vorgangId) : rows.where('objekt_art', '=', of.art).where('objekt_id', '=', of.id)
  return (await rows.execute()).map(storedEvent)
}

export const storedEvent = (row: Selectable<PlatformTables['platform.ereignis']>): StoredEvent => ({
  id: row.id, typ: row.typ, objekt: { art: row.objekt_art, id: row.objekt_id }, vorgangId: row.vorgang_id, daten: row.daten,
  ...(row.grund ? { grund: row.grund } : {}), zeitpunkt: row.zeitpunkt, korrelation: row.korrelation,
  akteur: { art: row.akteur_art, id: row.akteur_id, fuer: row.fuer_id },
})
