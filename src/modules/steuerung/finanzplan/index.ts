/** The door of the room finanzplan: the money of a programme, planned and spent. */
export { stichtagswerteVon, zeilenVon } from './lesen.js'
export { inTausend, summe, summiere, type Summen } from './domain/summen.js'
export { horizontVon } from './domain/verteilung.js'
export { neueste, vergleiche, type Stichtagswerte, type Vergleich } from './domain/sollist.js'
export type { Zeile } from './domain/zeile.js'
export { haushaltsjahre, type Haushaltsjahr } from './lage.js'
export { PFAD as FINANZPLAN, tausendText } from './anzeige.js'
