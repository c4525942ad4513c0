/** The door of the room aufgaben: the work list that other rooms fill. */
export { aufgabeAnlegen, aufgabeById, aufgabeEntfaellt, aufgabenVon, darfErledigen, offeneAufgaben, zaehleFaellige, zugriffAufAufgabe, type Aufgabe, type NeueAufgabe } from './aufgabe.js'
export { registerFortsetzung, type Erledigung, type Fortsetzung } from './fortsetzung.js'
export { aufgabeErledigen, erledigeAufgabe } from './erledigen/command.js'
export { aufgabeUebernehmen, aufgabeZurueckgeben } from './uebernehmen/command.js'
export { letzteArbeitsliste } from './arbeitsliste/routes.js'
export { aufgabenZuweisen, aufgabeZuweisen } from './zuweisen/command.js'
export { registerAufgabenziel } from './ziel.js'
export type { Ergebnis } from './db/tables.js'
