import type { Mengenregeln } from '../../../platform/mengen/index.js'

export const mengen: Mengenregeln = { stammdaten: ['workflow.modell'] }
