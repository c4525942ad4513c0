import { isUuid } from '../../../../platform/database/database.js'
import { NotFound } from '../../../../platform/errors.js'
import { access, action, redirect, wert, type Route } from '../../../../platform/http/route.js'
import { vorgangFuerNachweis } from '../pruefen/query.js'
import { nachweisBewerten } from './command.js'

export const routes: readonly Route[] = [
  action({
    path: '/arbeitsplatz/vorgaenge/:nr/nachweise/:id', access: access.staff('antrag.bearbeiten'),
    async handle(c) {
      const nachweisId = c.params['id'] ?? ''
      const nummer = c.params['nr'] ?? ''
      if (!isUuid(nachweisId)) throw new NotFound()
      const { vorgangId } = await c.ask(vorgangFuerNachweis, { nummer })
      const grund = wert(c.werte, 'grund')
      await c.execute(nachweisBewerten, { vorgangId, nachweisId, bewertung: wert(c.werte, 'bewertung') as 'angenommen', ...(grund ? { grund } : {}) }, c.formToken ? { schluessel: c.formToken } : {})
      return redirect(`/arbeitsplatz/vorgaenge/${nummer}#nachweise`, { hinweis: 'Der Nachweis ist bewertet.' })
    },
  }),
]
