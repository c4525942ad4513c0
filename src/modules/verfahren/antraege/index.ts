/** The door of the room antraege: what citizens declared, what became of it, and what they still have to do. */
export {
  anhaengeVon, antraegeVon, antragById, antragByNummer, antragZuVorgang, istUnbeantwortet, rueckfragenVon, verlaufVon,
  type Anhang, type Antrag, type Rueckfrage, type Statuswechsel,
} from './antrag.js'
export { absenderVon, bestaetigungErstellen } from './einreichen/bestaetigung.js'
export { antragErfassen } from './erfassen/command.js'
export { antragEinreichen, type Einreichung } from './einreichen/command.js'
export { VOLLMACHT_SLOT } from './einreichen/pruefung.js'
export { rueckfragenBeantworten } from './rueckfrage/command.js'
export { antragZuruecknehmen } from './zuruecknehmen/command.js'
export { angaben as demoAngaben } from './seed.js'
export { registerMeinVorgangTeil, type MeinVorgangTeil } from './mein-vorgang/teile.js'
export { registerKontoTeil, type KontoTeil } from './konto/teile.js'
export { antragStatusSetzen } from './status/status.js'
export { ZUSTAENDE, type AntragStatus } from './domain/status.js'
export * from './events.js'
export { laufendeAntraege, ohneAnschrift, stelleAufPostUm } from './konto-schliessen/umstellen.js'
