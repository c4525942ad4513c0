import { isUuid } from '../../../../platform/database/database.js'
import { access, page, type Route } from '../../../../platform/http/route.js'
import { question } from '../../../../platform/usecases/usecase.js'
import { gastAntraegeMitnehmen } from '../uebernehmen/command.js'
import { kontoSeite } from './page.js'
import { kontouebersicht } from './query.js'
import { kontoTeile } from './teile.js'

/** What all rooms show here, in one round trip. */
function fragen(suche: URLSearchParams) {
  const vor = suche.get('vor')
  return [question(kontouebersicht, isUuid(vor) ? { vor } : {}), ...kontoTeile().map((teil) => question(teil.frage, {}))] as const
}

export const routes: readonly Route[] = [
  page({
    path: '/konto', access: access.citizen, vorab: fragen,
    async handle(c) {
      const teile = kontoTeile()
      await gastAntraegeMitnehmen(c)
      for (const teil of teile) await teil.vorher?.(c)
      const [uebersicht, ...antworten] = await c.askAtOnce(fragen(c.suche))
      const gezeichnet = await Promise.all(teile.map((teil, index) => teil.zeichnen(c, antworten[index])))
      return kontoSeite(c, uebersicht, gezeichnet.filter((teil) => teil !== null))
    },
  }),
]
