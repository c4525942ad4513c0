import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { alsFelder } from '../domain/felder.js'
import { fuehreZusammen } from '../domain/zusammenfuehren.js'
import { findObjekt } from '../lesen.js'
import { bekannteFelder, Eingaben } from '../objekt-anlegen/command.js'
import { amObjekt } from '../zugriff.js'
import { feldstand } from './command.js'

/**
 * What the form shows: the fields as they are, or, after a refusal, what was entered on top of what others changed meanwhile, with
 * the fields in which both differ.
 */
export const objektFormular = query({
  name: 'programm.objektFormular',
  input: Type.Object({ id: Id, version: Type.Optional(Type.Integer({ minimum: 1 })), eingaben: Type.Optional(Eingaben) }, { additionalProperties: false }),
  allow: amObjekt('programm.bearbeiten'),
  async run({ tx }, { id, version, eingaben }) {
    const objekt = await findObjekt(tx, id)
    if (!objekt) throw new NotFound()
    const aktuell = alsFelder(objekt)
    if (version === undefined || !eingaben) return { objekt, werte: aktuell, konflikte: [] }
    const { setzen, konflikte } = fuehreZusammen(await feldstand(tx, objekt, version), bekannteFelder(eingaben), aktuell)
    return { objekt, werte: { ...aktuell, ...setzen, ...Object.fromEntries(konflikte.map(({ feld, meins }) => [feld, meins])) }, konflikte }
  },
})
