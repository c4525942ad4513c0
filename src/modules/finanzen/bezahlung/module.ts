import type { Modul } from '../../../platform/modul.js'
import { registerZahlweg } from '../forderungen/index.js'
import { abgleichen, taeglicherAbgleich } from './abgleichen/abgleich.js'
import { routes as anbieter } from './anbieter/routes.js'
import { routes as benachrichtigung } from './benachrichtigung/routes.js'
import { routes as bezahlen } from './bezahlen/routes.js'
import { routes as klaeren } from './klaeren/routes.js'
import { rechte } from './permissions.js'
import { nachfragen, zahlungPruefen } from './pruefen/pruefen.js'
import { registriereSaetze } from './saetze.js'
import { seed } from './seed.js'
import { routes as simulator } from './simulator/routes.js'
import { onlineBezahlen } from './zahlweg.js'

registriereSaetze()
registerZahlweg(onlineBezahlen)

export const modul: Modul = {
  name: 'bezahlung', etage: 'finanzen', dependsOn: ['forderungen'],
  rechte, seed, jobs: [zahlungPruefen as never, abgleichen as never], recurring: [nachfragen, taeglicherAbgleich],
  geheimnisse: [{ tabelle: 'bezahlung.anbieter', spalte: 'zugang', zweck: 'bezahldienst' }],
  routes: [...bezahlen, ...benachrichtigung, ...klaeren, ...anbieter, ...simulator],
  navigation: [{ bereich: 'verwaltung', titel: 'Bezahldienst', pfad: '/verwaltung/bezahldienst', recht: 'kasse.einrichten', rang: 61 }],
}
