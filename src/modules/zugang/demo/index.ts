/** The door of the room demo. */
export { fuelle, type Auftrag, type Ergebnis } from './mengen/fuellen.js'
