import type { Mengenregeln } from '../../../platform/mengen/index.js'

export const mengen: Mengenregeln = {
  stammdaten: ['konten.konto'],
  spalten: {
    'konten.konto.kennung': () => 'n.kennung', 'konten.konto.name': () => 'n.person', 'konten.konto.vorname': () => 'n.vorname', 'konten.konto.nachname': () => 'n.nachname', 'konten.konto.email': () => 'n.email',
  },
}
