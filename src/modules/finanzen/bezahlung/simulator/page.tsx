import { Alert, Button, Card, DescriptionList, Formularfelder, LinkButton, Money, portalSeite, Radios } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { alsCent } from '../domain/xbezahldienste.js'
import { VERHALTEN, type Vorgang } from './speicher.js'

/** The simulated page of a provider: pays without money and behaves as badly as one asks. */
export function bezahlseite(c: RequestContext, vorgang: Vorgang): Reply {
  const { anfrage, status } = vorgang
  return portalSeite(c, { title: 'Nachgebildeter Bezahldienst', robots: 'noindex' }, (
    <>
      <h1 class="sk-h1">Nachgebildeter Bezahldienst</h1>
      <Alert tone="info" title="Hier fließt kein Geld"><p>Diese Seite spielt einen Bezahldienst. Sie können wählen, wie er sich verhält.</p></Alert>
      <Card title="Ihre Zahlung"><DescriptionList items={[
        { label: 'Betrag', value: <Money cents={alsCent(anfrage.grosAmount)} strong /> }, { label: 'Verwendungszweck', value: anfrage.purpose }, { label: 'Wofür', value: anfrage.description },
      ]} /></Card>
      {status === 'INITIAL' ? (
        <form method="post" class="sk-form" noValidate>
          <Formularfelder c={c} />
          <Radios name="verhalten" label="Was soll passieren?" value="normal" options={Object.entries(VERHALTEN).map(([value, label]) => ({ value, label }))} />
          <Button>Weiter</Button>
        </form>
      ) : (
        <>
          <p>Diese Zahlung ist abgeschlossen. Der Bezahldienst meldet: {status}.</p>
          <LinkButton href={anfrage.redirectUrl}>Zurück zur Stadt</LinkButton>
        </>
      )}
    </>
  ))
}
