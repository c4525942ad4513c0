import { Type } from 'typebox'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { amVorgang } from '../../../akte/akten/index.js'
import { antragZuVorgang, istUnbeantwortet, rueckfragenVon } from '../../antraege/index.js'
import { fiktionen } from '../db/tables.js'
import { ruhetageBis } from '../domain/lauf.js'
import { fristLaeuftWeiter, fristRuht } from '../events.js'
import { berechneNeu, lockFiktion, lockLaufende, type Fiktion } from '../fiktion.js'

/** A question to the person is open: what the person needs for the answer does not run against the town. */
export async function lasseRuhen(ctx: CommandContext, vorgangId: string): Promise<void> {
  const row = await lockLaufende(ctx.tx, vorgangId)
  if (!row?.ruht_bei_rueckfrage || !row.vollstaendig_am || row.ruht_seit) return
  await fiktionen(ctx.tx).updateTable('genehmigungsfiktion.fiktion').set({ ruht_seit: ctx.today }).where('id', '=', row.id).execute()
  ctx.emit(fristRuht(row.id, vorgangId, { seit: ctx.today.toString() }))
}

/** The last open question is answered: the days in between are added at the end. */
export async function lasseWeiterlaufen(ctx: CommandContext, vorgangId: string): Promise<void> {
  const antrag = await antragZuVorgang(ctx.tx, vorgangId)
  const fragen = antrag ? (await rueckfragenVon(ctx.tx, [antrag.id])).get(antrag.id) ?? [] : []
  if (fragen.some(istUnbeantwortet)) return
  const row = await lockLaufende(ctx.tx, vorgangId)
  if (row) await weiter(ctx, row)
}

async function weiter(ctx: CommandContext, row: Fiktion): Promise<void> {
  if (!row.ruht_seit) return
  const ruhetage = row.ruhetage + ruhetageBis(row.ruht_seit, ctx.today)
  const ende = await berechneNeu(ctx, row, { ruht_seit: null, ruhetage })
  ctx.emit(fristLaeuftWeiter(row.id, row.vorgang_id, { ruhetage, ende: ende.toString() }))
}

/** The clerk no longer waits for the answer, e.g. because its day has passed: the period goes on. */
export const ruhenBeenden = command({
  name: 'genehmigungsfiktion.ruhenBeenden', input: Type.Object({ vorgangId: Id }, { additionalProperties: false }),
  allow: can('vorgang.bearbeiten').on<{ vorgangId: string }>(amVorgang, { sehen: 'vorgang.lesen' }),
  async run(ctx, { vorgangId }) {
    ctx.unchanged()
    await weiter(ctx, await lockFiktion(ctx.tx, vorgangId))
  },
})
