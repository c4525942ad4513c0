import { isUuid } from '../../../../platform/database/database.js'
import { NotFound } from '../../../../platform/errors.js'
import { access, action, form, redirect, wert, type Route } from '../../../../platform/http/route.js'
import { idAus, planbeispiel } from '../ansehen/routes.js'
import { kommunikationErledigen, kommunikationPlanen } from './command.js'
import { kommunikationSeite } from './page.js'
import { kommunikationsliste } from './query.js'

const PFAD = '/arbeitsplatz/planung/:planId/kommunikation'

export const routes: readonly Route[] = [
  ...form({
    path: PFAD, access: access.staff('planung.lesen'), beispiel: planbeispiel('/kommunikation'),
    show: async (c, zustand) => kommunikationSeite(c, await c.ask(kommunikationsliste, { planId: idAus(c, 'planId') }), zustand),
    async submit(c, werte) {
      const [planId, meilensteinId, verantwortlichId] = [idAus(c, 'planId'), wert(werte, 'meilensteinId'), wert(werte, 'verantwortlichId')]
      await c.execute(kommunikationPlanen, {
        planId, zielgruppe: wert(werte, 'zielgruppe'), botschaft: wert(werte, 'botschaft'), kanal: wert(werte, 'kanal'), termin: wert(werte, 'termin'),
        ...(isUuid(meilensteinId) ? { meilensteinId } : {}), ...(isUuid(verantwortlichId) ? { verantwortlichId } : {}),
      }, c.formToken ? { schluessel: c.formToken } : {})
      return redirect(`/arbeitsplatz/planung/${planId}/kommunikation`, { hinweis: 'Die Kommunikation ist geplant.' })
    },
  }),
  action({
    path: `${PFAD}/erledigt`, access: access.staff('planung.bearbeiten'),
    async handle(c) {
      const [planId, kommunikationId] = [idAus(c, 'planId'), wert(c.werte, 'kommunikationId')]
      if (!isUuid(kommunikationId)) throw new NotFound()
      await c.execute(kommunikationErledigen, { planId, kommunikationId })
      return redirect(`/arbeitsplatz/planung/${planId}/kommunikation`, { hinweis: 'Erledigt.' })
    },
  }),
]
