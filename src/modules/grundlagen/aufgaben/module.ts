import type { Modul } from '../../../platform/modul.js'
import { rechte } from './permissions.js'

export const modul: Modul = {
  name: 'aufgaben', etage: 'grundlagen', dependsOn: ['organisation'],
  rechte,
  navigation: [{ bereich: 'arbeitsplatz', titel: 'Aufgaben', pfad: '/arbeitsplatz', rang: 10 }],
}
