import { Type } from 'typebox'
import type { JobContext, Recurring } from '../../../../platform/jobs/job.js'
import { isLand, isWorkingDay, type Land } from '../../../../platform/time/index.js'
import { intern } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { kontenMitRolle } from '../../organisation/index.js'
import { lockAufgabe } from '../aufgabe.js'
import { aufgaben } from '../db/tables.js'
import { aufgabeEskaliert } from '../events.js'
import { mahnungSenden } from './mail.js'

/** After how many working days past its deadline a task that nobody has taken is brought to the lead (A7-01, C3-10). */
export const WERKTAGE_BIS_ESKALATION = 2

/** Who is told: the role that leads a unit. */
const LEITUNG = 'teamleitung'
const BATCH = 200

/** Brings one task to the lead, once: an event, a mark in the list and a mail. */
export const aufgabeEskalieren = command({
  name: 'aufgaben.aufgabeEskalieren',
  input: Type.Object({ aufgabeId: Id }, { additionalProperties: false }),
  allow: intern(),
  async run(ctx, { aufgabeId }) {
    const aufgabe = await lockAufgabe(ctx.tx, aufgabeId)
    if (aufgabe.status !== 'offen' || aufgabe.zugewiesenAn || aufgabe.eskaliertAm || !aufgabe.faelligAm) return ctx.unchanged()
    await aufgaben(ctx.tx).updateTable('aufgaben.aufgabe').set({ eskaliert_am: ctx.now }).where('id', '=', aufgabeId).execute()
    const an = await kontenMitRolle(ctx.tx, LEITUNG, aufgabe.einheitId, ctx.today)
    ctx.emit(aufgabeEskaliert(aufgabeId, aufgabe.vorgangId, { titel: aufgabe.titel, faelligAm: aufgabe.faelligAm.toString(), an }))
    for (const kontoId of an) ctx.enqueue(mahnungSenden, { aufgabeId, kontoId })
  },
})

/** The last day that lies so many working days back: what was due then or earlier is too late. */
export function stichtag(today: Temporal.PlainDate, land: Land, werktage = WERKTAGE_BIS_ESKALATION): Temporal.PlainDate {
  let tag = today
  for (let rest = werktage; rest > 0;) {
    tag = tag.subtract({ days: 1 })
    if (isWorkingDay(tag, land)) rest--
  }
  return tag.subtract({ days: 1 })
}

async function eskalieren({ app, mandantId, actor, signal }: JobContext): Promise<void> {
  const land = app.mandanten.all().find(({ id }) => id === mandantId)?.profil.land
  const bis = stichtag(app.clock.today(), land && isLand(land) ? land : 'NW')
  const faellige = await app.db.withMandant(mandantId, (tx) => aufgaben(tx).selectFrom('aufgaben.aufgabe').select('id')
    .where('status', '=', 'offen').where('zugewiesen_an', 'is', null).where('eskaliert_am', 'is', null).where('rang', '<=', bis as never).orderBy('rang').limit(BATCH).execute())
  for (const { id } of faellige) {
    if (signal.aborted) return
    await app.execute(actor, aufgabeEskalieren, { aufgabeId: id })
  }
}

export const eskalation: Recurring = { name: 'aufgaben.eskalation', alleSekunden: 300, run: eskalieren }
