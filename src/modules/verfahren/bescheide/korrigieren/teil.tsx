import { Badge, Card, DateText, LinkButton } from '../../../../design/index.js'
import type { FallTeil } from '../../fallbearbeitung/index.js'
import { istKorrekturart, KORREKTUREN } from '../domain/korrektur.js'
import { korrekturenLesen } from './query.js'

/** What was changed of the decision afterwards, and by whom, below the decision itself. */
export const korrekturenTeil: FallTeil = {
  name: 'korrekturen', rang: 41, bereich: 'haupt',
  async laden(c, vorgang) {
    const { korrekturen, namen } = await c.ask(korrekturenLesen, { vorgangId: vorgang.id })
    if (korrekturen.length === 0) return null
    return (
      <Card title="Nachträgliche Änderungen des Bescheids">
        <ul class="sk-plain-list">
          {korrekturen.map(({ id, art, erlassenAm, angestossenAm, status, fassungen, zeichnungen }) => (
            <li key={id}>
              <strong>{istKorrekturart(art) ? KORREKTUREN[art].wort : art}</strong>{' '}
              {erlassenAm ? <Badge tone="success">erlassen</Badge> : angestossenAm ? <Badge tone="info">wird ausgefertigt</Badge> : status === 'zur_zeichnung' ? <Badge tone="info">liegt zur Zeichnung</Badge> : <Badge tone="warning">zurückgegeben</Badge>}
              <span class="sk-meta sk-line">
                entworfen von {namen.get(fassungen.at(-1)?.autorId ?? '') ?? 'unbekannt'}
                {zeichnungen.findLast(({ gilt, art: was }) => gilt && was === 'GEZEICHNET') ? <>, gezeichnet von {namen.get(zeichnungen.findLast(({ gilt, art: was }) => gilt && was === 'GEZEICHNET')?.werId ?? '') ?? 'unbekannt'}</> : null}
                {erlassenAm ? <>, <DateText instant={erlassenAm} /></> : null}
              </span>
              <LinkButton href={`/arbeitsplatz/bescheide/${id}`} variant="tertiary" small context={istKorrekturart(art) ? KORREKTUREN[art].wort : ''}>Text ansehen</LinkButton>
            </li>
          ))}
        </ul>
      </Card>
    )
  },
}
