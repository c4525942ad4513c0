import type { Modul } from '../../../platform/modul.js'
import { routes as ansehen } from './ansehen/routes.js'
import { routes as ansichten } from './ansichten/routes.js'
import { routes as liste } from './liste/routes.js'
import { rechte } from './permissions.js'
import { registriereSaetze } from './saetze.js'
import { seed } from './seed.js'

registriereSaetze()

export const modul: Modul = {
  name: 'lagebild', etage: 'steuerung', dependsOn: ['organisation', 'konten', 'programm', 'planung', 'finanzplan', 'berichte', 'kennzahlen'],
  rechte, seed, routes: [...ansehen, ...ansichten, ...liste],
  navigation: [{ bereich: 'arbeitsplatz', titel: 'Lagebild', pfad: '/arbeitsplatz/lagebild', recht: 'lagebild.lesen', rang: 60 }],
}
