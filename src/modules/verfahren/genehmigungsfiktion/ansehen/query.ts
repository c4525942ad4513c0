import { Type } from 'typebox'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { amVorgang } from '../../../akte/akten/index.js'
import { fiktionZu, type Fiktion } from '../fiktion.js'

/** The Genehmigungsfiktion of a Vorgang for those who may read it; undefined where there is none. */
export const fiktionLesen = query({
  name: 'genehmigungsfiktion.fiktionLesen', input: Type.Object({ vorgangId: Id }, { additionalProperties: false }), allow: can('vorgang.lesen').on<{ vorgangId: string }>(amVorgang),
  run: ({ tx }, { vorgangId }): Promise<Fiktion | undefined> => fiktionZu(tx, vorgangId),
})
