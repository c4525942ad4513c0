import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Text } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { vorgangByNummer, zugriffAufVorgang, type Vorgang } from '../lesen.js'

/** A Vorgang by its number, for people who may read it; for everybody else it does not exist. */
export const vorgangSehen = query({
  name: 'akten.vorgangSehen',
  input: Type.Object({ nummer: Text(40) }, { additionalProperties: false }),
  allow: can('vorgang.lesen').on(async ({ nummer }: { nummer: string }, tx) => {
    const vorgang = await vorgangByNummer(tx, nummer)
    return vorgang && zugriffAufVorgang(tx, vorgang.id)
  }),
  personenbezogen: ({ nummer }) => `vorgang:${nummer}`,
  async run({ tx }, { nummer }): Promise<Vorgang> {
    const vorgang = await vorgangByNummer(tx, nummer)
    if (!vorgang) throw new NotFound()
    return vorgang
  },
})
