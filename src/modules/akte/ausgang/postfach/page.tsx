import { Alert, Badge, ButtonRow, DateText, DocumentList, EmptyState, KeysetPager, LinkButton, LinkList, portalSeite, Tabs } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import type { Nachricht, Postfach } from './query.js'
import { woerter, type Woerter } from './woerter.js'

const krumen = (w: Woerter) => [{ label: w.start, href: '/' }, { label: w.konto, href: '/konto' }]
/** German words within an English page, for screen readers (A9-07). */
const deutsch = (c: RequestContext): { lang?: 'de' } => (c.sprache === 'en' ? { lang: 'de' } : {})

/** The mailbox of a citizen: unread first. */
export function postfachSeite(c: RequestContext, { zeilen, ungelesen, weiter }: Postfach, zeigen: 'alle' | 'ungelesen', ab: boolean): Reply {
  const w = woerter(c.sprache)
  const pfad = (angaben: Record<string, string>) => `/konto/postfach?${new URLSearchParams(angaben)}`
  return portalSeite(c, { title: w.postfach, breadcrumb: [...krumen(w), { label: w.postfach }], robots: 'noindex' }, (
    <>
      <h1 class="sk-h1">{w.postfach}</h1>
      <p class="sk-lead">{w.ungelesene(ungelesen)}</p>
      <Tabs label={w.auswahl} tabs={[
        { label: w.alle, href: '/konto/postfach', current: zeigen === 'alle' }, { label: w.nurUngelesene, href: pfad({ zeigen: 'ungelesen' }), current: zeigen === 'ungelesen' },
      ]} />
      {zeilen.length === 0
        ? <EmptyState icon="mail" title={zeigen === 'ungelesen' ? w.leerUngelesen : w.leer}><p>{w.leerText}</p></EmptyState>
        : <LinkList label={w.nachrichten} items={zeilen.map((zeile) => ({
          label: <span {...deutsch(c)}>{zeile.betreff}</span>, href: `/konto/postfach/${zeile.id}`, icon: 'mail' as const, ...(zeile.ungelesen ? { badge: <Badge tone="info">{w.ungelesen}</Badge> } : {}),
          text: w.vorgang(zeile.vorgangsnummer), meta: <><DateText instant={zeile.am} />{zeile.anlagen > 0 ? ` · ${w.dokumentzahl(zeile.anlagen)}` : ''}</>,
        }))} />}
      <KeysetPager {...(weiter ? { nextHref: pfad({ zeigen, ab: weiter }) } : {})} {...(ab ? { previousHref: pfad({ zeigen }) } : {})} />
    </>
  ))
}

/** One message with its documents. */
export function nachrichtSeite(c: RequestContext, nachricht: Nachricht): Reply {
  const w = woerter(c.sprache)
  const vorgang = `/konto/vorgaenge/${encodeURIComponent(nachricht.vorgangsnummer)}`
  return portalSeite(c, { title: nachricht.betreff, breadcrumb: [...krumen(w), { label: w.postfach, href: '/konto/postfach' }, { label: nachricht.betreff }], robots: 'noindex' }, (
    <>
      <h1 class="sk-h1" {...deutsch(c)}>{nachricht.betreff}</h1>
      <p class="sk-meta">{w.von} {c.mandant.name} · <DateText instant={nachricht.am} /> · {w.zuVorgang} <a class="kern-link" href={vorgang}>{nachricht.vorgangsnummer}</a> (<span {...deutsch(c)}>{nachricht.vorgang}</span>)</p>
      {nachricht.beendetAm ? <Alert tone="warning" title={w.beendet}><p class="kern-body">{w.beendetText}</p></Alert> : <Inhalt c={c} nachricht={nachricht} w={w} />}
      <h2 class="sk-h2">{w.antworten}</h2>
      <p class="kern-body">{w.antwortenText}</p>
      <ButtonRow>
        <LinkButton href={vorgang}>{w.zumVorgang}</LinkButton>
        <LinkButton variant="tertiary" href="/konto/postfach">{w.zurueck}</LinkButton>
      </ButtonRow>
    </>
  ))
}

function Inhalt({ c, nachricht, w }: { c: RequestContext; nachricht: Nachricht; w: Woerter }) {
  return (
    <>
      {w.nurDeutsch ? <p class="sk-meta">{w.nurDeutsch}</p> : null}
      <div {...deutsch(c)}>{nachricht.text.split(/\n\s*\n/).map((absatz, index) => <p class="kern-body" key={index}>{absatz}</p>)}</div>
      {nachricht.anlagen.length > 0 ? <>
        <h2 class="sk-h2">{w.dokumente}</h2>
        <DocumentList label={w.dokumente} documents={nachricht.anlagen.map((anlage) => ({
          id: anlage.id, name: <span {...deutsch(c)}>{anlage.betreff}</span>, href: `/konto/postfach/${nachricht.id}/dokumente/${anlage.id}`, type: anlage.mime === 'application/pdf' ? 'PDF' : w.datei, size: anlage.size, date: anlage.datum,
          actions: <a class="kern-link" href={`/konto/postfach/${nachricht.id}/dokumente/${anlage.id}?speichern=1`}>{w.speichern}<span class="sk-sr-only">: {anlage.betreff}</span></a>,
        }))} />
        <p class="sk-meta">{w.speichernRat}</p>
      </> : null}
    </>
  )
}
