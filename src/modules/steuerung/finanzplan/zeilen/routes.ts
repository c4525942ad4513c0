import { isUuid } from '../../../../platform/database/database.js'
import { access, page, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { jahrAus, PFAD, strategieAus } from '../anzeige.js'
import { csvReply, excelReply } from '../../../../platform/spreadsheet/index.js'
import type { Gruppe } from '../domain/zeile.js'
import { zeilenAlsCsv, zeilenAlsExcel } from './export.js'
import { zeilenPage } from './page.js'
import { GRUPPEN, zeilenliste, type Filter } from './query.js'

const zugang = access.staff('finanzplan.lesen')

/** The filters in the address; what is none of theirs counts as not set. */
function filterAus(c: RequestContext): Filter {
  const [strategie, jahr, objekt, gruppe, stand] = [strategieAus(c), jahrAus(c), c.suche.get('objekt') ?? '', c.suche.get('gruppe') ?? '', c.suche.get('stand') ?? '']
  return {
    ...(strategie ? { strategie } : {}), ...(jahr ? { jahr } : {}), ...(isUuid(objekt) || objekt === 'ohne' ? { objekt } : {}), ...(Object.hasOwn(GRUPPEN, gruppe) ? { gruppe: gruppe as Gruppe } : {}),
    ...(stand === 'plan' || stand === 'veranschlagt' ? { stand } : {}), ...(c.suche.get('ohneJahr') === 'ja' ? { ohneJahr: true } : {}),
  }
}

export const routes: readonly Route[] = [
  page({ path: `${PFAD}/zeilen`, access: zugang, async handle(c) { const filter = filterAus(c); return zeilenPage(c, filter, await c.ask(zeilenliste, filter)) } }),
  page({ path: `${PFAD}/zeilen/export.csv`, access: zugang, handle: async (c) => csvReply(zeilenAlsCsv(await c.ask(zeilenliste, filterAus(c))), `finanzplan-${c.today}`) }),
  page({ path: `${PFAD}/zeilen/export.xlsx`, access: zugang, handle: async (c) => excelReply(await zeilenAlsExcel(await c.ask(zeilenliste, filterAus(c))), `finanzplan-${c.today}`) }),
]
