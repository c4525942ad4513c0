/** The door of the room berichte: months of reporting, lights, what is missing. */
export { zeitraeume, type Zeitraum } from './lesen.js'
export { ampelverlaeufe, letztePflichtangaben, type Ampelverlauf, type Gewichtung, type Pflichtangaben } from './verlauf.js'
export { AMPELN, AMPELWORT, KEIN_BERICHT, REGEL, zusammenfassenFarben, type Ampel } from './domain/ampel.js'
export { monatAus, monatKennung, monatKurz, monatswort } from './domain/zeitraum.js'
export { Ampelmarke, PFAD as BERICHTE, schreibPfad } from './anzeige.js'
