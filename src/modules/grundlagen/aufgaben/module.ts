import type { Modul } from '../../../platform/modul.js'
import { einheitHindernisse } from '../organisation/index.js'
import { offeneArbeitDerEinheit } from './aufgabe.js'
import { arbeitslistenRoutes } from './arbeitsliste/routes.js'
import { mahnungSenden } from './eskalieren/mail.js'
import { eskalation } from './eskalieren/recurring.js'
import { ARBEITET, rechte } from './permissions.js'
import { routes as weitergeben } from './weitergeben/routes.js'
import { registriereSaetze } from './saetze.js'
import { mengen } from './mengen.js'

registriereSaetze()
einheitHindernisse.add(offeneArbeitDerEinheit)

export const modul: Modul = {
  name: 'aufgaben', etage: 'grundlagen', dependsOn: ['organisation', 'konten'], mengen,
  rechte, routes: [...arbeitslistenRoutes, ...weitergeben], jobs: [mahnungSenden as never], recurring: [eskalation],
  navigation: [{ bereich: 'arbeitsplatz', titel: 'Aufgaben', pfad: '/arbeitsplatz', recht: ARBEITET, rang: 10 }],
}
