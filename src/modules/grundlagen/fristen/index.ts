export * from './domain/regeln.js'
export * from './domain/bekanntgabe.js'
export * from './domain/frist.js'
export * from './domain/rechtsbehelf.js'
export * from './domain/belehrung.js'
export * from './domain/fristarten.js'
export {
  findFristZu, fristErledigen, fristHinfaellig, fristNeuBerechnen, fristSetzen, fristenVon, letzteTage,
  type Frist, type Fristangaben, type Fristschritt, type NeueFrist,
} from './frist.js'
