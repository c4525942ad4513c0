import { arbeitsplatzSeite, Badge, Deadline, EmptyState, Table } from '../../../../design/index.js'
import { access, page, type Reply, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { VOTEN } from '../domain/votum.js'
import { beteiligungenListe, type Beteiligungszeile } from './query.js'

async function liste(c: RequestContext): Promise<Reply> {
  const zeilen = await c.ask(beteiligungenListe, {})
  return arbeitsplatzSeite(c, { title: 'Stellungnahmen' }, (
    <>
      <p class="sk-lead">Andere Stellen bitten Ihre Stelle um Stellungnahme. Sie sehen von deren Vorgängen nur, was Sie dafür brauchen.</p>
      <Table<Beteiligungszeile> caption="Bitten um Stellungnahme" captionHidden rows={zeilen} rowKey={({ beteiligung }) => beteiligung.id} columns={[
        { key: 'vorgang', label: 'Vorgang', rowHeader: true, cell: ({ beteiligung, vorgangsnummer }) => <a href={`/arbeitsplatz/beteiligungen/${beteiligung.id}`}>{vorgangsnummer}</a> },
        { key: 'von', label: 'Von', cell: ({ von }) => von },
        { key: 'stelle', label: 'An', cell: ({ stelle }) => stelle },
        { key: 'frist', label: 'Bis', nowrap: true, cell: ({ beteiligung: { frist, beendetAm } }) => <Deadline date={frist} today={c.today} compact done={beendetAm !== null} /> },
        { key: 'stand', label: 'Stand', cell: ({ beteiligung }) => <Stand zeile={beteiligung} /> },
      ]} empty={<EmptyState title="Niemand hat Ihre Stelle um Stellungnahme gebeten"><p>Kommt eine Bitte, steht sie hier und in Ihrer Aufgabenliste.</p></EmptyState>} />
    </>
  ))
}

function Stand({ zeile: { stellungnahme, beendetAm } }: { zeile: Beteiligungszeile['beteiligung'] }) {
  if (stellungnahme) return <Badge tone={VOTEN[stellungnahme.votum].ton}>{VOTEN[stellungnahme.votum].text}</Badge>
  return beendetAm ? <Badge>ohne Stellungnahme entschieden</Badge> : <Badge tone="info">offen</Badge>
}

export const uebersichtRoutes: readonly Route[] = [page({ path: '/arbeitsplatz/beteiligungen', access: access.staff('beteiligung.stellungnehmen'), handle: liste })]
