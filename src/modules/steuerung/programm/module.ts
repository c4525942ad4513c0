import type { Modul } from '../../../platform/modul.js'
import { befehle } from './cli.js'
import { rechte } from './permissions.js'
import { registriereSaetze } from './saetze.js'
import { seed } from './seed.js'

registriereSaetze()

export const modul: Modul = {
  name: 'programm', etage: 'steuerung', dependsOn: ['organisation'],
  rechte, seed, cli: befehle,
}
