import { access, page, type Route } from '../../../../platform/http/route.js'
import { hilfeArbeitsplatzPage, hilfePage } from './hilfe.js'
import { barrierefreiheitPage, datenschutzPage, impressumPage, sprachePage } from './rechtliches.js'

export const routes: readonly Route[] = [
  page({ path: '/hilfe', access: access.public, zwischenspeichern: true, handle: async (c) => hilfePage(c) }),
  page({ path: '/hilfe/arbeitsplatz', access: access.staff(), handle: async (c) => hilfeArbeitsplatzPage(c) }),
  page({ path: '/barrierefreiheit', access: access.public, zwischenspeichern: true, handle: async (c) => barrierefreiheitPage(c) }),
  page({ path: '/datenschutz', access: access.public, zwischenspeichern: true, handle: async (c) => datenschutzPage(c) }),
  page({ path: '/impressum', access: access.public, zwischenspeichern: true, handle: async (c) => impressumPage(c) }),
  page({ path: '/sprache', access: access.public, zwischenspeichern: true, handle: async (c) => sprachePage(c) }),
]
