import type { Modul } from './platform/modul.js'
import { modul as organisation } from './modules/grundlagen/organisation/module.js'
import { modul as fristen } from './modules/grundlagen/fristen/module.js'
import { modul as aufgaben } from './modules/grundlagen/aufgaben/module.js'

/** The product's table of contents. Order matters where one room's migration refers to another's schema. */
export const module: readonly Modul[] = [
  organisation,
  fristen,
  aufgaben,
]
