import { isUuid } from '../../../../platform/database/database.js'
import { NotFound } from '../../../../platform/errors.js'
import { access, antwort, api, page, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { beispielRoadmap } from '../beispiel.js'
import { ALLE_STATUS } from '../domain/status.js'
import { alsCsv, alsJson, alsRss } from './daten.js'
import { roadmapPage, vorhabenPage } from './page.js'
import { roadmapAnsehen, vorhabenAnsehen, type Filter } from './query.js'

function filterAus(c: RequestContext): Filter {
  const [feld, status, jahr] = [c.suche.get('feld'), c.suche.get('status'), c.suche.get('jahr') ?? '']
  const bekannt = ALLE_STATUS.find((eines) => eines === status)
  return { ...(isUuid(feld) ? { feld } : {}), ...(bekannt ? { status: bekannt } : {}), ...(/^(199\d|2[01]\d\d|2200)$/.test(jahr) ? { jahr: Number(jahr) } : {}) }
}

const offen = { 'access-control-allow-origin': '*' }

export const routes: readonly Route[] = [
  page({ path: '/roadmap', access: access.public, zwischenspeichern: true, async handle(c) { const filter = filterAus(c); return roadmapPage(c, filter, await c.ask(roadmapAnsehen, filter)) } }),
  page({
    path: '/roadmap/:id', access: access.public, zwischenspeichern: true, beispiel: beispielRoadmap,
    async handle(c) { const id = c.params['id']; if (!isUuid(id)) throw new NotFound(); return vorhabenPage(c, await c.ask(vorhabenAnsehen, { id })) },
  }),
  api({
    method: 'GET', path: '/roadmap.json', access: access.public, api: { titel: 'Öffentliche Roadmap: freigegebene Angaben aller Vorhaben; Filter feld, status und jahr wie auf der Seite' },
    handle: async (c) => antwort(alsJson((await c.ask(roadmapAnsehen, filterAus(c))).eintraege, c.mandant.name, c.url), 200, { headers: offen }),
  }),
  page({
    path: '/roadmap.csv', access: access.public,
    handle: async (c) => ({ text: alsCsv((await c.ask(roadmapAnsehen, filterAus(c))).eintraege), headers: { ...offen, 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="roadmap.csv"' } }),
  }),
  page({
    path: '/roadmap.rss', access: access.public,
    handle: async (c) => ({ text: alsRss((await c.ask(roadmapAnsehen, {})).eintraege, c.mandant.name, c.url), headers: { ...offen, 'content-type': 'application/rss+xml; charset=utf-8' } }),
  }),
]
