import type { Modul } from '../../../platform/modul.js'
import { actorOf, actorOfToken } from './actor.js'
import { routes as anmelden } from './anmelden/routes.js'
import { mailSenden } from './mail/senden.js'
import { routes as passwortVergessen } from './passwort-vergessen/routes.js'
import { routes as registrieren } from './registrieren/routes.js'
import { aufraeumen } from './aufraeumen.js'
import { routes as sicherheit } from './sicherheit/routes.js'
import { rechte } from './permissions.js'
import { seed } from './seed.js'

export const modul: Modul = {
  name: 'konten', etage: 'grundlagen', dependsOn: ['organisation'],
  rechte, seed, actorOf, actorOfToken,
  jobs: [mailSenden], recurring: [aufraeumen],
  routes: [...anmelden, ...registrieren, ...passwortVergessen, ...sicherheit],
}
