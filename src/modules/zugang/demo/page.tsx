import type { VNode } from 'preact'
import { Badge, DescriptionList, EmptyState, FilterBar, formatInstant, KeysetPager, LinkButton, LinkList, portalSeite, SelectField } from '../../../design/index.js'
import type { DemoMail } from '../../../platform/mail/index.js'
import type { Reply, RequestContext } from '../../../platform/http/route.js'

export const MAILS = '/demo/mails'
const LINK = /(https?:\/\/[^\s<>"]+)/

const pfad = (angaben: Record<string, string>): string => {
  const suche = new URLSearchParams(Object.entries(angaben).filter(([, wert]) => wert !== ''))
  return suche.size > 0 ? `${MAILS}?${suche}` : MAILS
}

/** What a mail is about, without greeting and empty lines. */
const anfang = (text: string): string => {
  const zeilen = text.split('\n').map((zeile) => zeile.trim()).filter((zeile) => zeile !== '' && !/^(Guten Tag|Hello)\b.{0,80},$/.test(zeile))
  return (zeilen[0] ?? '').length > 140 ? `${(zeilen[0] ?? '').slice(0, 139)}…` : zeilen[0] ?? ''
}

interface Liste { readonly mails: readonly DemoMail[]; readonly empfaenger: readonly string[]; readonly an: string; readonly weiter: string | undefined; readonly spaeter: boolean }

/** What the demo's mail server caught, newest first: nothing leaves this machine. */
export function mailsPage(c: RequestContext, { mails, empfaenger, an, weiter, spaeter }: Liste): Reply {
  return portalSeite(c, { title: 'E-Mails der Demo', robots: 'noindex', breadcrumb: [{ label: 'Startseite', href: '/' }, { label: 'E-Mails der Demo' }] }, (
    <div lang="de">
      <h1 class="sk-h1">E-Mails der Demo</h1>
      <p>Diese Installation verschickt keine E-Mails. Was sie verschickt hätte, steht hier, das Neueste zuerst.</p>
      {empfaenger.length > 1 || an ? (
        <FilterBar action={MAILS} submitLabel="Anzeigen">
          <SelectField name="an" label="Empfänger" value={an} emptyLabel="alle" optional options={mitGewaehltem(empfaenger, an).map((adresse) => ({ value: adresse, label: adresse }))} />
        </FilterBar>
      ) : null}
      {mails.length === 0
        ? <EmptyState icon="mail" title={an ? 'Keine E-Mails an diese Adresse' : 'Noch keine E-Mails'}><p>Sobald jemand sich registriert oder einen Antrag stellt, erscheint hier eine E-Mail.</p></EmptyState>
        : <LinkList label="E-Mails" items={mails.map((mail) => ({
          label: mail.betreff, href: `${MAILS}/${mail.id}`, icon: 'mail' as const, text: anfang(mail.inhalt), meta: `An ${mail.empfaenger} · ${formatInstant(mail.eingegangenAm)}`,
        }))} />}
      <KeysetPager {...(weiter ? { nextHref: pfad({ an, vor: weiter }) } : {})} {...(spaeter ? { previousHref: pfad({ an }) } : {})} />
    </div>
  ))
}

const mitGewaehltem = (adressen: readonly string[], an: string) => (an && !adressen.includes(an) ? [an, ...adressen] : adressen)

/** One mail as it would have arrived. The program sends text only, so that every reader can show it and nothing is loaded from afar. */
export function mailPage(c: RequestContext, mail: DemoMail): Reply {
  return portalSeite(c, { title: mail.betreff, robots: 'noindex', breadcrumb: [{ label: 'Startseite', href: '/' }, { label: 'E-Mails der Demo', href: MAILS }, { label: mail.betreff }] }, (
    <article class="sk-mail" lang="de">
      <h1 class="sk-h1">{mail.betreff}</h1>
      <DescriptionList items={[
        { label: 'An', value: <a class="kern-link" href={pfad({ an: mail.empfaenger })}>{mail.empfaenger}</a> }, { label: 'Gesendet', value: formatInstant(mail.eingegangenAm) },
        { label: 'Teile', value: <><Badge tone="info">Text</Badge> ohne HTML-Teil</> },
      ]} />
      <Textteil text={mail.inhalt} />
      <p><LinkButton variant="secondary" href={MAILS}>Alle E-Mails der Demo</LinkButton></p>
    </article>
  ))
}

const Textteil = ({ text }: { text: string }): VNode => (
  <pre class="sk-mail__text">{text.split(LINK).map((teil) => (LINK.test(teil) ? <a href={teil}>{teil}</a> : teil))}</pre>
)
