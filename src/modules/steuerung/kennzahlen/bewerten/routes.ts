import { NotFound } from '../../../../platform/errors.js'
import { access, form, redirect, wert, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { beispielBewertung, idAus } from '../beispiel.js'
import { modellPfad, PFAD } from '../pfade.js'
import { modellAnsehen } from '../reifegrade/query.js'
import { reifegradBewerten } from './command.js'
import { bausteinPage, findeBaustein } from './page.js'

/** A year of the address that one could judge; anything else is no page. */
function jahrAus(c: RequestContext): number {
  const jahr = /^(20|21)\d\d$/.exec(c.params['jahr'] ?? '')?.[0]
  if (!jahr || Number(jahr) > c.today.year) throw new NotFound()
  return Number(jahr)
}

export const routes: readonly Route[] = form({
  path: `${PFAD}/reifegrade/:id/:jahr/:baustein`, access: access.staff('kennzahlen.lesen'), beispiel: beispielBewertung,
  async show(c, zustand) {
    const ansicht = await c.ask(modellAnsehen, { id: idAus(c) })
    const baustein = findeBaustein(ansicht, c.params['baustein'])
    if (!baustein) throw new NotFound()
    return bausteinPage(c, ansicht, baustein, jahrAus(c), zustand)
  },
  async submit(c, werte) {
    const [modellId, jahr, baustein] = [idAus(c), jahrAus(c), c.params['baustein'] ?? '']
    await c.execute(reifegradBewerten, {
      modellId, jahr, baustein, stufe: wert(werte, 'stufe'), begruendung: wert(werte, 'begruendung'),
      nachweis: wert(werte, 'nachweis'), nachweisLink: wert(werte, 'nachweisLink'),
      fassung: Number(/^\d{1,4}$/.exec(wert(werte, 'fassung'))?.[0] ?? 0),
    })
    return redirect(`${modellPfad(modellId)}/${jahr}/${baustein}`, { hinweis: 'Die Bewertung ist gespeichert.' })
  },
})
