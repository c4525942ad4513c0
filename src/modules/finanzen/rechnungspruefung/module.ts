import type { Modul } from '../../../platform/modul.js'
import { routes } from './pruefseite/routes.js'

export const modul: Modul = { name: 'rechnungspruefung', etage: 'finanzen', dependsOn: [], routes }
