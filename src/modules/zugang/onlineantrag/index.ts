/** The door of the room onlineantrag: drafts of citizens, and figures about them. */
export { antragszahlen, type Antragszahlen } from './kennzahlen.js'
export { entwurfBegonnen, entwurfEingereicht, entwurfGeloescht } from './events.js'
