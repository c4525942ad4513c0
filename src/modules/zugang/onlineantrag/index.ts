/** The door of the room onlineantrag: drafts of citizens, and figures about them. */
export { antragszahlen, type Antragszahlen } from './kennzahlen.js'
export { entwurfBegonnen, entwurfEingereicht, entwurfGeloescht } from './events.js'
export { dateienVon, entwuerfeVon } from './entwuerfe.js'
export { loescheEntwuerfeVon } from './konto-schliessen/entwuerfe.js'
export type { Entwurf } from './domain/entwurf.js'
