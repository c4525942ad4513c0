import type { Modul } from '../../../platform/modul.js'
import { antwortfrist, registriereAntwortfrist } from './antwortfrist/mahnen.js'
import { registriereDienste } from './dienste.js'
import { registriereHausabfrage } from './hausabfrage/command.js'
import { abfrageErinnerungSenden } from './hausabfrage/erinnern.js'
import { abfrageerinnerung } from './hausabfrage/recurring.js'
import { routes as hausabfrage } from './hausabfrage/routes.js'
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
registriereAntwortfrist()
registriereHausabfrage()

export const modul: Modul = {
  name: 'projektantraege', etage: 'steuerung', dependsOn: ['organisation', 'konten', 'aufgaben', 'akten', 'workflow', 'fallbearbeitung', 'programm'],
  rechte, routes: [...routes, ...hausabfrage], seed, jobs: [entscheidungMitteilen as never, abfrageErinnerungSenden as never], recurring: [wiedervorlage, antwortfrist, abfrageerinnerung],
  navigation: [{ bereich: 'arbeitsplatz', titel: 'Ideen', pfad: '/arbeitsplatz/ideen', rang: 65 }],
}
