import { isUuid } from '../../../../platform/database/database.js'
import { access, page, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { csvReply, excelReply } from '../../../../platform/spreadsheet/index.js'
import { PFAD } from '../anzeige.js'
import { OBJEKTARTEN } from '../domain/arten.js'
import { ALLE_STATUS } from '../domain/status.js'
import { alsCsv, alsExcel } from './export.js'
import { uebersichtPage } from './page.js'
import { programmUebersicht, type Filter } from './query.js'

const zugang = access.staff('programm.lesen')

/** The filters in the address; what is none of theirs counts as not set. */
export function filterAus(c: RequestContext): Filter {
  const roh = (name: string) => (c.suche.get(name) ?? '').trim().slice(0, 200)
  const wahl = <T extends string>(name: string, werte: readonly T[]) => (werte.includes(roh(name) as T) ? { [name]: roh(name) as T } : {})
  return {
    ...(/^[a-z0-9][a-z0-9_-]{0,59}$/.test(roh('strategie')) ? { strategie: roh('strategie') } : {}), ...(roh('text') ? { text: roh('text') } : {}), ...(roh('verantwortlich') ? { verantwortlich: roh('verantwortlich') } : {}),
    ...(isUuid(roh('feld')) ? { feld: roh('feld') } : {}), ...wahl('art', OBJEKTARTEN), ...wahl('status', [...ALLE_STATUS, 'ohne', 'ueberfaellig'] as const), ...wahl('prioritaet', ['niedrig', 'mittel', 'hoch'] as const),
  }
}

export const routes: readonly Route[] = [
  page({ path: PFAD, access: zugang, async handle(c) { const filter = filterAus(c); return uebersichtPage(c, filter, await c.ask(programmUebersicht, filter)) } }),
  page({
    path: `${PFAD}/export.csv`, access: zugang,
    handle: async (c) => csvReply(alsCsv(await c.ask(programmUebersicht, filterAus(c))), `programm-${c.today}`),
  }),
  page({
    path: `${PFAD}/export.xlsx`, access: zugang,
    handle: async (c) => excelReply(await alsExcel(await c.ask(programmUebersicht, filterAus(c))), `programm-${c.today}`),
  }),
]
