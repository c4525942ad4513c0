import { access, page, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { csvOf } from '../../../../platform/spreadsheet/index.js'
import { gewaehlt } from '../anzeige.js'
import { ERGEBNISSE } from '../domain/evaluation.js'
import { PFAD } from '../pfade.js'
import { evaluationPage, vorhabenName } from './page.js'
import { zyklusAnsehen } from './query.js'

const zugang = access.staff('kennzahlen.lesen')

function lade(c: RequestContext) {
  const [strategie, zyklus] = [gewaehlt(c), /^\d{4}$/.exec(c.suche.get('zyklus') ?? '')?.[0]]
  return c.ask(zyklusAnsehen, { ...(strategie ? { strategie } : {}), ...(zyklus ? { zyklus: Number(zyklus) } : {}) })
}

export const routes: readonly Route[] = [
  page({ path: `${PFAD}/evaluation`, access: zugang, handle: async (c) => evaluationPage(c, await lade(c)) }),
  page({
    path: `${PFAD}/evaluation.csv`, access: zugang,
    async handle(c) {
      const { zeilen, zyklus, strategie } = await lade(c)
      return csvOf({
        name: `evaluation-${zyklus}`, heads: [
          'Strategie', 'Zyklus', 'Vorhaben', 'Verantwortlich', 'Erfolgskriterium', 'Ergebnis', 'Begründung',
          'Was wir daraus lernen', 'Fassung',
        ],
        rows: zeilen.map(({ objekt, evaluation }) => [
          strategie?.name ?? null, zyklus, vorhabenName(objekt), objekt.verantwortlich, evaluation?.kriterium ?? null,
          evaluation ? ERGEBNISSE[evaluation.ergebnis] : 'noch nicht evaluiert', evaluation?.begruendung ?? null,
          evaluation?.lehre ?? null, evaluation?.fassung ?? null,
        ]),
      })
    },
  }),
]
