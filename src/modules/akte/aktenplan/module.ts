import type { Modul } from '../../../platform/modul.js'
import { importCli } from './cli.js'
import { rechte } from './permissions.js'
import { registriereSaetze } from './saetze.js'
import { seed } from './seed.js'
import { routes } from './uebersicht/routes.js'
import { mengen } from './mengen.js'

registriereSaetze()

export const modul: Modul = {
  name: 'aktenplan', etage: 'akte', dependsOn: [], mengen,
  rechte, seed, routes, cli: [importCli],
  navigation: [{ bereich: 'verwaltung', titel: 'Aktenplan', pfad: '/verwaltung/aktenplan', recht: 'aktenplan.verwalten', rang: 40 }],
}
