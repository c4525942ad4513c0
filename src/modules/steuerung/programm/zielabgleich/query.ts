import { Type } from 'typebox'
import { can } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { zielabgleich as gleicheAb } from '../domain/zielabgleich.js'
import { ebenennamen, erfolgskriterienVon, objekteVon, strategien, verknuepfungenVon } from '../lesen.js'
import { waehleStrategie } from '../strategiewahl.js'

/** The Ziele with what serves them, Ziele without Maßnahmen, Maßnahmen without Ziel, and references that lead nowhere (H1-07). */
export const zielabgleich = query({
  name: 'programm.zielabgleich', staleness: 'seconds',
  input: Type.Object({ strategie: Type.Optional(Type.String({ maxLength: 60 })) }, { additionalProperties: false }),
  allow: can('programm.lesen')(),
  async run({ tx }, { strategie: kennung }) {
    const alle = await strategien(tx)
    const strategie = waehleStrategie(alle, kennung)
    const objekte = strategie ? await objekteVon(tx, { strategieId: strategie.id }) : []
    const verweise = strategie ? await verknuepfungenVon(tx, { strategieId: strategie.id }) : []
    const byId = new Map(objekte.map((objekt) => [objekt.id, objekt]))
    return {
      strategien: alle, strategie, namen: await ebenennamen(tx), kriterien: strategie ? await erfolgskriterienVon(tx, strategie.id) : [], ...gleicheAb(objekte, verweise),
      ungeloest: verweise.flatMap(({ id, art, vonId, nachText }) => { const von = byId.get(vonId); return nachText && von ? [{ id, art, von, text: nachText }] : [] }),
    }
  },
})
