/** The door of the room kennzahlen: figures of the Ziele, for the rooms above. */
export { kennzahlenUebersicht, type Kennzahlstand } from './stand.js'
export { STATUS as KENNZAHLSTATUS, type Status as Kennzahlstatus } from './domain/status.js'
export { Statusmarke as Kennzahlmarke } from './anzeige.js'
export { PFAD as KENNZAHLEN } from './pfade.js'
