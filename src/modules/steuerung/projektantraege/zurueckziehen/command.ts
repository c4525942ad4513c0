import { Type } from 'typebox'
import { Conflict } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { findObjekt, statusSetzen } from '../../programm/index.js'
import { projektantraege } from '../db/tables.js'
import { antragEntschieden } from '../events.js'
import { sperreAntrag } from '../lesen.js'
import { entscheidungMitteilen } from '../mitteilen/job.js'

const GATE = 'Genehmigung zurückgezogen'
/** Together with the words above it has to fit the history of the Vorhaben, which takes 1000 characters. */
export const GRUND_MAX = 900

/**
 * Takes an approval back after the fact. The Vorhaben that came of it is put off with the same reason, whoever had the idea is told,
 * and every earlier decision stays. @throws Conflict when nothing is approved, or the Vorhaben is finished
 */
export const genehmigungZurueckziehen = command({
  name: 'projektantraege.genehmigungZurueckziehen',
  input: Type.Object({ id: Id, grund: Text(GRUND_MAX) }, { additionalProperties: false }),
  allow: can('projektantrag.zurueckziehen')(),
  async run(ctx, { id, grund }) {
    const antrag = await sperreAntrag(ctx.tx, { id })
    if (antrag.stand !== 'angenommen') throw new Conflict('projektantraege.nichtGenehmigt', 'Dieses Vorhaben ist nicht (mehr) genehmigt. Bitte laden Sie die Seite neu.')
    if (antrag.objektId) await stelleZurueck(ctx, antrag.objektId, grund)
    await projektantraege(ctx.tx).insertInto('projektantraege.entscheidung').values({
      id: newId(), antrag_id: id, gate: GATE, ergebnis: 'zurueckziehen', auflagen: null, grund, wiedervorlage_am: null, akteur_id: ctx.actor.id, am: ctx.now,
    }).execute()
    await projektantraege(ctx.tx).updateTable('projektantraege.antrag').set({ stand: 'zurueckgezogen', grund, entschieden_am: ctx.today }).where('id', '=', id).execute()
    ctx.emit(antragEntschieden(id, antrag.vorgangId, { stand: 'zurueckgezogen', objektId: antrag.objektId }))
    ctx.enqueue(entscheidungMitteilen, { antragId: id, stand: 'zurueckgezogen' })
  },
})

async function stelleZurueck(ctx: CommandContext, objektId: string, grund: string): Promise<void> {
  const objekt = await findObjekt(ctx.tx, objektId)
  if (objekt?.status === 'abgeschlossen') throw new Conflict('projektantraege.vorhabenFertig', 'Das Vorhaben ist abgeschlossen. Seine Genehmigung lässt sich nicht mehr zurückziehen.')
  if (objekt?.status === 'geplant' || objekt?.status === 'laufend') await statusSetzen.run(ctx, { id: objektId, status: 'zurueckgestellt', grund: `${GATE}: ${grund}` })
}
