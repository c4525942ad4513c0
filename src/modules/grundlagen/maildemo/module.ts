import type { Modul } from '../../../platform/modul.js'
import { routes } from './postfach/routes.js'

export const modul: Modul = { name: 'maildemo', etage: 'grundlagen', dependsOn: [], routes }
