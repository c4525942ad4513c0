import type { Modul } from '../../../platform/modul.js'
import { rechte } from './permissions.js'

export const modul: Modul = {
  name: 'akten', etage: 'akte', dependsOn: ['organisation', 'suche', 'aktenplan'],
  rechte,
}
