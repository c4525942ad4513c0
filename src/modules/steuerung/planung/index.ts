/** The door of the room planung: plans, what waits for what, forecasts, risks, decisions. */
export { findPlan, kalenderDerStadt, ladePlan, ladeStand, plaeneFuer, planZuStrategie, zugriffAufPlan, type Planangaben } from './plan.js'
export { planAnlegen } from './anlegen/command.js'
export { planAendern } from './aendern/command.js'
export { planAusProgramm } from './aus-programm/command.js'
export { prognosenFesthalten } from './trend/command.js'
export { meilensteintrends, type Meilensteintrend } from './trend/query.js'
export { entscheidungVormerken, type NeueEntscheidung } from './entscheidungen/command.js'
export { kritischeVorhaben } from './kritischer-weg.js'
export { offeneEntscheidungen } from './entscheidungen/query.js'
export { arbeitszeitUebertragen, geplanteArbeitszeit, type GeplanteArbeitszeit } from './uebergabe/arbeitszeit.js'
export { zustaendigkeiten, zustaendigkeitenUebertragen, type Zustaendigkeit } from './uebergabe/uebertragen.js'
export { risikoErfassen } from './risiken/command.js'
export type { Prognose, Trend } from './domain/trend.js'
export * from './events.js'
export {
  auslastungen, entscheidungenInPlaenen, offeneRisiken, plaeneZurStrategie,
  type Auslastung, type OffeneEntscheidung, type OffenesRisiko, type Planbezug,
} from './lage.js'
export { RISIKOSTATUS, type Risikostufe } from './domain/risiko.js'
