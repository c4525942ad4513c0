import type { Modul } from '../../../platform/modul.js'
import { abruffristen } from './abruffrist/command.js'
import { benachrichtigen } from './benachrichtigen/job.js'
import { rechte } from './permissions.js'

export const modul: Modul = {
  name: 'ausgang', etage: 'akte', dependsOn: ['konten', 'fristen', 'akten'],
  rechte, jobs: [benachrichtigen as never], recurring: [abruffristen],
}
