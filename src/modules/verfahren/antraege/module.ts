import type { Modul } from '../../../platform/modul.js'
import { bestaetigungErstellen } from './einreichen/bestaetigung.js'
import { registriereDienste } from './dienste.js'
import { reaktionen } from './on/reaktionen.js'
import { rechte } from './permissions.js'
import { routes as schnittstelle } from './schnittstelle/routes.js'
import { ruecknahmeBestaetigen } from './zuruecknehmen/bestaetigung.js'

registriereDienste()

export const modul: Modul = {
  name: 'antraege', etage: 'verfahren', dependsOn: ['organisation', 'konten', 'aufgaben', 'akten', 'eingang', 'ausgang', 'leistungen', 'formulare', 'workflow'],
  rechte, routes: schnittstelle, reactions: reaktionen, jobs: [bestaetigungErstellen as never, ruecknahmeBestaetigen as never],
}
