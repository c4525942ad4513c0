import type { Modul } from '../../../platform/modul.js'
import { rechteauskunft } from './auskunft.js'
import { routes as einheiten } from './einheiten/routes.js'
import { rechte } from './permissions.js'
import { routes as protokoll } from './protokoll/routes.js'
import { routes as rollen } from './rollen/routes.js'
import { registriereSaetze } from './saetze.js'
import { seed } from './seed.js'
import { routes as stadt } from './stadt/routes.js'
import { routes as uebersicht } from './uebersicht/routes.js'
import { routes as vertretungen } from './vertretungen/routes.js'
import { routes as zuweisungen } from './zuweisungen/routes.js'

registriereSaetze()

export const modul: Modul = {
  name: 'verwaltung', etage: 'grundlagen', dependsOn: ['organisation', 'konten'],
  rechte, seed, rechteauskunft,
  routes: [...uebersicht, ...einheiten, ...rollen, ...zuweisungen, ...vertretungen, ...protokoll, ...stadt],
  navigation: [
    { bereich: 'arbeitsplatz', titel: 'Vertretungen', pfad: '/arbeitsplatz/vertretungen', rang: 90 },
    { bereich: 'verwaltung', titel: 'Übersicht', pfad: '/verwaltung', recht: 'organisation.verwalten', rang: 1 },
    { bereich: 'verwaltung', titel: 'Einheiten', pfad: '/verwaltung/einheiten', recht: 'organisation.verwalten', rang: 20 },
    { bereich: 'verwaltung', titel: 'Rollen', pfad: '/verwaltung/rollen', recht: 'organisation.verwalten', rang: 22 },
    { bereich: 'verwaltung', titel: 'Stadt', pfad: '/verwaltung/stadt', recht: 'mandant.verwalten', rang: 10 },
    { bereich: 'verwaltung', titel: 'Protokoll', pfad: '/verwaltung/protokoll', recht: 'protokoll.lesen', rang: 80 },
  ],
}
