import type { Modul } from './platform/modul.js'
import { modul as organisation } from './modules/grundlagen/organisation/module.js'
import { modul as maildemo } from './modules/grundlagen/maildemo/module.js'
import { modul as konten } from './modules/grundlagen/konten/module.js'
import { modul as aufgaben } from './modules/grundlagen/aufgaben/module.js'
import { modul as workflow } from './modules/verfahren/workflow/module.js'
import { modul as suche } from './modules/grundlagen/suche/module.js'
import { modul as aktenplan } from './modules/akte/aktenplan/module.js'
import { modul as leistungen } from './modules/grundlagen/leistungen/module.js'
import { modul as onlineantrag } from './modules/zugang/onlineantrag/module.js'

/** The product's table of contents. Order matters where one room's migration refers to another's schema. */
export const module: readonly Modul[] = [
  organisation,
  maildemo,
  konten,
  aufgaben,
  workflow,
  suche,
  aktenplan,
  leistungen,
  onlineantrag,
]
