import { isUuid } from '../../../../platform/database/database.js'
import { access, page, type Route } from '../../../../platform/http/route.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { aktenplanKennzeichen } from '../../aktenplan/index.js'
import { aktenListe } from './query.js'
import { aktenSeite } from './page.js'

export const routes: readonly Route[] = [
  page({
    path: '/arbeitsplatz/akten', access: access.staff(),
    async handle(c) {
      const [plan, text, status, vor] = ['plan', 'text', 'status', 'vor'].map((name) => (c.suche.get(name) ?? '').trim().slice(0, 200))
      const filter = { plan: /^[0-9A-Za-z./-]{1,40}$/.test(plan ?? '') ? plan ?? '' : '', text: text ?? '', status: status === 'offen' || status === 'zda' ? status : '' }
      const seite = await c.ask(aktenListe, {
        ...(filter.plan ? { plan: filter.plan } : {}), ...(filter.text ? { text: filter.text } : {}), ...(filter.status ? { status: filter.status as 'offen' | 'zda' } : {}), ...(isUuid(vor) ? { vor } : {}),
      })
      const plaene = await c.app.db.withMandant(c.mandant.id, (tx) => aktenplanKennzeichen(tx, c.today))
      return aktenSeite(c, { filter, plaene, seite, darfAnlegen: holds(c.actor, 'akte.anlegen'), vor: isUuid(vor) })
    },
  }),
]
