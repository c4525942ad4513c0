/** The door of the room aktenplan: where files lie, how they are called, and how long they stay. */
export { aktenplaneinheitenFuerNeueAkten, aktenplanKennzeichen, aktenzeichenMuster, findAktenplaneinheit, type Aktenplaneinheit } from './einheiten.js'
export { bildeAktenzeichen, type AktenzeichenMuster } from './domain/aktenzeichen.js'
export { compareKennzeichen, sortiertNachKennzeichen, zeichenSuchschluessel } from './domain/kennzeichen.js'
export type { Aussonderungsart } from './domain/einheit.js'
export { aktenplanImportieren, type Aktenplanvergleich } from './importieren/command.js'
