/** The door of the room bezahlung: online payments, and what the treasury has to clear. */
export { klaerungAnlegen } from './klaeren/klaerung.js'
export { zahlungenZu, type Zahlung } from './zahlung.js'
