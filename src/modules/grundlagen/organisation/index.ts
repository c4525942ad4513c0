/** The door of the room organisation: units, roles, substitutions. */
export { alleEinheiten, einheitenById, findEinheitByKuerzel, type Einheit } from './einheiten.js'
export { kontenMitRolle, rollenbildVon, type Rollenbild } from './zuweisungen.js'
export { einheitAnlegen } from './einheit-anlegen/command.js'
