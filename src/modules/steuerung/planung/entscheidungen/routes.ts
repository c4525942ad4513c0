import { isUuid } from '../../../../platform/database/database.js'
import { access, action, form, redirect, submitOrShowAgain, wert, type Formularzustand, type Reply, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { idAus, planbeispiel } from '../ansehen/routes.js'
import { beschlussEintragen, entscheidungAbschliessen, entscheidungErfassen } from './command.js'
import { entscheidungenSeite } from './page.js'
import { entscheidungsregister } from './query.js'

const PFAD = '/arbeitsplatz/planung/:planId/entscheidungen'
const zurueck = (c: RequestContext, hinweis: string): Reply => redirect(`/arbeitsplatz/planung/${idAus(c, 'planId')}/entscheidungen`, { hinweis })
const zeige = async (c: RequestContext, zustand: Formularzustand, beschlussZu?: string): Promise<Reply> => entscheidungenSeite(c, await c.ask(entscheidungsregister, { planId: idAus(c, 'planId') }), zustand, beschlussZu)

export const routes: readonly Route[] = [
  ...form({
    path: PFAD, access: access.staff('planung.lesen'), beispiel: planbeispiel('/entscheidungen'), show: (c, zustand) => zeige(c, zustand),
    async submit(c, werte) {
      const feld = (name: string) => wert(werte, name)
      const { nummer } = await c.execute(entscheidungErfassen, {
        planId: idAus(c, 'planId'), sachverhalt: feld('sachverhalt'), varianten: feld('varianten'), empfehlung: feld('empfehlung'), gremium: feld('gremium'), benoetigtBis: feld('benoetigtBis'),
      }, c.formToken ? { schluessel: c.formToken } : {})
      return zurueck(c, `Der Entscheidungsbedarf E${nummer} ist gespeichert.`)
    },
  }),
  action({
    path: `${PFAD}/:entscheidungId/beschluss`, access: access.staff('planung.bearbeiten'),
    handle: (c) => submitOrShowAgain(c, async () => {
      const feld = (name: string) => wert(c.werte, name)
      const verantwortlichId = feld('verantwortlichId')
      await c.execute(beschlussEintragen, {
        planId: idAus(c, 'planId'), entscheidungId: idAus(c, 'entscheidungId'), beschluss: feld('beschluss'), gremium: feld('gremium'), beschlossenAm: feld('beschlossenAm'), umsetzungBis: feld('umsetzungBis'), ...(isUuid(verantwortlichId) ? { verantwortlichId } : {}),
      })
      return zurueck(c, 'Der Beschluss ist eingetragen.')
    }, (zustand) => zeige(c, zustand, idAus(c, 'entscheidungId'))),
  }),
  action({
    path: `${PFAD}/:entscheidungId/abschliessen`, access: access.staff('planung.bearbeiten'),
    async handle(c) {
      const umgesetzt = wert(c.werte, 'status') === 'umgesetzt'
      await c.execute(entscheidungAbschliessen, { planId: idAus(c, 'planId'), entscheidungId: idAus(c, 'entscheidungId'), status: umgesetzt ? 'umgesetzt' : 'entfallen' })
      return zurueck(c, umgesetzt ? 'Der Beschluss ist umgesetzt.' : 'Die Entscheidung entfällt.')
    },
  }),
]
