/** The door of the room organisation: units, roles, substitutions. */
export { alleEinheiten, einheitenById, findEinheitByKuerzel, type Einheit } from './einheiten.js'
export { kontenMitRolle, rollenbildVon, type Rollenbild } from './zuweisungen.js'
export { alleRollen, vertretungen, zuweisungenVon, type Rolle, type Vertretung, type ZuweisungVonKonto } from './rollen.js'
export { einheitAnlegen } from './einheit-anlegen/command.js'
export { rolleFestlegen } from './rolle-anlegen/command.js'
export { rolleZuweisen, zuweisungBeenden } from './rolle-zuweisen/command.js'
export { vertretungAufnehmen, vertretungBeenden, vertretungEinrichten } from './vertretung/command.js'
