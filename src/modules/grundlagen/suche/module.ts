import type { Modul } from '../../../platform/modul.js'
import { routes } from './finden/routes.js'
import { worteAufraeumen } from './worte-aufraeumen.js'
import { rechte } from './permissions.js'
import { mengen } from './mengen.js'

export const modul: Modul = {
  name: 'suche', etage: 'grundlagen', dependsOn: [], mengen,
  rechte, routes, recurring: [worteAufraeumen],
  navigation: [{ bereich: 'arbeitsplatz', titel: 'Suche', pfad: '/arbeitsplatz/suche', recht: 'suche.nutzen', rang: 60 }],
}
