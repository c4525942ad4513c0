import { Type } from 'typebox'
import { jeder } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { katalog, LEBENSLAGEN, type Katalogeintrag } from '../../../grundlagen/leistungen/index.js'

/** The most used services and the situations in life that have any. */
export const startseite = query({
  name: 'portal.startseite',
  input: Type.Object({}, { additionalProperties: false }),
  allow: jeder(),
  async run({ tx, mandantId, today }) {
    const { eintraege } = await katalog(tx, mandantId, today)
    return { beliebt: beliebteste(eintraege, 6), lebenslagen: lagenMit(eintraege), anzahl: eintraege.length }
  },
})

export const beliebteste = (eintraege: readonly Katalogeintrag[], anzahl: number): Katalogeintrag[] =>
  eintraege.toSorted((a, b) => b.beliebtheit - a.beliebtheit).slice(0, anzahl)

/** Keys of the situations that at least one service belongs to, in the order of the table. */
export const lagenMit = (eintraege: readonly Katalogeintrag[]): string[] =>
  Object.keys(LEBENSLAGEN).filter((lage) => eintraege.some(({ lebenslagen }) => lebenslagen.includes(lage)))
