import type { Modul } from '../../../platform/modul.js'
import { registriereAufgaben } from './anfordern/command.js'
import { werterinnerung } from './anfordern/recurring.js'
import { routes as ansehen } from './ansehen/routes.js'
import { routes as bewerten } from './bewerten/routes.js'
import { befehle } from './cli.js'
import { routes as erfassen } from './erfassen/routes.js'
import { routes as evaluation } from './evaluation/routes.js'
import { routes as evaluieren } from './evaluieren/routes.js'
import { routes as festlegen } from './festlegen/routes.js'
import { messung } from './messen/messung.js'
import { routes as modellFestlegen } from './modell-festlegen/routes.js'
import { PFAD } from './pfade.js'
import { rechte } from './permissions.js'
import { routes as reifegrade } from './reifegrade/routes.js'
import { registriereSaetze } from './saetze.js'
import { routes as schnittstelle } from './schnittstelle/routes.js'
import { seed } from './seed.js'
import { registriereAmProgramm } from './steckbrief.js'
import { routes as uebersicht } from './uebersicht/routes.js'

registriereSaetze()
registriereAmProgramm()
registriereAufgaben()

export const modul: Modul = {
  name: 'kennzahlen', etage: 'steuerung', dependsOn: ['organisation', 'konten', 'aufgaben', 'programm'],
  rechte, seed, cli: befehle, recurring: [messung, werterinnerung],
  // Fixed words before ids.
  routes: [
    ...uebersicht, ...reifegrade, ...modellFestlegen, ...bewerten, ...evaluation, ...evaluieren, ...festlegen,
    ...ansehen, ...erfassen, ...schnittstelle,
  ],
  navigation: [{ bereich: 'arbeitsplatz', titel: 'Kennzahlen', pfad: PFAD, recht: 'kennzahlen.lesen', rang: 66 }],
}
