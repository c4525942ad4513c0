import { isUuid } from '../../../../platform/database/database.js'
import { NotFound } from '../../../../platform/errors.js'
import { access, action, form, redirect, wert, type Route } from '../../../../platform/http/route.js'
import { adresse, PFAD, strategieAus } from '../anzeige.js'
import { TERMINARTEN, type Terminart } from '../domain/foerderung.js'
import { foerderterminErledigen, foerderungErfassen } from './command.js'
import { foerderungenPage, TERMINE_IM_FORMULAR } from './page.js'
import { foerderungsliste } from './query.js'

const artAus = (text: string): Terminart => (Object.hasOwn(TERMINARTEN, text) ? text as Terminart : 'abruf')

export const routes: readonly Route[] = [
  ...form({
    path: `${PFAD}/foerderungen`, access: access.staff('finanzplan.lesen'),
    async show(c, zustand) { const strategie = strategieAus(c) ?? (wert(zustand.werte, 'strategie').slice(0, 60) || undefined); return foerderungenPage(c, await c.ask(foerderungsliste, strategie ? { strategie } : {}), zustand) },
    async submit(c, werte) {
      const kurz = (name: string) => wert(werte, name)
      const strategie = kurz('strategie')
      await c.execute(foerderungErfassen, {
        strategie, objektId: kurz('objektId'), titel: kurz('titel'), geber: kurz('geber'), aktenzeichen: kurz('aktenzeichen'), bewilligt: kurz('bewilligt'), anteil: kurz('anteil'), zweckbindungBis: kurz('zweckbindungBis'),
        termine: Array.from({ length: TERMINE_IM_FORMULAR }, (_, index) => ({ art: artAus(kurz(`art${index + 1}`)), faelligAm: kurz(`faelligAm${index + 1}`), betrag: kurz(`betrag${index + 1}`) })),
      }, c.formToken ? { schluessel: c.formToken } : {})
      return redirect(adresse(`${PFAD}/foerderungen`, { strategie }), { hinweis: 'Die Förderung ist gespeichert. Vor jedem Termin entsteht eine Aufgabe.' })
    },
  }),
  action({
    path: `${PFAD}/foerderungen/erledigt`, access: access.staff('finanzplan.verwalten'),
    async handle(c) {
      const terminId = wert(c.werte, 'terminId')
      if (!isUuid(terminId)) throw new NotFound()
      await c.execute(foerderterminErledigen, { terminId })
      return redirect(adresse(`${PFAD}/foerderungen`, { strategie: wert(c.werte, 'strategie').slice(0, 60) }), { hinweis: 'Der Termin ist erledigt.' })
    },
  }),
]
