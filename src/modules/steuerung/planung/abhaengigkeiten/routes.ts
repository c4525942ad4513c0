import { isUuid } from '../../../../platform/database/database.js'
import { Invalid, type Feldfehler } from '../../../../platform/errors.js'
import { access, action, form, wert, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { zeigeFolgen } from '../aendern/routes.js'
import { planAnsehen } from '../ansehen/query.js'
import { idAus, planbeispiel } from '../ansehen/routes.js'
import { ABHAENGIGKEITEN, type Abhaengigkeitsart } from '../domain/plan.js'
import { abhaengigkeitenSeite } from './page.js'

const PFAD = '/arbeitsplatz/planung/:planId/abhaengigkeiten'

/** The dependency that was chosen; everything that is missing is named. */
function gewaehlt(c: RequestContext): { vonId: string; nachId: string; typ: Abhaengigkeitsart; abstand: number } {
  const [vonId, nachId, typ, abstand] = ['vonId', 'nachId', 'typ', 'abstand'].map((name) => wert(c.werte, name)) as [string, string, string, string]
  const fehler: Feldfehler[] = []
  if (!isUuid(nachId)) fehler.push({ feld: 'nachId', text: 'Wählen Sie, welcher Eintrag wartet.' })
  if (!isUuid(vonId)) fehler.push({ feld: 'vonId', text: 'Wählen Sie, worauf gewartet wird.' })
  if (!(typ in ABHAENGIGKEITEN)) fehler.push({ feld: 'typ', text: 'Wählen Sie die Art der Abhängigkeit.' })
  const zahl = /^[-−+]?\d{1,6}$/.test(abstand || '0') ? Number((abstand || '0').replace('−', '-')) : Number.NaN
  if (!Number.isInteger(zahl)) fehler.push({ feld: 'abstand', text: 'Der Abstand ist eine ganze Zahl von Arbeitstagen, zum Beispiel 5 oder -2.' })
  if (fehler.length > 0) throw new Invalid(fehler)
  return { vonId, nachId, typ: typ as Abhaengigkeitsart, abstand: zahl }
}

export const routes: readonly Route[] = [
  ...form({
    path: PFAD, access: access.staff('planung.lesen'), beispiel: planbeispiel('/abhaengigkeiten'),
    show: async (c, zustand) => abhaengigkeitenSeite(c, await c.ask(planAnsehen, { planId: idAus(c, 'planId') }), zustand),
    submit: async (c) => zeigeFolgen(c, idAus(c, 'planId'), [{ art: 'verbinden', ...gewaehlt(c) }], {}),
  }),
  action({
    path: `${PFAD}/loesen`, access: access.staff('planung.bearbeiten'),
    async handle(c) {
      const { vonId, nachId, typ } = gewaehlt(c)
      return zeigeFolgen(c, idAus(c, 'planId'), [{ art: 'loesen', vonId, nachId, typ }], {})
    },
  }),
]
