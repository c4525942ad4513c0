import type { Modul } from '../../../platform/modul.js'
import { registerFallTeil } from '../../verfahren/fallbearbeitung/index.js'
import { routes as aendern } from './aendern/routes.js'
import { registriereSaetze } from './ereignissaetze.js'
import { routes as festsetzen } from './festsetzen/routes.js'
import { gebuehrenteil } from './festsetzen/teil.js'
import { reaktionen } from './on/reaktionen.js'
import { rechte } from './permissions.js'

registerFallTeil(gebuehrenteil)
registriereSaetze()

export const modul: Modul = {
  name: 'gebuehren', etage: 'finanzen', dependsOn: ['leistungen', 'akten', 'antraege', 'fallbearbeitung', 'forderungen', 'workflow'],
  rechte, reactions: reaktionen, routes: [...aendern, ...festsetzen],
  navigation: [{ bereich: 'verwaltung', titel: 'Gebühren', pfad: '/verwaltung/gebuehren', recht: 'gebuehr.verwalten', rang: 25 }],
}
