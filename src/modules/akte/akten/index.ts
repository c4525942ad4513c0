/** The door of the room akten: Akte, Vorgang, Dokument; the only place where business content is kept. */
export { akteFuer, type AkteFuer } from './akte-anlegen/akte.js'
export { vorgangAnlegen, type NeuerVorgang } from './vorgang-anlegen/vorgang.js'
export { dokumentAblegen, dokumentFestschreiben, dokumentFreigeben, neueDokumentversion, type Datei, type NeuesDokument } from './dokument-ablegen/dokument.js'
export {
  akteById, dokumentById, dokumenteById, dokumenteVon, vermerkeVon, vorgaengeById, vorgaengeVonInhaber, vorgangById, vorgangByNummer, wiedervorlagenVon, amVorgang, zugriffAufAkte, zugriffAufVorgang,
  type Akte, type Dokument, type Dokumentversion, type Vermerk, type Vorgang, type Wiedervorlage,
} from './lesen.js'
export type { Pruefstatus, Richtung } from './db/tables.js'
export { schliesseVorgang, vorgangSchliessen } from './schliessen/command.js'
export { aufbewahrungsregeln, schliessHindernisse } from './schliessen/hindernisse.js'
export { vorgangWiederoeffnen } from './wiederoeffnen/command.js'
export { vermerkSchreiben, vermerkVerfassen, type NeuerVermerk } from './vermerk/vermerk.js'
export { wiedervorlageErledigen, wiedervorlageSetzen } from './wiedervorlage/wiedervorlage.js'
export { aufbewahrungInWorten, type Aufbewahrungsregel } from './domain/aufbewahrung.js'
export { formatVorgangsnummer, parseVorgangsnummer } from './domain/vorgangsnummer.js'
export { istBearbeitbar } from './domain/zustaende.js'
export * from './events.js'
