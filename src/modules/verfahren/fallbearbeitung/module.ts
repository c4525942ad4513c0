import type { Modul } from '../../../platform/modul.js'
import './abschliessen/maske.js'
import './bearbeiten/allgemein.js'
import { zugriffAufVorgang } from '../../akte/akten/index.js'
import { registerAusschluss } from '../../grundlagen/aufgaben/index.js'
import { abgabeRoutes } from './uebergeben/routes.js'
import { abschliessenNachEnde } from './von-selbst/abschliessen.js'
import { fallRoutes } from './bearbeiten/routes.js'
import { schadsoftwareMelden } from './schadsoftware/aufgabe.js'
import { nachErledigung, wiedervorlagen } from './wiedervorlage/faellig.js'

registerAusschluss(async (tx, vorgangId) => (await zugriffAufVorgang(tx, vorgangId))?.ausgeschlossen ?? [])

export const modul: Modul = {
  name: 'fallbearbeitung', etage: 'verfahren', dependsOn: ['organisation', 'konten', 'fristen', 'aufgaben', 'akten', 'workflow'],
  routes: [...fallRoutes, ...abgabeRoutes], recurring: [wiedervorlagen], jobs: [abschliessenNachEnde as never], reactions: [nachErledigung, schadsoftwareMelden],
}
