import type { Modul } from '../../../platform/modul.js'
import { arbeitslistenRoutes } from './arbeitsliste/routes.js'
import { rechte } from './permissions.js'

export const modul: Modul = {
  name: 'aufgaben', etage: 'grundlagen', dependsOn: ['organisation', 'konten'],
  rechte, routes: arbeitslistenRoutes,
  navigation: [{ bereich: 'arbeitsplatz', titel: 'Aufgaben', pfad: '/arbeitsplatz', rang: 10 }],
}
