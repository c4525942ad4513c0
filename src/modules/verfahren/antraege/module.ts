import type { Modul } from '../../../platform/modul.js'
import { registriereDienste } from './dienste.js'
import { bestaetigungErstellen } from './einreichen/bestaetigung.js'
import { erfassenRoutes } from './erfassen/routes.js'
import { registriereFallbearbeitung } from './fallbearbeitung.js'
import { gastmailSenden } from './gast/benachrichtigen.js'
import { routes as gast } from './gast/routes.js'
import { kennzahlquellen } from './kennzahlquellen.js'
import { routes as konto } from './konto/routes.js'
import { routes as meinVorgang } from './mein-vorgang/routes.js'
import { routes as nachweise } from './nachweis-bewerten/routes.js'
import { reaktionen } from './on/reaktionen.js'
import { rechte } from './permissions.js'
import { registriereSaetze } from './saetze.js'
import { routes as schnittstelle } from './schnittstelle/routes.js'
import { seed } from './seed.js'
import { nachDemBescheid, nachNeuerBekanntgabe } from './status/nach-dem-bescheid.js'
import { erinnerungen } from './rueckfrage/erinnern.js'
import { ruecknahmeBestaetigen } from './zuruecknehmen/bestaetigung.js'
import { mengen } from './mengen.js'

registriereDienste()
registriereFallbearbeitung()
registriereSaetze()

export const modul: Modul = {
  name: 'antraege', etage: 'verfahren',
  dependsOn: ['organisation', 'fristen', 'konten', 'aufgaben', 'akten', 'eingang', 'ausgang', 'leistungen', 'formulare', 'workflow', 'fallbearbeitung'], mengen,
  navigation: [{ bereich: 'arbeitsplatz', titel: 'Antrag erfassen', pfad: '/arbeitsplatz/antraege/erfassen', recht: 'antrag.bearbeiten', rang: 22 }, { bereich: 'portal', titel: 'Meine Anträge', titelEn: 'My applications', pfad: '/konto', angemeldet: true, rang: 20 }],
  rechte, seed, routes: [...konto, ...gast, ...meinVorgang, ...nachweise, ...schnittstelle, ...erfassenRoutes], reactions: [...reaktionen, nachNeuerBekanntgabe], jobs: [bestaetigungErstellen as never, ruecknahmeBestaetigen as never, gastmailSenden as never],
  recurring: [erinnerungen, nachDemBescheid], kennzahlquellen,
}
