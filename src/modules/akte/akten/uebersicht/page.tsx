import { arbeitsplatzSeite, DateText, EmptyState, FilterBar, KeysetPager, LinkButton, SelectField, Table, TextField } from '../../../../design/index.js'
import type { ActiveFilter, Column } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { Status } from '../anzeige.js'
import type { Aktenseite, Aktenzeile } from './query.js'

export interface Filter { readonly plan: string; readonly text: string; readonly status: string }

const spalten: readonly Column<Aktenzeile>[] = [
  { key: 'az', label: 'Aktenzeichen', rowHeader: true, nowrap: true, cell: (akte) => <a href={`/arbeitsplatz/akten/${akte.id}`}>{akte.aktenzeichen}</a> },
  { key: 'betreff', label: 'Betreff', cell: (akte) => akte.betreff },
  { key: 'einheit', label: 'Aktenführung', cell: (akte) => akte.einheit },
  { key: 'vorgaenge', label: 'Vorgänge', align: 'end', nowrap: true, cell: (akte) => (akte.offen > 0 ? `${akte.vorgaenge}, davon ${akte.offen} offen` : akte.vorgaenge) },
  { key: 'seit', label: 'Angelegt', nowrap: true, cell: (akte) => <DateText date={akte.begonnenAm} /> },
  { key: 'status', label: 'Stand', nowrap: true, cell: (akte) => <Status status={akte.status} /> },
]

/** The list of Akten with its filters in the address. */
export function aktenSeite(c: RequestContext, { filter, plaene, seite, darfAnlegen, vor }: {
  filter: Filter; plaene: readonly { kennzeichen: string; bezeichnung: string }[]; seite: Aktenseite; darfAnlegen: boolean; vor: boolean
}): Reply {
  const ohne = (feld: keyof Filter | 'alle') => `/arbeitsplatz/akten?${new URLSearchParams(Object.entries(filter).filter(([name, value]) => value && name !== feld && feld !== 'alle'))}`
  const plan = plaene.find(({ kennzeichen }) => kennzeichen === filter.plan)
  const aktiv: ActiveFilter[] = [
    ...(filter.text ? [{ label: 'Text', value: filter.text, removeHref: ohne('text') }] : []),
    ...(filter.plan ? [{ label: 'Aktenplan', value: plan ? `${plan.kennzeichen} ${plan.bezeichnung}` : filter.plan, removeHref: ohne('plan') }] : []),
    ...(filter.status ? [{ label: 'Stand', value: filter.status === 'zda' ? 'z. d. A.' : 'offen', removeHref: ohne('status') }] : []),
  ]
  const weiter = seite.weiter ? `${ohne('alle')}${new URLSearchParams({ ...Object.fromEntries(Object.entries(filter).filter(([, value]) => value)), vor: seite.weiter })}` : undefined
  return arbeitsplatzSeite(c, {
    title: 'Akten', ...(darfAnlegen ? { actions: <LinkButton href="/arbeitsplatz/akten/neu" small icon="plus">Akte anlegen</LinkButton> } : {}),
  }, (
    <>
      <FilterBar action="/arbeitsplatz/akten" active={aktiv} resetHref="/arbeitsplatz/akten">
        <TextField name="text" label="Aktenzeichen oder Betreff" value={filter.text} optional />
        <SelectField name="plan" label="Aktenplan" value={filter.plan} emptyLabel="alle" optional options={plaene.map(({ kennzeichen, bezeichnung }) => ({ value: kennzeichen, label: `${kennzeichen} ${bezeichnung}` }))} />
        <SelectField name="status" label="Stand" value={filter.status} emptyLabel="alle" optional options={[{ value: 'offen', label: 'offen' }, { value: 'zda', label: 'z. d. A.' }]} />
      </FilterBar>
      <Table caption="Akten" captionHidden columns={spalten} rows={seite.zeilen} rowKey={(akte) => akte.id} dense empty={
        <EmptyState icon="folder" title={aktiv.length > 0 ? 'Keine Akte passt zu diesen Filtern' : 'Hier sind noch keine Akten'}>
          {aktiv.length > 0 ? <p>Nehmen Sie einen Filter weg, oder suchen Sie in allem über die Suche oben.</p> : <p>Akten entstehen mit dem ersten Antrag oder wenn Sie eine anlegen.</p>}
        </EmptyState>
      } />
      <KeysetPager {...(weiter ? { nextHref: weiter } : {})} {...(vor ? { previousHref: `${ohne('alle')}${new URLSearchParams(Object.entries(filter).filter(([, value]) => value))}` } : {})} />
    </>
  ))
}
