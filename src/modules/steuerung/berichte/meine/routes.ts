import { access, action, page, redirect, wert, type Route } from '../../../../platform/http/route.js'
import { Invalid } from '../../../../platform/errors.js'
import { isUuid } from '../../../../platform/database/database.js'
import { PFAD } from '../anzeige.js'
import { berichtsmonatEroeffnen } from '../eroeffnen/command.js'
import { meinePage } from './page.js'
import { meineBerichte } from './query.js'

export const routes: readonly Route[] = [
  page({ path: PFAD, access: access.staff('berichte.lesen'), handle: async (c) => meinePage(c, await c.ask(meineBerichte, {})) }),
  action({
    path: `${PFAD}/monat`, access: access.staff('berichte.verwalten'),
    async handle(c) {
      const strategieId = wert(c.werte, 'strategieId')
      if (!isUuid(strategieId)) throw new Invalid([{ feld: 'strategieId', text: 'Bitte wählen Sie eine Strategie.' }])
      const { vorhaben } = await c.execute(berichtsmonatEroeffnen, { strategieId, monat: wert(c.werte, 'monat').slice(0, 7) })
      return redirect(PFAD, { hinweis: vorhaben === 0 ? 'Dieser Monat ist schon eröffnet.' : `Eröffnet: ${vorhaben} ${vorhaben === 1 ? 'Vorhaben berichtet' : 'Vorhaben berichten'}.` })
    },
  }),
]
