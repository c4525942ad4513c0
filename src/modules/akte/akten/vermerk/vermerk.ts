import { Type } from 'typebox'
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Datum, Id, Text } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { akten } from '../db/tables.js'
import { istBearbeitbar } from '../domain/zustaende.js'
import { vermerkGeschrieben } from '../events.js'
import { amVorgang } from '../lesen.js'

export interface NeuerVermerk { readonly vorgangId: string; readonly text: string; readonly beteiligte?: string; readonly ereignisAm?: Temporal.PlainDate }

/** Writes an Aktenvermerk. The day it tells of may be in the past, the day of writing is always now (C2-08). */
export async function vermerkSchreiben(ctx: CommandContext, { vorgangId, text, beteiligte = '', ereignisAm = ctx.today }: NeuerVermerk): Promise<{ vermerkId: string }> {
  const vorgang = await akten(ctx.tx).selectFrom('akten.vorgang').select('status').where('id', '=', vorgangId).forShare().executeTakeFirst()
  if (!vorgang) throw new NotFound()
  if (!istBearbeitbar(vorgang.status)) throw new Conflict('vorgangGeschlossen', 'Der Vorgang ist zu den Akten gelegt. Öffnen Sie ihn wieder, bevor Sie etwas vermerken.')
  const id = newId()
  await akten(ctx.tx).insertInto('akten.vermerk').values({
    id, vorgang_id: vorgangId, ereignis_am: ereignisAm, text, beteiligte, autor_art: ctx.actor.art, autor_id: ctx.actor.id, created_at: ctx.now,
  }).execute()
  ctx.emit(vermerkGeschrieben(id, vorgangId, { ereignisAm: ereignisAm.toString() }))
  return { vermerkId: id }
}

/** A person's note for the file: what was said or done, with whom, when. */
export const vermerkVerfassen = command({
  name: 'akten.vermerkVerfassen',
  input: Type.Object({ vorgangId: Id, text: Text(20_000), beteiligte: Type.Optional(Type.String({ maxLength: 500 })), ereignisAm: Type.Optional(Datum) }, { additionalProperties: false }),
  allow: can('vorgang.bearbeiten').on(amVorgang, { sehen: 'vorgang.lesen' }),
  async run(ctx, { vorgangId, text, beteiligte, ereignisAm }) {
    const tag = ereignisAm ? leseTag(ereignisAm, 'ereignisAm') : ctx.today
    if (Temporal.PlainDate.compare(tag, ctx.today) > 0) throw new Invalid([{ feld: 'ereignisAm', text: 'Der Tag liegt in der Zukunft. Bitte prüfen Sie ihn.' }])
    return vermerkSchreiben(ctx, { vorgangId, text, ...(beteiligte ? { beteiligte } : {}), ereignisAm: tag })
  },
})

/** An ISO date from outside. @throws Invalid at that field for a day that does not exist */
export function leseTag(text: string, feld: string): Temporal.PlainDate {
  try { return Temporal.PlainDate.from(text, { overflow: 'reject' }) } catch { throw new Invalid([{ feld, text: 'Diesen Tag gibt es nicht. Bitte prüfen Sie das Datum.' }]) }
}
