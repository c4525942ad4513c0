import type { App } from '../../../platform/app.js'
import type { Modul } from '../../../platform/modul.js'
import { routes as anmeldestufe } from './anmeldestufe/routes.js'
import { routes as absenden } from './absenden/routes.js'
import { routes as ausfuellen } from './ausfuellen/routes.js'
import { routes as beginnen } from './beginnen/routes.js'
import { gespeicherteDateien } from './entwuerfe.js'
import { registerWeiter } from '../../finanzen/forderungen/index.js'
import { hinweisSenden } from './bezahlen/hinweis-senden.js'
import { nachZahlungEinreichen } from './bezahlen/nach-zahlung.js'
import { routes as bezahlen } from './bezahlen/routes.js'
import { routes as fassung } from './fassung/routes.js'
import { codeSenden } from './fortsetzen/code-senden.js'
import { routes as fortsetzen } from './fortsetzen/routes.js'
import { erinnerungSenden } from './loeschen/erinnerung-senden.js'
import { registerKontoTeil } from '../../verfahren/antraege/index.js'
import { entwurfspflege } from './loeschen/recurring.js'
import { registriereSaetze } from './saetze.js'
import { reaktionen } from './on/reaktionen.js'
import { entwurfsteil } from './uebersicht/konto-teil.js'
import { pfadVon } from './zugang.js'
import { routes as uebersicht } from './uebersicht/routes.js'
import { routes as vertretung } from './vertretung/routes.js'
import { nachZustimmungEinreichen } from './zustimmung/einreichen.js'
import { routes as zustimmung } from './zustimmung/routes.js'
import { zustimmungSenden } from './zustimmung/senden.js'
import { routes as verwerfen } from './verwerfen/routes.js'

registerKontoTeil(entwurfsteil)
// A claim of a draft leads back to it: paid, it is sent there.
registerWeiter(({ entwurfId, leistung }) => (entwurfId ? { pfad: pfadVon({ id: entwurfId, leistung }, 'bezahlen'), text: 'Zum Antrag', textEn: 'To the application' } : undefined))

async function* dateien(app: App, mandantId: string) {
  yield* await app.db.withMandant(mandantId, gespeicherteDateien)
}

registriereSaetze()

export const modul: Modul = {
  name: 'onlineantrag', etage: 'zugang', dependsOn: ['formulare', 'leistungen', 'konten', 'identitaet', 'antraege', 'gebuehren', 'forderungen', 'bezahlung'],
  routes: [...beginnen, ...anmeldestufe, ...vertretung, ...zustimmung, ...fortsetzen, ...fassung, ...absenden, ...bezahlen, ...verwerfen, ...ausfuellen, ...uebersicht],
  reactions: reaktionen, jobs: [codeSenden, erinnerungSenden, hinweisSenden, nachZahlungEinreichen, nachZustimmungEinreichen, zustimmungSenden], recurring: [entwurfspflege], dateien: [dateien],
}
