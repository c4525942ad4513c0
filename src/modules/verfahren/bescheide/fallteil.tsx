import { Badge, Card, DateText, LinkButton, Timeline, type TimelineEntry } from '../../../design/index.js'
import { holds } from '../../../platform/usecases/actor.js'
import type { FallTeil } from '../fallbearbeitung/index.js'
import { bescheidLesen } from './entwerfen/query.js'
import { AUTOMATIK, type Bescheid } from './bescheid.js'
import type { Bescheidstatus } from './db/tables.js'

const STATUS: Readonly<Record<Bescheidstatus, { text: string; tone: 'neutral' | 'info' | 'success' | 'warning' }>> = {
  entwurf: { text: 'Entwurf', tone: 'neutral' }, zur_zeichnung: { text: 'liegt zur Zeichnung', tone: 'info' }, gezeichnet: { text: 'gezeichnet', tone: 'info' },
  erlassen: { text: 'erlassen', tone: 'success' }, korrigiert: { text: 'durch einen neuen Bescheid ersetzt', tone: 'warning' },
}

/** State of the decision on the case screen, with all versions and signatures. */
export const bescheidTeil: FallTeil = {
  name: 'bescheid', titel: 'Bescheid', rang: 40, bereich: 'haupt',
  async laden(c, vorgang) {
    const { bescheid, namen } = await c.ask(bescheidLesen, { vorgangId: vorgang.id })
    if (!bescheid || bescheid.fassungen.length === 0) return null
    const status = bescheid.angestossenAm && !bescheid.erlassenAm ? { text: 'wird ausgefertigt', tone: 'info' as const } : STATUS[bescheid.status]
    return (
      <Card title="Bescheid" actions={<div class="sk-cluster"><LinkButton href={`/arbeitsplatz/bescheide/${bescheid.id}`} variant="tertiary" small>Text ansehen</LinkButton>{bescheid.erlassenAm && holds(c.actor, 'bescheid.entwerfen', { einheitId: vorgang.einheitId, stufe: vorgang.stufe }) ? <LinkButton href={`/arbeitsplatz/bescheide/${bescheid.id}/aendern`} variant="tertiary" small>Nachträglich ändern</LinkButton> : null}</div>}>
        <p class="kern-body"><Badge tone={status.tone}>{status.text}</Badge> {bescheid.art === 'ablehnung' ? 'Ablehnung' : 'Genehmigung'}, Fassung {bescheid.fassungen.length}{bescheid.automatischNorm ? `, automatisch erlassen (${bescheid.automatischNorm})` : ''}
          {bescheid.erlassenAm ? <>, erlassen am <DateText instant={bescheid.erlassenAm} /></> : null}</p>
        <Timeline label="Fassungen und Zeichnungen" entries={verlauf(bescheid, (id) => (id === AUTOMATIK ? 'automatisch erlassen' : (id && namen.get(id)) || 'unbekannt'))} />
      </Card>
    )
  },
}

function verlauf(bescheid: Bescheid, name: (id: string | null) => string): TimelineEntry[] {
  const eintraege: TimelineEntry[] = [
    ...bescheid.fassungen.map((one): TimelineEntry => ({ at: one.erstelltAm, title: `Fassung ${one.nr}`, who: one.autorFuer ? `${name(one.autorId)} i. V. für ${name(one.autorFuer)}` : name(one.autorId), icon: 'edit' })),
    ...bescheid.zeichnungen.map((one): TimelineEntry => ({
      at: one.zeitpunkt, icon: one.art === 'GEZEICHNET' ? 'check' : 'arrow-left', who: one.fuerId ? `${name(one.werId)} i. V. für ${name(one.fuerId)}` : name(one.werId),
      title: one.art === 'GEZEICHNET' ? `Fassung ${one.fassungNr} gezeichnet` : `Fassung ${one.fassungNr} zurückgegeben`,
      children: <>{one.grund ? <p class="kern-body">{one.grund}</p> : null}{one.gilt ? null : <p class="sk-meta">Bezieht sich auf eine frühere Fassung.</p>}</>,
    })),
  ]
  return eintraege.sort((a, b) => Temporal.Instant.compare(a.at, b.at))
}
