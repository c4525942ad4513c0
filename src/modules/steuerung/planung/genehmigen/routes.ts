import { access, action, form, redirect, submitOrShowAgain, wert, type Reply, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { planAnsehen } from '../ansehen/query.js'
import { idAus, planbeispiel } from '../ansehen/routes.js'
import { antragEntscheiden, antragZurueckziehen, basisGenehmigen } from './command.js'
import type { Teilzustand } from '../formfelder.js'
import { genehmigungSeite, ZURUECKZIEHEN } from './page.js'
import { genehmigungen } from './query.js'
import { basisZurueckziehen } from './zurueckziehen.js'

const PLAN = '/arbeitsplatz/planung/:planId'

async function zeige(c: RequestContext, zustand: Teilzustand): Promise<Reply> {
  const planId = idAus(c, 'planId')
  return genehmigungSeite(c, await c.ask(planAnsehen, { planId }), await c.ask(genehmigungen, { planId }), zustand)
}

export const routes: readonly Route[] = [
  ...form({
    path: `${PLAN}/genehmigung`, access: access.staff('planung.lesen'), beispiel: planbeispiel('/genehmigung'), show: zeige,
    async submit(c, werte) {
      const planId = idAus(c, 'planId')
      const gesehen = /^[1-9]\d{0,8}$/.exec(wert(werte, 'gesehen'))?.[0]
      const { nummer } = await c.execute(basisGenehmigen, { planId, grund: wert(werte, 'grund'), ...(gesehen ? { gesehen: Number(gesehen) } : {}) }, c.formToken ? { schluessel: c.formToken } : {})
      return redirect(`/arbeitsplatz/planung/${planId}/genehmigung`, { hinweis: `Der Plan ist als Basisplan ${nummer} genehmigt.` })
    },
  }),
  action({
    path: `${PLAN}/genehmigung/zurueckziehen`, access: access.staff('planung.genehmigen'),
    handle: (c) => submitOrShowAgain(c, async () => {
      const planId = idAus(c, 'planId')
      const { nummer, giltWieder } = await c.execute(basisZurueckziehen, { planId, grund: wert(c.werte, 'grund') })
      return redirect(`/arbeitsplatz/planung/${planId}/genehmigung`, { hinweis: `Die Genehmigung von Basisplan ${nummer} ist zurückgezogen. ${giltWieder ? `Es gilt wieder Basisplan ${giltWieder}.` : 'Der Plan kann jetzt frei geändert werden.'}` })
    }, (zustand) => zeige(c, { ...zustand, formular: ZURUECKZIEHEN })),
  }),
  action({
    path: `${PLAN}/antraege/:antragId/entscheiden`, access: access.staff('planung.genehmigen'),
    handle: (c) => submitOrShowAgain(c, async () => {
      const planId = idAus(c, 'planId')
      const { status } = await c.execute(antragEntscheiden, { planId, antragId: idAus(c, 'antragId'), genehmigt: wert(c.werte, 'entscheidung') === 'genehmigt', begruendung: wert(c.werte, 'begruendung') })
      return redirect(`/arbeitsplatz/planung/${planId}/genehmigung`, { hinweis: status === 'genehmigt' ? 'Die Änderung ist genehmigt und in den Plan übernommen.' : 'Der Antrag ist abgelehnt.' })
    }, (zustand) => zeige(c, zustand)),
  }),
  action({
    path: `${PLAN}/antraege/:antragId/zurueckziehen`, access: access.staff('planung.bearbeiten'),
    async handle(c) {
      const planId = idAus(c, 'planId')
      await c.execute(antragZurueckziehen, { planId, antragId: idAus(c, 'antragId') })
      return redirect(`/arbeitsplatz/planung/${planId}/genehmigung`, { hinweis: 'Der Antrag ist zurückgezogen.' })
    },
  }),
]
