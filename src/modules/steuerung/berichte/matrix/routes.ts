import { access, page, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { csvOf, excelOf, type Sheet } from '../../../../platform/spreadsheet/index.js'
import { gewaehlt, vorhabenName } from '../anzeige.js'
import { AMPELN, AMPELWORT, DIMENSIONEN, DIMENSIONSWORT, KEIN_BERICHT } from '../domain/ampel.js'
import { monatKennung } from '../domain/zeitraum.js'
import { MATRIX, matrixPage } from './page.js'
import { matrixAnsehen, type Filter } from './query.js'

const zugang = access.staff('berichte.lesen')

/** The filters in the address; what is none of theirs counts as not set. */
function filterAus(c: RequestContext): Filter {
  const roh = (name: string, max = 200) => (c.suche.get(name) ?? '').trim().slice(0, max)
  const ampel = ([...AMPELN, 'fehlt'] as const).find((eine) => eine === roh('ampel'))
  const monate = (['3', '6', '12', '36'] as const).find((eine) => eine === roh('monate'))
  const strategie = gewaehlt(c)
  return {
    ...(strategie ? { strategie } : {}), ...(roh('text') ? { text: roh('text') } : {}), ...(roh('baustein', 400) ? { baustein: roh('baustein', 400) } : {}),
    ...(ampel ? { ampel } : {}), ...(monate && monate !== '6' ? { monate } : {}),
  }
}

/** One row per Vorhaben and month: a table that can be pivoted. */
async function blatt(c: RequestContext): Promise<Sheet> {
  const { monate, zeilen } = await c.ask(matrixAnsehen, filterAus(c))
  return {
    name: `statusberichte-${c.today}`,
    heads: ['Technische Kennung', 'Vorhaben', 'Gehört zu', 'Verantwortlich', 'Monat', 'Stichtag', 'Stand', ...DIMENSIONEN.map((dimension) => DIMENSIONSWORT[dimension]), 'Fassung'],
    rows: zeilen.flatMap(({ pflicht, zellen }) => zellen.flatMap((zelle, i) => {
      const zeitraum = monate[i]
      if (!zeitraum || zelle.art === 'frei') return []
      const fassung = zelle.art === 'bericht' ? zelle.fassung : undefined
      return [[pflicht.objektId, vorhabenName(pflicht), pflicht.baustein, pflicht.verantwortlich, monatKennung(zeitraum.monat), zeitraum.stichtag, fassung ? 'eingereicht' : zelle.art === 'laeuft' ? 'noch offen' : KEIN_BERICHT,
        ...DIMENSIONEN.map((dimension) => (fassung ? AMPELWORT[fassung.ampeln[dimension]] : null)), fassung?.version ?? null]]
    })),
  }
}

export const routes: readonly Route[] = [
  page({ path: MATRIX, access: zugang, async handle(c) { const filter = filterAus(c); return matrixPage(c, filter, await c.ask(matrixAnsehen, filter)) } }),
  page({ path: `${MATRIX}.csv`, access: zugang, handle: async (c) => csvOf(await blatt(c)) }),
  page({ path: `${MATRIX}.xlsx`, access: zugang, handle: async (c) => excelOf(await blatt(c)) }),
]
