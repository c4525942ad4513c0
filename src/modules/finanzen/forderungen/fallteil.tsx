import { Card, DateText, DescriptionList, Money } from '../../../design/index.js'
import type { FallTeil } from '../../verfahren/fallbearbeitung/index.js'
import { holds } from '../../../platform/usecases/actor.js'
import { zeigeKassenzeichen } from './domain/kassenzeichen.js'
import { forderungZu } from './forderung.js'
import { blattPfad, Zustand } from './kasse/page.js'

/** The claim beside the case: whoever works on it sees whether it is paid. */
export const forderungsteil: FallTeil = {
  name: 'forderungen.forderung', rang: 30, bereich: 'seite',
  async laden(c, { id }) {
    const forderung = await c.app.db.withMandant(c.mandant.id, (tx) => forderungZu(tx, { vorgangId: id }))
    if (!forderung) return null
    const zeichen = zeigeKassenzeichen(forderung.kassenzeichen)
    return (
      <Card title="Zahlung">
        <DescriptionList stacked items={[
          { label: 'Stand', value: <Zustand status={forderung.status} /> }, { label: 'Noch offen', value: <Money cents={forderung.saldo} /> }, { label: 'Fällig', value: <DateText date={forderung.faelligAm} /> },
          { label: 'Kassenzeichen', value: holds(c.actor, 'kasse.lesen') ? <a href={blattPfad(forderung)}>{zeichen}</a> : zeichen },
        ]} />
      </Card>
    )
  },
}
