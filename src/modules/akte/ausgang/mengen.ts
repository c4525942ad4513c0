import type { Mengenregeln } from '../../../platform/mengen/index.js'
import { buchnummer } from './domain/sendung.js'

export const mengen: Mengenregeln = {
  nummern: [{
    kreis: 'postausgang', tabelle: 'ausgang.sendung', spalte: 'nummer',
    zeichen: {
      alt: ({ jahr, nummer }) => (nummer === null || nummer === undefined ? null : buchnummer({ jahr: Number(jahr), nummer: BigInt(nummer) })),
      neu: (jahr, nummer) => buchnummer({ jahr, nummer: BigInt(nummer) }),
    },
  }],
  spalten: { 'ausgang.sendung.jahr': () => 'n.jahr' },
}
