import type { Modul } from '../../../platform/modul.js'
import { registriereSaetze } from './saetze.js'

registriereSaetze()

export const modul: Modul = { name: 'fristen', etage: 'grundlagen', dependsOn: [] }
