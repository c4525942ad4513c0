import type { VNode } from 'preact'
import { Alert, Badge, Card, CopyButton, DateText, DescriptionList, Details, formatDate, LinkButton, Money, portalSeite, Table, useLang } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { zeigeKassenzeichen } from '../domain/kassenzeichen.js'
import { buchungsart, ZUSTAENDE, zustandsworte } from '../domain/konto.js'
import type { Buchung, Forderung, Kassenkonto } from '../forderung.js'
import { Gebuehrenrechnung } from '../gebuehrenrechnung.js'
import { weiterNach } from '../weiter.js'
import { deutsch, woerter } from '../woerter.js'
import type { MeineForderung } from './query.js'

/** What a person owes, what of it arrived, and every way to pay it. */
export function forderungsseite(c: RequestContext, { forderung, buchungen, konto }: MeineForderung, { wege, qr, verwendungszweck }: { wege: readonly VNode[]; qr: string | undefined; verwendungszweck: string }): Reply {
  const { ton, zahlbar } = ZUSTAENDE[forderung.status]
  const worte = zustandsworte(forderung.status, c.sprache)
  const w = woerter(c.sprache)
  const weiter = weiterNach(forderung)
  return portalSeite(c, {
    title: w.bezahlen(forderung.bezeichnung), robots: 'noindex',
    breadcrumb: [{ label: w.start, href: '/' }, ...(weiter ? [{ label: forderung.vorgangsnummer ?? w.antrag, href: weiter.pfad }] : []), { label: w.gebuehr }],
  }, (
    <>
      <h1 class="sk-h1">{w.gebuehr}: <span {...deutsch(c.sprache)}>{forderung.bezeichnung}</span></h1>
      <p class="sk-lead"><Money cents={forderung.saldo > 0n ? forderung.saldo : sollVon(buchungen)} strong /> <Badge tone={ton}>{worte.wort}</Badge></p>
      <p>{worte.weiter}</p>
      <DescriptionList items={[
        { label: w.kassenzeichen, value: <strong class="sk-nowrap">{zeigeKassenzeichen(forderung.kassenzeichen)}</strong> },
        ...(zahlbar ? [{ label: w.zahlenBis, value: <DateText date={forderung.faelligAm} /> }] : []),
      ]} />
      {wege}
      {zahlbar && forderung.vorgangId && konto && forderung.wege.includes('ueberweisung') ? <Ueberweisung konto={konto} forderung={forderung} qr={qr} verwendungszweck={verwendungszweck} /> : null}
      {zahlbar && forderung.vorgangId && konto && forderung.wege.includes('bar') ? (
        <Card title={w.schalter}><p {...deutsch(c.sprache)}>{konto.schalter}</p><p>{w.schalterText}</p></Card>
      ) : null}
      <Card title={w.zusammensetzung}><Gebuehrenrechnung aufstellung={forderung.aufstellung} titelVersteckt /></Card>
      <Bewegungen buchungen={buchungen} />
      {weiter ? <p><LinkButton href={weiter.pfad} variant={zahlbar ? 'secondary' : 'primary'}>{c.sprache === 'en' ? weiter.textEn : weiter.text}</LinkButton></p> : null}
    </>
  ))
}

const sollVon = (buchungen: readonly Buchung[]): bigint => buchungen.filter(({ art }) => art === 'soll').reduce((summe, { betrag }) => summe + betrag, 0n)

function Ueberweisung({ konto, forderung, qr, verwendungszweck }: { konto: Kassenkonto; forderung: Forderung; qr: string | undefined; verwendungszweck: string }): VNode {
  const w = woerter(useLang())
  return (
    <Card title={w.ueberweisen}>
      <p>{w.ueberweisenText}</p>
      <DescriptionList items={[
        { label: w.empfaenger, value: konto.kontoinhaber }, { label: 'IBAN', value: <><span class="sk-break">{konto.iban.replace(/(.{4})(?=.)/g, '$1 ')}</span> <CopyButton value={konto.iban}>{w.ibanKopieren}</CopyButton></> },
        ...(konto.bic ? [{ label: 'BIC', value: konto.bic }] : []), { label: w.betrag, value: <Money cents={forderung.saldo} /> },
        { label: w.zweck, value: <><span class="sk-break">{verwendungszweck}</span> <CopyButton value={verwendungszweck}>{w.zweckKopieren}</CopyButton></> },
      ]} />
      {qr ? (
        <Details summary={w.qr}>
          <p>{w.qrText}</p>
          <p><img src={qr} width="220" height="220" alt={w.qrBild(verwendungszweck)} /></p>
        </Details>
      ) : null}
    </Card>
  )
}

/** Every row of the ledger in words. */
export function Bewegungen({ buchungen }: { buchungen: readonly Buchung[] }): VNode {
  const sprache = useLang()
  const w = woerter(sprache)
  return (
    <Card title={w.gebucht} flush>
      <Table caption={w.buchungen} captionHidden rowKey={({ id }) => id} rows={buchungen} columns={[
        { key: 'was', label: w.was, rowHeader: true, cell: ({ art, weg, grund }) => <>{buchungsart(art, sprache)}{weg ? `: ${w.wege[weg]}` : ''}{grund ? <span class="sk-line sk-meta" {...deutsch(sprache)}>{grund}</span> : null}</> },
        { key: 'tag', label: w.tag, nowrap: true, cell: ({ wertstellung }) => <DateText date={wertstellung} /> },
        { key: 'betrag', label: w.betrag, align: 'end', nowrap: true, cell: ({ betrag }) => <Money cents={betrag} /> },
      ]} />
    </Card>
  )
}

/** A hint with a button, for pages of others: „Gebühr offen“. */
export function Zahlungshinweis({ forderung, level = 2 }: { forderung: Forderung; level?: 2 | 3 }): VNode {
  const { zahlbar } = ZUSTAENDE[forderung.status]
  const sprache = useLang()
  const w = woerter(sprache)
  const worte = zustandsworte(forderung.status, sprache)
  const knopf = <LinkButton href={`/konto/zahlungen/${forderung.kassenzeichen}`} variant={zahlbar ? 'primary' : 'secondary'}>{zahlbar ? w.jetztBezahlen : w.ansehen}</LinkButton>
  return (
    <Alert tone={zahlbar ? 'warning' : 'info'} level={level} title={zahlbar ? w.nochOffen : w.gebuehrIst(worte.wort)} actions={knopf}>
      {zahlbar ? <p><Money cents={forderung.saldo} />, {w.zuZahlenBis(formatDate(forderung.faelligAm, 'short', sprache))}.</p> : <p>{worte.weiter}</p>}
    </Alert>
  )
}
