import type { Modul } from '../../../platform/modul.js'
import { actorOf, actorOfToken } from './actor.js'
import { routes as anmelden } from './anmelden/routes.js'
import { rechte } from './permissions.js'
import { seed } from './seed.js'

export const modul: Modul = {
  name: 'konten', etage: 'grundlagen', dependsOn: ['organisation'],
  rechte, seed, actorOf, actorOfToken,
  routes: [...anmelden],
}
