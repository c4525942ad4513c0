import type { App } from '../../../platform/app.js'
import type { Actor } from '../../../platform/usecases/actor.js'
import { findKonto, findPersonal } from '../../grundlagen/konten/index.js'
import { rollenbildVon } from '../../grundlagen/organisation/index.js'
import { antraegeVon } from '../antraege/index.js'
import { anhoerungenVon } from './anhoerung.js'
import { anhoeren } from './anhoeren/command.js'

/** Erika Muster is heard about her newest application of the demo that is being worked on. */
export async function seed(app: App, mandantId: string): Promise<void> {
  const { sommer, vorgangId } = await app.db.withMandant(mandantId, async (tx) => {
    const [konto, erika] = [await findPersonal(tx, 's.sommer'), await findKonto(tx, 'buerger', 'erika.muster')]
    const antrag = erika ? (await antraegeVon(tx, erika.id)).find(({ status }) => status === 'EINGEGANGEN' || status === 'IN_PRUEFUNG') : undefined
    const schon = antrag ? (await anhoerungenVon(tx, antrag.vorgangId)).length > 0 : true
    if (!konto || schon) return { sommer: undefined, vorgangId: undefined }
    const { zuweisungen, stufe } = await rollenbildVon(tx, konto.id, app.clock.today())
    const person: Actor = { art: 'personal', mandantId, id: konto.id, name: konto.name, stufe, zuweisungen }
    return { sommer: person, vorgangId: antrag?.vorgangId }
  })
  if (!sommer || !vorgangId) return
  await app.execute(sommer, anhoeren, {
    vorgangId, frist: app.clock.today().add({ days: 18 }).toString(),
    text: 'Sie haben einen Ausweis für die Zone A beantragt.\n\nWir beabsichtigen, den Antrag abzulehnen. Nach dem Melderegister wohnen Sie nicht in dieser Zone, sondern in der Zone B.',
  })
}
