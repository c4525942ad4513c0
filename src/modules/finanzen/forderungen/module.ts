import type { Modul } from '../../../platform/modul.js'
import { schliessHindernisse } from '../../akte/akten/index.js'
import { registerKontoTeil, registerMeinVorgangTeil } from '../../verfahren/antraege/index.js'
import { registerFallTeil } from '../../verfahren/fallbearbeitung/index.js'
import { routes as ansehen } from './ansehen/routes.js'
import { belegErstellen } from './beleg/job.js'
import { zeigeKassenzeichen } from './domain/kassenzeichen.js'
import { ZUSTAENDE } from './domain/konto.js'
import { routes as erstatten } from './erstatten/routes.js'
import { forderungsteil } from './fallteil.js'
import { forderungZu } from './forderung.js'
import { routes as kasse } from './kasse/routes.js'
import { routes as kassenkonto } from './kassenkonto/routes.js'
import { gebuehrAmVorgang, offeneZahlungen } from './konto-teil.js'
import { reaktionen } from './on/reaktionen.js'
import { rechte } from './permissions.js'
import { registriereSaetze } from './saetze.js'
import { seed } from './seed.js'
import { mengen } from './mengen.js'

registriereSaetze()
registerFallTeil(forderungsteil)
registerKontoTeil(offeneZahlungen)
registerMeinVorgangTeil(gebuehrAmVorgang)
schliessHindernisse.add(async (tx, vorgangId) => {
  const forderung = await forderungZu(tx, { vorgangId })
  return forderung && ZUSTAENDE[forderung.status].offen ? [`Die Forderung ${zeigeKassenzeichen(forderung.kassenzeichen)} ist noch nicht ausgeglichen (${ZUSTAENDE[forderung.status].wort}).`] : []
})

export const modul: Modul = {
  name: 'forderungen', etage: 'finanzen', dependsOn: ['organisation', 'konten', 'akten', 'ausgang', 'antraege', 'fallbearbeitung', 'workflow'], mengen,
  rechte, seed, reactions: reaktionen, jobs: [belegErstellen as never], routes: [...ansehen, ...kasse, ...erstatten, ...kassenkonto],
  navigation: [
    { bereich: 'arbeitsplatz', titel: 'Kasse', pfad: '/arbeitsplatz/kasse', recht: 'kasse.lesen', rang: 60 },
    { bereich: 'verwaltung', titel: 'Stadtkasse', pfad: '/verwaltung/kasse', recht: 'kasse.einrichten', rang: 60 },
  ],
}
