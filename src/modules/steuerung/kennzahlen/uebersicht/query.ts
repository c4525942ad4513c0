import { Type } from 'typebox'
import { holds } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import {
  erfolgskriterienVon, objekteVon, strategien, waehleStrategie, type Erfolgskriterium, type Objekt,
} from '../../programm/index.js'
import { kennzahlenVon } from '../lesen.js'
import { kennzahlenUebersicht, type Kennzahlstand } from '../stand.js'

export interface Zielast {
  readonly ziel: Objekt; readonly kennzahlen: readonly Kennzahlstand[]; readonly kriterien: readonly Erfolgskriterium[]
}

/**
 * The tree of a strategy: Ziele, their Kennzahlen, and the Erfolgskriterien of the paper that nobody measures yet
 * (H1-07).
 */
export const kennzahlenbaum = query({
  name: 'kennzahlen.kennzahlenbaum', staleness: 'seconds',
  input: Type.Object({ strategie: Type.Optional(Type.String({ maxLength: 60 })) }, { additionalProperties: false }),
  allow: can('kennzahlen.lesen')(),
  async run({ tx, actor, today }, { strategie: kennung }) {
    const alle = await strategien(tx)
    const strategie = waehleStrategie(alle, kennung)
    const ziele = strategie ? await objekteVon(tx, { strategieId: strategie.id, arten: ['ziel'] }) : []
    const staende = await kennzahlenUebersicht(tx, today)
    const definitionen = await kennzahlenVon(tx, { auchStillgelegte: true })
    const gemessen = new Set(definitionen.map(({ kriteriumId }) => kriteriumId))
    const kriterien = strategie
      ? (await erfolgskriterienVon(tx, strategie.id)).filter(({ id }) => !gemessen.has(id))
      : []
    const aeste = ziele.map((ziel): Zielast => ({
      ziel, kennzahlen: staende.filter((stand) => stand.ziel?.id === ziel.id),
      kriterien: kriterien.filter(({ zielId }) => zielId === ziel.id),
    }))
    const hier = new Set(ziele.map(({ id }) => id))
    return {
      strategien: alle, strategie, aeste,
      /** Of no Ziel, or of one that was removed; those of other strategies stand there. */
      ohneZiel: staende.filter(({ ziel }) => !ziel), gezeigt: staende.filter(({ ziel }) => !ziel || hier.has(ziel.id)),
      stillgelegte: definitionen.filter(({ stillgelegtAm }) => stillgelegtAm !== null),
      definitionen: new Map(definitionen.map((eine) => [eine.id, eine])),
      darfVerwalten: holds(actor, 'kennzahlen.verwalten'),
    }
  },
})
export type Baum = Awaited<ReturnType<typeof kennzahlenbaum.run>>
