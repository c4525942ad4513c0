import { access, page, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { csvOf, excelOf, type Sheet } from '../../../../platform/spreadsheet/index.js'
import { gewaehlt, vorhabenName } from '../anzeige.js'
import { AMPELWORT, DIMENSIONEN, DIMENSIONSWORT, KEIN_BERICHT, schlechteste } from '../domain/ampel.js'
import { monatKennung } from '../domain/zeitraum.js'
import { KERNTEAM, kernteamPage } from './page.js'
import { monatKonsolidieren } from './query.js'

const zugang = access.staff('berichte.lesen')

function lade(c: RequestContext) {
  const [strategie, monat] = [gewaehlt(c), (c.suche.get('monat') ?? '').slice(0, 7)]
  return c.ask(monatKonsolidieren, { ...(strategie ? { strategie } : {}), ...(monat ? { monat } : {}) })
}

async function blatt(c: RequestContext): Promise<Sheet> {
  const { zeitraum, ergebnis } = await lade(c)
  return {
    name: `programm-${zeitraum ? monatKennung(zeitraum.monat) : 'leer'}`,
    heads: ['Vorhaben', 'Gehört zu', 'Verantwortlich', 'Stichtag', 'Gesamt', ...DIMENSIONEN.flatMap((dimension) => [DIMENSIONSWORT[dimension], `${DIMENSIONSWORT[dimension]}: Begründung`, `${DIMENSIONSWORT[dimension]}: Gegenmaßnahme`]), 'Aktivitäten', 'Risiken', 'Entscheidungsbedarfe', 'Nächster Meilenstein', 'Termin'],
    rows: (ergebnis?.stellen ?? []).map(({ pflicht, bericht }) => {
      const inhalt = bericht?.inhalt
      return [vorhabenName(pflicht), pflicht.baustein, pflicht.verantwortlich, zeitraum?.stichtag ?? null, bericht ? AMPELWORT[schlechteste(bericht.ampeln)] : KEIN_BERICHT,
        ...DIMENSIONEN.flatMap((dimension) => (bericht && inhalt ? [AMPELWORT[bericht.ampeln[dimension]], inhalt[dimension].begruendung, inhalt[dimension].gegenmassnahme] : [null, null, null])),
        inhalt?.aktivitaeten ?? null, inhalt?.risiken ?? null, inhalt?.entscheidungen.map(({ text }) => text).join('\n') ?? null, inhalt?.meilenstein.name ?? null, inhalt?.meilenstein.termin ? Temporal.PlainDate.from(inhalt.meilenstein.termin) : null]
    }),
  }
}

export const routes: readonly Route[] = [
  page({ path: KERNTEAM, access: zugang, handle: async (c) => kernteamPage(c, await lade(c)) }),
  page({ path: `${KERNTEAM}.csv`, access: zugang, handle: async (c) => csvOf(await blatt(c)) }),
  page({ path: `${KERNTEAM}.xlsx`, access: zugang, handle: async (c) => excelOf(await blatt(c)) }),
]
