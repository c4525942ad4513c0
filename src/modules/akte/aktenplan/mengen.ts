import type { Mengenregeln } from '../../../platform/mengen/index.js'

export const mengen: Mengenregeln = { stammdaten: ['aktenplan.fassung', 'aktenplan.einheit'] }
