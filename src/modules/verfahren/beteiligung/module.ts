import type { Modul } from '../../../platform/modul.js'
import { registerAufgabenziel } from '../../grundlagen/aufgaben/index.js'
import { einheitenById } from '../../grundlagen/organisation/index.js'
import { registerNebenbestimmungen } from '../bescheide/index.js'
import { registerFallTeil, registerMaske } from '../fallbearbeitung/index.js'
import { beteiligungsseite, stellungnehmenMaske } from './abgeben/maske.js'
import { abgebenRoutes } from './abgeben/routes.js'
import { beteiligungenVon } from './beteiligung.js'
import { MASKE } from './einholen/command.js'
import { einholenMaske } from './einholen/maske.js'
import { einholenRoutes } from './einholen/routes.js'
import { erinnerungen, erinnerungSenden } from './erinnern/recurring.js'
import { nachDemBescheid } from './on/entschieden.js'
import { rechte } from './permissions.js'
import { registriereSaetze } from './saetze.js'
import { seed } from './seed.js'
import { beteiligenTeil, stellungnahmenTeil } from './uebersicht/fallteil.js'
import { uebersichtRoutes } from './uebersicht/routes.js'

registerAufgabenziel(MASKE, beteiligungsseite)
registerMaske('beteiligung.einholen', einholenMaske)
registerMaske(MASKE, stellungnehmenMaske)
registerFallTeil(stellungnahmenTeil)
registerFallTeil(beteiligenTeil)
registerNebenbestimmungen('stellungnahmen', async (tx, vorgangId) => {
  const mitAuflagen = (await beteiligungenVon(tx, vorgangId)).filter(({ stellungnahme }) => stellungnahme?.votum === 'auflagen')
  const einheiten = await einheitenById(tx, mitAuflagen.map(({ einheitId }) => einheitId))
  return mitAuflagen.map(({ id, einheitId, stellungnahme }) => ({ id, herkunft: einheiten.get(einheitId)?.name ?? 'Fachstelle', text: stellungnahme?.auflagen ?? '' }))
})
registriereSaetze()

export const modul: Modul = {
  name: 'beteiligung', etage: 'verfahren', dependsOn: ['organisation', 'konten', 'aufgaben', 'leistungen', 'formulare', 'akten', 'antraege', 'fallbearbeitung', 'bescheide'],
  rechte, seed, routes: [...uebersichtRoutes, ...abgebenRoutes, ...einholenRoutes], reactions: [nachDemBescheid], recurring: [erinnerungen], jobs: [erinnerungSenden as never],
  navigation: [{ bereich: 'arbeitsplatz', titel: 'Stellungnahmen', pfad: '/arbeitsplatz/beteiligungen', recht: 'beteiligung.stellungnehmen', rang: 25 }],
}
