import { NotFound } from '../../../../platform/errors.js'
import { isUuid } from '../../../../platform/database/database.js'
import { access, action, page, redirect, submitOrShowAgain, wert, type Formularzustand, type Reply, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { KASSE } from '../kasse/page.js'
import { offeneErstattungen } from '../kasse/query.js'
import { erstattungEntscheiden } from './command.js'
import { erstattungenSeite } from './page.js'

async function liste(c: RequestContext, zustand: Formularzustand): Promise<Reply> {
  const offene = await c.ask(offeneErstattungen, {})
  const namen = await c.app.db.withMandant(c.mandant.id, (tx) => kontenById(tx, offene.map(({ erstattung }) => erstattung.beantragt.von).filter(isUuid)))
  return erstattungenSeite(c, offene, namen, zustand)
}

export const routes: readonly Route[] = [
  page({ path: `${KASSE}/erstattungen`, access: access.staff('kasse.lesen'), handle: (c) => liste(c, { werte: {}, fehler: [] }) }),
  action({
    path: `${KASSE}/erstattungen/:id`, access: access.staff('erstattung.freigeben'), beispiel: async () => undefined,
    handle: (c) => submitOrShowAgain(c, async () => {
      const erstattungId = c.params['id'] ?? ''
      if (!isUuid(erstattungId)) throw new NotFound()
      const freigeben = wert(c.werte, 'ergebnis') === 'freigeben'
      const grund = wert(c.werte, 'grund').slice(0, 500)
      await c.execute(erstattungEntscheiden, { erstattungId, freigeben, ...(grund ? { grund } : {}) }, c.formToken ? { schluessel: c.formToken } : {})
      return redirect(`${KASSE}/erstattungen`, { hinweis: freigeben ? 'Die Erstattung ist freigegeben.' : 'Die Erstattung ist abgelehnt.' })
    }, (zustand) => liste(c, zustand)),
  }),
]
