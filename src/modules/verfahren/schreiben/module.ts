import type { Modul } from '../../../platform/modul.js'
import { registriereSaetze } from './saetze.js'
import { schreibenAusfertigen } from './versenden/job.js'

registriereSaetze()

export const modul: Modul = {
  name: 'schreiben', etage: 'verfahren', dependsOn: ['organisation', 'konten', 'akten', 'ausgang', 'antraege'], jobs: [schreibenAusfertigen as never],
}
