import { Card, DateText, Deadline } from '../../../design/index.js'
import { FRISTARTEN } from '../../grundlagen/fristen/index.js'
import type { FallTeil } from '../../verfahren/fallbearbeitung/index.js'
import { STATUS_WORTE } from './domain/sendung.js'
import { Bekanntgabe, Nachweise } from './sendung-ansehen/anzeige.js'
import { versandLesen } from './sendung-ansehen/query.js'

/** What was sent in the Vorgang: way, proofs, day of announcement with rule and reason (A8-08). */
export const versandTeil: FallTeil = {
  name: 'versand', rang: 50, bereich: 'haupt',
  async laden(c, vorgang) {
    const { sendungen, fristen } = await c.ask(versandLesen, { vorgangId: vorgang.id })
    if (sendungen.length === 0) return null
    return (
      <Card title="Versand und Bekanntgabe">
        {sendungen.map((sendung) => (
          <section key={sendung.id} aria-label={`Sendung ${sendung.buchnummer}`}>
            <h3 class="sk-h3"><a class="kern-link" href={`/arbeitsplatz/postausgang/${sendung.id}`}>{sendung.buchnummer}</a> {sendung.betreff}</h3>
            <p class="kern-body">{sendung.kanal === 'post' ? 'Brief' : 'Postfach'} an {sendung.name}: {STATUS_WORTE[sendung.status]}{sendung.aufgabe_tag ? <> am <DateText date={sendung.aufgabe_tag} /></> : null}</p>
            <Bekanntgabe sendung={sendung} frist={fristen.find((frist) => frist.bezugId === sendung.id)} />
            <Nachweise sendung={sendung} />
          </section>
        ))}
      </Card>
    )
  },
}

/** The deadlines of the Vorgang, the nearest first. */
export const fristenTeil: FallTeil = {
  name: 'fristen', rang: 20, bereich: 'seite',
  async laden(c, vorgang) {
    const { fristen } = await c.ask(versandLesen, { vorgangId: vorgang.id })
    if (fristen.length === 0) return null
    return (
      <Card title="Fristen">
        <ul class="kern-list">
          {fristen.map((frist) => (
            <li key={frist.id}>
              <strong>{FRISTARTEN[frist.art].bezeichnung}</strong>{' '}
              {frist.status === 'hinfaellig' ? 'entfallen' : <Deadline date={frist.ende} today={c.today} done={frist.status === 'erledigt'} compact />}
              <p class="sk-meta">{frist.begruendung}</p>
            </li>
          ))}
        </ul>
      </Card>
    )
  },
}
