import { Type } from 'typebox'
import type { Tx } from '../../../../platform/database/database.js'
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.js'
import { landDerStadt } from '../../../../platform/tenancy/land.js'
import { isWorkingDay, newId, previousWorkingDay } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Datum, Id, Text } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { akten } from '../db/tables.js'
import { istBearbeitbar } from '../domain/zustaende.js'
import { wiedervorlageErledigt, wiedervorlageGesetzt } from '../events.js'
import { amVorgang, zugriffAufVorgang } from '../lesen.js'
import { leseTag } from '../vermerk/vermerk.js'

/** Puts a Vorgang on somebody's table again on a day; a day without work becomes the working day before (C4-01). */
export const wiedervorlageSetzen = command({
  name: 'akten.wiedervorlageSetzen',
  input: Type.Object({ vorgangId: Id, faelligAm: Datum, grund: Text(500), kontoId: Type.Optional(Id) }, { additionalProperties: false }),
  allow: can('vorgang.bearbeiten').on(amVorgang, { sehen: 'vorgang.lesen' }),
  async run(ctx, { vorgangId, faelligAm, grund, kontoId }) {
    const { tx } = ctx
    const vorgang = await akten(tx).selectFrom('akten.vorgang').select(['status', 'einheit_id']).where('id', '=', vorgangId).forShare().executeTakeFirst()
    if (!vorgang) throw new NotFound()
    if (!istBearbeitbar(vorgang.status)) throw new Conflict('vorgangGeschlossen', 'Der Vorgang ist zu den Akten gelegt. Öffnen Sie ihn wieder, um eine Wiedervorlage zu setzen.')
    const gewuenscht = leseTag(faelligAm, 'faelligAm')
    if (Temporal.PlainDate.compare(gewuenscht, ctx.today) < 0) throw new Invalid([{ feld: 'faelligAm', text: 'Der Tag ist schon vorbei. Bitte wählen Sie einen kommenden Tag.' }])
    const land = await landDerStadt(tx)
    const davor = isWorkingDay(gewuenscht, land) ? gewuenscht : previousWorkingDay(gewuenscht, land)
    const tag = Temporal.PlainDate.compare(davor, ctx.today) < 0 ? ctx.today : davor
    const id = newId()
    await akten(tx).insertInto('akten.wiedervorlage').values({
      id, vorgang_id: vorgangId, faellig_am: tag, grund, konto_id: kontoId ?? null, einheit_id: vorgang.einheit_id, angelegt_von: ctx.actor.id, created_at: ctx.now, erledigt_am: null, erledigt_von: null,
    }).execute()
    ctx.emit(wiedervorlageGesetzt(id, vorgangId, { faelligAm: tag.toString(), kontoId: kontoId ?? null }))
    return { wiedervorlageId: id, faelligAm: tag.toString() }
  },
})

export const wiedervorlageErledigen = command({
  name: 'akten.wiedervorlageErledigen',
  input: Type.Object({ wiedervorlageId: Id }, { additionalProperties: false }),
  allow: can('vorgang.bearbeiten').on(async ({ wiedervorlageId }: { wiedervorlageId: string }, tx) => {
    const row = await akten(tx).selectFrom('akten.wiedervorlage').select('vorgang_id').where('id', '=', wiedervorlageId).forUpdate().executeTakeFirst()
    return row && zugriffAufVorgang(tx, row.vorgang_id)
  }, { sehen: 'vorgang.lesen' }),
  run: (ctx, { wiedervorlageId }) => erledigeWiedervorlage(ctx, wiedervorlageId),
})

/** The same within a transaction that is already open; a second time changes nothing. */
export async function erledigeWiedervorlage(ctx: CommandContext, wiedervorlageId: string): Promise<void> {
  const erledigt = await akten(ctx.tx).updateTable('akten.wiedervorlage').set({ erledigt_am: ctx.now, erledigt_von: ctx.actor.id })
    .where('id', '=', wiedervorlageId).where('erledigt_am', 'is', null).returning('vorgang_id').executeTakeFirst()
  if (!erledigt) return ctx.unchanged()
  ctx.emit(wiedervorlageErledigt(wiedervorlageId, erledigt.vorgang_id))
}

const BATCH = 200

/** Whose day has come and that nobody has seen in the work list yet; of open Vorgänge, the earliest first. */
export async function faelligeWiedervorlagen(tx: Tx, today: Temporal.PlainDate): Promise<string[]> {
  const rows = await akten(tx).selectFrom('akten.wiedervorlage as w').innerJoin('akten.vorgang as v', (join) => join.onRef('v.mandant_id', '=', 'w.mandant_id').onRef('v.id', '=', 'w.vorgang_id'))
    .select('w.id').where('w.faellig_am', '<=', today).where('w.erledigt_am', 'is', null).where('w.vorgelegt_am', 'is', null).where('v.zda_am', 'is', null)
    .orderBy('w.faellig_am').limit(BATCH).execute()
  return rows.map(({ id }) => id)
}

/** Marks a Wiedervorlage as put into the work list; undefined when it was before, or is done. */
export async function wiedervorlageVorgelegt(ctx: CommandContext, id: string): Promise<{ vorgangId: string; faelligAm: Temporal.PlainDate; grund: string; kontoId: string | null } | undefined> {
  const row = await akten(ctx.tx).updateTable('akten.wiedervorlage').set({ vorgelegt_am: ctx.now })
    .where('id', '=', id).where('erledigt_am', 'is', null).where('vorgelegt_am', 'is', null).returning(['vorgang_id', 'faellig_am', 'grund', 'konto_id']).executeTakeFirst()
  return row && { vorgangId: row.vorgang_id, faelligAm: row.faellig_am, grund: row.grund, kontoId: row.konto_id }
}
