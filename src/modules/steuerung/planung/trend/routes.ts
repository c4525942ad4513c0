import { access, action, page, redirect, type Route } from '../../../../platform/http/route.js'
import { idAus, planbeispiel } from '../ansehen/routes.js'
import { prognoseErfassen } from './command.js'
import { trendSeite } from './page.js'
import { trendAnsehen } from './query.js'

const PFAD = '/arbeitsplatz/planung/:planId/trend'

export const routes: readonly Route[] = [
  page({ path: PFAD, access: access.staff('planung.lesen'), beispiel: planbeispiel('/trend'), handle: async (c) => trendSeite(c, await c.ask(trendAnsehen, { planId: idAus(c, 'planId') })) }),
  action({
    path: PFAD, access: access.staff('planung.bearbeiten'),
    async handle(c) {
      const planId = idAus(c, 'planId')
      const { anzahl } = await c.execute(prognoseErfassen, { planId })
      return redirect(`/arbeitsplatz/planung/${planId}/trend`, { hinweis: anzahl === 0 ? 'Für heute sind die Prognosen schon festgehalten.' : `${anzahl} Prognosen sind festgehalten.` })
    },
  }),
]
