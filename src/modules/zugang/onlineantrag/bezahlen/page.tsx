import type { VNode } from 'preact'
import { Alert, Button, ButtonRow, Card, DescriptionList, Formularfelder, HiddenFields, LinkButton, Money, portalSeite } from '../../../../design/index.js'
import type { Formularzustand, Reply, RequestContext } from '../../../../platform/http/route.js'
import { Gebuehrenrechnung, istBezahlt, zeigeKassenzeichen, type Forderung } from '../../../finanzen/forderungen/index.js'
import { pfadleiste } from '../beginnen/page.js'
import { pfadVon, type Fall } from '../zugang.js'
import { woerter } from '../woerter.js'
import type { Entwurfsgebuehr } from './query.js'

/** On the check page: what it costs, why, and when it is paid. */
export function Gebuehrenvorschau({ c, gebuehr }: { c: RequestContext; gebuehr: Entwurfsgebuehr }): VNode {
  const w = woerter(c.sprache)
  return (
    <section aria-labelledby="gebuehr">
      <h2 class="sk-h2" id="gebuehr">{w.gebuehr}</h2>
      {gebuehr.aufstellung.positionen.length > 0 ? <Gebuehrenrechnung aufstellung={gebuehr.aufstellung} /> : null}
      {gebuehr.offen.map(({ bezeichnung, von, bis }) => <p key={bezeichnung}><span lang="de">{bezeichnung}</span>: <Money cents={von} /> – <Money cents={bis} />. {w.gebuehrRahmen}</p>)}
      <p>{gebuehr.summe === 0n && gebuehr.offen.length === 0 ? w.gebuehrKeine : w.gebuehrWann[gebuehr.wann]}</p>
    </section>
  )
}

/** Declared and waiting for the money, or paid and not to be sent: where it stands and what the person can do. */
export function bezahlseite(c: RequestContext, { entwurf, version }: Fall, forderung: Forderung, zustand: Formularzustand): Reply {
  const w = woerter(c.sprache)
  const bezahlt = istBezahlt(forderung)
  const fehler = zustand.meldung ?? entwurf.absendewunsch?.fehler ?? zustand.fehler[0]?.text
  const titel = bezahlt ? w.bezahltTitel : w.bezahlenTitel
  return portalSeite(c, { title: titel, breadcrumb: pfadleiste(c, version), robots: 'noindex', hasErrors: zustand.meldung !== undefined }, (
    <div class="sk-form-page">
      <h1 class="sk-h1">{titel}</h1>
      {bezahlt ? <Alert tone="warning" title={w.bezahltHinweis}><p lang="de">{fehler}</p><p>{w.bezahltText}</p></Alert> : fehler ? <Alert tone="danger" title={fehler} live="alert" /> : null}
      {bezahlt ? null : <p class="sk-lead">{w.bezahlenText}</p>}
      <Card title={w.gebuehr}><DescriptionList items={[
        { label: w.leistung, value: forderung.bezeichnung }, ...(bezahlt ? [] : [{ label: w.betrag, value: <Money cents={forderung.saldo} strong /> }]), { label: w.kassenzeichen, value: zeigeKassenzeichen(forderung.kassenzeichen) },
      ]} /></Card>
      {bezahlt || forderung.saldo <= 0n ? null : <ButtonRow><LinkButton href={`/konto/zahlungen/${forderung.kassenzeichen}`}>{w.zurBezahlung}</LinkButton></ButtonRow>}
      <form method="post" action={pfadVon(entwurf, 'bezahlen')} class="sk-form">
        <Formularfelder c={c} /><HiddenFields values={{ _aktion: bezahlt ? 'absenden' : 'aendern' }} />
        <Button variant={bezahlt ? 'primary' : 'tertiary'}>{bezahlt ? w.nochmalAbsenden : w.dochAendern}</Button>
      </form>
    </div>
  ))
}
