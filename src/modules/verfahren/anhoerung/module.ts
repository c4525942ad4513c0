import type { Modul } from '../../../platform/modul.js'
import { registerMeinVorgangTeil } from '../antraege/index.js'
import { registerZeichnungshindernis } from '../bescheide/index.js'
import { registerFallTeil } from '../fallbearbeitung/index.js'
import { anhoerungenVon } from './anhoerung.js'
import { anhoerungRoutes } from './ansehen/routes.js'
import { anhoerungFuerPerson, anhoerungTeil } from './ansehen/teile.js'
import { antwortRoutes } from './antworten/routes.js'
import { anhoerungFehlt } from './domain/ausnahmen.js'
import { registriereSaetze } from './saetze.js'
import { seed } from './seed.js'
import { anhoerungslauf } from './verstreichen/recurring.js'

registerFallTeil(anhoerungTeil)
registerMeinVorgangTeil(anhoerungFuerPerson)
registerZeichnungshindernis('anhoerung', async (tx, vorgangId, { art }, { today, seit }) => {
  const letzte = (await anhoerungenVon(tx, vorgangId)).findLast(({ am }) => !seit || Temporal.Instant.compare(am, seit) >= 0)
  const text = anhoerungFehlt(art, letzte && { art: letzte.art, frist: letzte.frist, beantwortet: letzte.antwort_am !== null }, today)
  return text === undefined ? [] : [{ feld: 'art', text }]
})
registriereSaetze()

export const modul: Modul = {
  name: 'anhoerung', etage: 'verfahren', dependsOn: ['fristen', 'aufgaben', 'konten', 'organisation', 'akten', 'antraege', 'fallbearbeitung', 'bescheide', 'schreiben'],
  routes: [...anhoerungRoutes, ...antwortRoutes], recurring: [anhoerungslauf], seed,
}
