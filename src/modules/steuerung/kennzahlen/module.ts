import type { Modul } from '../../../platform/modul.js'
import { rechte } from './permissions.js'
import { registriereSaetze } from './saetze.js'

registriereSaetze()

export const modul: Modul = {
  name: 'kennzahlen', etage: 'steuerung', dependsOn: ['programm'],
  rechte,
}
