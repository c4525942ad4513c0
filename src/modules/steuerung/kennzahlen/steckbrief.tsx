import { Card } from '../../../design/index.js'
import { holds } from '../../../platform/usecases/actor.js'
import { formatDate } from '../../../platform/time/index.js'
import { registerProgrammreiter, registerSteckbriefteil } from '../programm/index.js'
import { Statusmarke } from './anzeige.js'
import { PFAD } from './pfade.js'
import { kennzahlenUebersicht } from './stand.js'

/** The figures beside the programme, and those of a Ziel on its Steckbrief. */
export function registriereAmProgramm(): void {
  registerProgrammreiter({ name: 'kennzahlen', titel: 'Kennzahlen', pfad: PFAD, recht: 'kennzahlen.lesen', rang: 40 })
  registerSteckbriefteil({
    name: 'kennzahlen', rang: 15,
    async laden(c, objekt) {
      if (objekt.art !== 'ziel' || !holds(c.actor, 'kennzahlen.lesen')) return null
      const staende = (await c.app.db.withMandant(c.mandant.id, (tx) => kennzahlenUebersicht(tx, c.today))).filter(({ ziel }) => ziel?.id === objekt.id)
      if (staende.length === 0) return null
      return (
        <Card title="Kennzahlen">
          <ul>{staende.map(({ id, name, pfad, letzter, status }) => <li key={id}><a href={pfad}>{name}</a>: {letzter ? `${letzter.text} (${formatDate(letzter.stichtag)})` : 'noch kein Wert'} <Statusmarke status={status} /></li>)}</ul>
        </Card>
      )
    },
  })
}
