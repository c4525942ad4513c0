import { Alert, arbeitsplatzSeite, ButtonRow, CopyButton, DateText, Knopfformular } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'

/** The secret address for a calendar program. It is shown once, right after it was made. */
export function kalenderSeite(c: RequestContext, seit: Temporal.Instant | undefined, adresse?: string): Reply {
  return arbeitsplatzSeite(c, { title: 'Termine im eigenen Kalender', schmal: true, breadcrumb: [{ label: 'Planung', href: '/arbeitsplatz/planung' }, { label: 'Kalender' }] }, (
    <div class="sk-stack">
      <p>Outlook, Thunderbird und Kalender auf dem Handy können die Termine der Planung abonnieren: Ihre Aufgaben, Meilensteine, offene Entscheidungen und Beteiligungen. Sie sehen darin nur, was Sie auch hier sehen dürfen.</p>
      {adresse
        ? (
          <Alert tone="success" title="Ihre Adresse" live="status">
            <p>Tragen Sie diese Adresse in Ihrem Kalender unter „Kalender abonnieren“ ein. Sie wird nur dieses eine Mal gezeigt.</p>
            <p class="sk-break"><code data-kalenderadresse="">{adresse}</code></p>
            <CopyButton value={adresse}>Adresse kopieren</CopyButton>
          </Alert>
        ) : null}
      {seit && !adresse ? <p>Ihr Kalenderabo besteht seit <DateText instant={seit} />.</p> : null}
      <Alert title="Die Adresse ist wie ein Schlüssel"><p>Wer sie kennt, sieht Ihre Termine. Geben Sie sie nicht weiter. Eine neue Adresse macht die alte ungültig.</p></Alert>
      <ButtonRow>
        <Knopfformular c={c} action="/arbeitsplatz/planung/kalender" variant="primary">{seit ? 'Neue Adresse erzeugen' : 'Adresse erzeugen'}</Knopfformular>
        {seit ? <Knopfformular c={c} action="/arbeitsplatz/planung/kalender/loeschen">Abo beenden</Knopfformular> : null}
      </ButtonRow>
    </div>
  ))
}
