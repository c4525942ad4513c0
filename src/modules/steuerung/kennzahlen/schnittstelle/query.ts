import { Type } from 'typebox'
import { can } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { kennzahlenVon } from '../lesen.js'
import { kennzahlenUebersicht } from '../stand.js'

/** All Kennzahlen that are kept, as other programs read them. */
export const kennzahlenAuskunft = query({
  name: 'kennzahlen.kennzahlenAuskunft', staleness: 'seconds',
  input: Type.Object({}, { additionalProperties: false }), allow: can('kennzahlen.lesen')(),
  async run({ tx, today }) {
    const definitionen = new Map((await kennzahlenVon(tx)).map((eine) => [eine.id, eine]))
    return (await kennzahlenUebersicht(tx, today, { punkte: 1 })).map((stand) => ({
      id: stand.id, name: stand.name, art: stand.art, masseinheit: stand.masseinheit, ziel: stand.ziel?.name ?? null,
      haeufigkeit: definitionen.get(stand.id)?.haeufigkeit ?? '', quelle: definitionen.get(stand.id)?.quelle ?? null,
      zielwert: stand.zielwert?.text ?? null, zielAm: stand.zielwert?.am.toString() ?? null,
      wert: stand.letzter?.text ?? null, stichtag: stand.letzter?.stichtag.toString() ?? null, stand: stand.statuswort,
    }))
  },
})
