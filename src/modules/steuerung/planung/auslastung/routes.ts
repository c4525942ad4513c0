import { isUuid } from '../../../../platform/database/database.js'
import { Invalid, type Feldfehler } from '../../../../platform/errors.js'
import { access, action, form, redirect, submitOrShowAgain, wert, type Reply, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { idAus, planbeispiel } from '../ansehen/routes.js'
import { einsatzEntfernen, einsatzPlanen, obergrenzeVereinbaren } from './command.js'
import type { Teilzustand } from '../formfelder.js'
import { auslastungSeite, VEREINBAREN } from './page.js'
import { auslastungAnsehen } from './query.js'

const PFAD = '/arbeitsplatz/planung/:planId/auslastung'
const zeige = async (c: RequestContext, zustand: Teilzustand): Promise<Reply> => auslastungSeite(c, await c.ask(auslastungAnsehen, { planId: idAus(c, 'planId') }), zustand)
const zurueck = (c: RequestContext, hinweis: string): Reply => redirect(`/arbeitsplatz/planung/${idAus(c, 'planId')}/auslastung`, { hinweis })

function personUndAnteil(c: RequestContext): { kontoId: string; anteil: number } {
  const kontoId = wert(c.werte, 'kontoId')
  const anteil = /^\d{1,3}$/.test(wert(c.werte, 'anteil')) ? Number(wert(c.werte, 'anteil')) : 0
  const fehler: Feldfehler[] = []
  if (!isUuid(kontoId)) fehler.push({ feld: 'kontoId', text: 'Wählen Sie eine Person.' })
  if (anteil < 1 || anteil > 100) fehler.push({ feld: 'anteil', text: 'Der Anteil ist eine ganze Zahl von 1 bis 100.' })
  if (fehler.length > 0) throw new Invalid(fehler)
  return { kontoId, anteil }
}

export const routes: readonly Route[] = [
  ...form({
    path: PFAD, access: access.staff('planung.lesen'), beispiel: planbeispiel('/auslastung'), show: zeige,
    async submit(c, werte) {
      const eintragId = wert(werte, 'eintragId')
      await c.execute(einsatzPlanen, { planId: idAus(c, 'planId'), ...personUndAnteil(c), von: wert(werte, 'von'), bis: wert(werte, 'bis'), ...(isUuid(eintragId) ? { eintragId } : {}) }, c.formToken ? { schluessel: c.formToken } : {})
      return zurueck(c, 'Der Einsatz ist eingeplant.')
    },
  }),
  action({
    path: `${PFAD}/entfernen`, access: access.staff('planung.bearbeiten'),
    async handle(c) {
      const einsatzId = wert(c.werte, 'einsatzId')
      if (!isUuid(einsatzId)) throw new Invalid([{ feld: 'einsatzId', text: 'Wählen Sie einen Einsatz.' }])
      await c.execute(einsatzEntfernen, { planId: idAus(c, 'planId'), einsatzId })
      return zurueck(c, 'Der Einsatz ist entfernt.')
    },
  }),
  action({
    path: `${PFAD}/vereinbaren`, access: access.staff('planung.bearbeiten'),
    handle: (c) => submitOrShowAgain(c, async () => {
      await c.execute(obergrenzeVereinbaren, { planId: idAus(c, 'planId'), ...personUndAnteil(c) })
      return zurueck(c, 'Die Vereinbarung ist gespeichert.')
    }, (zustand) => zeige(c, { ...zustand, formular: VEREINBAREN })),
  }),
]
