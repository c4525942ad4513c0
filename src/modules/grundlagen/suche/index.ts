/** The door of the room suche: what can be found, written by the rooms that own the things. */
export { sucheAusschliessen, sucheEinheitAendern, sucheEintragen, sucheEntfernen, type Sucheintrag } from './eintragen.js'
export { lexeme, suchformen } from './mengen.js'
export { finden, type Suchergebnis, type Treffer } from './finden/query.js'
