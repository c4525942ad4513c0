import type { Modul } from './platform/modul.js'
import { modul as organisation } from './modules/grundlagen/organisation/module.js'
import { modul as fristen } from './modules/grundlagen/fristen/module.js'
import { modul as konten } from './modules/grundlagen/konten/module.js'
import { modul as identitaet } from './modules/zugang/identitaet/module.js'
import { modul as verwaltung } from './modules/grundlagen/verwaltung/module.js'
import { modul as aufgaben } from './modules/grundlagen/aufgaben/module.js'
import { modul as workflow } from './modules/verfahren/workflow/module.js'
import { modul as demo } from './modules/zugang/demo/module.js'
import { modul as suche } from './modules/grundlagen/suche/module.js'
import { modul as aktenplan } from './modules/akte/aktenplan/module.js'
import { modul as akten } from './modules/akte/akten/module.js'
import { modul as eingang } from './modules/akte/eingang/module.js'
import { modul as ausgang } from './modules/akte/ausgang/module.js'
import { modul as bescheide } from './modules/verfahren/bescheide/module.js'
import { modul as beteiligung } from './modules/verfahren/beteiligung/module.js'
import { modul as schreiben } from './modules/verfahren/schreiben/module.js'
import { modul as genehmigungsfiktion } from './modules/verfahren/genehmigungsfiktion/module.js'
import { modul as anhoerung } from './modules/verfahren/anhoerung/module.js'
import { modul as automatik } from './modules/verfahren/automatik/module.js'
import { modul as leistungen } from './modules/grundlagen/leistungen/module.js'
import { modul as fallbearbeitung } from './modules/verfahren/fallbearbeitung/module.js'
import { modul as portal } from './modules/zugang/portal/module.js'
import { modul as antraege } from './modules/verfahren/antraege/module.js'
import { modul as onlineantrag } from './modules/zugang/onlineantrag/module.js'
import { modul as kontoauszug } from './modules/finanzen/kontoauszug/module.js'
import { modul as kontodaten } from './modules/zugang/kontodaten/module.js'
import { modul as programm } from './modules/steuerung/programm/module.js'
import { modul as forderungen } from './modules/finanzen/forderungen/module.js'
import { modul as planung } from './modules/steuerung/planung/module.js'
import { modul as berichte } from './modules/steuerung/berichte/module.js'
import { modul as lagebild } from './modules/steuerung/lagebild/module.js'
import { modul as gebuehren } from './modules/finanzen/gebuehren/module.js'
import { modul as bezahlung } from './modules/finanzen/bezahlung/module.js'
import { modul as finanzplan } from './modules/steuerung/finanzplan/module.js'
import { modul as kennzahlen } from './modules/steuerung/kennzahlen/module.js'
import { modul as projektantraege } from './modules/steuerung/projektantraege/module.js'
import { modul as rechnungspruefung } from './modules/finanzen/rechnungspruefung/module.js'

/** The product's table of contents. Order matters where one room's migration refers to another's schema. */
export const module: readonly Modul[] = [
  organisation,
  fristen,
  konten,
  identitaet,
  verwaltung,
  aufgaben,
  workflow,
  demo,
  suche,
  aktenplan,
  akten,
  eingang,
  leistungen,
  fallbearbeitung,
  portal,
  ausgang,
  antraege,
  bescheide,
  beteiligung,
  schreiben,
  genehmigungsfiktion,
  anhoerung,
  automatik,
  forderungen,
  gebuehren,
  bezahlung,
  onlineantrag,
  kontodaten,
  rechnungspruefung,
  kontoauszug,
  programm,
  planung,
  finanzplan,
  berichte,
  projektantraege,
  kennzahlen,
  lagebild,
]
