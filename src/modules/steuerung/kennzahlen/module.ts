import type { Modul } from '../../../platform/modul.js'
import { routes as ansehen } from './ansehen/routes.js'
import { routes as erfassen } from './erfassen/routes.js'
import { routes as festlegen } from './festlegen/routes.js'
import { messung } from './messen/messung.js'
import { PFAD } from './pfade.js'
import { rechte } from './permissions.js'
import { registriereSaetze } from './saetze.js'
import { registriereAmProgramm } from './steckbrief.js'
import { routes as uebersicht } from './uebersicht/routes.js'

registriereSaetze()
registriereAmProgramm()

export const modul: Modul = {
  name: 'kennzahlen', etage: 'steuerung', dependsOn: ['organisation', 'konten', 'programm'],
  rechte, recurring: [messung],
  routes: [...uebersicht, ...festlegen, ...ansehen, ...erfassen],
  navigation: [{ bereich: 'arbeitsplatz', titel: 'Kennzahlen', pfad: PFAD, recht: 'kennzahlen.lesen', rang: 66 }],
}
