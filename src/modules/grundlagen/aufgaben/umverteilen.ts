import { sql } from 'kysely'
import type { CommandContext } from '../../../platform/usecases/usecase.js'
import { aufgaben } from './db/tables.js'
import { aufgabeEntzogen } from './events.js'

/** Takes every open task of a Vorgang away from somebody who must not work on it (any more). Those it lay with are free again. */
export async function aufgabenEntziehen(ctx: CommandContext, vorgangId: string, kontoId: string, grund: string): Promise<void> {
  const rows = await aufgaben(ctx.tx).selectFrom('aufgaben.aufgabe').select(['id', 'titel', 'zugewiesen_an']).where('vorgang_id', '=', vorgangId).where('status', '=', 'offen').orderBy('id').forUpdate().execute()
  for (const row of rows) {
    const seine = row.zugewiesen_an === kontoId
    await aufgaben(ctx.tx).updateTable('aufgaben.aufgabe').set({
      ausgeschlossen: sql<string[]>`case when ${kontoId}::uuid = any (ausgeschlossen) then ausgeschlossen else array_append(ausgeschlossen, ${kontoId}::uuid) end`, ...(seine ? { zugewiesen_an: null } : {}),
    }).where('id', '=', row.id).execute()
    if (seine) ctx.emit(aufgabeEntzogen(row.id, vorgangId, { titel: row.titel, kontoId }, grund))
  }
}

/** Moves the open tasks of a Vorgang that lay with its unit to the new one; there nobody has taken them yet. Tasks of other units stay. */
export async function aufgabenUmziehen(ctx: CommandContext, vorgangId: string, einheiten: { readonly von: string; readonly nach: string }, grund: string): Promise<void> {
  const rows = await aufgaben(ctx.tx).selectFrom('aufgaben.aufgabe').select(['id', 'titel', 'zugewiesen_an']).where('vorgang_id', '=', vorgangId).where('status', '=', 'offen').where('einheit_id', '=', einheiten.von).orderBy('id').forUpdate().execute()
  for (const { id, titel, zugewiesen_an: kontoId } of rows) {
    await aufgaben(ctx.tx).updateTable('aufgaben.aufgabe').set({ einheit_id: einheiten.nach, zugewiesen_an: null }).where('id', '=', id).execute()
    if (kontoId) ctx.emit(aufgabeEntzogen(id, vorgangId, { titel, kontoId }, grund))
  }
}
