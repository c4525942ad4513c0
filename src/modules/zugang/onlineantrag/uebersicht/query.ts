import { Type } from 'typebox'
import { buerger } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { leistungsversionenById } from '../../../grundlagen/leistungen/index.js'
import { entwuerfeVon } from '../entwuerfe.js'

/** The open drafts of the signed-in person with the name of the service. */
export const eigeneEntwuerfe = query({
  name: 'onlineantrag.eigeneEntwuerfe',
  input: Type.Object({}, { additionalProperties: false }),
  allow: buerger(),
  async run({ tx, actor }) {
    const entwuerfe = await entwuerfeVon(tx, { art: 'konto', id: actor.id })
    const versionen = await leistungsversionenById(tx, entwuerfe.map(({ leistungsversionId }) => leistungsversionId))
    return entwuerfe.map((entwurf) => ({ entwurf, bezeichnung: versionen.get(entwurf.leistungsversionId)?.bezeichnung ?? entwurf.leistung }))
  },
})
