import { access, page, type Route } from '../../../../platform/http/route.js'
import { beginneOidc, ladeAnbieter, oidcRueckkehr } from './ablauf.js'

export const routes: readonly Route[] = [
  // A link and no posted form: where it leads is another site.
  page({
    path: '/anmelden/mit/:anbieter', access: access.guest, beispiel: async () => undefined,
    async handle(c) {
      const anbieter = await ladeAnbieter(c)
      return beginneOidc(c, anbieter)
    },
  }),
  page({
    path: '/anmelden/oidc/:anbieter/antwort', access: access.guest, beispiel: async () => undefined,
    async handle(c) { return oidcRueckkehr(c, await ladeAnbieter(c)) },
  }),
]
