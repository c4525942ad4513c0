import type { Mengenregeln } from '../../../platform/mengen/index.js'

export const mengen: Mengenregeln = { stammdaten: ['organisation.einheit', 'organisation.rolle', 'organisation.zuweisung'] }
