import type { Modul } from '../../../platform/modul.js'
import { rechte } from './permissions.js'

export const modul: Modul = {
  name: 'eingang', etage: 'akte', dependsOn: ['organisation', 'suche', 'akten'],
  rechte,
}
