import type { Modul } from '../../../platform/modul.js'
import { registerAnmeldung } from '../../grundlagen/konten/index.js'
import { routes as abmelden } from './abmelden/routes.js'
import { anmeldung } from './anmelden/wege.js'
import { routes as anbieter } from './anbieter/routes.js'
import { routes as anmelden } from './anmelden/routes.js'
import { aufraeumen } from './aufraeumen.js'
import { rechte } from './permissions.js'
import { registriereSaetze } from './saetze.js'
import { routes as unternehmen } from './unternehmen/routes.js'
import { einladungSenden } from './unternehmen/einladung-senden.js'
import { seed } from './seed.js'
import { routes as simulator } from './simulator/routes.js'

registriereSaetze()
registerAnmeldung(anmeldung)

export const modul: Modul = {
  name: 'identitaet', etage: 'zugang', dependsOn: ['konten', 'organisation'],
  rechte, seed, recurring: [aufraeumen], jobs: [einladungSenden as never],
  geheimnisse: ['geheimnis', 'schluessel'].map((spalte) => ({ tabelle: 'identitaet.anbieter', spalte, zweck: 'identitaet.zugang' })),
  navigation: [
    { bereich: 'portal', titel: 'Unternehmen', titelEn: 'Companies', pfad: '/konto/unternehmen', angemeldet: true, rang: 45 },
    { bereich: 'verwaltung', titel: 'Nutzerkonten', pfad: '/verwaltung/identitaet', recht: 'identitaet.verwalten', rang: 62 },
  ],
  routes: [...anmelden, ...anbieter, ...unternehmen, ...abmelden, ...simulator],
}
