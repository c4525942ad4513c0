import { druckSeite, formatDate, Table } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { adresse, type Listenfilter } from './filter.js'
import type { Namen } from './personen.js'
import type { Listenzeile } from './query.js'

/** The work list on paper, as it is filtered: for a round of the team, and for the day without electricity (K3-07). */
export function drucklistenSeite(c: RequestContext, { zeilen, namen, filter, weitere }: { zeilen: readonly Listenzeile[]; namen: Namen; filter: Listenfilter; weitere: boolean }): Reply {
  return druckSeite(c, { title: 'Aufgaben', preline: `${zeilen.length} ${zeilen.length === 1 ? 'Aufgabe' : 'Aufgaben'}, nach ${filter.sortierung === 'alter' ? 'Alter' : 'Frist'}`, zurueck: { href: adresse(filter), label: 'Zurück zur Liste' } }, (
    <>
      <Table caption="Aufgaben" captionHidden dense narrow="scroll" rows={zeilen} rowKey={({ id }) => id} columns={[
        { key: 'frist', label: 'Frist', nowrap: true, cell: ({ faelligAm }) => (faelligAm ? `${formatDate(faelligAm)}${Temporal.PlainDate.compare(faelligAm, c.today) < 0 ? ' (überfällig)' : ''}` : 'keine') },
        { key: 'nr', label: 'Vorgang', nowrap: true, rowHeader: true, cell: ({ vorgangsnummer }) => vorgangsnummer ?? '–' },
        { key: 'betreff', label: 'Betreff', cell: ({ betreff }) => betreff },
        { key: 'person', label: 'Person', cell: ({ person }) => person ?? '–' },
        { key: 'aufgabe', label: 'Aufgabe', cell: ({ titel }) => titel },
        { key: 'bei', label: 'Bei', cell: ({ zugewiesenAn }) => (zugewiesenAn ? namen.konten.get(zugewiesenAn) ?? 'andere Person' : 'frei') },
      ]} />
      {weitere ? <p>Die Liste ist länger. Bitte filtern Sie, oder drucken Sie Einheit für Einheit.</p> : null}
    </>
  ))
}
