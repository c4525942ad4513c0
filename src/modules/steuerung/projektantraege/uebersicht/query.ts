import { Type } from 'typebox'
import { holds } from '../../../../platform/usecases/actor.js'
import { can, personal } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { zugriffAufVorgang } from '../../../akte/akten/index.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { verfahrenVon } from '../../../verfahren/workflow/index.js'
import { projektantraege } from '../db/tables.js'
import { ausZeile, beteiligungenVon, entscheidungenVon, findAntragZuVorgang, wege, type Projektantrag } from '../lesen.js'

export interface Zeile extends Projektantrag { readonly schritt: string | undefined; readonly melder: string }

/** The own ideas with what became of them; for whoever may see all, the others and the Themenspeicher too. */
export const ideenAnsehen = query({
  name: 'projektantraege.ideenAnsehen', input: Type.Object({}, { additionalProperties: false }), allow: personal(),
  async run({ tx, actor }) {
    const alle = holds(actor, 'projektantrag.lesen')
    let select = projektantraege(tx).selectFrom('projektantraege.antrag').selectAll().orderBy('id', 'desc').limit(500)
    if (!alle) select = select.where('melder_id', '=', actor.id)
    const antraege = (await select.execute()).map(ausZeile)
    const konten = await kontenById(tx, antraege.map(({ melderId }) => melderId))
    const zeilen: Zeile[] = []
    for (const antrag of antraege) {
      const schritt = antrag.stand === 'laufend' ? (await verfahrenVon(tx, antrag.vorgangId)).findLast(({ status }) => status === 'active')?.wartet[0]?.name : undefined
      zeilen.push({ ...antrag, schritt, melder: konten.get(antrag.melderId)?.name ?? 'Unbekannte Person' })
    }
    return { alle, eigene: zeilen.filter(({ melderId }) => melderId === actor.id), andere: alle ? zeilen.filter(({ melderId }) => melderId !== actor.id) : [], speicher: alle ? zeilen.filter(({ stand }) => stand === 'zurueckgestellt') : [], wege: await wege(tx) }
  },
})

/** What the case screen shows of a proposal. */
export const projektantragAmFall = query({
  name: 'projektantraege.projektantragAmFall',
  input: Type.Object({ vorgangId: Id }, { additionalProperties: false }),
  allow: can('vorgang.lesen').on(({ vorgangId }: { vorgangId: string }, tx) => zugriffAufVorgang(tx, vorgangId)),
  async run({ tx }, { vorgangId }) {
    const antrag = await findAntragZuVorgang(tx, vorgangId)
    if (!antrag) return undefined
    const entscheidungen = await entscheidungenVon(tx, antrag.id)
    const konten = await kontenById(tx, [antrag.melderId, ...entscheidungen.map(({ akteurId }) => akteurId)])
    return { antrag, beteiligungen: await beteiligungenVon(tx, antrag.id), entscheidungen, namen: (id: string) => konten.get(id)?.name ?? 'Unbekannte Person' }
  },
})
