import { isUuid } from '../../../../platform/database/database.js'
import { access, page, type Route } from '../../../../platform/http/route.js'
import { gastAntraegeMitnehmen } from '../uebernehmen/command.js'
import { kontoSeite } from './page.js'
import { kontouebersicht } from './query.js'
import { kontoTeile } from './teile.js'

export const routes: readonly Route[] = [
  page({
    path: '/konto', access: access.citizen,
    async handle(c) {
      await gastAntraegeMitnehmen(c)
      const vor = c.suche.get('vor')
      const teile = await Promise.all(kontoTeile().map((teil) => teil.laden(c)))
      return kontoSeite(c, await c.ask(kontouebersicht, isUuid(vor) ? { vor } : {}), teile.filter((teil) => teil !== null))
    },
  }),
]
