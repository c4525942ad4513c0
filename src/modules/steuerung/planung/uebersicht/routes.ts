import { access, form, redirect, wert, type Route } from '../../../../platform/http/route.js'
import { strategien } from '../../programm/index.js'
import { planAnlegen } from '../anlegen/command.js'
import { planAusProgramm } from '../aus-programm/command.js'
import { uebersichtSeite } from './page.js'
import { planuebersicht } from './query.js'

export const routes: readonly Route[] = form({
  path: '/arbeitsplatz/planung', access: access.staff('planung.lesen'),
  show: async (c, zustand) => uebersichtSeite(c, await c.ask(planuebersicht, {}), await c.app.db.withMandant(c.mandant.id, (tx) => strategien(tx)), zustand),
  async submit(c, werte) {
    const strategieId = wert(werte, 'strategieId')
    const schwelle = /^\d{1,3}$/.exec(wert(werte, 'schwelle'))?.[0]
    const { planId } = await c.execute(planAnlegen, {
      titel: wert(werte, 'titel'), beginn: wert(werte, 'beginn'), ...(strategieId ? { strategieId } : {}), ...(schwelle ? { schwelle: Number(schwelle) } : {}),
    }, c.formToken ? { schluessel: c.formToken } : {})
    if (!strategieId) return redirect(`/arbeitsplatz/planung/${planId}`, { hinweis: 'Der Plan ist angelegt.' })
    const { uebernommen, ausgelassen } = await c.execute(planAusProgramm, { planId })
    const fehlend = ausgelassen.length === 0 ? '' : ` Ohne Laufzeit und darum nicht übernommen: ${ausgelassen.slice(0, 5).join(', ')}${ausgelassen.length > 5 ? ` und ${ausgelassen.length - 5} weitere` : ''}.`
    return redirect(`/arbeitsplatz/planung/${planId}`, { hinweis: `${uebernommen} Einträge sind übernommen.${fehlend}` })
  },
})
