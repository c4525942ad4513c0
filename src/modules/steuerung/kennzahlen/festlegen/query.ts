import { Type } from 'typebox'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { alleEinheiten } from '../../../grundlagen/organisation/index.js'
import { erfolgskriterienVon, objekteVon, strategien } from '../../programm/index.js'
import { ladeKennzahl } from '../lesen.js'

/** What the form of a Kennzahl offers, and the one that is to be changed. */
export const kennzahlauswahl = query({
  name: 'kennzahlen.kennzahlauswahl',
  input: Type.Object({ id: Type.Optional(Id), kriterium: Type.Optional(Id) }, { additionalProperties: false }),
  allow: can('kennzahlen.verwalten')(),
  async run({ tx, today }, { id, kriterium }) {
    const alle = await strategien(tx)
    const namen = new Map(alle.map((strategie) => [strategie.id, strategie.name]))
    const kriterien = kriterium
      ? (await Promise.all(alle.map((strategie) => erfolgskriterienVon(tx, strategie.id)))).flat()
      : []
    return {
      kennzahl: id ? await ladeKennzahl(tx, id) : undefined,
      kriterium: kriterien.find((eines) => eines.id === kriterium),
      ziele: (await objekteVon(tx, { arten: ['ziel'] })).map((ziel) =>
        ({ id: ziel.id, name: alle.length > 1 ? `${ziel.name} (${namen.get(ziel.strategieId) ?? ''})` : ziel.name })),
      einheiten: (await alleEinheiten(tx, today))
        .map((einheit) => ({ id: einheit.id, name: `${einheit.kuerzel} ${einheit.name}` })),
    }
  },
})
export type Auswahl = Awaited<ReturnType<typeof kennzahlauswahl.run>>
