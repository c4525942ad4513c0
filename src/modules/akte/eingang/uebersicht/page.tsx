import { arbeitsplatzSeite, DateText, EmptyState, FilterBar, KeysetPager, LinkButton, SelectField, Table, TextField } from '../../../../design/index.js'
import type { ActiveFilter, Column } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { KANAELE, optionen, Status, STATUS } from '../anzeige.js'
import type { Eingangsfilter, Eingangsseite, Eingangszeile } from './query.js'

const PFAD = '/arbeitsplatz/eingaenge'

const spalten: readonly Column<Eingangszeile>[] = [
  { key: 'nr', label: 'Nummer', rowHeader: true, nowrap: true, cell: (zeile) => <a href={`${PFAD}/${zeile.id}`}>{zeile.nummer}</a> },
  { key: 'am', label: 'Eingegangen', nowrap: true, cell: (zeile) => <DateText instant={zeile.eingangAm} /> },
  { key: 'kanal', label: 'Weg', nowrap: true, cell: (zeile) => KANAELE[zeile.kanal] },
  { key: 'absender', label: 'Absender', cell: (zeile) => zeile.absender },
  { key: 'betreff', label: 'Betreff', cell: (zeile) => zeile.betreff },
  { key: 'einheit', label: 'Liegt bei', cell: (zeile) => zeile.einheit ?? 'Poststelle' },
  { key: 'status', label: 'Stand', nowrap: true, cell: (zeile) => <Status status={zeile.status} /> },
]

const NAMEN: Readonly<Record<keyof Eingangsfilter, string>> = { text: 'Text', kanal: 'Weg', status: 'Stand', einheitId: 'Liegt bei', von: 'Von', bis: 'Bis' }

/** The Posteingangsbuch with its filters in the address. */
export function eingangsbuchSeite(c: RequestContext, { filter, seite, einheiten, darfErfassen, vor }: {
  filter: Eingangsfilter; seite: Eingangsseite; einheiten: readonly { id: string; name: string }[]; darfErfassen: boolean; vor: boolean
}): Reply {
  const gesetzt = Object.entries(filter) as [keyof Eingangsfilter, string][]
  const link = (eintraege: readonly (readonly [string, string])[], pfad = PFAD) => (eintraege.length > 0 ? `${pfad}?${new URLSearchParams(eintraege.map(([name, value]) => [name, value]))}` : pfad)
  const wort = (feld: keyof Eingangsfilter, value: string) => (feld === 'kanal' ? KANAELE[value as keyof typeof KANAELE] : feld === 'status' ? STATUS[value as keyof typeof STATUS][0]
    : feld === 'einheitId' ? einheiten.find(({ id }) => id === value)?.name ?? '' : value)
  const aktiv = gesetzt.map(([feld, value]): ActiveFilter => ({ label: NAMEN[feld], value: wort(feld, value), removeHref: link(gesetzt.filter(([name]) => name !== feld)) }))
  return arbeitsplatzSeite(c, {
    title: 'Posteingangsbuch',
    actions: (
      <>
        {darfErfassen ? <LinkButton href={`${PFAD}/neu`} small icon="plus">Eingang erfassen</LinkButton> : null}
        <LinkButton href={link(gesetzt, `${PFAD}/export.csv`)} small variant="secondary" icon="download">Als CSV herunterladen</LinkButton>
      </>
    ),
  }, (
    <>
      <FilterBar action={PFAD} active={aktiv} resetHref={PFAD}>
        <TextField name="text" label="Nummer oder Text" value={filter.text ?? ''} optional />
        <SelectField name="status" label="Stand" value={filter.status ?? ''} emptyLabel="alle" optional options={Object.entries(STATUS).map(([value, [label]]) => ({ value, label }))} />
        <SelectField name="kanal" label="Weg" value={filter.kanal ?? ''} emptyLabel="alle" optional options={optionen(KANAELE)} />
        <SelectField name="einheitId" label="Liegt bei" value={filter.einheitId ?? ''} emptyLabel="alle" optional options={einheiten.map(({ id, name }) => ({ value: id, label: name }))} />
        <TextField name="von" type="date" label="Von" value={filter.von ?? ''} optional />
        <TextField name="bis" type="date" label="Bis" value={filter.bis ?? ''} optional />
      </FilterBar>
      <Table caption="Eingänge" captionHidden columns={spalten} rows={seite.zeilen} rowKey={(zeile) => zeile.id} dense highlight={(zeile) => zeile.status === 'neu' && zeile.einheit === null} empty={
        <EmptyState title={aktiv.length > 0 ? 'Kein Eingang passt zu diesen Filtern' : 'Hier ist noch nichts eingegangen'}>
          <p>{aktiv.length > 0 ? 'Nehmen Sie einen Filter weg.' : 'Anträge, Briefe und E-Mails erscheinen hier, sobald sie Ihrer Einheit zugeteilt sind.'}</p>
        </EmptyState>
      } />
      <KeysetPager {...(seite.weiter ? { nextHref: link([...gesetzt, ['vor', seite.weiter]]) } : {})} {...(vor ? { previousHref: link(gesetzt) } : {})} />
    </>
  ))
}
