import { can } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { bericht, gelesen } from './bericht.js'
import { Planeingabe } from './command.js'
import { plane } from './plan.js'

/** What reading the plan would do, without doing it. @throws Invalid where the file cannot be read */
export const planPruefen = query({
  name: 'programm.planPruefen', input: Planeingabe, allow: can('programm.verwalten')(),
  async run({ tx }, { quelle, text }) {
    const plan = await plane(tx, gelesen(text, quelle))
    const schritte = plan.strategien.flatMap(({ objekte }) => objekte)
    return bericht(plan, { created: schritte.filter(({ bestand }) => !bestand).length, changed: schritte.filter(({ bestand, felder }) => bestand && Object.keys(felder).length > 0).length })
  },
})
