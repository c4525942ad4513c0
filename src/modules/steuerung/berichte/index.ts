/** The door of the room berichte: monthly reports, what they say together, and the frozen programme reports. */
export { berichteVon, letzteFassungen, pflichten, zeitraeume, type Fassung, type Pflicht, type Statusbericht, type Zeitraum } from './lesen.js'
export { konsolidiere, type Konsolidierung } from './konsolidiert/query.js'
export { schlechteste, zusammenfassen, type Ampel, type Ampeln, type Zusammenfassung } from './domain/ampel.js'
export { berichtEingereicht, monatEroeffnet, programmberichtFestgeschrieben } from './events.js'
