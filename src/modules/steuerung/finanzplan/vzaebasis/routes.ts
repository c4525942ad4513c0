import { Type } from 'typebox'
import { access, form, redirect, wert, type Route } from '../../../../platform/http/route.js'
import { can } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { PFAD } from '../anzeige.js'
import { vzaebasisFestlegen } from './command.js'
import { vzaebasisVon } from './lesen.js'
import { VZAEBASIS, vzaebasisPage } from './page.js'

const vzaebasisAnsehen = query({
  name: 'finanzplan.vzaebasisAnsehen', input: Type.Object({}, { additionalProperties: false }), allow: can('finanzplan.verwalten')(), run: ({ tx }) => vzaebasisVon(tx),
})

export const routes: readonly Route[] = form({
  path: VZAEBASIS, access: access.staff('finanzplan.verwalten'), show: async (c, zustand) => vzaebasisPage(c, await c.ask(vzaebasisAnsehen, {}), zustand),
  async submit(c, werte) {
    await c.execute(vzaebasisFestlegen, { jahresstunden: wert(werte, 'jahresstunden'), quelle: wert(werte, 'quelle') })
    return redirect(PFAD, { hinweis: 'Die Umrechnung ist festgelegt.' })
  },
})
