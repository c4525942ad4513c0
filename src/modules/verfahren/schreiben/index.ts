/** The door of the room schreiben: letters that come out of working on a case and decide nothing. */
export { absaetze, empfaengerZu, schreibe, type NeuesSchreiben } from './versenden/schreiben.js'
export { schreibenVersandt } from './events.js'
