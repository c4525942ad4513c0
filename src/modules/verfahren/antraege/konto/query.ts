import { Type } from 'typebox'
import { buerger } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { ungelesene } from '../../../akte/ausgang/index.js'
import { antraegeVon, istUnbeantwortet, rueckfragenVon, type Antrag, type Rueckfrage } from '../antrag.js'

export interface Kontouebersicht {
  readonly antraege: readonly { readonly antrag: Antrag; readonly offeneFragen: readonly Rueckfrage[] }[]
  readonly ungelesen: number
  /** Where the next page begins. */
  readonly weiter: string | undefined
}

const SEITE = 20

/** The person's own applications, newest first, with what is expected of the person. */
export const kontouebersicht = query({
  name: 'antraege.kontouebersicht',
  input: Type.Object({ vor: Type.Optional(Id) }, { additionalProperties: false }),
  allow: buerger(),
  async run({ tx, actor }, { vor }): Promise<Kontouebersicht> {
    const antraege = await antraegeVon(tx, actor.id, { limit: SEITE + 1, ...(vor ? { vor } : {}) })
    const fragen = await rueckfragenVon(tx, antraege.map(({ id }) => id))
    const gezeigt = antraege.slice(0, SEITE)
    return {
      antraege: gezeigt.map((antrag) => ({ antrag, offeneFragen: (fragen.get(antrag.id) ?? []).filter(istUnbeantwortet) })),
      ungelesen: await ungelesene(tx, actor.id),
      weiter: antraege.length > SEITE ? gezeigt.at(-1)?.id : undefined,
    }
  },
})
