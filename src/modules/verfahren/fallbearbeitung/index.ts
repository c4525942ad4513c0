/** The door of the room fallbearbeitung: the case screen, into which rooms above put their parts, forms and sentences. */
export { befangenheitErklaeren } from './befangenheit/command.js'
export { vorgangUebergeben } from './uebergeben/command.js'
export { vorgangAbschliessen } from './abschliessen/command.js'
export { registerEreignissatz, type Ereignissatz } from '../../../platform/events/index.js'
export { registerNochUnterwegs } from './von-selbst/abschliessen.js'
export { maskenNamen, registerFallTeil, registerMaske, type FallTeil, type Maske } from './registrierung.js'
