/** The door of the room eingang: the one book of everything that reaches the town. */
export { eingangRegistrieren, eingangZuordnen, type NeuerEingang } from './registrieren/registrieren.js'
export { anhaengeVon, eingaengeVon, eingangById, verteilungVon, type Anhang, type Eingang, type Verteilschritt } from './lesen.js'
export { registerInhaltsart, type Inhaltsabschnitt } from './ansehen/inhaltsart.js'
export type { Kanal, Eingangsstatus } from './db/tables.js'
export * from './events.js'
export { eingangAblegen, eingangErledigen, eingangVerteilen, eingangZurueckgeben } from './verteilen/command.js'
export { eingangErfassen } from './erfassen/command.js'
