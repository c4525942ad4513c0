import { Type } from 'typebox'
import { holds } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { objekteVon, strategien } from '../lesen.js'
import { waehleStrategie } from '../strategiewahl.js'
import { kontexteVon } from './lesen.js'

/** What a strategy starts from, and what a new entry may hang on. */
export const kontextAnsehen = query({
  name: 'programm.kontextAnsehen',
  input: Type.Object({ strategie: Type.Optional(Type.String({ maxLength: 60 })) }, { additionalProperties: false }),
  allow: can('programm.lesen')(),
  async run({ tx, actor }, { strategie: kennung }) {
    const alle = await strategien(tx)
    const strategie = waehleStrategie(alle, kennung)
    return {
      strategien: alle, strategie, kontexte: strategie ? await kontexteVon(tx, { strategieId: strategie.id }) : [],
      objekte: strategie ? await objekteVon(tx, { strategieId: strategie.id, arten: ['handlungsfeld', 'ziel', 'baustein'] }) : [],
      darf: holds(actor, 'programm.verwalten'),
    }
  },
})
export type Kontextansicht = Awaited<ReturnType<typeof kontextAnsehen.run>>
