export { event, eventTypen, reaction, type EventValue, type Reaction, type StoredEvent } from './event.js'
export { historyOf } from './record.js'
export { searchEvents, type EventFilter } from './search.js'
export { kontenIn, nurImProtokoll, ohneSatz, registerEreignissatz, satzVon, tagAus, titelVon, wortAus, type Ereignissatz } from './saetze.js'
