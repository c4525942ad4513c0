/** The door of the room identitaet: who somebody is, how surely, and what came along with it. */
export { nachweisOhneAngaben, nachweisVon, type Nachweis } from './nachweis.js'
export { wegeFuer } from './anmelden/wege.js'
export type { Personenangaben } from './domain/attribute.js'
export { strasseUndNummer } from './domain/attribute.js'
