/** The door of the room genehmigungsfiktion: applications that count as granted when nobody decides in time (§ 42a VwVfG NRW). */
export { fiktionZu, type Fiktion } from './fiktion.js'
export { vollstaendigkeitFeststellen } from './beginnen/command.js'
export { fiktionsfristVerlaengern } from './verlaengern/command.js'
export { ruhenBeenden } from './ruhen/ruhen.js'
export { bescheinigungVerlangen, bescheinigungVerschicken } from './bescheinigen/command.js'
export { genehmigungFingiert } from './events.js'
