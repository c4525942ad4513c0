import { Alert, arbeitsplatzSeite, Card, DateText, DescriptionList, EmptyState, formatDate, KeysetPager, Knopfformular, LinkButton, Table, Timeline, TwoColumns } from '../../../../design/index.js'
import type { Column } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { AUSSONDERUNG, dauer, inWorten, MEDIEN, Status, STUFEN, VORGANGSTYPEN } from '../anzeige.js'
import { istBearbeitbar } from '../domain/zustaende.js'
import type { Akteansicht, Vorgangszeile } from './query.js'

const spalten: readonly Column<Vorgangszeile>[] = [
  { key: 'nr', label: 'Vorgang', rowHeader: true, nowrap: true, cell: (vorgang) => <a href={`/arbeitsplatz/vorgaenge/${vorgang.vorgangsnummer}`}>{vorgang.vorgangsnummer}</a> },
  { key: 'betreff', label: 'Betreff', cell: (vorgang) => <>{vorgang.betreff}<br /><span class="sk-meta">{inWorten(VORGANGSTYPEN, vorgang.typ)}</span></> },
  { key: 'seit', label: 'Begonnen', nowrap: true, cell: (vorgang) => <DateText date={vorgang.begonnenAm} /> },
  { key: 'status', label: 'Stand', cell: (vorgang) => <><Status status={vorgang.status} />{vorgang.zdaAm ? <><br /><span class="sk-meta">{vorgang.aufbewahrungBis ? `aufbewahren bis ${formatDate(vorgang.aufbewahrungBis)}` : 'unbefristet aufbewahren'}</span></> : null}</> },
]

/** One Akte: its Vorgänge, and what holds for it. */
export function akteSeite(c: RequestContext, { akte, einheit, fruehere, vorgaenge, verlauf, weiter, darf }: Akteansicht, vor: boolean): Reply {
  const pfad = `/arbeitsplatz/akten/${akte.id}`
  const offen = istBearbeitbar(akte.status)
  return arbeitsplatzSeite(c, {
    title: akte.betreff, preline: `Akte ${akte.aktenzeichen}`, meta: <><Status status={akte.status} /><span>{einheit}</span></>,
    breadcrumb: [{ label: 'Akten', href: '/arbeitsplatz/akten' }, { label: akte.aktenzeichen }],
    actions: (
      <>
        {offen && darf.anlegen ? <LinkButton href={`${pfad}/vorgang`} small icon="plus">Vorgang anlegen</LinkButton> : null}
        {offen && darf.schliessen ? <Knopfformular c={c} action={`${pfad}/zda`}>Akte z. d. A. legen</Knopfformular> : null}
      </>
    ),
  }, (
    <TwoColumns asideLabel="Angaben zur Akte" aside={
      <Card title="Angaben zur Akte">
        <DescriptionList stacked items={[
          { label: 'Aktenzeichen', value: akte.aktenzeichen },
          ...(fruehere.length > 0 ? [{ label: 'Frühere Aktenzeichen', value: fruehere.join(', ') }] : []),
          { label: 'Aktenplan', value: <a href={`/arbeitsplatz/akten?plan=${encodeURIComponent(akte.aktenplaneinheit)}`}>{akte.aktenplaneinheit}</a> },
          { label: 'Aktenführung', value: einheit },
          { label: 'Angelegt', value: <DateText date={akte.begonnenAm} /> },
          ...(akte.zdaAm ? [{ label: 'Zu den Akten', value: <DateText date={akte.zdaAm} /> }] : []),
          { label: 'Schutz', value: STUFEN[akte.stufe] ?? '' },
          { label: 'Medium', value: MEDIEN[akte.medium] },
          { label: 'Aufbewahrung', value: `${dauer(akte.aufbewahrungJahre)} (${akte.aufbewahrungQuelle})` },
          { label: 'Danach', value: AUSSONDERUNG[akte.aussonderungsart] },
        ]} />
      </Card>
    }>
      {akte.medium === '001' ? null : <Alert tone="warning" title={`${akte.medium === '002' ? 'Hybridakte' : 'Papierakte'} – Papierteil in: ${akte.standort}`} />}
      {akte.zdaAm ? <Alert title={`Seit ${formatDate(akte.zdaAm)} zu den Akten gelegt`}><p>Öffnen Sie einen Vorgang wieder, um weiterzuarbeiten. Die Akte öffnet sich dann mit.</p></Alert> : null}
      <Table caption="Vorgänge" columns={spalten} rows={vorgaenge} rowKey={(vorgang) => vorgang.id} dense empty={
        <EmptyState icon="folder" title="Keine Vorgänge"><p>In dieser Akte ist kein Vorgang, den Sie sehen können.</p></EmptyState>
      } />
      <KeysetPager {...(weiter ? { nextHref: `${pfad}?vor=${weiter}` } : {})} {...(vor ? { previousHref: pfad } : {})} />
      {verlauf.length > 0 ? <Card title="Verlauf der Akte"><Timeline label="Verlauf der Akte, Neuestes zuerst" entries={verlauf.map((zeile) => ({ at: zeile.zeitpunkt, title: <><strong>{zeile.wer}</strong> {zeile.satz}</>, ...(zeile.grund ? { children: <p>Grund: {zeile.grund}</p> } : {}) }))} /></Card> : null}
    </TwoColumns>
  ))
}
