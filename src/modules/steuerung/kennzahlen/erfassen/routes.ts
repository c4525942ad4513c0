import { isUuid } from '../../../../platform/database/database.js'
import { Invalid } from '../../../../platform/errors.js'
import {
  access, form, redirect, wert, type Formularzustand, type Reply, type RequestContext, type Route,
} from '../../../../platform/http/route.js'
import { parseDate } from '../../../../platform/time/index.js'
import { beispielKennzahl, idAus } from '../beispiel.js'
import { kennzahlPfad, PFAD } from '../pfade.js'
import { wertErfassen } from './command.js'
import { wertPage } from './page.js'
import { wertAnsehen } from './query.js'

/** Which value is corrected: named in the address, or in the form when it comes back. */
async function zeige(c: RequestContext, zustand: Formularzustand): Promise<Reply> {
  const korrektur = wert(zustand.werte, 'fassung') > '0'
  const gelesen = korrektur ? parseDate(wert(zustand.werte, 'stichtag'), c.today.year) : undefined
  const stichtag = gelesen?.ok
    ? gelesen.value.toString()
    : /^\d{4}-\d{2}-\d{2}$/.exec(c.suche.get('stichtag') ?? '')?.[0]
  const einheitId = korrektur ? wert(zustand.werte, 'einheitId') : c.suche.get('einheit')
  return wertPage(c, await c.ask(
    wertAnsehen, { id: idAus(c), ...(stichtag ? { stichtag } : {}), ...(isUuid(einheitId) ? { einheitId } : {}) }
  ), zustand)
}

export const routes: readonly Route[] = form({
  path: `${PFAD}/:id/wert`, access: access.staff('kennzahlen.erfassen'), beispiel: beispielKennzahl('/wert'),
  show: zeige,
  async submit(c, werte) {
    const id = idAus(c)
    const [einheitId, fassung] = [wert(werte, 'einheitId'), /^\d{1,4}$/.exec(wert(werte, 'fassung'))?.[0]]
    if (einheitId !== '' && !isUuid(einheitId)) throw new Invalid([{
      feld: 'einheitId', text: 'Bitte wählen Sie eine Einheit aus der Liste.',
    }])
    await c.execute(wertErfassen, {
      id, einheitId, stichtag: wert(werte, 'stichtag'), zahl: wert(werte, 'zahl'), zaehler: wert(werte, 'zaehler'),
      nenner: wert(werte, 'nenner'), fehlt: wert(werte, 'fehlt'),
      nachweis: wert(werte, 'nachweis'), nachweisLink: wert(werte, 'nachweisLink'), grund: wert(werte, 'grund'),
      fassung: Number(fassung ?? 0),
    }, c.formToken ? { schluessel: c.formToken } : {})
    return redirect(
      kennzahlPfad(id), { hinweis: Number(fassung ?? 0) > 0 ? 'Der Wert ist berichtigt.' : 'Der Wert ist eingetragen.' }
    )
  },
})
