import { Type } from 'typebox'
import { Conflict, Invalid } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Datum, Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { amVorgang } from '../../../akte/akten/index.js'
import { antragZuVorgang } from '../../antraege/index.js'
import { leseTag } from '../domain/tag.js'
import { fristBegonnen } from '../events.js'
import { berechneNeu, lockFiktion } from '../fiktion.js'

/**
 * Says on which day the documents were complete: from it the period runs, whoever noticed when (§ 42a(2) sentence 2 VwVfG). May be
 * corrected while nothing has come about; the history of the deadline keeps what was said before.
 */
export const vollstaendigkeitFeststellen = command({
  name: 'genehmigungsfiktion.vollstaendigkeitFeststellen',
  input: Type.Object({ vorgangId: Id, am: Datum }, { additionalProperties: false }),
  allow: can('vorgang.bearbeiten').on<{ vorgangId: string }>(amVorgang, { sehen: 'vorgang.lesen' }),
  async run(ctx, { vorgangId, am }) {
    const row = await lockFiktion(ctx.tx, vorgangId)
    if (row.beendet_am) throw new Conflict('genehmigungsfiktion.beendet', 'Die Frist läuft nicht mehr. Der Tag lässt sich nicht mehr ändern.')
    const tag = leseTag(am)
    const eingang = (await antragZuVorgang(ctx.tx, vorgangId))?.eingangDatum
    if (!tag) throw new Invalid([{ feld: 'am', text: 'Diesen Tag gibt es nicht. Bitte prüfen Sie ihn.' }])
    if (Temporal.PlainDate.compare(tag, ctx.today) > 0) throw new Invalid([{ feld: 'am', text: 'Der Tag liegt in der Zukunft. Bitte prüfen Sie ihn.' }])
    if (eingang && Temporal.PlainDate.compare(tag, eingang) < 0) throw new Invalid([{ feld: 'am', text: 'Der Tag liegt vor dem Eingang des Antrags. Bitte prüfen Sie ihn.' }])
    if (row.vollstaendig_am?.equals(tag)) return ctx.unchanged()
    const ende = await berechneNeu(ctx, row, { vollstaendig_am: tag, vollstaendig_von: ctx.actor.id })
    ctx.emit(fristBegonnen(row.id, vorgangId, { vollstaendigAm: am, ende: ende.toString(), norm: row.norm }))
  },
})
