import type { Modul } from '../../../platform/modul.js'
import { befehle } from './cli.js'
import { rechte } from './permissions.js'
import { seed } from './seed.js'

export const modul: Modul = {
  name: 'leistungen', etage: 'grundlagen', dependsOn: ['organisation', 'aktenplan', 'formulare', 'workflow'],
  rechte, cli: befehle, seed,
}
