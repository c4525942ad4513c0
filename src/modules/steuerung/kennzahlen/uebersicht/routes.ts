import { access, page, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { csvOf, excelOf, type Sheet } from '../../../../platform/spreadsheet/index.js'
import { gewaehlt } from '../anzeige.js'
import { RICHTUNGEN } from '../domain/kennzahl.js'
import { STATUS, type Status } from '../domain/status.js'
import { HAEUFIGKEITEN } from '../domain/zeitraum.js'
import { PFAD } from '../pfade.js'
import { uebersichtPage } from './page.js'
import { kennzahlenbaum } from './query.js'

const zugang = access.staff('kennzahlen.lesen')

function lade(c: RequestContext) {
  const strategie = gewaehlt(c)
  return c.ask(kennzahlenbaum, strategie ? { strategie } : {})
}

async function blatt(c: RequestContext): Promise<Sheet> {
  const { gezeigt, definitionen } = await lade(c)
  return {
    name: `kennzahlen-${c.today}`,
    heads: [
      'Ziel', 'Kennzahl', 'Definition', 'Maßeinheit', 'Richtung', 'Häufigkeit', 'Quelle', 'Zielwert', 'Zieltermin',
      'Letzter Wert', 'Stichtag', 'Stand', 'Grund',
    ],
    rows: gezeigt.map((stand) => {
      const definition = definitionen.get(stand.id)
      return [
        stand.ziel?.name ?? null, stand.name, definition?.definition ?? null, stand.masseinheit,
        RICHTUNGEN[stand.richtung], definition ? HAEUFIGKEITEN[definition.haeufigkeit] : null,
        definition?.quelle ?? 'von Hand',
        stand.zielwert?.text ?? null, stand.zielwert?.am ?? null, stand.letzter?.text ?? null,
        stand.letzter?.stichtag ?? null, stand.statuswort, stand.grund]
    }),
  }
}

export const routes: readonly Route[] = [
  page({
    path: PFAD, access: zugang,
    async handle(c) {
      const status = c.suche.get('status') ?? ''
      return uebersichtPage(c, await lade(c), Object.hasOwn(STATUS, status) ? status as Status : undefined)
    },
  }),
  page({ path: `${PFAD}/kennzahlen.csv`, access: zugang, handle: async (c) => csvOf(await blatt(c)) }),
  page({ path: `${PFAD}/kennzahlen.xlsx`, access: zugang, handle: async (c) => excelOf(await blatt(c)) }),
]
