/** The door of the room beteiligung: other units are asked for a statement, and see no more than they need for it. */
export { beteiligungById, beteiligungenVon, type Beteiligung, type Stellungnahme } from './beteiligung.js'
export { stellenBeteiligen } from './einholen/command.js'
export { stellungnahmeAbgeben } from './abgeben/command.js'
export { VOTEN, type Votum } from './domain/votum.js'
export * from './events.js'
