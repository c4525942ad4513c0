import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import type { Tx } from '../../../../platform/database/database.js'
import type { Zugriffsobjekt } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { vorgangById, zugriffAufVorgang, type Vorgang } from '../../../akte/akten/index.js'
import { bescheidById, type Bescheid, type Fassung } from '../bescheid.js'
import type { Ausfertigung } from '../domain/ausfertigung.js'
import { ausfertigungVon } from '../erlassen/ausfertigung.js'

export interface Vorschau { readonly bescheid: Bescheid; readonly vorgang: Vorgang; readonly fassung: Fassung; readonly ausfertigung: Ausfertigung }

const amBescheid = async ({ bescheidId }: { bescheidId: string }, tx: Tx): Promise<Zugriffsobjekt | undefined> => {
  const bescheid = await bescheidById(tx, bescheidId)
  return bescheid && zugriffAufVorgang(tx, bescheid.vorgangId)
}

/** The newest version as it would go out today. */
export const vorschauLesen = query({
  name: 'bescheide.vorschauLesen', input: Type.Object({ bescheidId: Id }, { additionalProperties: false }),
  allow: can('vorgang.lesen').on<{ bescheidId: string }>(amBescheid),
  async run({ tx, today }, { bescheidId }): Promise<Vorschau> {
    const bescheid = await bescheidById(tx, bescheidId)
    const fassung = bescheid?.fassungen.at(-1)
    const vorgang = bescheid && await vorgangById(tx, bescheid.vorgangId)
    if (!bescheid || !fassung || !vorgang) throw new NotFound()
    return { bescheid, vorgang, fassung, ausfertigung: await ausfertigungVon(tx, bescheid, fassung.inhalt, fassung.autorId, today, true) }
  },
})
