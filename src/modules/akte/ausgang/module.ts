import type { Modul } from '../../../platform/modul.js'
import { registerFallTeil } from '../../verfahren/fallbearbeitung/index.js'
import { abruffristen } from './abruffrist/command.js'
import { benachrichtigen } from './benachrichtigen/job.js'
import { versandTeil } from './fallteil.js'
import { rechte } from './permissions.js'
import { ungeleseneDerSitzung } from './lesen.js'
import { postausgangRoutes } from './postausgang/routes.js'
import { postfachRoutes } from './postfach/routes.js'
import { registriereObjekte } from './objekte.js'
import { registriereSaetze } from './saetze.js'
import { sendungRoutes } from './sendung-ansehen/routes.js'
import { mengen } from './mengen.js'

registerFallTeil(versandTeil)
registriereObjekte()
registriereSaetze()

export const modul: Modul = {
  name: 'ausgang', etage: 'akte', dependsOn: ['organisation', 'konten', 'fristen', 'akten', 'fallbearbeitung'], mengen,
  rechte, jobs: [benachrichtigen as never], recurring: [abruffristen], routes: [...postfachRoutes, ...postausgangRoutes, ...sendungRoutes],
  navigation: [
    { bereich: 'portal', titel: 'Postfach', titelEn: 'Mailbox', pfad: '/konto/postfach', angemeldet: true, rang: 30, zahl: ungeleseneDerSitzung },
    { bereich: 'arbeitsplatz', titel: 'Postausgang', pfad: '/arbeitsplatz/postausgang', recht: 'ausgang.lesen', rang: 50 },
  ],
}
