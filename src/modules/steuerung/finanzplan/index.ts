/** The door of the room finanzplan: the money of a programme, planned and spent. */
export { zeilenVon, zeilenVonObjekt, stichtagswerteVon } from './lesen.js'
export { summiere, type Summen } from './domain/summen.js'
export { gesamtCent, horizontVon, imJahrCent, verteile, type Verteilung } from './domain/verteilung.js'
export { neueste, vergleiche, zusammen, prozentText, type Stichtagswerte, type Vergleich } from './domain/sollist.js'
export { SPALTEN, type Spalte, type Zeile } from './domain/zeile.js'
