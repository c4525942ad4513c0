import { NotFound } from '../../../../platform/errors.js'
import { access, action, redirect, wert, type Route } from '../../../../platform/http/route.js'
import { idAus } from '../ansehen/routes.js'
import { eintragOrdnen } from './command.js'

/** Goes back to the row that was moved, so that the keyboard stays where it was. */
export const routes: readonly Route[] = [action({
  path: '/arbeitsplatz/planung/:planId/eintrag/:eintragId/ordnen', access: access.staff('planung.bearbeiten'),
  async handle(c) {
    const [planId, eintragId, richtung] = [idAus(c, 'planId'), idAus(c, 'eintragId'), wert(c.werte, 'richtung')]
    if (richtung !== 'hoch' && richtung !== 'runter') throw new NotFound()
    await c.execute(eintragOrdnen, { planId, eintragId, richtung })
    return redirect(`/arbeitsplatz/planung/${planId}?ansicht=tabelle#${richtung}-${eintragId}`)
  },
})]
