import type { App } from '../../../../platform/app.js'
import { isUuid } from '../../../../platform/database/database.js'
import { Invalid, NotFound, type Feldfehler } from '../../../../platform/errors.js'
import { access, action, form, page, redirect, submitOrShowAgain, wert, type Reply, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import { mitarbeitsteile } from '../registrierung.js'
import { MITWIRKEN, mitwirkungBeenden, mitwirkungEinrichten } from './command.js'
import { EXTERNE, externePage, type Externenzustand } from './externe-page.js'
import { offeneMitwirkungen } from './lesen.js'
import { MITARBEIT, mitarbeitPfad, meineVorhabenPage, meinVorhabenPage } from './mitarbeit-page.js'
import { meineVorhaben, meinVorhaben, mitwirkungenAnsehen } from './query.js'

const verwalten = access.staff('programm.verwalten')

async function beispiel(app: App): Promise<string | undefined> {
  const stadt = app.mandanten.all()[0]
  const [erste] = stadt ? await app.db.withMandant(stadt.id, (tx) => offeneMitwirkungen(tx, app.clock.today())) : []
  return erste && mitarbeitPfad(erste.objektId)
}

const zeige = async (c: RequestContext, zustand: Externenzustand): Promise<Reply> => externePage(c, await c.ask(mitwirkungenAnsehen, {}), zustand)

async function richteEin(c: RequestContext, werte: Werte): Promise<Reply> {
  const [kontoId, objektId, haus, bis] = [wert(werte, 'kontoId'), wert(werte, 'objektId'), wert(werte, 'haus'), wert(werte, 'bis')]
  const fehler: Feldfehler[] = [
    ...(isUuid(kontoId) ? [] : [{ feld: 'kontoId', text: 'Wer arbeitet mit? Wählen Sie eine Person.' }]),
    ...(haus === '' || haus.length > 200 ? [{ feld: 'haus', text: 'Für welches Haus arbeitet die Person? Höchstens 200 Zeichen.' }] : []),
    ...(isUuid(objektId) ? [] : [{ feld: 'objektId', text: 'Woran arbeitet die Person mit? Wählen Sie ein Vorhaben.' }]),
    ...(bis === '' ? [{ feld: 'bis', text: 'Bis wann? Geben Sie ein Datum wie 31.12.2026 ein.' }] : []),
  ]
  if (fehler.length > 0) throw new Invalid(fehler)
  await c.execute(mitwirkungEinrichten, { kontoId, objektId, haus, bis, berichtet: wert(werte, 'berichtet') === 'ja' }, c.formToken ? { schluessel: c.formToken } : {})
  return redirect(EXTERNE, { hinweis: 'Die Mitarbeit ist eingerichtet.' })
}

async function beende(c: RequestContext): Promise<Reply> {
  const [id, grund] = [c.params['id'] ?? '', wert(c.werte, 'grund')]
  if (!isUuid(id)) throw new NotFound()
  return submitOrShowAgain(c, async () => {
    if (grund === '') throw new Invalid([{ feld: 'grund', text: 'Warum endet die Mitarbeit? Ein paar Worte genügen.' }])
    await c.execute(mitwirkungBeenden, { id, grund })
    return redirect(EXTERNE, { hinweis: 'Die Mitarbeit ist beendet.' })
  }, (zustand) => zeige(c, { ...zustand, mitwirkungId: id }))
}

async function zeigeVorhaben(c: RequestContext): Promise<Reply> {
  const objektId = c.params['objektId'] ?? ''
  if (!isUuid(objektId)) throw new NotFound()
  const ansicht = await c.ask(meinVorhaben, { objektId })
  const teile = await Promise.all(mitarbeitsteile().map((teil) => teil.laden(c, ansicht.objekt, ansicht.mitwirkung)))
  return meinVorhabenPage(c, ansicht, teile.filter((teil) => teil !== null))
}

export const routes: readonly Route[] = [
  ...form({ path: EXTERNE, access: verwalten, show: zeige, submit: richteEin }),
  action({ path: `${EXTERNE}/:id/beenden`, access: verwalten, handle: beende }),
  page({ path: MITARBEIT, access: access.staff(MITWIRKEN), handle: async (c) => meineVorhabenPage(c, await c.ask(meineVorhaben, {})) }),
  page({ path: `${MITARBEIT}/:objektId`, access: access.staff(MITWIRKEN), beispiel, handle: zeigeVorhaben }),
]
