import type { VNode } from 'preact'
import {
  arbeitsplatzSeite, Badge, Button, Card, DateField, dateParts, DateText, DescriptionList, EmptyState, ErrorSummary, EuroField, FilterBar, Formularfelder, KeysetPager, Money, readDateParts, SelectField,
  Table, Tabs, TextField,
} from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { formatAmount } from '../../../../platform/money/index.js'
import { holds } from '../../../../platform/usecases/actor.js'
import type { Kassenblatt } from '../ansehen/query.js'
import { Bewegungen } from '../ansehen/page.js'
import { zeigeKassenzeichen } from '../domain/kassenzeichen.js'
import { ZUSTAENDE, type ForderungStatus } from '../domain/konto.js'
import type { Erstattung, Forderung } from '../forderung.js'
import { Gebuehrenrechnung } from '../gebuehrenrechnung.js'
import { SICHTEN, type Sicht } from './query.js'

export const KASSE = '/arbeitsplatz/kasse'
export const blattPfad = ({ kassenzeichen }: Pick<Forderung, 'kassenzeichen'>, danach = '') => `${KASSE}/forderungen/${kassenzeichen}${danach}`

/** The parts of the treasury's desk, each with its own address. */
export const Kassenreiter = ({ hier }: { hier: 'klaerung' | 'forderungen' | 'erstattungen' | 'kontoauszuege' }): VNode => (
  <Tabs label="Stadtkasse" tabs={[
    { label: 'Klärung', href: KASSE, current: hier === 'klaerung' }, { label: 'Forderungen', href: `${KASSE}/forderungen`, current: hier === 'forderungen' },
    { label: 'Erstattungen', href: `${KASSE}/erstattungen`, current: hier === 'erstattungen' }, { label: 'Kontoauszüge', href: `${KASSE}/kontoauszuege`, current: hier === 'kontoauszuege' },
  ]} />
)

export const Zustand = ({ status }: { status: ForderungStatus }): VNode => <Badge tone={ZUSTAENDE[status].ton}>{ZUSTAENDE[status].wort}</Badge>

/** Claims of the town by state, or the one that was searched for. */
export function forderungslisteSeite(c: RequestContext, { sicht, gesucht, zeilen, weiter }: { sicht: Sicht; gesucht: string; zeilen: readonly Forderung[]; weiter?: string }): Reply {
  const pfad = `${KASSE}/forderungen`
  return arbeitsplatzSeite(c, { title: 'Forderungen' }, (
    <>
      <Kassenreiter hier="forderungen" />
      <FilterBar action={pfad} active={gesucht ? [{ label: 'Kassenzeichen', value: gesucht, removeHref: pfad }] : []} resetHref={pfad}>
        <TextField name="kassenzeichen" label="Kassenzeichen" hint="13 Ziffern, Leerzeichen sind erlaubt." value={gesucht} optional inputmode="numeric" />
        <SelectField name="sicht" label="Stand" emptyLabel={null} value={sicht} options={Object.entries(SICHTEN).map(([value, { titel }]) => ({ value, label: titel }))} />
      </FilterBar>
      <Table caption="Forderungen" captionHidden rowKey={({ id }: Forderung) => id} rows={zeilen} columns={[
        { key: 'kz', label: 'Kassenzeichen', rowHeader: true, nowrap: true, cell: (eine) => <a href={blattPfad(eine)}>{zeigeKassenzeichen(eine.kassenzeichen)}</a> },
        { key: 'wer', label: 'Wer', cell: ({ schuldner }) => schuldner }, { key: 'was', label: 'Wofür', cell: ({ bezeichnung }) => bezeichnung },
        { key: 'faellig', label: 'Fällig', nowrap: true, cell: ({ faelligAm }) => <DateText date={faelligAm} /> },
        { key: 'saldo', label: 'Offen', align: 'end', nowrap: true, cell: ({ saldo }) => <Money cents={saldo} /> }, { key: 'status', label: 'Stand', nowrap: true, cell: ({ status }) => <Zustand status={status} /> },
      ]} empty={<EmptyState title="Hier ist nichts."><p>{gesucht ? 'Zu diesem Kassenzeichen gibt es keine Forderung. Bitte prüfen Sie die Ziffern.' : 'In diesem Stand gibt es keine Forderung.'}</p></EmptyState>} />
      <KeysetPager {...(weiter ? { nextHref: `${pfad}?${new URLSearchParams({ sicht, nach: weiter })}` } : {})} />
    </>
  ))
}

/** One claim with its ledger and what the treasury may do with it. */
export function kassenblattSeite(c: RequestContext, { forderung, buchungen, erstattungen }: Kassenblatt, zustand: Formularzustand): Reply {
  const fehler = [...zustand.fehler.map(({ feld, text }) => ({ field: feld, text })), ...(zustand.meldung ? [{ text: zustand.meldung }] : [])]
  const darfBuchen = holds(c.actor, 'kasse.buchen')
  const zahlungen = buchungen.filter(({ art }) => art === 'zahlung')
  return arbeitsplatzSeite(c, {
    title: zeigeKassenzeichen(forderung.kassenzeichen), hasErrors: fehler.length > 0, preline: 'Forderung', meta: <Zustand status={forderung.status} />,
    breadcrumb: [{ label: 'Forderungen', href: `${KASSE}/forderungen` }, { label: zeigeKassenzeichen(forderung.kassenzeichen) }],
  }, (
    <>
      <ErrorSummary errors={fehler} />
      <Card title="Worum es geht"><DescriptionList items={[
        { label: 'Wer', value: forderung.schuldner }, { label: 'Wofür', value: forderung.bezeichnung }, { label: 'Vorgang', value: forderung.vorgangsnummer ?? 'Der Antrag ist noch nicht abgesendet.' },
        { label: 'Noch offen', value: <Money cents={forderung.saldo} strong /> }, { label: 'Fällig', value: <DateText date={forderung.faelligAm} /> },
        { label: 'Produkt und Sachkonto', value: [forderung.produkt, forderung.sachkonto].filter(Boolean).join(' / ') },
      ]} /></Card>
      <Bewegungen buchungen={buchungen} />
      {erstattungen.length > 0 ? <Erstattungsliste erstattungen={erstattungen} /> : null}
      {darfBuchen && forderung.saldo > 0n && forderung.vorgangId ? <Zahlungsformular c={c} forderung={forderung} zustand={zustand} /> : null}
      {holds(c.actor, 'erstattung.beantragen') && zahlungen.length > 0 ? (
        <Card title="Erstattung vorschlagen">
          <p>Eine zweite Person muss die Erstattung freigeben.</p>
          <form method="post" action={blattPfad(forderung, '/erstattung')} class="sk-form" noValidate>
            <Formularfelder c={c} />
            <SelectField name="zahlung" label="Welche Zahlung" emptyLabel={null} value={wert(zustand.werte, 'zahlung') || zahlungen.at(-1)?.id || ''} options={zahlungen.map(({ id, betrag, wertstellung }) => ({ value: id, label: `${formatAmount(betrag)} € vom ${wertstellung.toLocaleString('de-DE')}` }))} />
            <EuroField name="erstattung" label="Betrag" value={wert(zustand.werte, 'erstattung') || (forderung.saldo < 0n ? formatAmount(-forderung.saldo) : '')} {...an(zustand, 'erstattung')} />
            <TextField name="erstattungsgrund" label="Grund" maxLength={500} value={wert(zustand.werte, 'erstattungsgrund')} {...an(zustand, 'erstattungsgrund')} />
            <Button>Erstattung vorschlagen</Button>
          </form>
        </Card>
      ) : null}
      {darfBuchen ? <WeitereBuchungen c={c} forderung={forderung} zustand={zustand} hatZahlung={zahlungen.length > 0} /> : null}
      <Card title="So setzt sich die Gebühr zusammen"><Gebuehrenrechnung aufstellung={forderung.aufstellung} titelVersteckt /></Card>
    </>
  ))
}

const an = (zustand: Formularzustand, feld: string): { error?: string } => {
  const text = zustand.fehler.find((fehler) => fehler.feld === feld)?.text
  return text ? { error: text } : {}
}

function Zahlungsformular({ c, forderung, zustand }: { c: RequestContext; forderung: Forderung; zustand: Formularzustand }): VNode {
  const { werte } = zustand
  return (
    <Card title="Zahlung buchen">
      <form method="post" action={blattPfad(forderung, '/zahlung')} class="sk-form" noValidate>
        <Formularfelder c={c} />
        <SelectField name="weg" label="Weg" emptyLabel={null} value={wert(werte, 'weg') || 'bar'} options={[{ value: 'bar', label: 'Bar' }, { value: 'ec', label: 'Karte am Schalter' }, { value: 'ueberweisung', label: 'Überweisung' }]} />
        <EuroField name="betrag" label="Betrag" value={wert(werte, 'betrag') || formatAmount(forderung.saldo)} {...an(zustand, 'betrag')} />
        <DateField name="wertstellung" label="Geld da am" value={readDateParts(werte, 'wertstellung') ?? dateParts(c.today)} {...an(zustand, 'wertstellung')} />
        <TextField name="referenz" label="Belegnummer" hint="Nummer der Quittung oder der Zeile im Kontoauszug. Dieselbe Nummer wird nur einmal gebucht." maxLength={140} value={wert(werte, 'referenz')} {...an(zustand, 'referenz')} />
        <Button>Zahlung buchen</Button>
      </form>
    </Card>
  )
}

function WeitereBuchungen({ c, forderung, zustand, hatZahlung }: { c: RequestContext; forderung: Forderung; zustand: Formularzustand; hatZahlung: boolean }): VNode {
  const { werte } = zustand
  return (
    <>
      {hatZahlung ? (
        <Card title="Rücklastschrift erfassen">
          <p>Die Bank hat eine Zahlung zurückgeholt. Die Forderung ist dann wieder offen.</p>
          <form method="post" action={blattPfad(forderung, '/ruecklastschrift')} class="sk-form" noValidate>
            <Formularfelder c={c} />
            <EuroField name="rbetrag" label="Zurückgeholter Betrag" value={wert(werte, 'rbetrag')} {...an(zustand, 'rbetrag')} />
            <TextField name="rreferenz" label="Belegnummer der Rücklastschrift" maxLength={140} value={wert(werte, 'rreferenz')} {...an(zustand, 'rreferenz')} />
            <TextField name="rgrund" label="Grund der Bank" maxLength={500} value={wert(werte, 'rgrund')} {...an(zustand, 'rgrund')} />
            <Button variant="secondary">Rücklastschrift buchen</Button>
          </form>
        </Card>
      ) : null}
      {forderung.status === 'storniert' ? null : (
        <Card title="Forderung aufheben">
          <form method="post" action={blattPfad(forderung, '/storno')} class="sk-form" noValidate>
            <Formularfelder c={c} />
            <TextField name="stornogrund" label="Grund" maxLength={500} value={wert(werte, 'stornogrund')} {...an(zustand, 'stornogrund')} />
            <Button variant="danger">Forderung aufheben</Button>
          </form>
        </Card>
      )}
    </>
  )
}

const STAENDE = { beantragt: ['warning', 'wartet auf Freigabe'], freigegeben: ['success', 'freigegeben'], abgelehnt: ['neutral', 'abgelehnt'] } as const

const Erstattungsliste = ({ erstattungen }: { erstattungen: readonly Erstattung[] }): VNode => (
  <Card title="Erstattungen" flush><Table caption="Erstattungen" captionHidden rowKey={({ id }: Erstattung) => id} rows={erstattungen} columns={[
    { key: 'grund', label: 'Grund', rowHeader: true, cell: ({ grund, entschieden }) => <>{grund}{entschieden?.grund ? <span class="sk-line sk-meta">{entschieden.grund}</span> : null}</> },
    { key: 'betrag', label: 'Betrag', align: 'end', nowrap: true, cell: ({ betrag }) => <Money cents={betrag} /> },
    { key: 'stand', label: 'Stand', cell: ({ status }) => <Badge tone={STAENDE[status][0]}>{STAENDE[status][1]}</Badge> },
  ]} /></Card>
)
