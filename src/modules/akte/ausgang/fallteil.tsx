import { Card, DateText } from '../../../design/index.js'
import type { FallTeil } from '../../verfahren/fallbearbeitung/index.js'
import { STATUS_WORTE } from './domain/sendung.js'
import { Bekanntgabe, Nachweise } from './sendung-ansehen/anzeige.js'
import { versandLesen } from './sendung-ansehen/query.js'

/** What was sent in the Vorgang: way, proofs, day of announcement with rule and reason (A8-08). */
export const versandTeil: FallTeil = {
  name: 'versand', titel: 'Versand und Bekanntgabe', rang: 50, bereich: 'haupt',
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
