import type { Modul } from '../../../platform/modul.js'
import { rechte } from './permissions.js'

export const modul: Modul = {
  name: 'programm', etage: 'steuerung', dependsOn: [],
  rechte,
}
