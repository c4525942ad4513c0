import type { App } from '../../../platform/app.js'
import { fortschreibungenVon } from './fortschreiben/liste.js'
import { PFAD } from './anzeige.js'
import { objekteVon } from './lesen.js'

/** A Maßnahme of the first town that has one, for visitors from outside. */
async function eineMassnahme(app: App): Promise<string | undefined> {
  const stadt = app.mandanten.all()[0]
  if (!stadt) return undefined
  return app.db.withMandant(stadt.id, async (tx) => (await objekteVon(tx, { arten: ['massnahme'] })).find(({ oeffentlich }) => oeffentlich)?.id)
}

export const beispielObjekt = (danach = '') => async (app: App): Promise<string | undefined> => { const id = await eineMassnahme(app); return id && `${PFAD}/objekte/${id}${danach}` }
export const beispielRoadmap = async (app: App): Promise<string | undefined> => { const id = await eineMassnahme(app); return id && `/roadmap/${id}` }

export async function beispielFortschreibung(app: App): Promise<string | undefined> {
  const stadt = app.mandanten.all()[0]
  const id = stadt && await app.db.withMandant(stadt.id, async (tx) => (await fortschreibungenVon(tx))[0])
  return id && `${PFAD}/fortschreibungen/${id}`
}
