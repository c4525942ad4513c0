import { Invalid } from '../../../../platform/errors.js'
import { access, form, page, redirect, wert, type Formularzustand, type Reply, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import { PFAD } from '../anzeige.js'
import { beispielFortschreibung } from '../beispiel.js'
import { idAus } from '../objekt-aendern/routes.js'
import { filterAus } from '../uebersicht/routes.js'
import { strategieFortschreiben } from './command.js'
import { fortschreibungenPage, fortschreibungPage } from './page.js'
import { fortschreibungAnsehen, fortschreibungenAnsehen } from './query.js'

async function zeige(c: RequestContext, zustand: Formularzustand = { werte: {}, fehler: [] }): Promise<Reply> {
  const { strategie } = filterAus(c)
  return fortschreibungenPage(c, await c.ask(fortschreibungenAnsehen, strategie ? { strategie } : {}), zustand)
}

async function halteFest(c: RequestContext, werte: Werte): Promise<Reply> {
  const [bezeichnung, beschlossenAm, gremium, vermerk] = [wert(werte, 'bezeichnung'), wert(werte, 'beschlossenAm'), wert(werte, 'gremium'), wert(werte, 'vermerk')]
  if (bezeichnung === '') throw new Invalid([{ feld: 'bezeichnung', text: 'Bitte geben Sie der Fassung einen Namen.' }])
  if (beschlossenAm && !/^\d{4}-\d{2}-\d{2}$/.test(beschlossenAm)) throw new Invalid([{ feld: 'beschlossenAm', text: 'Bitte geben Sie einen Tag ein.' }])
  const { id } = await c.execute(strategieFortschreiben, {
    strategieId: wert(werte, 'strategieId'), bezeichnung, ...(beschlossenAm ? { beschlossenAm } : {}), ...(gremium ? { gremium } : {}), ...(vermerk ? { vermerk } : {}),
  }, c.formToken ? { schluessel: c.formToken } : {})
  return redirect(`${PFAD}/fortschreibungen/${id}`, { hinweis: 'Die Fassung ist festgehalten.' })
}

const [, festhalten] = form({ path: `${PFAD}/fortschreibungen`, access: access.staff('programm.verwalten'), show: zeige, submit: halteFest })

export const routes: readonly Route[] = [
  page({ path: `${PFAD}/fortschreibungen`, access: access.staff('programm.lesen'), handle: (c) => zeige(c) }),
  festhalten as Route,
  page({ path: `${PFAD}/fortschreibungen/:id`, access: access.staff('programm.lesen'), beispiel: beispielFortschreibung, async handle(c) { return fortschreibungPage(c, await c.ask(fortschreibungAnsehen, { id: idAus(c) })) } }),
]
