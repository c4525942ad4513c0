import type { Modul } from '../../../platform/modul.js'
import { befehle } from './cli.js'
import { kennzahlquellen } from './reifegrad/kennzahlquellen.js'
import { routes as reifegrade } from './reifegrad/routes.js'
import { rechte } from './permissions.js'
import { registriereObjekte } from './objekte.js'
import { registriereSaetze } from './saetze.js'
import { routes } from './verwaltung/routes.js'
import { seed } from './seed.js'
import { mengen } from './mengen.js'

registriereObjekte()
registriereSaetze()

export const modul: Modul = {
  name: 'leistungen', etage: 'grundlagen', dependsOn: ['organisation', 'aktenplan', 'formulare', 'workflow'], mengen,
  rechte, cli: befehle, seed, routes: [...routes, ...reifegrade], kennzahlquellen,
  navigation: [
    { bereich: 'verwaltung', titel: 'Leistungen', pfad: '/verwaltung/leistungen', recht: 'leistung.verwalten', rang: 20 },
    { bereich: 'arbeitsplatz', titel: 'OZG-Reifegrade', pfad: '/arbeitsplatz/ozg-reifegrade', recht: 'leistung.bewerten', rang: 67 },
  ],
}
