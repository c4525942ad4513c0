import type { Mengenregeln } from '../../../platform/mengen/index.js'
import { kassenzeichen } from './domain/kassenzeichen.js'

export const mengen: Mengenregeln = {
  stammdaten: ['forderungen.kassenkonto'],
  nummern: [{
    kreis: 'kassenzeichen', tabelle: 'forderungen.forderung',
    zeichen: { alt: (zeile) => zeile['kassenzeichen'] ?? null, neu: (jahr, nummer) => kassenzeichen(jahr, BigInt(nummer)) },
  }],
}
