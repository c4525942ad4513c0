import type { KontoTeil } from '../../../verfahren/antraege/index.js'
import { gastEntwuerfeMitnehmen } from '../zugang.js'
import { woerter } from '../woerter.js'
import { Entwurfsliste } from './page.js'
import { eigeneEntwuerfe, hatEntwuerfe } from './query.js'

/** The drafts on the overview of the account, before the applications: they are what still needs the person. */
export const entwurfsteil: KontoTeil<boolean> = {
  name: 'onlineantrag.entwuerfe', rang: 10, vorher: gastEntwuerfeMitnehmen, frage: hatEntwuerfe,
  async zeichnen(c, vorhanden) {
    if (!vorhanden) return null
    const zeilen = await c.ask(eigeneEntwuerfe, {})
    return zeilen.length === 0 ? null : (
      <section aria-labelledby="entwuerfe">
        <h2 class="sk-h2" id="entwuerfe">{woerter(c.sprache).meineEntwuerfe}</h2>
        <Entwurfsliste c={c} zeilen={zeilen} level={3} />
      </section>
    )
  },
}
