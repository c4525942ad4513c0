import type { Modul } from '../../../platform/modul.js'
import { rechte } from './permissions.js'
import { registriereSaetze } from './saetze.js'
import { seed } from './seed.js'

registriereSaetze()

export const modul: Modul = {
  name: 'organisation', etage: 'grundlagen', dependsOn: [],
  rechte, seed,
}
