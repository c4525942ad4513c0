import type { Modul } from '../../../platform/modul.js'
import { routes as ansehen } from './ansehen/routes.js'
import { erinnerung, prognosen, registriereAufgaben } from './erinnern/recurring.js'
import { routes as konsolidiert } from './konsolidiert/routes.js'
import { routes as matrix } from './matrix/routes.js'
import { routes as meine } from './meine/routes.js'
import { routes as programmbericht } from './programmbericht/routes.js'
import { alleDateien } from './programmbericht/pdf.js'
import { rechte } from './permissions.js'
import { registriereSaetze } from './saetze.js'
import { routes as schreiben } from './schreiben/routes.js'
import { routes as uebergabe } from './uebergabe/routes.js'
import { seed } from './seed.js'
import { registriereAmProgramm } from './steckbrief.js'

registriereSaetze()
registriereAmProgramm()
registriereAufgaben()

export const modul: Modul = {
  name: 'berichte', etage: 'steuerung', dependsOn: ['organisation', 'konten', 'aufgaben', 'programm', 'planung'],
  rechte, seed, dateien: [alleDateien], recurring: [erinnerung, prognosen],
  routes: [...meine, ...schreiben, ...ansehen, ...matrix, ...konsolidiert, ...programmbericht, ...uebergabe],
  navigation: [{ bereich: 'arbeitsplatz', titel: 'Berichte', pfad: '/arbeitsplatz/berichte', recht: 'berichte.lesen', rang: 64 }],
}
