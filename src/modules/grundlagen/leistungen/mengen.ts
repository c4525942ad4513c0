import type { Mengenregeln } from '../../../platform/mengen/index.js'

export const mengen: Mengenregeln = { stammdaten: ['leistungen.leistung', 'leistungen.version', 'leistungen.datei', 'leistungen.veroeffentlichung'] }
