import type { VNode } from 'preact'
import { Badge, Card, CardGrid, Deadline, EmptyState, formatDate, KeysetPager, LinkButton, LinkList, portalSeite, type Tone } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { ZUSTAENDE, type AntragStatus } from '../domain/status.js'
import type { Kontouebersicht } from './query.js'

const TOENE: Partial<Record<AntragStatus, Tone>> = { RUECKFRAGE: 'warning', ENTSCHIEDEN: 'success', BEKANNTGEGEBEN: 'success', GENEHMIGUNG_FINGIERT: 'success' }

export const Statusmarke = ({ status }: { status: AntragStatus }): VNode => <Badge tone={TOENE[status] ?? 'info'}>{ZUSTAENDE[status].wort}</Badge>

const POSTFACH = '/konto/postfach'

/** „Mein Konto“: first what is expected of the person, then everything else (A7-02). */
export function kontoSeite(c: RequestContext, { antraege, weiter }: Kontouebersicht, teile: readonly VNode[]): Reply {
  const zuTun = antraege.flatMap((antrag) => (antrag.offen ? [{ ...antrag, offen: antrag.offen }] : []))
  // The number beside the entry of the menu; it was read with the session.
  const ungelesen = c.navigation('portal').find(({ pfad }) => pfad === POSTFACH)?.anzahl ?? 0
  return portalSeite(c, { title: 'Mein Konto', breite: 'wide', robots: 'noindex', breadcrumb: [{ label: 'Startseite', href: '/' }, { label: 'Mein Konto' }] }, (
    <>
      <h1 class="sk-h1">Guten Tag, {c.actor.name}</h1>
      {zuTun.length === 0 ? null : (
        <Card title="Das brauchen wir von Ihnen" icon="warning">
          <ul class="sk-linklist">
            {zuTun.map((antrag) => (
              <li class="sk-linklist__item" key={antrag.id}>
                <div class="sk-linklist__text">
                  <a class="sk-linklist__link" href={`/konto/vorgaenge/${antrag.vorgangsnummer}#rueckfragen`}>Antworten zu: {antrag.bezeichnung}</a>
                  <p class="sk-linklist__sub">{antrag.offen.anzahl === 1 ? 'Wir haben eine Frage an Sie.' : `Wir haben ${antrag.offen.anzahl} Fragen an Sie.`}</p>
                  <Deadline date={antrag.offen.frist} today={c.today} />
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {teile}
      <Card title="Meine Anträge">
        {antraege.length === 0 ? (
          <EmptyState title="Sie haben noch keinen Antrag gestellt." action={<LinkButton href="/leistungen">Leistung suchen</LinkButton>}>
            <p>Ihre Anträge und der Stand der Bearbeitung stehen dann hier.</p>
          </EmptyState>
        ) : (
          <LinkList label="Meine Anträge" items={antraege.map((antrag) => ({
            label: antrag.bezeichnung, href: `/konto/vorgaenge/${antrag.vorgangsnummer}`,
            text: ZUSTAENDE[antrag.status].weiter, meta: <><span class="sk-nowrap">{antrag.vorgangsnummer}</span> · eingegangen am {formatDate(antrag.eingangDatum)}</>, badge: <Statusmarke status={antrag.status} />,
          }))} />
        )}
        <KeysetPager {...(weiter ? { nextHref: `/konto?vor=${weiter}` } : {})} />
      </Card>
      <CardGrid>
        <Card title="Postfach" icon="inbox" href={POSTFACH}><p>{ungelesen === 0 ? 'Keine neuen Nachrichten' : ungelesen === 1 ? '1 neue Nachricht' : `${ungelesen} neue Nachrichten`}</p></Card>
        <Card title="Anmeldung und Sicherheit" icon="lock" href="/konto/sicherheit"><p>Passwort, E-Mail-Adresse, Passkeys und wo Sie angemeldet sind</p></Card>
      </CardGrid>
    </>
  ))
}
