import type { Modul } from '../../../platform/modul.js'
import { routes as leistungen } from './leistungen/routes.js'
import { routes as rueckmeldung } from './rueckmeldung/routes.js'
import { registriereSaetze } from './saetze.js'
import { routes as seiten } from './seiten/routes.js'

registriereSaetze()

export const modul: Modul = {
  name: 'portal', etage: 'zugang', dependsOn: ['leistungen', 'organisation', 'gebuehren'],
  routes: [...leistungen, ...rueckmeldung, ...seiten],
  navigation: [
    { bereich: 'portal', titel: 'Leistungen', titelEn: 'Services', pfad: '/leistungen', rang: 10 },
    { bereich: 'portal', titel: 'Hilfe', titelEn: 'Help', pfad: '/hilfe', rang: 90 },
    { bereich: 'verwaltung', titel: 'Rückmeldungen', pfad: '/verwaltung/rueckmeldungen', recht: 'mandant.verwalten', rang: 80 },
  ],
}
