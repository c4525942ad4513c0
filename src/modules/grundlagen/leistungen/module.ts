import type { Modul } from '../../../platform/modul.js'
import { befehle } from './cli.js'
import { rechte } from './permissions.js'

export const modul: Modul = {
  name: 'leistungen', etage: 'grundlagen', dependsOn: ['organisation', 'formulare', 'workflow'],
  rechte, cli: befehle,
}
