import { Type } from 'typebox'
import { buerger } from '../../../../platform/usecases/allow.js'
import { query, readQuery } from '../../../../platform/usecases/usecase.js'
import { fristVorbei, leistungsversionenById } from '../../../grundlagen/leistungen/index.js'
import { entwuerfeVon } from '../entwuerfe.js'

/** The open drafts of the signed-in person with the name of the service. */
export const eigeneEntwuerfe = query({
  name: 'onlineantrag.eigeneEntwuerfe',
  input: Type.Object({}, { additionalProperties: false }),
  allow: buerger(),
  async run({ tx, actor, now }) {
    const entwuerfe = await entwuerfeVon(tx, { art: 'konto', id: actor.id })
    const versionen = await leistungsversionenById(tx, entwuerfe.map(({ leistungsversionId }) => leistungsversionId))
    return Promise.all(entwuerfe.map(async (entwurf) => {
      const version = versionen.get(entwurf.leistungsversionId)
      const schluss = version && !entwurf.absendewunsch ? (await fristVorbei(tx, version, now))?.grund : undefined
      return { entwurf, bezeichnung: version?.bezeichnung ?? entwurf.leistung, schluss }
    }))
  },
})

/** Most people have none; only for the others the account page asks which. */
export const hatEntwuerfe = readQuery({
  name: 'onlineantrag.hatEntwuerfe',
  input: Type.Object({}, { additionalProperties: false }),
  allow: buerger(),
  statements: ({ actor }) => [{ text: "select exists(select from onlineantrag.entwurf where inhaber_id = $1 and inhaber_art = 'konto' and status = 'offen') as da", values: [actor.id] }],
  answer: ([rows = []]: readonly (readonly { readonly da: boolean }[])[]): boolean => rows[0]?.da === true,
})
