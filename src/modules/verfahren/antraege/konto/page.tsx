import type { VNode } from 'preact'
import { Badge, Card, CardGrid, Deadline, EmptyState, formatDate, KeysetPager, LinkButton, LinkList, portalSeite, useLang, type Tone } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { zustandsworte, type AntragStatus } from '../domain/status.js'
import { deutsch, woerter } from '../woerter.js'
import type { Kontouebersicht } from './query.js'

const TOENE: Partial<Record<AntragStatus, Tone>> = { RUECKFRAGE: 'warning', ENTSCHIEDEN: 'success', BEKANNTGEGEBEN: 'success', GENEHMIGUNG_FINGIERT: 'success' }

/** In the language of the page around it. */
export const Statusmarke = ({ status }: { status: AntragStatus }): VNode => <Badge tone={TOENE[status] ?? 'info'}>{zustandsworte(status, useLang()).wort}</Badge>

const POSTFACH = '/konto/postfach'

/** „Mein Konto“: first what is expected of the person, then everything else (A7-02). */
export function kontoSeite(c: RequestContext, { antraege, weiter }: Kontouebersicht, teile: readonly VNode[]): Reply {
  const zuTun = antraege.flatMap((antrag) => (antrag.offen ? [{ ...antrag, offen: antrag.offen }] : []))
  // The number beside the entry of the menu; it was read with the session.
  const ungelesen = c.navigation('portal').find(({ pfad }) => pfad === POSTFACH)?.anzahl ?? 0
  const w = woerter(c.sprache)
  return portalSeite(c, { title: w.konto, breite: 'wide', robots: 'noindex', breadcrumb: [{ label: w.start, href: '/' }, { label: w.konto }] }, (
    <>
      <h1 class="sk-h1">{w.gruss(c.actor.name)}</h1>
      {zuTun.length === 0 ? null : (
        <Card title={w.brauchenWir} icon="warning">
          <ul class="sk-linklist">
            {zuTun.map((antrag) => (
              <li class="sk-linklist__item" key={antrag.id}>
                <div class="sk-linklist__text">
                  <a class="sk-linklist__link" href={`/konto/vorgaenge/${antrag.vorgangsnummer}#rueckfragen`}>{w.antwortenZu} <span {...deutsch(c.sprache)}>{antrag.bezeichnung}</span></a>
                  <p class="sk-linklist__sub">{w.fragen(antrag.offen.anzahl)}</p>
                  <Deadline date={antrag.offen.frist} today={c.today} />
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {teile}
      <Card title={w.meineAntraege}>
        {antraege.length === 0 ? (
          <EmptyState title={w.keinAntrag} action={<LinkButton href="/leistungen">{w.suchen}</LinkButton>}>
            <p>{w.keinAntragText}</p>
          </EmptyState>
        ) : (
          <LinkList label={w.meineAntraege} items={antraege.map((antrag) => ({
            label: <span {...deutsch(c.sprache)}>{antrag.bezeichnung}</span>, href: `/konto/vorgaenge/${antrag.vorgangsnummer}`,
            text: zustandsworte(antrag.status, c.sprache).weiter, meta: <><span class="sk-nowrap">{antrag.vorgangsnummer}</span> · {w.eingegangenAm(formatDate(antrag.eingangDatum, 'short', c.sprache))}</>, badge: <Statusmarke status={antrag.status} />,
          }))} />
        )}
        <KeysetPager {...(weiter ? { nextHref: `/konto?vor=${weiter}` } : {})} />
      </Card>
      <CardGrid>
        <Card title={w.postfach} icon="inbox" href={POSTFACH}><p>{w.neue(ungelesen)}</p></Card>
        <Card title={w.sicherheit} icon="lock" href="/konto/sicherheit"><p>{w.sicherheitText}</p></Card>
        <Card title={w.daten} icon="download" href="/konto/daten"><p>{w.datenText}</p></Card>
      </CardGrid>
    </>
  ))
}
