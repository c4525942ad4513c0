import type { Modul } from '../../../platform/modul.js'
import { registerPaketpruefung } from '../../grundlagen/leistungen/index.js'
import { registerMeinVorgangTeil } from '../antraege/index.js'
import { registerFallTeil } from '../fallbearbeitung/index.js'
import { fiktionRoutes } from './ansehen/routes.js'
import { fiktionFuerPerson, fiktionTeil } from './ansehen/teile.js'
import { fiktionslauf, NACHRICHT } from './eintreten/recurring.js'
import { reaktionen } from './on/reaktionen.js'
import { registriereSaetze } from './saetze.js'

registerFallTeil(fiktionTeil)
registerMeinVorgangTeil(fiktionFuerPerson)
registriereSaetze()
registerPaketpruefung('genehmigungsfiktion', async (dateien) => (
  /^genehmigungsfiktion:/m.test(dateien['leistung.yaml'] ?? '') && dateien['verfahren.bpmn'] !== undefined && !dateien['verfahren.bpmn'].includes(`"${NACHRICHT}"`)
    ? [{ datei: 'verfahren.bpmn', ort: '', stufe: 'fehler' as const, text: `Die Leistung hat eine Genehmigungsfiktion. Im Verfahren fehlt das angeheftete Ereignis mit der Nachricht „${NACHRICHT}“: Sonst arbeitet jemand weiter, obwohl die Genehmigung schon gilt.` }]
    : []))

export const modul: Modul = {
  name: 'genehmigungsfiktion', etage: 'verfahren', dependsOn: ['fristen', 'aufgaben', 'leistungen', 'akten', 'antraege', 'fallbearbeitung', 'workflow', 'bescheide', 'schreiben'],
  routes: fiktionRoutes, reactions: reaktionen, recurring: [fiktionslauf],
}
