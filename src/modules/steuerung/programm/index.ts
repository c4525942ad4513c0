/** The door of the room programm: strategies, their objects from Handlungsfeld to Aufgabe, and what refers to what. */
export {
  ebenennamen, erfolgskriterienVon, finanzplanzeilenVon, findObjekt, gremienVon, kostenklassen, kurzobjekteVon, objekteById, objekteVon, sperreObjekt, strategien, verknuepfungenVon, zugriffAufObjekt,
  type Erfolgskriterium, type Gremium, type Kurzobjekt, type Objekt, type Objektfilter, type Strategie, type Verknuepfung,
} from './lesen.js'
export { BAUSTEINARTEN, OBJEKTARTEN, type Bausteinart, type Ebenenname, type Objektart } from './domain/arten.js'
export { STATUS, ueberfaellig, type Status } from './domain/status.js'
export { einstufen, type Einstufung, type Kostenklasse } from './domain/kostenklasse.js'
export { SPALTEN, summiere, type Finanzplanzeile, type Spalte, type Summen } from './domain/finanzplan.js'
export { objektAnlegen } from './objekt-anlegen/command.js'
export { objektAendern, termineSetzen } from './objekt-aendern/command.js'
export { objektAufnehmen } from './schreiben.js'
export { statusSetzen } from './status-setzen/command.js'
export { strategieAnlegen } from './strategie-anlegen/command.js'
export { freigabeGeaendert, objektAngelegt, objektEntfernt, objektGeaendert, statusGesetzt, terminVerschoben } from './events.js'
export { mitwirkungEinrichten } from './mitwirkung/command.js'
export { mitwirkungAm, offeneMitwirkungen, type Mitwirkung } from './mitwirkung/lesen.js'
export { mitarbeitPfad } from './mitwirkung/mitarbeit-page.js'
export { registerMitarbeitsteil, registerProgrammreiter, registerSteckbriefteil, type Mitarbeitsteil, type Programmreiter, type Steckbriefteil } from './registrierung.js'
export { ProgrammReiter, StatusMarke, steckbriefPfad, Strategiewahl } from './anzeige.js'
export { vorhabenMitPerson, vorhabenUebertragen } from './uebergabe/uebertragen.js'
export { waehleStrategie } from './strategiewahl.js'
