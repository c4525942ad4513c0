import { Type } from 'typebox'
import { Forbidden } from '../../../../platform/errors.js'
import { unitsWith } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { alleEinheiten } from '../../../grundlagen/organisation/index.js'
import { alleFassungen, ladeKennzahl } from '../lesen.js'

/** What the form of a value needs: the units one may answer for, and the value that is to be corrected. */
export const wertAnsehen = query({
  name: 'kennzahlen.wertAnsehen',
  input: Type.Object(
    { id: Id, stichtag: Type.Optional(Type.String({ maxLength: 20 })), einheitId: Type.Optional(Id) },
    { additionalProperties: false }
  ),
  allow: can('kennzahlen.lesen')(),
  async run({ tx, actor, today }, { id, stichtag, einheitId }) {
    const kennzahl = await ladeKennzahl(tx, id)
    const meine = unitsWith(actor, 'kennzahlen.erfassen')
    const verantwortlich =
      meine === 'alle' || (kennzahl.einheitId !== null ? meine.includes(kennzahl.einheitId) : meine.length > 0)
    const einheiten = (await alleEinheiten(tx, today)).filter((einheit) => verantwortlich || meine.includes(einheit.id))
    if (!verantwortlich && einheiten.length === 0) throw new Forbidden()
    return {
      kennzahl, fuerStadt: verantwortlich,
      einheiten: einheiten.map((einheit) => ({ id: einheit.id, name: `${einheit.kuerzel} ${einheit.name}` })),
      bisher: stichtag ? (await alleFassungen(tx, id))
        .find((wert) => wert.stichtag.toString() === stichtag && wert.einheitId === (einheitId ?? null)) : undefined,
    }
  },
})
export type Wertansicht = Awaited<ReturnType<typeof wertAnsehen.run>>
