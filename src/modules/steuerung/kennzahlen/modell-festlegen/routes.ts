import { access, form, redirect, wert, type Route, type Werte } from '../../../../platform/http/route.js'
import { beispielModell, idAus } from '../beispiel.js'
import { modellPfad, PFAD } from '../pfade.js'
import { modellAnsehen } from '../reifegrade/query.js'
import { modellFestlegen } from './command.js'
import { modellFormularPage } from './page.js'

const zugang = access.staff('kennzahlen.verwalten')
const nummerAus = (werte: Werte): number => Number(/^\d{1,4}$/.exec(wert(werte, 'nummer'))?.[0] ?? 0)

export const routes: readonly Route[] = [
  ...form({
    path: `${PFAD}/reifegrade/neu`, access: zugang,
    show: async (c, zustand) => modellFormularPage(c, undefined, zustand),
    async submit(c, werte) {
      const { id } = await c.execute(
        modellFestlegen, { kennung: wert(werte, 'kennung'), nummer: 0, text: wert(werte, 'text') }
      )
      return redirect(modellPfad(id), { hinweis: 'Das Reifegradmodell ist festgelegt.' })
    },
  }),
  ...form({
    path: `${PFAD}/reifegrade/:id/aendern`, access: zugang, beispiel: beispielModell('/aendern'),
    show: async (c, zustand) => modellFormularPage(c, (await c.ask(modellAnsehen, { id: idAus(c) })).modell, zustand),
    async submit(c, werte) {
      await c.execute(
        modellFestlegen, { id: idAus(c), kennung: '', nummer: nummerAus(werte), text: wert(werte, 'text') }
      )
      return redirect(modellPfad(idAus(c)), { hinweis: 'Das Reifegradmodell ist geändert.' })
    },
  }),
]
