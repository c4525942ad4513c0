import { isUuid } from '../../../../platform/database/database.js'
import { NotFound } from '../../../../platform/errors.js'
import { access, action, page, redirect, type Route } from '../../../../platform/http/route.js'
import { akteBeispiel } from '../beispiele.js'
import { akteSchliessen } from '../schliessen/akte-command.js'
import { akteSeite } from './page.js'
import { akteAnsehen } from './query.js'

/** An id from the address; whatever else stands there is nothing that exists. */
export function idAus(text: string | undefined): string {
  if (!isUuid(text)) throw new NotFound()
  return text
}

export const routes: readonly Route[] = [
  page({
    path: '/arbeitsplatz/akten/:id', access: access.staff(), beispiel: akteBeispiel(),
    async handle(c) {
      const vor = c.suche.get('vor')
      return akteSeite(c, await c.ask(akteAnsehen, { akteId: idAus(c.params['id']), ...(isUuid(vor) ? { vor } : {}) }), isUuid(vor))
    },
  }),
  action({
    path: '/arbeitsplatz/akten/:id/zda', access: access.staff('akte.anlegen'),
    async handle(c) {
      const akteId = idAus(c.params['id'])
      await c.execute(akteSchliessen, { akteId })
      return redirect(`/arbeitsplatz/akten/${akteId}`, { hinweis: 'Die Akte ist zu den Akten gelegt.' })
    },
  }),
]
