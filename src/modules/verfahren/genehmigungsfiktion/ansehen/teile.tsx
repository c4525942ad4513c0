import { Alert, Badge, Card, DateText, Deadline, DescriptionList, Knopfformular } from '../../../../design/index.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { istBearbeitbar } from '../../../akte/akten/index.js'
import type { MeinVorgangTeil } from '../../antraege/index.js'
import type { FallTeil } from '../../fallbearbeitung/index.js'
import { fiktionZu, type Fiktion } from '../fiktion.js'
import { keineVerlaengerung } from '../verlaengern/command.js'
import { fiktionLesen } from './query.js'

/** On the case screen: until when it has to be decided, and what can be done about it. */
export const fiktionTeil: FallTeil = {
  name: 'genehmigungsfiktion', rang: 5, bereich: 'seite',
  async laden(c, vorgang) {
    const row = await c.ask(fiktionLesen, { vorgangId: vorgang.id })
    if (!row) return null
    const pfad = `/arbeitsplatz/vorgaenge/${vorgang.vorgangsnummer}/genehmigungsfiktion`
    const bearbeiten = istBearbeitbar(vorgang.status) && holds(c.actor, 'vorgang.bearbeiten', { einheitId: vorgang.einheitId, stufe: vorgang.stufe })
    return (
      <Card title="Genehmigungsfiktion">
        <Stand row={row} today={c.today} />
        <p class="sk-meta">{row.norm}</p>
        {bearbeiten ? (
          <ul class="sk-plain-list">
            {row.beendet_am ? null : <li><a href={`${pfad}/vollstaendig`}>{row.vollstaendig_am ? 'Tag der Vollständigkeit ändern' : 'Unterlagen sind vollständig'}</a></li>}
            {keineVerlaengerung(row, c.today) === undefined ? <li><a href={`${pfad}/verlaengern`}>Frist verlängern</a></li> : null}
            {row.ruht_seit && !row.beendet_am ? <li><Knopfformular c={c} action={`${pfad}/weiterlaufen`} small>Frist weiterlaufen lassen</Knopfformular></li> : null}
            {row.eingetreten_am && !row.bescheinigung_am ? <li><Knopfformular c={c} action={`${pfad}/bescheinigen`} small>Bescheinigung verschicken</Knopfformular></li> : null}
          </ul>
        ) : null}
      </Card>
    )
  },
}

function Stand({ row, today }: { row: Fiktion; today: Temporal.PlainDate }) {
  if (row.eingetreten_am) return <Alert tone="danger" level={3} title="Der Antrag gilt als genehmigt"><p>Seit <DateText date={row.eingetreten_am} />. {row.bescheinigung_am ? <>Bescheinigung verlangt am <DateText instant={row.bescheinigung_am} />.</> : null}</p></Alert>
  if (row.beendet_weil === 'entschieden') return <p><Badge tone="success">rechtzeitig entschieden</Badge></p>
  if (row.beendet_weil) return <p><Badge>beendet</Badge></p>
  if (!row.ende || !row.vollstaendig_am) return <Alert tone="warning" level={3} title="Die Frist läuft noch nicht"><p>Sie beginnt mit dem Tag, an dem die Unterlagen vollständig sind, auch wenn das niemand einträgt.</p></Alert>
  return (
    <DescriptionList stacked items={[
      { label: 'Entscheiden bis', value: row.ruht_seit ? <>ruht seit <DateText date={row.ruht_seit} /></> : <Deadline date={row.ende} today={today} soonDays={row.warnung_tage} /> },
      { label: 'Unterlagen vollständig', value: <DateText date={row.vollstaendig_am} /> },
      ...(row.verlaengert_am ? [{ label: 'Verlängert am', value: <DateText date={row.verlaengert_am} /> }] : []), ...(row.ruhetage > 0 ? [{ label: 'Geruht', value: `${row.ruhetage} Tage` }] : []),
    ]} />
  )
}

/** For the person: until when there will be a decision, and the certificate once none was made. */
export const fiktionFuerPerson: MeinVorgangTeil = {
  name: 'genehmigungsfiktion', rang: 20,
  async laden(c, antrag) {
    const row = await c.app.db.withMandant(c.mandant.id, (tx) => fiktionZu(tx, antrag.vorgangId))
    if (!row || row.beendet_weil === 'entschieden' || row.beendet_weil === 'zurueckgenommen') return null
    if (row.eingetreten_am) {
      return (
        <Card title="Ihr Antrag gilt als genehmigt">
          <p>Wir haben nicht rechtzeitig entschieden. Deshalb gilt die Genehmigung seit <DateText date={row.eingetreten_am} /> als erteilt ({row.norm}).</p>
          {row.bescheinigung_am ? <p>Sie haben am <DateText instant={row.bescheinigung_am} /> eine Bescheinigung verlangt. Wir schicken sie Ihnen auf dem Weg, den Sie gewählt haben.</p>
            : <Knopfformular c={c} action={`/konto/vorgaenge/${antrag.vorgangsnummer}/bescheinigung`}>Bescheinigung anfordern</Knopfformular>}
        </Card>
      )
    }
    if (!row.ende) return null
    return (
      <Card title="Bis wann wir entscheiden">
        {row.ruht_seit ? <p>Die Frist für unsere Entscheidung ruht, solange wir auf Ihre Antwort warten.</p>
          : <p>Wir entscheiden bis zum <DateText date={row.ende} />. Tun wir das nicht, gilt Ihr Antrag als genehmigt.</p>}
      </Card>
    )
  },
}
