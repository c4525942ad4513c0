import type { Modul } from '../../../platform/modul.js'
import { rechte } from './permissions.js'
import { seed } from './seed.js'

export const modul: Modul = {
  name: 'organisation', etage: 'grundlagen', dependsOn: [],
  rechte, seed,
}
