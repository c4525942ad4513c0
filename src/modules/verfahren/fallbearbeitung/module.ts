import type { Modul } from '../../../platform/modul.js'
import './abschliessen/maske.js'
import './bearbeiten/allgemein.js'
import { fallRoutes } from './bearbeiten/routes.js'
import { schadsoftwareMelden } from './schadsoftware/aufgabe.js'
import { nachErledigung, wiedervorlagen } from './wiedervorlage/faellig.js'

export const modul: Modul = {
  name: 'fallbearbeitung', etage: 'verfahren', dependsOn: ['organisation', 'konten', 'fristen', 'aufgaben', 'akten', 'workflow'],
  routes: fallRoutes, recurring: [wiedervorlagen], reactions: [nachErledigung, schadsoftwareMelden],
}
