import { isUuid } from '../../../../platform/database/database.js'
import { access, page, type Route } from '../../../../platform/http/route.js'
import { question } from '../../../../platform/usecases/usecase.js'
import { gastAntraegeMitnehmen } from '../uebernehmen/command.js'
import { kontoSeite } from './page.js'
import { kontouebersicht } from './query.js'
import { kontoTeile } from './teile.js'

export const routes: readonly Route[] = [
  page({
    path: '/konto', access: access.citizen,
    async handle(c) {
      const teile = kontoTeile()
      await gastAntraegeMitnehmen(c)
      for (const teil of teile) await teil.vorher?.(c)
      const vor = c.suche.get('vor')
      // What all rooms show here comes in one round trip.
      const [uebersicht, ...antworten] = await c.askAtOnce([question(kontouebersicht, isUuid(vor) ? { vor } : {}), ...teile.map((teil) => question(teil.frage, {}))])
      const gezeichnet = await Promise.all(teile.map((teil, index) => teil.zeichnen(c, antworten[index])))
      return kontoSeite(c, uebersicht, gezeichnet.filter((teil) => teil !== null))
    },
  }),
]
