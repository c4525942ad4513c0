/** The door of the room fallbearbeitung: the case screen, into which rooms above put their parts, forms and sentences. */
export { vorgangAbschliessen } from './abschliessen/command.js'
export { maskenNamen, registerEreignissatz, registerFallTeil, registerMaske, type Ereignissatz, type FallTeil, type Maske } from './registrierung.js'
