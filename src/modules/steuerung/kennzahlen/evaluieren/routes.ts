import { NotFound } from '../../../../platform/errors.js'
import { access, form, redirect, wert, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { beispielEvaluation, idAus } from '../beispiel.js'
import { evaluationAnsehen } from '../evaluation/query.js'
import { evaluationPfad, PFAD } from '../pfade.js'
import { vorhabenEvaluieren } from './command.js'
import { evaluierenPage } from './page.js'

/** The year in which a cycle ended; one that has not begun is no page. */
function zyklusAus(c: RequestContext): number {
  const zyklus = /^(20|21)\d\d$/.exec(c.params['zyklus'] ?? '')?.[0]
  if (!zyklus || Number(zyklus) > c.today.year) throw new NotFound()
  return Number(zyklus)
}

export const routes: readonly Route[] = form({
  path: `${PFAD}/evaluation/:zyklus/:id`, access: access.staff('kennzahlen.lesen'), beispiel: beispielEvaluation,
  show: async (c, zustand) => evaluierenPage(
    c, await c.ask(evaluationAnsehen, { objektId: idAus(c) }), zyklusAus(c), zustand
  ),
  async submit(c, werte) {
    const [zyklus, objektId] = [zyklusAus(c), idAus(c)]
    await c.execute(vorhabenEvaluieren, {
      objektId, zyklus, kriterium: wert(werte, 'kriterium'), ergebnis: wert(werte, 'ergebnis'),
      begruendung: wert(werte, 'begruendung'), lehre: wert(werte, 'lehre'),
      fassung: Number(/^\d{1,4}$/.exec(wert(werte, 'fassung'))?.[0] ?? 0),
    })
    return redirect(evaluationPfad(zyklus, objektId), { hinweis: 'Die Evaluation ist gespeichert.' })
  },
})
