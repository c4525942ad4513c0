import type { Modul } from '../../../platform/modul.js'
import { registriereDienste } from './dienste.js'
import { registriereMasken } from './masken.js'
import { entscheidungMitteilen } from './mitteilen/job.js'
import { rechte } from './permissions.js'
import { registriereSaetze } from './saetze.js'
import { seed } from './seed.js'
import { registriereThemenspeicher, wiedervorlage } from './themenspeicher/vorlegen.js'
import { registriereFallteil, routes } from './uebersicht/routes.js'

registriereDienste()
registriereMasken()
registriereSaetze()
registriereThemenspeicher()
registriereFallteil()

export const modul: Modul = {
  name: 'projektantraege', etage: 'steuerung', dependsOn: ['organisation', 'konten', 'aufgaben', 'akten', 'workflow', 'fallbearbeitung', 'programm'],
  rechte, routes, seed, jobs: [entscheidungMitteilen as never], recurring: [wiedervorlage],
  navigation: [{ bereich: 'arbeitsplatz', titel: 'Ideen', pfad: '/arbeitsplatz/ideen', rang: 65 }],
}
