import { access, action, page, redirect, submitOrShowAgain, wert, type Route } from '../../../../platform/http/route.js'
import { Invalid, type Feldfehler } from '../../../../platform/errors.js'
import { isUuid } from '../../../../platform/database/database.js'
import { PFAD } from '../anzeige.js'
import { monatAus } from '../domain/zeitraum.js'
import { berichtsmonatEroeffnen } from '../eroeffnen/command.js'
import { meinePage } from './page.js'
import { meineBerichte } from './query.js'

export const routes: readonly Route[] = [
  page({ path: PFAD, access: access.staff('berichte.lesen'), handle: async (c) => meinePage(c, await c.ask(meineBerichte, {})) }),
  action({
    path: `${PFAD}/monat`, access: access.staff('berichte.verwalten'),
    handle: (c) => submitOrShowAgain(c, async () => {
      const strategieId = wert(c.werte, 'strategieId')
      const monat = wert(c.werte, 'monat')
      const fehler: Feldfehler[] = [
        ...(isUuid(strategieId) ? [] : [{ feld: 'strategieId', text: 'Bitte wählen Sie eine Strategie.' }]),
        ...(monatAus(monat) ? [] : [{ feld: 'monat', text: 'Geben Sie Jahr und Monat ein, zum Beispiel 2026-10.' }]),
      ]
      if (fehler.length > 0) throw new Invalid(fehler)
      const { vorhaben } = await c.execute(berichtsmonatEroeffnen, { strategieId, monat })
      return redirect(PFAD, { hinweis: vorhaben === 0 ? 'Dieser Monat ist schon eröffnet.' : `Eröffnet: ${vorhaben} ${vorhaben === 1 ? 'Vorhaben berichtet' : 'Vorhaben berichten'}.` })
    }, async (zustand) => meinePage(c, await c.ask(meineBerichte, {}), zustand)),
  }),
]
