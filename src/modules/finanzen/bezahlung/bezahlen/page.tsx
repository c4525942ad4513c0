import type { VNode } from 'preact'
import { Alert, Badge, ButtonRow, Card, DescriptionList, Knopfformular, LinkButton, Money, portalSeite } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { weiterNach, zeigeKassenzeichen, ZUSTAENDE as FORDERUNG, type Forderung } from '../../forderungen/index.js'
import { ZUSTAENDE } from '../domain/zahlung.js'
import type { Zahlung } from '../zahlung.js'
import { zahlungspfad } from './beginnen.js'

const TOENE = { NEU: 'info', INITIAL: 'warning', PAYED: 'success', CANCELED: 'neutral', FAILED: 'danger' } as const

/** One attempt: on the way to the provider, or how it ended. The provider's page is a link, so that nobody is led away unasked. */
export function zahlungsseite(c: RequestContext, { zahlung, forderung }: { zahlung: Zahlung; forderung: Forderung }): Reply {
  const zustand = ZUSTAENDE[zahlung.status]
  const weiter = weiterNach(forderung)
  const gebuehr = `/konto/zahlungen/${forderung.kassenzeichen}`
  const unterwegs = zahlung.status === 'INITIAL'
  return portalSeite(c, {
    title: unterwegs ? 'Weiter zum Bezahldienst' : zustand.wort, robots: 'noindex',
    breadcrumb: [{ label: 'Startseite', href: '/' }, { label: 'Gebühr', href: gebuehr }, { label: 'Online bezahlen' }],
  }, (
    <>
      <h1 class="sk-h1">{unterwegs ? 'Jetzt beim Bezahldienst bezahlen' : zustand.wort}</h1>
      <DescriptionList items={[
        { label: 'Wofür', value: forderung.bezeichnung }, { label: 'Betrag', value: <Money cents={zahlung.betrag} strong /> }, { label: 'Kassenzeichen', value: zeigeKassenzeichen(zahlung.kassenzeichen) },
        // On the way there nothing is being checked yet.
        ...(unterwegs ? [] : [{ label: 'Stand', value: <Badge tone={TOENE[zahlung.status]}>{zustand.wort}</Badge> }]),
      ]} />
      {unterwegs && zahlung.weiterleitung ? (
        <>
          <Card title="Sie verlassen jetzt die Seiten der Stadt">
            <p>Der Bezahldienst nimmt die Zahlung an und bringt Sie danach hierher zurück. Die Stadt erfährt weder Ihre Kartennummer noch Ihre Bankzugangsdaten.</p>
            <LinkButton href={zahlung.weiterleitung}>Weiter zum Bezahldienst</LinkButton>
          </Card>
          <Card title="Sie haben schon bezahlt?">
            <p>{zustand.weiter} {forderung.vorgangId ? '' : 'Sobald die Bestätigung da ist, senden wir Ihren Antrag ab.'}</p>
            <ButtonRow>
              <LinkButton variant="secondary" href={zahlungspfad(zahlung, '/rueckkehr')}>Stand jetzt prüfen</LinkButton>
              <Knopfformular c={c} action={zahlungspfad(zahlung, '/aufgeben')} variant="tertiary">Zahlung abbrechen</Knopfformular>
            </ButtonRow>
          </Card>
        </>
      ) : (
        <>
          <p>{zustand.weiter}</p>
          <ButtonRow>
            {FORDERUNG[forderung.status].zahlbar ? <LinkButton href={gebuehr}>Noch einmal versuchen</LinkButton> : <LinkButton variant="secondary" href={gebuehr}>Gebühr ansehen</LinkButton>}
            {weiter ? <LinkButton variant="secondary" href={weiter.pfad}>{weiter.text}</LinkButton> : null}
          </ButtonRow>
        </>
      )}
    </>
  ))
}

/** On the page of a claim: the way to pay it online. */
export function OnlineBezahlen({ c, forderung, laufende }: { c: RequestContext; forderung: Forderung; laufende: Zahlung | undefined }): VNode {
  return (
    <Card title="Online bezahlen">
      {laufende ? (
        <Alert tone="info" level={3} title="Sie haben eine Zahlung begonnen" actions={<LinkButton variant="secondary" href={zahlungspfad(laufende)}>Zahlung ansehen</LinkButton>}>
          <p>{ZUSTAENDE[laufende.status].weiter}</p>
        </Alert>
      ) : (
        <>
          <p>Zum Beispiel mit Karte oder Lastschrift. Das Geld ist sofort gebucht.</p>
          <Knopfformular c={c} action={`/konto/zahlungen/${forderung.kassenzeichen}/bezahlen`} variant="primary">Online bezahlen</Knopfformular>
        </>
      )}
    </Card>
  )
}
