import type { Modul } from '../../../platform/modul.js'
import { importCli } from './cli.js'
import { rechte } from './permissions.js'
import { seed } from './seed.js'
import { routes } from './uebersicht/routes.js'

export const modul: Modul = {
  name: 'aktenplan', etage: 'akte', dependsOn: [],
  rechte, seed, routes, cli: [importCli],
  navigation: [{ bereich: 'verwaltung', titel: 'Aktenplan', pfad: '/verwaltung/aktenplan', recht: 'aktenplan.verwalten', rang: 40 }],
}
