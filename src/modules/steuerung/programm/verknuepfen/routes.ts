import { isUuid } from '../../../../platform/database/database.js'
import { access, form, mehrere, redirect, type Formularzustand, type Reply, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import { objektAnsehen, objektauswahl } from '../ansehen/query.js'
import { PFAD, steckbriefPfad } from '../anzeige.js'
import { beispielObjekt } from '../beispiel.js'
import { idAus } from '../objekt-aendern/routes.js'
import { verknuepfungenSetzen } from './command.js'
import { verweisePage } from './page.js'

async function zeige(c: RequestContext, zustand: Formularzustand): Promise<Reply> {
  const ansicht = await c.ask(objektAnsehen, { id: idAus(c) })
  return verweisePage(c, ansicht, await c.ask(objektauswahl, { strategieId: ansicht.objekt.strategieId }), zustand)
}

async function speichere(c: RequestContext, werte: Werte): Promise<Reply> {
  const id = idAus(c)
  const ids = (feld: string) => [...new Set(mehrere(werte, feld))].filter(isUuid)
  await c.execute(verknuepfungenSetzen, { id, zielbezug: ids('zielbezug'), korrespondiert: ids('korrespondiert'), erledigt: ids('erledigt') })
  return redirect(steckbriefPfad(id), { hinweis: 'Die Bezüge sind gespeichert.' })
}

export const routes: readonly Route[] = form({ path: `${PFAD}/objekte/:id/verweise`, access: access.staff('programm.bearbeiten'), beispiel: beispielObjekt('/verweise'), show: zeige, submit: speichere })
