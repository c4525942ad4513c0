/** The door of the room anhoerung: who is heard before a burdensome decision (§ 28 VwVfG NRW), and who says why not. */
export { anhoerungenVon, type Anhoerung } from './anhoerung.js'
export { anhoeren } from './anhoeren/command.js'
export { vonAnhoerungAbsehen } from './absehen/command.js'
export { anhoerungBeantworten, anhoerungsantwortErfassen } from './antworten/command.js'
export * from './events.js'
