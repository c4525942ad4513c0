import type { Modul } from '../../../platform/modul.js'
import { routes as abhaengigkeiten } from './abhaengigkeiten/routes.js'
import { routes as aendern } from './aendern/routes.js'
import { routes as ansehen } from './ansehen/routes.js'
import { routes as auslastung } from './auslastung/routes.js'
import { routes as beteiligung } from './beteiligung/routes.js'
import { routes as entscheidungen } from './entscheidungen/routes.js'
import { planentscheidungMitteilen } from './genehmigen/mitteilen.js'
import { routes as genehmigen } from './genehmigen/routes.js'
import { routes as kalender } from './kalender/routes.js'
import { routes as kommunikation } from './kommunikation/routes.js'
import { routes as ordnen } from './ordnen/routes.js'
import { rechte } from './permissions.js'
import { routes as risiken } from './risiken/routes.js'
import { registriereSaetze } from './saetze.js'
import { seed } from './seed.js'
import { registriereAmProgramm } from './steckbrief.js'
import { routes as trend } from './trend/routes.js'
import { routes as uebersicht } from './uebersicht/routes.js'

registriereSaetze()
registriereAmProgramm()

export const modul: Modul = {
  name: 'planung', etage: 'steuerung', dependsOn: ['organisation', 'konten', 'programm'],
  rechte, seed, jobs: [planentscheidungMitteilen as never],
  // Fixed words before ids: the calendar is no plan.
  routes: [...uebersicht, ...kalender, ...ansehen, ...aendern, ...abhaengigkeiten, ...genehmigen, ...risiken, ...entscheidungen, ...trend, ...auslastung, ...beteiligung, ...kommunikation, ...ordnen],
  navigation: [{ bereich: 'arbeitsplatz', titel: 'Planung', pfad: '/arbeitsplatz/planung', recht: 'planung.lesen', rang: 62 }],
}
