import type { Modul } from '../../../platform/modul.js'
import { befehle } from './cli.js'
import { routes as einlesen } from './einlesen/routes.js'
import { foerdererinnerung } from './foerderung/erinnern.js'
import { routes as foerderung } from './foerderung/routes.js'
import { rechte } from './permissions.js'
import { reaktionen, registriereAmProgramm } from './programmbezug.js'
import { registriereSaetze } from './saetze.js'
import { seed } from './seed.js'
import { routes as sollIst } from './soll-ist/routes.js'
import { routes as uebersicht } from './uebersicht/routes.js'
import { routes as vzaebasis } from './vzaebasis/routes.js'
import { routes as zeile } from './zeile/routes.js'
import { routes as zeilen } from './zeilen/routes.js'

registriereSaetze()
registriereAmProgramm()

export const modul: Modul = {
  name: 'finanzplan', etage: 'steuerung', dependsOn: ['organisation', 'aufgaben', 'programm'],
  rechte, seed, cli: befehle, reactions: reaktionen, recurring: [foerdererinnerung],
  // Fixed words before ids: the list and its exports are no line.
  routes: [...uebersicht, ...sollIst, ...einlesen, ...foerderung, ...vzaebasis, ...zeilen, ...zeile],
  navigation: [{ bereich: 'arbeitsplatz', titel: 'Finanzplan', pfad: '/arbeitsplatz/finanzplan', recht: 'finanzplan.lesen', rang: 63 }],
}
