import { access, page, redirect, type Route } from '../../../../platform/http/route.js'
import { nullsucheVermerken } from '../../../grundlagen/leistungen/index.js'
import { startPage } from '../start/page.js'
import { startseite } from '../start/query.js'
import { listePage, type Filter } from './liste.js'
import { leistungenFinden, leistungSehen } from './query.js'
import { leistungPage } from './seite.js'

export const routes: readonly Route[] = [
  page({ path: '/', access: access.public, zwischenspeichern: true, handle: async (c) => startPage(c, await c.ask(startseite, {})) }),
  page({
    path: '/leistungen', access: access.public, zwischenspeichern: true, beispiel: '/leistungen?q=parken',
    async handle(c) {
      const eingabe = (name: string, laenge: number) => (c.suche.get(name) ?? '').normalize('NFC').trim().slice(0, laenge)
      const filter: Filter = { q: eingabe('q', 200), lage: eingabe('lage', 40), zielgruppe: eingabe('zielgruppe', 40) }
      const liste = await c.ask(leistungenFinden, { ...filter })
      if (filter.q && !filter.lage && !filter.zielgruppe && liste.treffer.length === 0) await c.execute(nullsucheVermerken, { anfrage: filter.q })
      return listePage(c, filter, liste)
    },
  }),
  page({
    path: '/leistungen/:key', access: access.public, zwischenspeichern: true, beispiel: '/leistungen/bewohnerparkausweis',
    async handle(c) {
      const seite = await c.ask(leistungSehen, { schluessel: (c.params['key'] ?? '').slice(0, 200) })
      // One address per service: the federal number leads to it.
      return c.params['key'] === seite.leistung.schluessel ? leistungPage(c, seite) : redirect(`/leistungen/${seite.leistung.schluessel}`, { status: 301 })
    },
  }),
]
