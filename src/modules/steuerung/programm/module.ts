import type { Modul } from '../../../platform/modul.js'
import { routes as ansehen } from './ansehen/routes.js'
import { befehle } from './cli.js'
import { routes as einlesen } from './einlesen/routes.js'
import { routes as einrichten } from './einrichten/routes.js'
import { routes as fortschreiben } from './fortschreiben/routes.js'
import { registriereKontext } from './kontext/page.js'
import { routes as kontext } from './kontext/routes.js'
import { mitwirkungsende } from './mitwirkung/recurring.js'
import { routes as mitwirkung } from './mitwirkung/routes.js'
import { routes as bearbeiten } from './objekt-aendern/routes.js'
import { rechte } from './permissions.js'
import { routes as roadmap } from './roadmap/routes.js'
import { registriereSaetze } from './saetze.js'
import { seed } from './seed.js'
import { routes as uebersicht } from './uebersicht/routes.js'
import { routes as verknuepfen } from './verknuepfen/routes.js'
import { routes as zielabgleich } from './zielabgleich/routes.js'

registriereSaetze()
registriereKontext()

export const modul: Modul = {
  name: 'programm', etage: 'steuerung', dependsOn: ['organisation', 'konten'],
  rechte, seed, cli: befehle,
  routes: [...uebersicht, ...bearbeiten, ...ansehen, ...verknuepfen, ...zielabgleich, ...kontext, ...fortschreiben, ...einrichten, ...einlesen, ...mitwirkung, ...roadmap],
  recurring: [mitwirkungsende],
  navigation: [
    { bereich: 'portal', titel: 'Roadmap', pfad: '/roadmap', rang: 70 },
    { bereich: 'arbeitsplatz', titel: 'Programm', pfad: '/arbeitsplatz/programm', recht: 'programm.lesen', rang: 60 },
    { bereich: 'arbeitsplatz', titel: 'Meine Vorhaben', pfad: '/arbeitsplatz/mitarbeit', recht: 'programm.mitwirken', rang: 59 },
  ],
}
