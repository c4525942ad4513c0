import {
  Alert, arbeitsplatzSeite, Badge, Button, ButtonRow, DateField, DateText, EmptyState, ErrorSummary, Formularfelder, KeysetPager, Table, Tabs, dateParts, readDateParts, type Column,
} from '../../../../design/index.js'
import type { Formularzustand, Reply, RequestContext } from '../../../../platform/http/route.js'
import { STATUS_WORTE } from '../domain/sendung.js'
import type { Ansicht, Postausgang, Postzeile } from './query.js'

const spalten = (ansicht: Ansicht): Column<Postzeile>[] => [
  { key: 'nr', label: 'Nummer', rowHeader: true, nowrap: true, cell: (one) => <a href={`/arbeitsplatz/postausgang/${one.id}`}>{one.buchnummer}</a> },
  {
    key: 'an', label: 'An', cell: (one) => <>{one.empfaenger}{one.anschriftFehlt ? <> <Badge tone="warning">Anschrift fehlt</Badge></> : null}{one.ersatzweg ? <> <Badge tone="info">statt Postfach</Badge></> : null}</>,
  },
  { key: 'betreff', label: 'Betreff', cell: (one) => one.betreff },
  { key: 'vorgang', label: 'Vorgang', cell: (one) => <>{one.vorgangsnummer}<br /><span class="sk-meta">{one.einheit}</span></> },
  { key: 'seit', label: ansicht === 'offen' ? 'Wartet seit' : 'Vom', nowrap: true, cell: (one) => <DateText instant={one.angelegtAm} /> },
  ansicht === 'offen'
    ? { key: 'pdf', label: 'Drucken', nowrap: true, cell: (one) => <a href={`/arbeitsplatz/postausgang/${one.id}/brief.pdf`}>PDF<span class="sk-sr-only"> {one.buchnummer}</span></a> }
    : { key: 'stand', label: 'Stand', cell: (one) => <>{STATUS_WORTE[one.status]}{one.aufgabeTag ? <> am <DateText date={one.aufgabeTag} /></> : null}</> },
]

const LEER: Readonly<Record<Ansicht, [string, string]>> = {
  offen: ['Kein Brief wartet', 'Sobald ein Bescheid oder ein Schreiben mit der Post gehen soll, steht es hier.'],
  buch: ['Noch nichts verschickt', 'Hier steht jede Sendung mit ihrer Nummer, auch die ins Postfach.'],
  klaerung: ['Nichts zu klären', 'Hier stehen Rückläufer und was nicht abgerufen wurde.'],
}

/** Letters to post, and the book of everything that left. */
export function postausgangSeite(c: RequestContext, daten: Postausgang, ansicht: Ansicht, darfAufgeben: boolean, zustand: Formularzustand, blaettern: boolean): Reply {
  const pfad = (one: Ansicht, vor?: string) => `/arbeitsplatz/postausgang?${new URLSearchParams({ ansicht: one, ...(vor ? { vor } : {}) })}`
  const aufgeben = ansicht === 'offen' && darfAufgeben && daten.zeilen.length > 0
  const fehler = zustand.fehler.find(({ feld }) => feld === 'am')
  const gewaehlt = new Set([zustand.werte['sendung'] ?? []].flat())
  const tabelle = (
    <Table caption="Sendungen" captionHidden columns={spalten(ansicht)} rows={daten.zeilen} rowKey={(one) => one.id} dense
      {...(aufgeben ? { selection: { name: 'sendung', label: (one: Postzeile) => `${one.buchnummer} auswählen`, selected: (one: Postzeile) => gewaehlt.has(one.id) } } : {})}
      empty={<EmptyState icon="mail" title={LEER[ansicht][0]}><p>{LEER[ansicht][1]}</p></EmptyState>} />
  )
  return arbeitsplatzSeite(c, { title: 'Postausgang', hasErrors: zustand.fehler.length > 0 || Boolean(zustand.meldung) }, (
    <>
      <ErrorSummary errors={zustand.meldung ? [{ text: zustand.meldung }] : zustand.fehler.map(({ feld, text }) => ({ field: feld, text }))} />
      <Tabs label="Ansicht" tabs={[
        { label: 'Zu verschicken', href: pfad('offen'), current: ansicht === 'offen', count: daten.wartend }, { label: 'Postausgangsbuch', href: pfad('buch'), current: ansicht === 'buch' },
        { label: 'Zu klären', href: pfad('klaerung'), current: ansicht === 'klaerung' },
      ]} />
      {aufgeben ? (
        <form method="post" action="/arbeitsplatz/postausgang" noValidate>
          <Formularfelder c={c} />
          {tabelle}
          <Alert tone="info" title="Der Tag entscheidet über Fristen"><p class="kern-body">Tragen Sie den Tag ein, an dem die Briefe wirklich an die Post übergeben wurden, nicht den Tag des Druckens.</p></Alert>
          <DateField name="am" label="Zur Post gegeben am" value={readDateParts(zustand.werte, 'am') ?? dateParts(c.today)} {...(fehler ? { error: fehler.text } : {})} />
          <ButtonRow><Button>Ausgewählte als zur Post gegeben vermerken</Button></ButtonRow>
        </form>
      ) : tabelle}
      <KeysetPager {...(daten.weiter ? { nextHref: pfad(ansicht, daten.weiter) } : {})} {...(blaettern ? { previousHref: pfad(ansicht) } : {})} />
    </>
  ))
}
