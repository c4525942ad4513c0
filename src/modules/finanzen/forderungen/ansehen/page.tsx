import type { VNode } from 'preact'
import { Alert, Badge, Card, CopyButton, DateText, DescriptionList, Details, LinkButton, Money, portalSeite, Table } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { zeigeKassenzeichen } from '../domain/kassenzeichen.js'
import { buchungsart, ZUSTAENDE } from '../domain/konto.js'
import type { Buchung, Forderung, Kassenkonto } from '../forderung.js'
import { Gebuehrenrechnung } from '../gebuehrenrechnung.js'
import { weiterNach } from '../weiter.js'
import { WEGE } from '../woerter.js'
import type { MeineForderung } from './query.js'

/** What a person owes, what of it arrived, and every way to pay it. */
export function forderungsseite(c: RequestContext, { forderung, buchungen, konto }: MeineForderung, { wege, qr, verwendungszweck }: { wege: readonly VNode[]; qr: string | undefined; verwendungszweck: string }): Reply {
  const zustand = ZUSTAENDE[forderung.status]
  const weiter = weiterNach(forderung)
  return portalSeite(c, {
    title: `Bezahlen: ${forderung.bezeichnung}`, robots: 'noindex',
    breadcrumb: [{ label: 'Startseite', href: '/' }, ...(weiter ? [{ label: forderung.vorgangsnummer ?? 'Antrag', href: weiter.pfad }] : []), { label: 'Gebühr' }],
  }, (
    <>
      <h1 class="sk-h1">Gebühr: {forderung.bezeichnung}</h1>
      <p class="sk-lead"><Money cents={forderung.saldo > 0n ? forderung.saldo : sollVon(buchungen)} strong /> <Badge tone={zustand.ton}>{zustand.wort}</Badge></p>
      <p>{zustand.weiter}</p>
      <DescriptionList items={[
        { label: 'Kassenzeichen', value: <strong class="sk-nowrap">{zeigeKassenzeichen(forderung.kassenzeichen)}</strong> },
        ...(zustand.zahlbar ? [{ label: 'Bitte zahlen bis', value: <DateText date={forderung.faelligAm} /> }] : []),
      ]} />
      {wege}
      {zustand.zahlbar && forderung.vorgangId && konto && forderung.wege.includes('ueberweisung') ? <Ueberweisung konto={konto} forderung={forderung} qr={qr} verwendungszweck={verwendungszweck} /> : null}
      {zustand.zahlbar && forderung.vorgangId && konto && forderung.wege.includes('bar') ? (
        <Card title="Am Schalter bezahlen"><p>{konto.schalter}</p><p>Sie können bar oder mit Karte bezahlen. Bitte nennen Sie das Kassenzeichen.</p></Card>
      ) : null}
      <Card title="So setzt sich die Gebühr zusammen"><Gebuehrenrechnung aufstellung={forderung.aufstellung} titelVersteckt /></Card>
      <Bewegungen buchungen={buchungen} />
      {weiter ? <p><LinkButton href={weiter.pfad} variant={zustand.zahlbar ? 'secondary' : 'primary'}>{weiter.text}</LinkButton></p> : null}
    </>
  ))
}

const sollVon = (buchungen: readonly Buchung[]): bigint => buchungen.filter(({ art }) => art === 'soll').reduce((summe, { betrag }) => summe + betrag, 0n)

function Ueberweisung({ konto, forderung, qr, verwendungszweck }: { konto: Kassenkonto; forderung: Forderung; qr: string | undefined; verwendungszweck: string }): VNode {
  return (
    <Card title="Überweisen">
      <p>Bitte übernehmen Sie den Verwendungszweck genau so. Dann kommt das Geld richtig an.</p>
      <DescriptionList items={[
        { label: 'Empfänger', value: konto.kontoinhaber }, { label: 'IBAN', value: <><span class="sk-break">{konto.iban.replace(/(.{4})(?=.)/g, '$1 ')}</span> <CopyButton value={konto.iban}>IBAN kopieren</CopyButton></> },
        ...(konto.bic ? [{ label: 'BIC', value: konto.bic }] : []), { label: 'Betrag', value: <Money cents={forderung.saldo} /> },
        { label: 'Verwendungszweck', value: <><span class="sk-break">{verwendungszweck}</span> <CopyButton value={verwendungszweck}>Zweck kopieren</CopyButton></> },
      ]} />
      {qr ? (
        <Details summary="GiroCode für Ihre Banking-App zeigen">
          <p>Öffnen Sie Ihre Banking-App und wählen Sie „QR-Code“ oder „Foto-Überweisung“. Prüfen Sie die Angaben, bevor Sie freigeben.</p>
          <p><img src={qr} width="220" height="220" alt={`GiroCode mit den Angaben von oben: Empfänger, IBAN, Betrag und Verwendungszweck ${verwendungszweck}`} /></p>
        </Details>
      ) : null}
    </Card>
  )
}

/** Every row of the ledger in words. */
export function Bewegungen({ buchungen }: { buchungen: readonly Buchung[] }): VNode {
  return (
    <Card title="Was bisher gebucht ist" flush>
      <Table caption="Buchungen" captionHidden rowKey={({ id }) => id} rows={buchungen} columns={[
        { key: 'tag', label: 'Tag', nowrap: true, cell: ({ wertstellung }) => <DateText date={wertstellung} /> },
        { key: 'was', label: 'Was', rowHeader: true, cell: ({ art, weg, grund }) => <>{buchungsart(art)}{weg ? `: ${WEGE[weg]}` : ''}{grund ? <span class="sk-line sk-meta">{grund}</span> : null}</> },
        { key: 'betrag', label: 'Betrag', align: 'end', nowrap: true, cell: ({ betrag }) => <Money cents={betrag} /> },
      ]} />
    </Card>
  )
}

/** A hint with a button, for pages of others: „Gebühr offen“. */
export function Zahlungshinweis({ forderung, level = 2 }: { forderung: Forderung; level?: 2 | 3 }): VNode {
  const zustand = ZUSTAENDE[forderung.status]
  const knopf = <LinkButton href={`/konto/zahlungen/${forderung.kassenzeichen}`} variant={zustand.zahlbar ? 'primary' : 'secondary'}>{zustand.zahlbar ? 'Jetzt bezahlen' : 'Gebühr ansehen'}</LinkButton>
  return (
    <Alert tone={zustand.zahlbar ? 'warning' : 'info'} level={level} title={zustand.zahlbar ? 'Die Gebühr ist noch offen' : `Gebühr: ${zustand.wort}`} actions={knopf}>
      {zustand.zahlbar ? <p><Money cents={forderung.saldo} />, zu zahlen bis <DateText date={forderung.faelligAm} />.</p> : <p>{zustand.weiter}</p>}
    </Alert>
  )
}
