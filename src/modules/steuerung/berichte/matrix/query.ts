import { Type, type Static } from 'typebox'
import { searchKey } from '../../../../platform/text/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { AMPELN, schlechteste, zusammenfassen, type Ampel } from '../domain/ampel.js'
import { letzteFassungen, pflichten, zeitraeume, type Fassung, type Pflicht, type Zeitraum } from '../lesen.js'
import { strategien, waehleStrategie } from '../vorhaben.js'

export const Filtereingabe = Type.Object({
  strategie: Type.Optional(Type.String({ maxLength: 60 })), text: Type.Optional(Type.String({ maxLength: 200 })), baustein: Type.Optional(Type.String({ maxLength: 400 })),
  ampel: Type.Optional(Type.Unsafe<Ampel | 'fehlt'>(Type.Enum([...AMPELN, 'fehlt']))), monate: Type.Optional(Type.Unsafe<'3' | '6' | '12' | '36'>(Type.Enum(['3', '6', '12', '36']))),
}, { additionalProperties: false })
export type Filter = Static<typeof Filtereingabe>

/** What a month says of a Vorhaben: a report, a gap, still time, or that nobody asked. */
export type Zelle = { readonly art: 'bericht'; readonly fassung: Fassung } | { readonly art: 'fehlt' | 'laeuft' | 'frei' }
export interface Matrixzeile { readonly pflicht: Pflicht; readonly zellen: readonly Zelle[] }

/** Vorhaben × month, the newest month last; the filter of the light looks at the newest month whose reports are due. */
export const matrixAnsehen = query({
  name: 'berichte.matrixAnsehen', staleness: 'seconds', input: Filtereingabe, allow: can('berichte.lesen')(),
  async run({ tx, today }, filter) {
    const alle = await strategien(tx)
    const strategie = waehleStrategie(alle, filter.strategie)
    const monate: Zeitraum[] = strategie ? (await zeitraeume(tx, strategie.id, Number(filter.monate ?? '6'))).toReversed() : []
    const ids = monate.map(({ id }) => id)
    const je = Map.groupBy(await pflichten(tx, ids), ({ objektId }) => objektId)
    const fassungen = new Map((await letzteFassungen(tx, ids)).map((fassung) => [`${fassung.zeitraumId} ${fassung.objektId}`, fassung]))
    const laeuft = (zeitraum: Zeitraum) => Temporal.PlainDate.compare(zeitraum.faelligAm, today) >= 0
    const zelle = (zeitraum: Zeitraum, pflicht: Pflicht | undefined): Zelle => {
      const fassung = pflicht && fassungen.get(`${zeitraum.id} ${pflicht.objektId}`)
      return fassung ? { art: 'bericht', fassung } : { art: pflicht ? (laeuft(zeitraum) ? 'laeuft' : 'fehlt') : 'frei' }
    }
    const rang = new Map(monate.map(({ id }, i) => [id, i]))
    const zeilen = [...je.values()].map((eigene): Matrixzeile => {
      const neueste = eigene.toSorted((a, b) => (rang.get(a.zeitraumId) ?? 0) - (rang.get(b.zeitraumId) ?? 0)).at(-1) as Pflicht
      return { pflicht: neueste, zellen: monate.map((zeitraum) => zelle(zeitraum, eigene.find(({ zeitraumId }) => zeitraumId === zeitraum.id))) }
    }).toSorted((a, b) => a.pflicht.rang - b.pflicht.rang)
    const stichspalte = monate.findLastIndex((zeitraum) => !laeuft(zeitraum))
    const treffer = zeilen.filter((zeile) => passt(zeile, filter, stichspalte))
    return {
      strategien: alle, strategie, monate, zeilen: treffer, anzahl: zeilen.length, stichspalte, bausteine: [...new Set(zeilen.map(({ pflicht }) => pflicht.baustein))].filter(Boolean),
      summen: monate.map((_, i) => zusammenfassen(treffer.flatMap(({ zellen, pflicht }) => { const eine = zellen[i]; return eine === undefined || eine.art === 'frei' || eine.art === 'laeuft' ? [] : [{ ampeln: eine.art === 'bericht' ? eine.fassung.ampeln : null, prioritaet: pflicht.prioritaet, kritisch: pflicht.kritisch }] }))),
    }
  },
})

function passt({ pflicht, zellen }: Matrixzeile, { text, baustein, ampel }: Filter, stichspalte: number): boolean {
  if (text && !searchKey([pflicht.nummer, pflicht.name, pflicht.verantwortlich].join(' ')).includes(searchKey(text))) return false
  if (baustein && pflicht.baustein !== baustein) return false
  if (!ampel) return true
  const zelle = zellen[stichspalte]
  return ampel === 'fehlt' ? zelle?.art === 'fehlt' : zelle?.art === 'bericht' && schlechteste(zelle.fassung.ampeln) === ampel
}
