import { EmptyState, formatInstant, portalSeite } from '../../../design/index.js'
import type { DemoMail } from '../../../platform/mail/index.js'
import type { Reply, RequestContext } from '../../../platform/http/route.js'

const LINK = /(https?:\/\/[^\s<>"]+)/

/** What the demo's mail server caught: nothing leaves this machine. */
export function mailsPage(c: RequestContext, mails: readonly DemoMail[]): Reply {
  return portalSeite(c, { title: 'E-Mails der Demo', breite: 'wide', robots: 'noindex' }, (
    <>
      <h1>E-Mails der Demo</h1>
      <p>Diese Installation verschickt keine E-Mails. Was sie verschickt hätte, steht hier.</p>
      {mails.length === 0 ? <EmptyState title="Noch keine E-Mails">Sobald jemand sich registriert oder einen Antrag stellt, erscheint hier eine E-Mail.</EmptyState> : null}
      {mails.map((mail) => (
        <article key={mail.id} class="sk-mail">
          <h2>{mail.betreff}</h2>
          <p>An {mail.empfaenger}, {formatInstant(mail.eingegangenAm)}</p>
          <pre class="sk-mail__text">{mail.inhalt.split(LINK).map((teil) => (LINK.test(teil) ? <a href={teil}>{teil}</a> : teil))}</pre>
        </article>
      ))}
    </>
  ))
}
