import { Alert, Badge, DateText, DocumentList, EmptyState, KeysetPager, LinkList, portalSeite, Tabs } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import type { Nachricht, Postfach } from './query.js'

const KRUMEN = [{ label: 'Startseite', href: '/' }, { label: 'Mein Konto', href: '/konto' }]

/** The mailbox of a citizen: unread first. */
export function postfachSeite(c: RequestContext, { zeilen, ungelesen, weiter }: Postfach, zeigen: 'alle' | 'ungelesen', ab: boolean): Reply {
  const pfad = (angaben: Record<string, string>) => `/konto/postfach?${new URLSearchParams(angaben)}`
  return portalSeite(c, { title: 'Postfach', breadcrumb: [...KRUMEN, { label: 'Postfach' }], robots: 'noindex' }, (
    <>
      <h1 class="sk-h1">Postfach</h1>
      <p class="sk-lead">{ungelesen === 0 ? 'Sie haben alle Nachrichten gelesen.' : ungelesen === 1 ? 'Sie haben eine ungelesene Nachricht.' : `Sie haben ${ungelesen} ungelesene Nachrichten.`}</p>
      <Tabs label="Auswahl" tabs={[
        { label: 'Alle Nachrichten', href: '/konto/postfach', current: zeigen === 'alle' }, { label: 'Ungelesene', href: pfad({ zeigen: 'ungelesen' }), current: zeigen === 'ungelesen' },
      ]} />
      {zeilen.length === 0
        ? <EmptyState icon="mail" title={zeigen === 'ungelesen' ? 'Keine ungelesenen Nachrichten' : 'Hier ist noch keine Nachricht'}><p>Wenn wir Ihnen schreiben, liegt die Nachricht hier. Wir schicken Ihnen dann eine E-Mail.</p></EmptyState>
        : <LinkList label="Nachrichten" items={zeilen.map((zeile) => ({
          label: zeile.betreff, href: `/konto/postfach/${zeile.id}`, icon: 'mail' as const, ...(zeile.ungelesen ? { badge: <Badge tone="info">ungelesen</Badge> } : {}),
          text: `Vorgang ${zeile.vorgangsnummer}`, meta: <><DateText instant={zeile.am} />{zeile.anlagen > 0 ? ` · ${zeile.anlagen === 1 ? 'ein Dokument' : `${zeile.anlagen} Dokumente`}` : ''}</>,
        }))} />}
      <KeysetPager {...(weiter ? { nextHref: pfad({ zeigen, ab: weiter }) } : {})} {...(ab ? { previousHref: pfad({ zeigen }) } : {})} />
    </>
  ))
}

/** One message with its documents. */
export function nachrichtSeite(c: RequestContext, nachricht: Nachricht): Reply {
  const vorgang = `/konto/vorgaenge/${encodeURIComponent(nachricht.vorgangsnummer)}`
  return portalSeite(c, { title: nachricht.betreff, breadcrumb: [...KRUMEN, { label: 'Postfach', href: '/konto/postfach' }, { label: nachricht.betreff }], robots: 'noindex' }, (
    <>
      <h1 class="sk-h1">{nachricht.betreff}</h1>
      <p class="sk-meta">Von {c.mandant.name} · <DateText instant={nachricht.am} /> · zu Ihrem Vorgang <a class="kern-link" href={vorgang}>{nachricht.vorgangsnummer}</a> ({nachricht.vorgang})</p>
      {nachricht.beendetAm
        ? <Alert tone="warning" title="Diese Nachricht kann nicht mehr abgerufen werden"><p class="kern-body">Die Zeit für den Abruf ist abgelaufen. Sie gilt damit nicht als zugestellt. Wir schicken Ihnen das Schreiben auf einem anderen Weg.</p></Alert>
        : <>
          {nachricht.text.split(/\n\s*\n/).map((absatz, index) => <p class="kern-body" key={index}>{absatz}</p>)}
          {nachricht.anlagen.length > 0 ? <>
            <h2 class="sk-h2">Dokumente</h2>
            <DocumentList label="Dokumente" documents={nachricht.anlagen.map((anlage) => ({
              id: anlage.id, name: anlage.betreff, href: `/konto/postfach/${nachricht.id}/dokumente/${anlage.id}`, type: anlage.mime === 'application/pdf' ? 'PDF' : 'Datei', size: anlage.size, date: anlage.datum,
              actions: <a class="kern-link" href={`/konto/postfach/${nachricht.id}/dokumente/${anlage.id}?speichern=1`}>Speichern<span class="sk-sr-only">: {anlage.betreff}</span></a>,
            }))} />
            <p class="sk-meta">Bitte speichern Sie wichtige Schreiben auch bei sich.</p>
          </> : null}
        </>}
      <h2 class="sk-h2">Möchten Sie antworten?</h2>
      <p class="kern-body">Schreiben Sie uns auf der Seite <a class="kern-link" href={vorgang}>Ihres Vorgangs</a>. Dort sehen Sie auch, wie es weitergeht.</p>
    </>
  ))
}
