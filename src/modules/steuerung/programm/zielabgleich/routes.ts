import { access, page, type Route } from '../../../../platform/http/route.js'
import { PFAD } from '../anzeige.js'
import { filterAus } from '../uebersicht/routes.js'
import { zielabgleichPage } from './page.js'
import { zielabgleich } from './query.js'

export const routes: readonly Route[] = [
  page({ path: `${PFAD}/ziele`, access: access.staff('programm.lesen'), async handle(c) { const { strategie } = filterAus(c); return zielabgleichPage(c, await c.ask(zielabgleich, strategie ? { strategie } : {})) } }),
]
