import type { Modul } from '../../../platform/modul.js'

export const modul: Modul = {
  name: 'fallbearbeitung', etage: 'verfahren', dependsOn: ['organisation', 'konten', 'aufgaben', 'akten', 'workflow'],
}
