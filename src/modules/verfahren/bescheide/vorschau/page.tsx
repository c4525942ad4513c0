import { Alert, arbeitsplatzSeite, Card, DateText, LinkButton } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import type { Vorschau } from './query.js'
import { Bescheidtext, Unterschiede } from './text.js'

/** A draft to read, with everything that the printed decision adds. */
export function vorschauSeite(c: RequestContext, { bescheid, vorgang, fassung, ausfertigung }: Vorschau): Reply {
  const vorher = bescheid.fassungen.at(-2)
  const erlassen = bescheid.erlassenAm !== null
  return arbeitsplatzSeite(c, {
    title: `Bescheid, Fassung ${fassung.nr}`,
    breadcrumb: [{ label: 'Aufgaben', href: '/arbeitsplatz' }, { label: vorgang.vorgangsnummer, href: `/arbeitsplatz/vorgaenge/${encodeURIComponent(vorgang.vorgangsnummer)}` }, { label: 'Bescheid' }],
    meta: <>{vorgang.betreff} · gespeichert am <DateText instant={fassung.erstelltAm} /></>,
    actions: erlassen ? undefined : <LinkButton href={`/arbeitsplatz/bescheide/${bescheid.id}/entwurf.pdf`} variant="secondary" icon="download">Entwurf als PDF</LinkButton>,
  }, (
    <>
      {erlassen ? <Alert tone="info" title="Dieser Bescheid ist erlassen"><p class="kern-body">Verschickt wurde das Dokument in der Akte. Hier steht der Text, wie er gezeichnet wurde.</p></Alert>
        : <Alert tone="info" title="Entwurf"><p class="kern-body">Ohne rechtliche Wirkung, bis er gezeichnet und bekannt gegeben ist.</p></Alert>}
      <Card title="Text"><Bescheidtext inhalt={fassung.inhalt} /></Card>
      <Card title="Rechtsbehelfsbelehrung">{ausfertigung.daten.rechtsbehelfsbelehrung.map((teil, index) => <p class="kern-body" key={index}>{typeof teil === 'string' ? teil : null}</p>)}</Card>
      {vorher ? <Unterschiede alt={vorher} neu={fassung} /> : null}
    </>
  ))
}
