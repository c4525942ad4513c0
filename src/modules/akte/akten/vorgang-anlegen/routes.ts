import { access, form, redirect, wert, type Route } from '../../../../platform/http/route.js'
import { akteAnsehen } from '../ansehen/query.js'
import { idAus } from '../ansehen/routes.js'
import { akteBeispiel } from '../beispiele.js'
import { vorgangEroeffnen } from './command.js'
import { vorgangAnlegenSeite } from './page.js'

export const routes: readonly Route[] = form({
  path: '/arbeitsplatz/akten/:id/vorgang', access: access.staff('vorgang.bearbeiten'), beispiel: akteBeispiel('/vorgang'),
  async show(c, zustand) {
    const { akte } = await c.ask(akteAnsehen, { akteId: idAus(c.params['id']) })
    return vorgangAnlegenSeite(c, zustand, akte)
  },
  async submit(c, werte) {
    const { vorgangsnummer } = await c.execute(vorgangEroeffnen, {
      akteId: idAus(c.params['id']), betreff: wert(werte, 'betreff'), typ: wert(werte, 'typ'), stufe: Number(wert(werte, 'stufe') || 0) as 0 | 1 | 2,
    }, c.formToken ? { schluessel: c.formToken } : {})
    return redirect(`/arbeitsplatz/vorgaenge/${vorgangsnummer}`, { hinweis: `Der Vorgang ${vorgangsnummer} ist angelegt.` })
  },
})
