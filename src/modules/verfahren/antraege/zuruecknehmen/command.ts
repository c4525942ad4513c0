import { Type } from 'typebox'
import { Conflict } from '../../../../platform/errors.js'
import { legalDate } from '../../../../platform/time/index.js'
import { inhaber } from '../../../../platform/usecases/allow.js'
import { Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { nachrichtSenden } from '../../workflow/index.js'
import { alsInhaber, loadEigenen, lockAntrag } from '../antrag.js'
import { antraege } from '../db/tables.js'
import { istRuecknehmbar } from '../domain/status.js'
import { antragZurueckgenommen } from '../events.js'
import { erledigeOffeneFragen } from '../rueckfrage/stellen.js'
import { setzeStatus } from '../status/status.js'
import { ruecknahmeBestaetigen } from './bestaetigung.js'

/**
 * The applicant takes the application back: a declaration of its own with its own day and receipt (A4-14). The process is
 * interrupted in the same transaction. A second time changes nothing.
 * @throws Conflict when it is decided: then there is only the way against the decision
 */
export const antragZuruecknehmen = command({
  name: 'antraege.antragZuruecknehmen',
  input: Type.Object({ nummer: Text(60), grund: Type.Optional(Type.String({ maxLength: 2000 })) }, { additionalProperties: false }),
  allow: inhaber(alsInhaber),
  async run(ctx, { nummer, grund }) {
    const antrag = await lockAntrag(ctx.tx, { id: (await loadEigenen(ctx.tx, ctx.actor, nummer)).id })
    if (antrag.status === 'ZURUECKGENOMMEN') { ctx.unchanged(); return }
    if (!istRuecknehmbar(antrag.status)) {
      throw new Conflict('antrag.nichtRuecknehmbar', 'Über Ihren Antrag ist schon entschieden. Sie können ihn nicht mehr zurücknehmen. Was Sie gegen die Entscheidung tun können, steht im Bescheid.')
    }
    const datum = legalDate(ctx.now)
    await antraege(ctx.tx).insertInto('antraege.ruecknahme').values({
      antrag_id: antrag.id, grund: grund?.trim() || null, erklaert_am: ctx.now, erklaert_datum: datum, akteur_art: ctx.actor.art, akteur_id: ctx.actor.id, dokument_id: null, vermerkt_am: null,
    }).execute()
    await setzeStatus(ctx, antrag, 'ZURUECKGENOMMEN')
    await erledigeOffeneFragen(ctx, antrag.id)
    await nachrichtSenden(ctx, { vorgangId: antrag.vorgangId, nachricht: 'antrag.zurueckgenommen' })
    ctx.enqueue(ruecknahmeBestaetigen, { antragId: antrag.id })
    ctx.emit(antragZurueckgenommen(antrag.id, antrag.vorgangId, { datum: datum.toString() }))
  },
})
