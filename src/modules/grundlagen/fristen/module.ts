import type { Modul } from '../../../platform/modul.js'

export const modul: Modul = { name: 'fristen', etage: 'grundlagen', dependsOn: [] }
