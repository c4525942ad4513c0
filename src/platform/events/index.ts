export { event, reaction, type EventValue, type Reaction, type StoredEvent } from './event.js'
export { historyOf } from './record.js'
export { searchEvents, type EventFilter } from './search.js'
