import type { Modul } from '../../../platform/modul.js'
import { formatEuro } from '../../../platform/money/index.js'
import { registerEreignissatz, registerFallTeil } from '../../verfahren/fallbearbeitung/index.js'
import { routes as aendern } from './aendern/routes.js'
import { routes as festsetzen } from './festsetzen/routes.js'
import { gebuehrenteil } from './festsetzen/teil.js'
import { reaktionen } from './on/reaktionen.js'
import { rechte } from './permissions.js'

registerFallTeil(gebuehrenteil)
registerEreignissatz('gebuehren.gebuehr.festgesetzt/1', ({ daten }) => (daten['offen'] === 0 ? `hat die Gebühr auf ${formatEuro(BigInt(String(daten['cent'])))} festgesetzt` : null))

export const modul: Modul = {
  name: 'gebuehren', etage: 'finanzen', dependsOn: ['leistungen', 'akten', 'antraege', 'fallbearbeitung', 'forderungen'],
  rechte, reactions: reaktionen, routes: [...aendern, ...festsetzen],
  navigation: [{ bereich: 'verwaltung', titel: 'Gebühren', pfad: '/verwaltung/gebuehren', recht: 'gebuehr.verwalten', rang: 25 }],
}
