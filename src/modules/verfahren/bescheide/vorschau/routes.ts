import { Readable } from 'node:stream'
import { isUuid } from '../../../../platform/database/database.js'
import { NotFound } from '../../../../platform/errors.js'
import { access, page, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { bescheide } from '../db/tables.js'
import { drucke } from '../erlassen/job.js'
import { vorschauSeite } from './page.js'
import { vorschauLesen } from './query.js'
import type { App } from '../../../../platform/app.js'

const lade = (c: RequestContext) => {
  const bescheidId = c.params['id']
  if (!isUuid(bescheidId)) throw new NotFound()
  return c.ask(vorschauLesen, { bescheidId })
}

const beispiel = (ende: string) => async (app: App): Promise<string | undefined> => {
  const mandant = app.mandanten.all()[0]
  const row = mandant && await app.db.withMandant(mandant.id, (tx) => bescheide(tx).selectFrom('bescheide.bescheid').select('id').orderBy('id').limit(1).executeTakeFirst())
  return row && `/arbeitsplatz/bescheide/${row.id}${ende}`
}

export const vorschauRoutes: readonly Route[] = [
  page({ path: '/arbeitsplatz/bescheide/:id', access: access.staff('vorgang.lesen'), beispiel: beispiel(''), handle: async (c) => vorschauSeite(c, await lade(c)) }),
  page({
    path: '/arbeitsplatz/bescheide/:id/entwurf.pdf', access: access.staff('vorgang.lesen'), beispiel: beispiel('/entwurf.pdf'),
    async handle(c) {
      const { ausfertigung } = await lade(c)
      const { bytes } = await drucke(c.app, c.mandant.id, ausfertigung, c.now)
      return { stream: { body: Readable.from(bytes), mime: 'application/pdf', dateiname: 'Bescheid-Entwurf.pdf', inline: true, size: bytes.length } }
    },
  }),
]
