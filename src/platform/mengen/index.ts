/** Filling a demo with a great many copies of real things: patterns, their translation into statements, and what is checked afterwards. */
export { nimmIndexeWeg } from './indexe.js'
export { tabellenDerStadt, type Tabelle } from './katalog.js'
export { leseMuster, leseStadt, type Musterzeile } from './muster.js'
export { pruefe, type Befund } from './pruefen.js'
export { wort, type Mengenregeln, type Muster, type Nummernregel, type Probe, type Spaltenregel, type Teil, type Zeile } from './regeln.js'
export { kennteil, KLONSPALTEN, nummernzeilen, uebersetze, zeitteil, type Ersetzungen, type Vorlage } from './vorlage.js'
