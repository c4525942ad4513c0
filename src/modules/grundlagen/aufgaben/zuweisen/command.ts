import { Type } from 'typebox'
import { Conflict, Invalid } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { kontenMitRolle } from '../../organisation/index.js'
import { lockAufgabe, zugriffAufAufgabe } from '../aufgabe.js'
import { aufgaben } from '../db/tables.js'
import { aufgabeZugewiesen } from '../events.js'

const anAufgabe = can('aufgabe.zuweisen').on<{ aufgabeId: string }>(({ aufgabeId }, tx) => zugriffAufAufgabe(tx, aufgabeId), { sehen: 'aufgabe.bearbeiten' })

interface Zuweisung { readonly aufgabeId: string; readonly kontoId: string; readonly grund?: string }

async function zuweisen(ctx: CommandContext, { aufgabeId, kontoId, grund }: Zuweisung): Promise<boolean> {
  const aufgabe = await lockAufgabe(ctx.tx, aufgabeId)
  if (aufgabe.zugewiesenAn === kontoId) { ctx.unchanged(); return false }
  if (aufgabe.status !== 'offen') throw new Conflict('aufgabe.beendet', 'Diese Aufgabe ist nicht mehr offen.')
  if (aufgabe.zugewiesenAn && !grund?.trim()) throw new Invalid([{ feld: 'grund', text: 'Bitte geben Sie an, warum die Aufgabe einer anderen Person weggenommen wird.' }])
  if (aufgabe.ausgeschlossen.includes(kontoId)) throw new Invalid([{ feld: 'kontoId', text: `${aufgabe.titel}: Diese Person hat schon den vorigen Schritt erledigt (Vier-Augen-Prinzip). Bitte wählen Sie eine andere.` }])
  const moegliche = await kontenMitRolle(ctx.tx, aufgabe.gruppe, aufgabe.einheitId, ctx.today)
  if (!moegliche.includes(kontoId)) throw new Invalid([{ feld: 'kontoId', text: `${aufgabe.titel}: Diese Person gehört nicht zu der Gruppe, die die Aufgabe erledigen darf.` }])
  await aufgaben(ctx.tx).updateTable('aufgaben.aufgabe').set({ zugewiesen_an: kontoId }).where('id', '=', aufgabeId).execute()
  ctx.emit(aufgabeZugewiesen(aufgabeId, aufgabe.vorgangId, { titel: aufgabe.titel, kontoId, vorher: aufgabe.zugewiesenAn }, grund?.trim() || undefined))
  return true
}

/** A coordinator hands a task to a person of its group, also away from somebody (absence), then with a reason. */
export const aufgabeZuweisen = command({
  name: 'aufgaben.aufgabeZuweisen',
  input: Type.Object({ aufgabeId: Id, kontoId: Id, grund: Type.Optional(Type.String({ maxLength: 500 })) }, { additionalProperties: false }),
  allow: anAufgabe,
  async run(ctx, zuweisung) { await zuweisen(ctx, zuweisung) },
})

/** Several at once, all or none; each is checked by itself. */
export const aufgabenZuweisen = command({
  name: 'aufgaben.aufgabenZuweisen',
  input: Type.Object({ aufgabeIds: Type.Array(Id, { minItems: 1, maxItems: 100 }), kontoId: Id, grund: Type.Optional(Type.String({ maxLength: 500 })) }, { additionalProperties: false }),
  allow: {
    ...can('aufgabe.zuweisen')<{ aufgabeIds: readonly string[] }>(),
    async check(actor, tx, { aufgabeIds }) { for (const aufgabeId of aufgabeIds) await anAufgabe.check(actor, tx, { aufgabeId }) },
  },
  async run(ctx, { aufgabeIds, kontoId, grund }) {
    let zugewiesen = 0
    // In the order of their ids: two coordinators at once must not wait for each other.
    for (const aufgabeId of aufgabeIds.toSorted()) if (await zuweisen(ctx, { aufgabeId, kontoId, ...(grund ? { grund } : {}) })) zugewiesen++
    return { zugewiesen }
  },
})
