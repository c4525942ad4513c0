import { isUuid } from '../../../../platform/database/database.js'
import { Invalid, type Feldfehler } from '../../../../platform/errors.js'
import { access, form, page, redirect, wert, type Formularzustand, type Reply, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import { parseDate } from '../../../../platform/time/index.js'
import { istKontextart } from '../domain/kontext.js'
import { filterAus } from '../uebersicht/routes.js'
import { kontextErfassen } from './command.js'
import { AUSGANGSLAGE, kontextPage } from './page.js'
import { kontextAnsehen } from './query.js'

async function zeige(c: RequestContext, zustand: Formularzustand = { werte: {}, fehler: [] }): Promise<Reply> {
  const { strategie } = filterAus(c)
  return kontextPage(c, await c.ask(kontextAnsehen, strategie ? { strategie } : {}), zustand)
}

async function halteFest(c: RequestContext, werte: Werte): Promise<Reply> {
  const [strategieId, art, stand] = [wert(werte, 'strategieId'), wert(werte, 'art'), parseDate(wert(werte, 'stand'), c.today.year)]
  const kennung = (feld: 'objektId' | 'ersetztId') => wert(werte, feld)
  const fehler: Feldfehler[] = []
  if (!isUuid(strategieId)) throw new Invalid([], 'Diese Anfrage ist unvollständig angekommen. Bitte laden Sie die Seite neu.')
  if (!istKontextart(art)) fehler.push({ feld: 'art', text: 'Bitte wählen Sie die Art.' })
  if (!stand.ok) fehler.push({ feld: 'stand', text: stand.message })
  for (const feld of ['objektId', 'ersetztId'] as const) {
    if (kennung(feld) !== '' && !isUuid(kennung(feld))) fehler.push({ feld, text: 'Bitte wählen Sie einen Eintrag aus der Liste.' })
  }
  if (!istKontextart(art) || !stand.ok || fehler.length > 0) throw new Invalid(fehler)
  const text = (feld: string) => wert(werte, feld)
  await c.execute(kontextErfassen, {
    strategieId, art, stand: stand.value.toString(), titel: text('titel'), quelle: text('quelle'), quelleLink: text('quelleLink'),
    staerken: text('staerken'), schwaechen: text('schwaechen'), chancen: text('chancen'), risiken: text('risiken'), inhalt: text('inhalt'),
    ...(kennung('objektId') ? { objektId: kennung('objektId') } : {}), ...(kennung('ersetztId') ? { ersetztId: kennung('ersetztId') } : {}),
  }, c.formToken ? { schluessel: c.formToken } : {})
  return redirect(AUSGANGSLAGE, { hinweis: 'Die Ausgangslage ist festgehalten.' })
}

const [, festhalten] = form({ path: AUSGANGSLAGE, access: access.staff('programm.verwalten'), show: zeige, submit: halteFest })

export const routes: readonly Route[] = [
  page({ path: AUSGANGSLAGE, access: access.staff('programm.lesen'), handle: (c) => zeige(c) }),
  festhalten as Route,
]
