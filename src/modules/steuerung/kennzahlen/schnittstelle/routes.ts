import { Type } from 'typebox'
import { access, antwort, api, type Route } from '../../../../platform/http/route.js'
import { validate } from '../../../../platform/usecases/validate.js'
import { idAus } from '../beispiel.js'
import { Wertmeldung, wertMelden } from '../erfassen/melden.js'
import { kennzahlenAuskunft } from './query.js'

const Text = Type.String()
const oderNichts = Type.Union([Type.String(), Type.Null()])
const Kennzahl = Type.Object({
  id: Text, name: Text, art: Text, masseinheit: Text, ziel: oderNichts, haeufigkeit: Text, quelle: oderNichts, zielwert: oderNichts,
  zielAm: oderNichts, wert: oderNichts, stichtag: oderNichts, stand: Text,
})
const Angenommen = Type.Object({ fassung: Type.Integer({ minimum: 1 }), neu: Type.Boolean({ description: 'false: Derselbe Wert war schon da' }) })

export const routes: readonly Route[] = [
  api({
    method: 'GET', path: '/api/kennzahlen', access: access.service('kennzahlen.lesen'),
    api: { titel: 'Kennzahlen mit Zielwert und letztem Wert', antwort: Type.Array(Kennzahl) },
    handle: async (c) => antwort(await c.ask(kennzahlenAuskunft, {})),
  }),
  api({
    method: 'POST', path: '/api/kennzahlen/:id/werte', access: access.service('kennzahlen.erfassen'),
    api: { titel: 'Wert einer Kennzahl eintragen oder mit Grund berichtigen', body: Wertmeldung, antwort: Angenommen },
    async handle(c) {
      const ergebnis = await c.execute(wertMelden, { id: idAus(c), ...validate(Wertmeldung, c.json) })
      return antwort(ergebnis, ergebnis.neu ? 201 : 200)
    },
  }),
]
