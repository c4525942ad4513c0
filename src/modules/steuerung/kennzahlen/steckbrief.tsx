import type { VNode } from 'preact'
import { Card } from '../../../design/index.js'
import type { RequestContext } from '../../../platform/http/route.js'
import { holds } from '../../../platform/usecases/actor.js'
import { formatDate } from '../../../platform/time/index.js'
import { registerProgrammreiter, registerSteckbriefteil } from '../programm/index.js'
import { Statusmarke } from './anzeige.js'
import { Ergebnismarke } from './evaluation/page.js'
import { evaluationenVon } from './evaluation/query.js'
import { evaluationPfad, PFAD } from './pfade.js'
import { kennzahlenUebersicht } from './stand.js'

/** The figures beside the programme, those of a Ziel on its Steckbrief, and what was learnt from a Vorhaben. */
export function registriereAmProgramm(): void {
  registerProgrammreiter({ name: 'kennzahlen', titel: 'Kennzahlen', pfad: PFAD, recht: 'kennzahlen.lesen', rang: 40 })
  registerSteckbriefteil({
    name: 'kennzahlen', rang: 15,
    async laden(c, objekt) {
      if (!holds(c.actor, 'kennzahlen.lesen')) return null
      if (objekt.art === 'massnahme' || objekt.art === 'projekt') return evaluationskarte(c, objekt.id)
      if (objekt.art !== 'ziel') return null
      const staende = (await c.app.db.withMandant(c.mandant.id, (tx) => kennzahlenUebersicht(tx, c.today)))
        .filter(({ ziel }) => ziel?.id === objekt.id)
      if (staende.length === 0) return null
      return (
        <Card title="Kennzahlen">
          <ul>{staende.map(({ id, name, pfad, letzter, status }) => <li key={id}><a href={pfad}>{name}</a>: {
            letzter ? `${letzter.text} (${formatDate(letzter.stichtag)})` : 'noch kein Wert'
          } <Statusmarke status={status} /></li>)}</ul>
        </Card>
      )
    },
  })
}

async function evaluationskarte(c: RequestContext, objektId: string): Promise<VNode | null> {
  const [neueste] = await c.app.db.withMandant(c.mandant.id, (tx) => evaluationenVon(tx, objektId))
  if (!neueste) return null
  return (
    <Card title="Evaluation">
      <p><a href={evaluationPfad(neueste.zyklus, objektId)}>Zyklus bis {neueste.zyklus}
      </a>: <Ergebnismarke ergebnis={neueste.ergebnis} /> {neueste.kriterium}</p>
      <p>Gelernt: {neueste.lehre}</p>
    </Card>
  )
}
