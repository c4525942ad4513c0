/** The door of the room automatik: which cases are decided without a person (§ 35a VwVfG NRW). */
export { automatikGeprueft } from './events.js'
