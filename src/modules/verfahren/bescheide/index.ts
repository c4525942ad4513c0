/** The door of the room bescheide: decisions, their versions and signatures. */
export { bescheidById, bescheidZuVorgang, type Bescheid, type Fassung, type Zeichnung } from './bescheid.js'
export { pruefeBescheidVorlage, type Befund as VorlagenBefund } from './vorlage-pruefen.js'
export { registerGrundlage, type Grundlage } from './grundlage.js'
export { registerNebenbestimmungen, registerZeichnungshindernis, type Nebenbestimmung } from './zulieferung.js'
export { entwurfSpeichern, zurZeichnungGeben } from './entwerfen/command.js'
export { bescheidZeichnen } from './zeichnen/command.js'
export { erlasse } from './erlassen/command.js'
export * from './events.js'
