import type { App } from '../../../platform/app.js'
import { strategien } from '../programm/index.js'
import { PFAD } from './anzeige.js'
import { zeilenVon } from './lesen.js'

/** A line of the first town, for visitors from outside. */
export async function beispielZeile(app: App): Promise<string | undefined> {
  const stadt = app.mandanten.all()[0]
  const zeile = stadt && await app.db.withMandant(stadt.id, async (tx) => (await zeilenVon(tx, (await strategien(tx)).map(({ id }) => id)))[0])
  return zeile && `${PFAD}/zeilen/${zeile.id}`
}
