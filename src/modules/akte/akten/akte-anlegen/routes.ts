import { access, form, redirect, wert, type Route } from '../../../../platform/http/route.js'
import { unitsWith } from '../../../../platform/usecases/actor.js'
import { alleEinheiten } from '../../../grundlagen/organisation/index.js'
import { aktenplaneinheitenFuerNeueAkten } from '../../aktenplan/index.js'
import { akteAnlegen } from './command.js'
import { akteAnlegenSeite } from './page.js'

export const routes: readonly Route[] = form({
  path: '/arbeitsplatz/akten/neu', access: access.staff('akte.anlegen'),
  async show(c, zustand) {
    const [plan, alle] = await c.app.db.withMandant(c.mandant.id, async (tx) => [await aktenplaneinheitenFuerNeueAkten(tx, c.today), await alleEinheiten(tx, c.today)] as const)
    const eigene = unitsWith(c.actor, 'akte.anlegen')
    return akteAnlegenSeite(c, zustand, plan, eigene === 'alle' ? alle : alle.filter(({ id }) => eigene.includes(id)))
  },
  async submit(c, werte) {
    const medium = wert(werte, 'medium')
    const { akteId, aktenzeichen } = await c.execute(akteAnlegen, {
      aktenplaneinheit: wert(werte, 'aktenplaneinheit'), betreff: wert(werte, 'betreff'), einheitId: wert(werte, 'einheitId'), standort: wert(werte, 'standort'),
      stufe: Number(wert(werte, 'stufe') || 0) as 0 | 1 | 2, medium: (medium || '001') as '001' | '002' | '003',
    }, c.formToken ? { schluessel: c.formToken } : {})
    return redirect(`/arbeitsplatz/akten/${akteId}`, { hinweis: `Die Akte ${aktenzeichen} ist angelegt.` })
  },
})
