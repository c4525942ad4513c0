import type { Modul } from '../../../platform/modul.js'
import { rechte } from './permissions.js'
import { registriereObjekte } from './objekte.js'
import { registriereSaetze } from './saetze.js'
import { seed } from './seed.js'
import { mengen } from './mengen.js'

registriereObjekte()
registriereSaetze()

export const modul: Modul = {
  name: 'organisation', etage: 'grundlagen', dependsOn: [], mengen,
  rechte, seed,
}
