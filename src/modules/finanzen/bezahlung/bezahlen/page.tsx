import type { VNode } from 'preact'
import { Alert, Badge, ButtonRow, Card, DescriptionList, Knopfformular, LinkButton, Money, portalSeite, useLang } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { weiterNach, zeigeKassenzeichen, ZUSTAENDE as FORDERUNG, type Forderung } from '../../forderungen/index.js'
import { zustandsworte } from '../domain/zahlung.js'
import type { Zahlung } from '../zahlung.js'
import { zahlungspfad } from './beginnen.js'
import { woerter } from './woerter.js'

const TOENE = { NEU: 'info', INITIAL: 'warning', PAYED: 'success', CANCELED: 'neutral', FAILED: 'danger' } as const

/** One attempt: on the way to the provider, or how it ended. The provider's page is a link, so that nobody is led away unasked. */
export function zahlungsseite(c: RequestContext, { zahlung, forderung }: { zahlung: Zahlung; forderung: Forderung }): Reply {
  const zustand = zustandsworte(zahlung.status, c.sprache)
  const w = woerter(c.sprache)
  const weiter = weiterNach(forderung)
  const gebuehr = `/konto/zahlungen/${forderung.kassenzeichen}`
  const unterwegs = zahlung.status === 'INITIAL'
  return portalSeite(c, {
    title: unterwegs ? w.weiterTitel : zustand.wort, robots: 'noindex',
    breadcrumb: [{ label: w.start, href: '/' }, { label: w.gebuehr, href: gebuehr }, { label: w.onlineBezahlen }],
  }, (
    <>
      <h1 class="sk-h1">{unterwegs ? w.jetzt : zustand.wort}</h1>
      <DescriptionList items={[
        { label: w.wofuer, value: forderung.bezeichnung }, { label: w.betrag, value: <Money cents={zahlung.betrag} strong /> }, { label: w.kassenzeichen, value: zeigeKassenzeichen(zahlung.kassenzeichen) },
        // On the way there nothing is being checked yet.
        ...(unterwegs ? [] : [{ label: w.stand, value: <Badge tone={TOENE[zahlung.status]}>{zustand.wort}</Badge> }]),
      ]} />
      {unterwegs && zahlung.weiterleitung ? (
        <>
          <Card title={w.verlassen}>
            <p>{w.verlassenText}</p>
            <LinkButton href={zahlung.weiterleitung}>{w.weiterTitel}</LinkButton>
          </Card>
          <Card title={w.schonBezahlt}>
            <p>{zustand.weiter} {forderung.vorgangId ? '' : w.dannAbsenden}</p>
            <ButtonRow>
              <LinkButton variant="secondary" href={zahlungspfad(zahlung, '/rueckkehr')}>{w.pruefen}</LinkButton>
              <Knopfformular c={c} action={zahlungspfad(zahlung, '/aufgeben')} variant="tertiary">{w.abbrechen}</Knopfformular>
            </ButtonRow>
          </Card>
        </>
      ) : (
        <>
          <p>{zustand.weiter}</p>
          <ButtonRow>
            {FORDERUNG[forderung.status].zahlbar ? <LinkButton href={gebuehr}>{w.nochmal}</LinkButton> : <LinkButton variant="secondary" href={gebuehr}>{w.ansehen}</LinkButton>}
            {weiter ? <LinkButton variant="secondary" href={weiter.pfad}>{c.sprache === 'en' ? weiter.textEn : weiter.text}</LinkButton> : null}
          </ButtonRow>
        </>
      )}
    </>
  ))
}

/** On the page of a claim: the way to pay it online. */
export function OnlineBezahlen({ c, forderung, laufende }: { c: RequestContext; forderung: Forderung; laufende: Zahlung | undefined }): VNode {
  const sprache = useLang()
  const w = woerter(sprache)
  return (
    <Card title={w.onlineBezahlen}>
      {laufende ? (
        <Alert tone="info" level={3} title={w.begonnen} actions={<LinkButton variant="secondary" href={zahlungspfad(laufende)}>{w.zahlungAnsehen}</LinkButton>}>
          <p>{zustandsworte(laufende.status, sprache).weiter}</p>
        </Alert>
      ) : (
        <>
          <p>{w.wege}</p>
          <Knopfformular c={c} action={`/konto/zahlungen/${forderung.kassenzeichen}/bezahlen`} variant="primary">{w.onlineBezahlen}</Knopfformular>
        </>
      )}
    </Card>
  )
}
