import { Card } from '../../../design/index.js'
import { formatDate } from '../../../platform/time/index.js'
import { holds } from '../../../platform/usecases/actor.js'
import { registerProgrammreiter, registerSteckbriefteil } from '../programm/index.js'
import { planung } from './db/tables.js'
import { terminieren } from './domain/terminieren.js'
import { findPlan, kalenderDerStadt, ladeStand } from './plan.js'

/** The plan beside the programme, and the dates of the plan on every Steckbrief that stands in one. */
export function registriereAmProgramm(): void {
  registerProgrammreiter({ name: 'planung', titel: 'Planung', pfad: '/arbeitsplatz/planung', recht: 'planung.lesen', rang: 20 })
  registerSteckbriefteil({
    name: 'planung', rang: 20,
    async laden(c, objekt) {
      const zeilen = await c.app.db.withMandant(c.mandant.id, async (tx) => {
        const eintraege = await planung(tx).selectFrom('planung.eintrag').select(['id', 'plan_id']).where('objekt_id', '=', objekt.id).where('entfernt_am', 'is', null).limit(10).execute()
        const gefunden = []
        for (const { id, plan_id } of eintraege) {
          const plan = await findPlan(tx, plan_id)
          if (!plan || !holds(c.actor, 'planung.lesen', { einheitId: plan.einheitId })) continue
          const berechnet = terminieren(await ladeStand(tx, plan), await kalenderDerStadt(tx))
          const termin = berechnet.ok ? berechnet.plan.termine.find((einer) => einer.id === id) : undefined
          if (termin) gefunden.push({ id, plan, termin })
        }
        return gefunden
      })
      if (zeilen.length === 0) return null
      return (
        <Card title="Im Plan">
          <ul>
            {zeilen.map(({ id, plan, termin }) => (
              <li key={id}><a href={`/arbeitsplatz/planung/${plan.id}/eintrag/${id}`}>{plan.titel}</a>: {formatDate(termin.beginn)} bis {termin.ende ? formatDate(termin.ende) : 'fortlaufend'}{termin.kritisch ? ', kritisch' : ''}{termin.fristVerletzt ? ', Frist verletzt' : ''}</li>
            ))}
          </ul>
        </Card>
      )
    },
  })
}
