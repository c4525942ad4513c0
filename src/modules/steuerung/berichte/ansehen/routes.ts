import { isUuid } from '../../../../platform/database/database.js'
import { NotFound } from '../../../../platform/errors.js'
import { access, page, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { PFAD } from '../anzeige.js'
import { beispielBericht, beispielVerlauf } from '../beispiel.js'
import { berichtDruckPage, berichtPage, verlaufPage } from './page.js'
import { berichtAnsehen, verlaufAnsehen } from './query.js'

const zugang = access.staff('berichte.lesen')
const idAus = (c: RequestContext): string => { const id = c.params['id'] ?? ''; if (!isUuid(id)) throw new NotFound(); return id }

export const routes: readonly Route[] = [
  page({ path: `${PFAD}/bericht/:id`, access: zugang, beispiel: beispielBericht(), handle: async (c) => berichtPage(c, await c.ask(berichtAnsehen, { id: idAus(c) })) }),
  page({ path: `${PFAD}/bericht/:id/druck`, access: zugang, beispiel: beispielBericht('/druck'), handle: async (c) => berichtDruckPage(c, await c.ask(berichtAnsehen, { id: idAus(c) })) }),
  page({ path: `${PFAD}/verlauf/:id`, access: zugang, beispiel: beispielVerlauf, handle: async (c) => verlaufPage(c, await c.ask(verlaufAnsehen, { objektId: idAus(c) })) }),
]
