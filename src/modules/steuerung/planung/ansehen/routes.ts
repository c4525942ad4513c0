import type { App } from '../../../../platform/app.js'
import { isUuid } from '../../../../platform/database/database.js'
import { NotFound } from '../../../../platform/errors.js'
import { access, page, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { planung } from '../db/tables.js'
import { ZOOM, type Zoom } from './geometrie.js'
import { planSeite } from './page.js'
import { planAnsehen } from './query.js'

/** An id in the address; what is none does not exist. */
export function idAus(c: RequestContext, name: string): string {
  const id = c.params[name]
  if (!isUuid(id)) throw new NotFound()
  return id
}

/** A page of the first plan of the demo, as an example path. */
export const planbeispiel = (rest = '') => async (app: App): Promise<string | undefined> => {
  for (const mandant of app.mandanten.all()) {
    const row = await app.db.withMandant(mandant.id, (tx) => planung(tx).selectFrom('planung.plan').select('id').orderBy('created_at').orderBy('id').limit(1).executeTakeFirst())
    if (row) return `/arbeitsplatz/planung/${row.id}${rest}`
  }
  return undefined
}

export const routes: readonly Route[] = [
  page({
    path: '/arbeitsplatz/planung/:planId', access: access.staff('planung.lesen'), beispiel: planbeispiel(),
    async handle(c) {
      const zoom = c.suche.get('zoom') ?? ''
      return planSeite(c, await c.ask(planAnsehen, { planId: idAus(c, 'planId') }), {
        zoom: zoom in ZOOM ? zoom as Zoom : 'monat', nurKritisch: c.suche.get('kritisch') === 'ja', ansicht: c.suche.get('ansicht') === 'tabelle' ? 'tabelle' : 'balken',
      })
    },
  }),
]
