/** The door of the room workflow: released models, running instances, services that processes call. */
export { DienstFehler, dienstNamen, registerDienst, type Dienst, type Dienstaufruf } from './dienste.js'
export { diensteJetztAusfuehren } from './ausfuehren/job.js'
export { findModell, modellById, modellFreigeben, pruefeModell, type Modell } from './modelle.js'
export { ereignisMelden, nachrichtSenden, variablenVon, verfahrenStarten, verfahrenUmziehen, verfahrenVon, type Verfahrensstand, type Verfahrensstart } from './verfahren.js'
export { feel, feelBoolean, FeelFehler, feelProblem } from './domain/index.js'
export type { Befund, Json, ProcessModel, Variables } from './domain/index.js'
