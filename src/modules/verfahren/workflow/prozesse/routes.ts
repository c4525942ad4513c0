import type { App } from '../../../../platform/app.js'
import { access, action, page, redirect, wert, type Route } from '../../../../platform/http/route.js'
import { workflow } from '../db/tables.js'
import { readDiagram } from '../domain/index.js'
import { stoerungErneutVersuchen } from '../stoerungen/command.js'
import { instanzSeite, modellSeite, prozesslistenSeite } from './page.js'
import { instanzAnsehen, modellAnsehen, prozessliste } from './query.js'

const zugang = access.staff('prozess.verwalten')

const beispiel = (tabelle: 'workflow.modell' | 'workflow.instanz', vor: string) => async (app: App): Promise<string | undefined> => {
  const [mandant] = app.mandanten.all()
  const row = mandant && await app.db.withMandant(mandant.id, (tx) => workflow(tx).selectFrom(tabelle).select('id').orderBy('id').limit(1).executeTakeFirst())
  return row && `${vor}${row.id}`
}

export const prozessRoutes: readonly Route[] = [
  page({ path: '/verwaltung/prozesse', access: zugang, handle: async (c) => prozesslistenSeite(c, await c.ask(prozessliste, {})) }),
  page({
    path: '/verwaltung/prozesse/:id', access: zugang, beispiel: beispiel('workflow.modell', '/verwaltung/prozesse/'),
    async handle(c) {
      const nach = c.suche.get('nach')?.slice(0, 60)
      const ansicht = await c.ask(modellAnsehen, { id: (c.params['id'] ?? '').slice(0, 60), ...(nach ? { nach } : {}) })
      return modellSeite(c, ansicht, await readDiagram(ansicht.xml))
    },
  }),
  page({
    path: '/verwaltung/prozesse/laufend/:id', access: zugang, beispiel: beispiel('workflow.instanz', '/verwaltung/prozesse/laufend/'),
    async handle(c) {
      const ansicht = await c.ask(instanzAnsehen, { id: (c.params['id'] ?? '').slice(0, 60) })
      return instanzSeite(c, ansicht, await readDiagram(ansicht.xml))
    },
  }),
  action({
    path: '/verwaltung/prozesse/laufend/:id/erneut', access: zugang,
    async handle(c) {
      await c.execute(stoerungErneutVersuchen, { instanzId: c.params['id'] ?? '', stoerungId: wert(c.werte, 'stoerung') }, c.formToken ? { schluessel: c.formToken } : {})
      return redirect(`/verwaltung/prozesse/laufend/${c.params['id'] ?? ''}`, { hinweis: 'Der Schritt wird erneut versucht.' })
    },
  }),
]
