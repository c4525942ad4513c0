import { Type } from 'typebox'
import { isUuid } from '../../../../platform/database/database.js'
import { NotFound } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { amVorgang, vorgangById } from '../../../akte/akten/index.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { bescheidZuVorgang, type Bescheid } from '../bescheid.js'
import { vorbelegung, type Vorbelegung } from './vorbelegung.js'

/** What the form of a draft shows. */
export const entwurfLesen = query({
  name: 'bescheide.entwurfLesen',
  input: Type.Object({ vorgangId: Id, bausteine: Type.Optional(Type.Enum(['genehmigung', 'ablehnung'])) }, { additionalProperties: false }),
  allow: can('bescheid.entwerfen').on<{ vorgangId: string }>(amVorgang, { sehen: 'vorgang.lesen' }),
  async run({ tx }, { vorgangId, bausteine }): Promise<Vorbelegung> {
    const vorgang = await vorgangById(tx, vorgangId)
    if (!vorgang) throw new NotFound()
    return vorbelegung(tx, vorgang, bausteine)
  },
})

export interface Bescheidansicht { readonly bescheid: Bescheid | undefined; readonly namen: ReadonlyMap<string, string> }

/** Versions and signatures of a Vorgang's decision with the names of the people, for whoever may read the Vorgang. */
export const bescheidLesen = query({
  name: 'bescheide.bescheidLesen', input: Type.Object({ vorgangId: Id }, { additionalProperties: false }), allow: can('vorgang.lesen').on<{ vorgangId: string }>(amVorgang),
  async run({ tx }, { vorgangId }): Promise<Bescheidansicht> {
    const bescheid = await bescheidZuVorgang(tx, vorgangId)
    const ids = bescheid ? [...bescheid.fassungen.flatMap((one) => [one.autorId, one.autorFuer]), ...bescheid.zeichnungen.flatMap((one) => [one.werId, one.fuerId])].filter(isUuid) : []
    return { bescheid, namen: new Map([...await kontenById(tx, ids)].map(([id, konto]) => [id, konto.name])) }
  },
})
