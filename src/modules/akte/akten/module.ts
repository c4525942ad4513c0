import type { Modul } from '../../../platform/modul.js'
import { routes as akteAnlegen } from './akte-anlegen/routes.js'
import { routes as ansehen } from './ansehen/routes.js'
import { einheitHindernisse } from '../../grundlagen/organisation/index.js'
import { offeneVorgaengeDerEinheit } from './lesen.js'
import { alleDateien } from './dateien.js'
import { routes as dokumente } from './dokument-lesen/routes.js'
import { kennzahlquellen } from './kennzahlquellen.js'
import { rechte } from './permissions.js'
import { registriereObjekte } from './objekte.js'
import { registriereSaetze } from './saetze.js'
import { routes as uebersicht } from './uebersicht/routes.js'
import { virenpruefung } from './virenpruefung/command.js'
import { routes as vorgangAnlegen } from './vorgang-anlegen/routes.js'
import { routes as vorgangBearbeiten } from './vorgang-bearbeiten/routes.js'
import { mengen } from './mengen.js'

registriereObjekte()
registriereSaetze()
einheitHindernisse.add(offeneVorgaengeDerEinheit)

export const modul: Modul = {
  name: 'akten', etage: 'akte', dependsOn: ['organisation', 'konten', 'suche', 'aktenplan'], mengen,
  rechte, dateien: [alleDateien], recurring: [virenpruefung], kennzahlquellen,
  routes: [...uebersicht, ...akteAnlegen, ...ansehen, ...vorgangAnlegen, ...vorgangBearbeiten, ...dokumente],
  navigation: [{ bereich: 'arbeitsplatz', titel: 'Akten', pfad: '/arbeitsplatz/akten', recht: 'akte.lesen', rang: 30 }],
}
