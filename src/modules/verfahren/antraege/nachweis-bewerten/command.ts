import { Type } from 'typebox'
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { amVorgang } from '../../../akte/akten/index.js'
import { lockAntrag } from '../antrag.js'
import { antraege } from '../db/tables.js'
import { istOffen } from '../domain/status.js'
import { nachweisBewertet } from '../events.js'

/**
 * Accepts a Nachweis or says why not (A5-08). Applicants read the reason in the portal; to get another file, ask a Rückfrage.
 * @throws Invalid without a reason for a refusal, Conflict when the application is decided
 */
export const nachweisBewerten = command({
  name: 'antraege.nachweisBewerten',
  input: Type.Object({ vorgangId: Id, nachweisId: Id, bewertung: Type.Enum(['angenommen', 'abgelehnt', 'unleserlich']), grund: Type.Optional(Type.String({ maxLength: 1000 })) }, { additionalProperties: false }),
  allow: can('antrag.bearbeiten').on<{ vorgangId: string }>(amVorgang, { sehen: 'vorgang.lesen' }),
  async run(ctx, { vorgangId, nachweisId, bewertung, grund }) {
    const antrag = await lockAntrag(ctx.tx, { vorgangId })
    if (!istOffen(antrag.status)) throw new Conflict('antrag.entschieden', 'Der Antrag wird nicht mehr geprüft. Die Bewertung kann nicht mehr geändert werden.')
    const text = grund?.trim() || null
    if (bewertung === 'abgelehnt' && !text) throw new Invalid([{ feld: 'grund', text: 'Bitte schreiben Sie, warum Sie den Nachweis ablehnen. Die Person liest das im Portal.' }])
    const nachweis = await antraege(ctx.tx).selectFrom('antraege.anhang').select(['bewertung', 'bewertung_grund']).where('id', '=', nachweisId).where('antrag_id', '=', antrag.id).executeTakeFirst()
    if (!nachweis) throw new NotFound()
    if (nachweis.bewertung === bewertung && nachweis.bewertung_grund === text) { ctx.unchanged(); return }
    await antraege(ctx.tx).updateTable('antraege.anhang').set({ bewertung, bewertung_grund: text, bewertet_am: ctx.now, bewertet_von: ctx.actor.id }).where('id', '=', nachweisId).execute()
    ctx.emit(nachweisBewertet(nachweisId, vorgangId, { bewertung }))
  },
})
