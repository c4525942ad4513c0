import type { Modul } from '../../../platform/modul.js'
import { bestaetigungErstellen } from './einreichen/bestaetigung.js'
import { registriereDienste } from './dienste.js'
import { rechte } from './permissions.js'
import { ruecknahmeBestaetigen } from './zuruecknehmen/bestaetigung.js'

registriereDienste()

export const modul: Modul = {
  name: 'antraege', etage: 'verfahren', dependsOn: ['organisation', 'konten', 'akten', 'eingang', 'ausgang', 'leistungen', 'formulare', 'workflow'],
  rechte, jobs: [bestaetigungErstellen as never, ruecknahmeBestaetigen as never],
}
