import type { Modul } from '../../../platform/modul.js'
import { ungepruefteDateien } from '../akten/index.js'
import { routes as ansehen } from './ansehen/routes.js'
import { alleDateien } from './dateien.js'
import { routes as erfassen } from './erfassen/routes.js'
import { kennzahlquellen } from './kennzahlquellen.js'
import { ungeprueft } from './lesen.js'
import { rechte } from './permissions.js'
import { mitDemVorgang } from './on/vorgang-uebergeben.js'
import { registriereObjekte } from './objekte.js'
import { registriereSaetze } from './saetze.js'
import { routes as uebersicht } from './uebersicht/routes.js'
import { mengen } from './mengen.js'

registriereObjekte()
registriereSaetze()
ungepruefteDateien.add(ungeprueft)

export const modul: Modul = {
  name: 'eingang', etage: 'akte', dependsOn: ['organisation', 'konten', 'suche', 'akten'], mengen,
  rechte, dateien: [alleDateien], kennzahlquellen,
  reactions: [mitDemVorgang],
  routes: [...uebersicht, ...erfassen, ...ansehen],
  navigation: [{ bereich: 'arbeitsplatz', titel: 'Eingänge', pfad: '/arbeitsplatz/eingaenge', recht: 'eingang.lesen', rang: 20 }],
}
