import { access, action, page, redirect, wert, type Route } from '../../../../platform/http/route.js'
import { adresse, einheitAus, jahrAus, PFAD, strategieAus } from '../anzeige.js'
import { ladeStrategie } from '../lesen.js'
import { planUebernehmen } from '../uebernehmen/command.js'
import { uebersichtPage } from './page.js'
import { finanzplanUebersicht } from './query.js'

export const routes: readonly Route[] = [
  page({
    path: PFAD, access: access.staff('finanzplan.lesen'),
    async handle(c) {
      const [strategie, jahr] = [strategieAus(c), jahrAus(c)]
      return uebersichtPage(c, await c.ask(finanzplanUebersicht, { ...(strategie ? { strategie } : {}), ...(jahr ? { jahr } : {}) }), { jahr, einheit: einheitAus(c) })
    },
  }),
  action({
    path: `${PFAD}/uebernehmen`, access: access.staff('finanzplan.verwalten'),
    async handle(c) {
      const kennung = wert(c.werte, 'strategie')
      const strategie = await c.app.db.withMandant(c.mandant.id, (tx) => ladeStrategie(tx, kennung))
      const { neu, geaendert, vonHand } = await c.execute(planUebernehmen, { strategieId: strategie.id })
      return redirect(adresse(PFAD, { strategie: kennung }), { hinweis: `Übernommen: ${neu} neu, ${geaendert} geändert.${vonHand > 0 ? ` ${vonHand} von Hand geänderte blieben, wie sie sind.` : ''}` })
    },
  }),
]
