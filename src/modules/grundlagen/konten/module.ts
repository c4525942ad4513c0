import type { Modul } from '../../../platform/modul.js'
import { actorOf, actorOfToken, kontoDerSitzung } from './actor.js'
import { routes as anmelden } from './anmelden/routes.js'
import { aufraeumen } from './aufraeumen.js'
import { routes as benutzer } from './benutzer/routes.js'
import { befehle } from './cli.js'
import { mailSenden } from './mail/senden.js'
import { routes as passwortVergessen } from './passwort-vergessen/routes.js'
import { routes as registrieren } from './registrieren/routes.js'
import { registriereObjekte } from './objekte.js'
import { registriereSaetze } from './saetze.js'
import { routes as schnittstellen } from './schnittstellen/routes.js'
import { routes as sicherheit } from './sicherheit/routes.js'
import { routes as tastenkuerzel } from './tastenkuerzel/routes.js'
import { rechte } from './permissions.js'
import { demoLogins, seed } from './seed.js'
import { mengen } from './mengen.js'

registriereObjekte()
registriereSaetze()

export const modul: Modul = {
  name: 'konten', etage: 'grundlagen', dependsOn: ['organisation'], mengen,
  rechte, seed, actorOf, actorOfToken, kontoDerSitzung,
  demoLogins: async (app) => demoLogins(app).map((login) => ({ ...login, totpSecret: login.totpSecret ?? null })),
  cli: befehle,
  geheimnisse: [{ tabelle: 'konten.konto', spalte: 'totp_siegel', zweck: 'konten.totp' }],
  navigation: [
    { bereich: 'verwaltung', titel: 'Benutzer', pfad: '/verwaltung/benutzer', recht: 'konten.verwalten', rang: 24 },
    { bereich: 'verwaltung', titel: 'Schnittstellen', pfad: '/verwaltung/schnittstellen', recht: 'konten.verwalten', rang: 60 },
  ],
  jobs: [mailSenden], recurring: [aufraeumen],
  routes: [...anmelden, ...registrieren, ...passwortVergessen, ...sicherheit, ...tastenkuerzel, ...benutzer, ...schnittstellen],
}
