import { Type } from 'typebox'
import { Conflict, Forbidden, Invalid } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { amVorgang } from '../../../akte/akten/index.js'
import { aufgabeById, aufgabeErledigen, darfErledigen, type Aufgabe } from '../../../grundlagen/aufgaben/index.js'
import { fassungSpeichern } from '../bescheid.js'
import { bescheide } from '../db/tables.js'
import { inhaltSchema, maengel } from '../domain/inhalt.js'
import { zurZeichnungGegeben } from '../events.js'
import { zeichnungshindernisse } from '../zulieferung.js'

const input = Type.Object({ vorgangId: Id, aufgabeId: Id, inhalt: inhaltSchema }, { additionalProperties: false })
const allow = can('bescheid.entwerfen').on<{ vorgangId: string }>(amVorgang, { sehen: 'vorgang.lesen' })

/** Saves a draft as a new version; gaps are fine, it is not signed yet. */
export const entwurfSpeichern = command({
  name: 'bescheide.entwurfSpeichern', input, allow,
  async run(ctx, { vorgangId, aufgabeId, inhalt }) {
    const { fuer } = await aufgabeDazu(ctx, aufgabeId, vorgangId)
    return fassungSpeichern(ctx, vorgangId, inhalt, fuer)
  },
})

/** Saves the version and hands it to signing: the task is done and the process goes on, in one transaction. */
export const zurZeichnungGeben = command({
  name: 'bescheide.zurZeichnungGeben', input, allow,
  async run(ctx, { vorgangId, aufgabeId, inhalt }) {
    const { fuer } = await aufgabeDazu(ctx, aufgabeId, vorgangId)
    const felder = [...maengel(inhalt), ...await zeichnungshindernisse(ctx.tx, vorgangId, inhalt, { today: ctx.today })]
    if (felder.length > 0) throw new Invalid(felder)
    const { bescheidId, nr, hash } = await fassungSpeichern(ctx, vorgangId, inhalt, fuer)
    const vorgelegt = await bescheide(ctx.tx).updateTable('bescheide.bescheid').set({ status: 'zur_zeichnung' }).where('id', '=', bescheidId).where('status', '<>', 'gezeichnet').returning('id').executeTakeFirst()
    if (!vorgelegt) throw new Conflict('bescheid.gezeichnet', 'Diese Fassung ist schon gezeichnet.')
    ctx.emit(zurZeichnungGegeben(bescheidId, vorgangId, { fassung: nr, hash }))
    await aufgabeErledigen.run(ctx, { aufgabeId, ergebnis: 'entworfen' })
    return { bescheidId, nr, hash }
  },
})

/** The open task of this Vorgang and for whom the actor stands in while doing it. @throws Forbidden, Conflict */
export async function aufgabeDazu(ctx: CommandContext, aufgabeId: string, vorgangId: string): Promise<{ aufgabe: Aufgabe; fuer: string | undefined }> {
  const aufgabe = await aufgabeById(ctx.tx, aufgabeId)
  if (aufgabe?.vorgangId !== vorgangId || aufgabe.status !== 'offen') throw new Conflict('aufgabe.beendet', 'Diese Aufgabe ist schon erledigt. Bitte laden Sie die Seite neu.')
  const erlaubt = darfErledigen(ctx.actor, aufgabe)
  if (!erlaubt.darf) throw new Forbidden('aufgabe.nichtErlaubt', erlaubt.grund)
  return { aufgabe, fuer: erlaubt.fuer }
}
