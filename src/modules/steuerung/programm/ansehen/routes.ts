import { access, form, mehrere, page, redirect, wert, type Formularzustand, type Reply, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import { Invalid } from '../../../../platform/errors.js'
import { PFAD, steckbriefPfad } from '../anzeige.js'
import { beispielObjekt } from '../beispiel.js'
import { ALLE_STATUS } from '../domain/status.js'
import { freigabeSetzen } from '../freigeben/command.js'
import { GRUND_MAX } from '../objekt-aendern/page.js'
import { idAus } from '../objekt-aendern/routes.js'
import { objektEntfernen } from '../objekt-entfernen/command.js'
import { steckbriefteile } from '../registrierung.js'
import { statusSetzen } from '../status-setzen/command.js'
import { steckbriefPage } from './page.js'
import { objektAnsehen } from './query.js'

const MUSTER = `${PFAD}/objekte/:id`

async function zeige(c: RequestContext, zustand: Formularzustand = { werte: {}, fehler: [] }): Promise<Reply> {
  const ansicht = await c.ask(objektAnsehen, { id: idAus(c) })
  const teile = await Promise.all(steckbriefteile().map((teil) => teil.laden(c, ansicht.objekt)))
  return steckbriefPage(c, ansicht, teile.filter((teil) => teil !== null), zustand)
}

async function setzeStatus(c: RequestContext, werte: Werte): Promise<Reply> {
  const id = idAus(c)
  const status = ALLE_STATUS.find((eines) => eines === wert(werte, 'status'))
  if (!status) throw new Invalid([{ feld: 'status', text: 'Bitte wählen Sie den neuen Status.' }])
  await c.execute(statusSetzen, { id, status, grund: wert(werte, 'grund') })
  return redirect(steckbriefPfad(id), { hinweis: 'Der Status ist geändert.' })
}

async function gibFrei(c: RequestContext, werte: Werte): Promise<Reply> {
  const id = idAus(c)
  await c.execute(freigabeSetzen, { id, oeffentlich: wert(werte, 'oeffentlich') === 'ja', felder: mehrere(werte, 'felder').map((feld) => feld.slice(0, 40)).slice(0, 40) })
  return redirect(steckbriefPfad(id), { hinweis: wert(werte, 'oeffentlich') === 'ja' ? 'Die Roadmap zeigt jetzt genau diese Angaben.' : 'Die Roadmap zeigt dieses Vorhaben nicht mehr.' })
}

async function entferne(c: RequestContext, werte: Werte): Promise<Reply> {
  const grund = wert(werte, 'grund')
  if (grund.length > GRUND_MAX) throw new Invalid([{ feld: 'entfernen-grund', text: `Bitte kürzen Sie den Grund auf ${GRUND_MAX} Zeichen.` }])
  if (grund === '') throw new Invalid([{ feld: 'entfernen-grund', text: 'Bitte nennen Sie den Grund.' }])
  await c.execute(objektEntfernen, { id: idAus(c), grund })
  return redirect(PFAD, { hinweis: 'Das Vorhaben ist aus dem Programm genommen.' })
}

export const routes: readonly Route[] = [
  page({ path: MUSTER, access: access.staff('programm.lesen'), beispiel: beispielObjekt(), handle: (c) => zeige(c) }),
  ...form({ path: `${MUSTER}/status`, access: access.staff('programm.bearbeiten'), beispiel: beispielObjekt('/status'), show: zeige, submit: setzeStatus }),
  ...form({ path: `${MUSTER}/freigabe`, access: access.staff('programm.freigeben'), beispiel: beispielObjekt('/freigabe'), show: zeige, submit: gibFrei }),
  ...form({ path: `${MUSTER}/entfernen`, access: access.staff('programm.verwalten'), beispiel: beispielObjekt('/entfernen'), show: zeige, submit: entferne }),
]
