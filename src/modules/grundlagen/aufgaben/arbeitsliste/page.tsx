import type { VNode } from 'preact'
import {
  arbeitsplatzSeite, Badge, Button, Deadline, EmptyState, ErrorSummary, FilterBar, Formularfelder, KeysetPager, LinkButton, SelectField, Table, Tabs, TextField,
  type ActiveFilter, type Column,
} from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { darfErledigen } from '../aufgabe.js'
import { adresse, SEITENGROESSEN, type FAELLIG, type Listenfilter } from './filter.js'
import type { Namen } from './personen.js'
import { zielVon } from '../ziel.js'
import type { Arbeitsliste, Listenzeile } from './query.js'

export interface Listenansicht { readonly liste: Arbeitsliste; readonly namen: Namen; readonly filter: Listenfilter; readonly fehler?: string; readonly eingabe?: { readonly kontoId: string; readonly grund: string } }

const FAELLIG_TEXT: Record<typeof FAELLIG[number], string> = { ueberfaellig: 'überfällig', heute: 'heute fällig', woche: 'diese Woche fällig' }
const LEER: Record<Listenfilter['ansicht'], readonly [string, string]> = {
  'fuer-mich': ['Für Sie ist nichts zu tun', 'Sobald ein Antrag eingeht oder ein Vorgang weitergeht, erscheint die Aufgabe hier.'],
  meine: ['Sie haben keine Aufgabe übernommen', 'Übernehmen Sie eine freie Aufgabe Ihrer Gruppe, damit andere sehen, dass Sie daran arbeiten.'],
  frei: ['Keine freie Aufgabe in Ihren Gruppen', 'Alles ist vergeben oder erledigt.'],
  alle: ['Keine offene Aufgabe', 'In Ihren Einheiten ist nichts offen.'],
}

/** The work list. The address holds every filter; the last one used comes back with the bare address. */
export function arbeitslistenSeite(c: RequestContext, ansicht: Listenansicht): Reply {
  const { liste, filter, fehler } = ansicht
  const zuweisbar = liste.zeilen.some((zeile) => darfZuweisen(c, zeile))
  return arbeitsplatzSeite(c, { title: 'Aufgaben', actions: <LinkButton small variant="secondary" icon="print" href={adresse(filter).replace('/arbeitsplatz?', '/arbeitsplatz/druckliste?')}>Liste drucken</LinkButton>, ...(fehler ? { status: 422, hasErrors: true } : {}) }, (
    <>
      <ErrorSummary errors={fehler ? [{ field: 'kontoId', text: fehler }] : []} />
      <Tabs label="Welche Aufgaben" tabs={([['fuer-mich', 'Für mich'], ['meine', 'Von mir übernommen'], ['frei', 'Frei'], ['alle', 'Ganzes Team']] as const)
        .map(([name, label]) => ({ label, href: adresse(filter, { ansicht: name }), current: filter.ansicht === name, count: liste.anzahl[name] }))} />
      <Filter ansicht={ansicht} />
      {zuweisbar && liste.zeilen.length > 0
        ? <form method="post" action="/arbeitsplatz/aufgaben/zuweisen" id="zuweisen" noValidate><Formularfelder c={c} /><input type="hidden" name="zurueck" value={adresse(filter, { nach: filter.nach })} />
          <Liste c={c} ansicht={ansicht} auswahl /><Zuweisung ansicht={ansicht} /></form>
        : <Liste c={c} ansicht={ansicht} />}
      {liste.zeilen.map((zeile) => <Knopfziel key={zeile.id} c={c} zeile={zeile} zurueck={adresse(filter, { nach: filter.nach })} />)}
      <KeysetPager {...(filter.nach ? { previousHref: adresse(filter) } : {})} {...(liste.weiter ? { nextHref: adresse(filter, { nach: liste.weiter }) } : {})} />
    </>
  ))
}

function Filter({ ansicht: { liste, namen, filter } }: { ansicht: Listenansicht }) {
  const aktiv: ActiveFilter[] = [
    ...(filter.faellig ? [{ label: 'Frist', value: FAELLIG_TEXT[filter.faellig], removeHref: adresse(filter, { faellig: undefined }) }] : []),
    ...(filter.art ? [{ label: 'Aufgabe', value: filter.art, removeHref: adresse(filter, { art: undefined }) }] : []),
    ...(filter.einheit ? [{ label: 'Einheit', value: namen.einheiten.get(filter.einheit) ?? 'unbekannt', removeHref: adresse(filter, { einheit: undefined }) }] : []),
    ...(filter.q ? [{ label: 'Suche', value: filter.q, removeHref: adresse(filter, { q: undefined }) }] : []),
  ]
  const gezaehlt = filter.faellig ? liste.anzahl[filter.faellig] : liste.anzahl[filter.ansicht]
  return (
    <FilterBar action="/arbeitsplatz" active={aktiv} resetHref={adresse({ ansicht: filter.ansicht, sortierung: filter.sortierung })} submitLabel="Anzeigen"
      resultText={`${gezaehlt >= 1000 ? 'Mehr als 1000' : gezaehlt} ${gezaehlt === 1 ? 'Aufgabe' : 'Aufgaben'}, davon ${liste.anzahl.ueberfaellig} überfällig, ${liste.anzahl.heute} heute fällig`}>
      <input type="hidden" name="ansicht" value={filter.ansicht} />
      <TextField name="q" label="Nummer oder Name" value={filter.q ?? ''} type="search" width={20} optional />
      <SelectField name="faellig" label="Frist" value={filter.faellig ?? ''} emptyLabel="alle" optional
        options={Object.entries(FAELLIG_TEXT).map(([value, label]) => ({ value, label: `${label} (${liste.anzahl[value as typeof FAELLIG[number]]})` }))} />
      <SelectField name="art" label="Aufgabe" value={filter.art ?? ''} emptyLabel="alle" optional options={mitGewaehltem(liste.arten, filter.art).map((art) => ({ value: art, label: art }))} />
      {liste.einheiten.length > 1 || filter.einheit
        ? <SelectField name="einheit" label="Einheit" value={filter.einheit ?? ''} emptyLabel="alle" optional options={liste.einheiten.map((id) => ({ value: id, label: namen.einheiten.get(id) ?? id })).toSorted((a, b) => a.label.localeCompare(b.label, 'de'))} />
        : null}
      <SelectField name="sortierung" label="Reihenfolge" value={filter.sortierung} emptyLabel={null} optional options={[{ value: 'frist', label: 'nach Frist' }, { value: 'alter', label: 'älteste zuerst' }]} />
      <SelectField name="zeilen" label="Je Seite" value={filter.zeilen ?? '50'} emptyLabel={null} optional options={SEITENGROESSEN.map((zahl) => ({ value: zahl, label: zahl }))} />
    </FilterBar>
  )
}

const mitGewaehltem = (werte: readonly string[], gewaehlt: string | undefined) => (gewaehlt && !werte.includes(gewaehlt) ? [gewaehlt, ...werte] : werte)

const darfZuweisen = (c: RequestContext, { einheitId, stufe }: Listenzeile) => holds(c.actor, 'aufgabe.zuweisen', { einheitId, stufe })

/** What the one button of a row does: take over what is free and allowed, give back what is one's own. */
function knopf(c: RequestContext, zeile: Listenzeile): 'uebernehmen' | 'zurueckgeben' | undefined {
  if (zeile.zugewiesenAn === c.actor.id) return 'zurueckgeben'
  return !zeile.zugewiesenAn && darfErledigen(c.actor, zeile).darf ? 'uebernehmen' : undefined
}

/** The button's form stands behind the table: a table of choices is a form already, and forms do not nest. */
function Knopfziel({ c, zeile, zurueck }: { c: RequestContext; zeile: Listenzeile; zurueck: string }) {
  const was = knopf(c, zeile)
  if (!was) return null
  return <form method="post" action={`/arbeitsplatz/aufgaben/${zeile.id}/${was}`} id={`f-${zeile.id}`} hidden><Formularfelder c={c} /><input type="hidden" name="zurueck" value={zurueck} /></form>
}

function Liste({ c, ansicht, auswahl = false }: { c: RequestContext; ansicht: Listenansicht; auswahl?: boolean }): VNode {
  const { liste, filter } = ansicht
  const [titel, text] = LEER[filter.ansicht]
  const gefiltert = Boolean(filter.faellig ?? filter.art ?? filter.einheit ?? filter.q)
  return (
    <Table<Listenzeile> dense caption="Aufgaben" captionHidden rows={liste.zeilen} rowKey={(zeile) => zeile.id} columns={spalten(c, ansicht)} highlight={(zeile) => zeile.eskaliertAm !== null && !zeile.zugewiesenAn}
      {...(auswahl ? { selection: { name: 'aufgabe', label: (zeile) => `${zeile.titel}, ${zeile.vorgangsnummer ?? zeile.betreff}` } } : {})}
      empty={gefiltert
        ? <EmptyState icon="search" title="Keine Aufgabe passt zu diesen Filtern" action={<a class="kern-link" href={adresse({ ansicht: filter.ansicht, sortierung: filter.sortierung })}>Alle Filter entfernen</a>} />
        : <EmptyState title={titel}><p>{text}</p></EmptyState>} />
  )
}

function spalten(c: RequestContext, { namen, filter }: Listenansicht): Column<Listenzeile>[] {
  return [
    { key: 'aufgabe', label: 'Aufgabe', rowHeader: true, cell: (zeile) => { const href = zielVon(zeile); return href ? <a href={href}>{zeile.titel}</a> : zeile.titel } },
    { key: 'vorgang', label: 'Vorgang', cell: (zeile) => <>{zeile.betreff}{zeile.vorgangsnummer ? <span class="sk-meta sk-line">{zeile.vorgangsnummer}</span> : null}</> },
    { key: 'person', label: 'Person', cell: (zeile) => zeile.person ?? '–' },
    { key: 'frist', label: 'Frist', nowrap: true, cell: (zeile) => (zeile.faelligAm ? <Deadline date={zeile.faelligAm} today={c.today} compact /> : <span class="sk-muted">keine</span>),
      sort: { href: adresse(filter, { sortierung: 'frist' }), ...(filter.sortierung === 'frist' ? { direction: 'asc' as const } : {}) } },
    { key: 'alter', label: 'Liegt seit', nowrap: true, cell: (zeile) => <Alter zeile={zeile} today={c.today} />,
      sort: { href: adresse(filter, { sortierung: 'alter' }), ...(filter.sortierung === 'alter' ? { direction: 'asc' as const } : {}) } },
    { key: 'bei', label: 'Bei', cell: (zeile) => <Bei c={c} zeile={zeile} namen={namen} /> },
    { key: 'tun', label: 'Übernehmen oder zurückgeben', labelHidden: true, cell: (zeile) => <Knopf c={c} zeile={zeile} /> },
  ]
}

function Alter({ zeile, today }: { zeile: Listenzeile; today: Temporal.PlainDate }) {
  const tage = zeile.angelegtAm.toZonedDateTimeISO('Europe/Berlin').toPlainDate().until(today).days
  return <>{tage <= 0 ? 'heute' : tage === 1 ? 'gestern' : `${tage} Tagen`}</>
}

function Bei({ c, zeile, namen }: { c: RequestContext; zeile: Listenzeile; namen: Namen }) {
  const einheit = namen.einheiten.get(zeile.einheitId)
  return (
    <>
      {zeile.zugewiesenAn === c.actor.id ? <Badge tone="info">Sie</Badge> : zeile.zugewiesenAn ? namen.konten.get(zeile.zugewiesenAn) ?? 'andere Person' : <Badge>frei</Badge>}
      {zeile.vertretungFuer ? <> <Badge tone="info"><abbr title="in Vertretung">i. V.</abbr> {namen.konten.get(zeile.vertretungFuer) ?? ''}</Badge></> : null}
      {zeile.eskaliertAm && !zeile.zugewiesenAn ? <> <Badge tone="danger">Leitung informiert</Badge></> : null}
      {einheit ? <span class="sk-meta sk-line">{einheit}</span> : null}
    </>
  )
}

function Knopf({ c, zeile }: { c: RequestContext; zeile: Listenzeile }) {
  const was = knopf(c, zeile)
  if (!was) return null
  return <Button small variant="secondary" form={`f-${zeile.id}`} context={`: ${zeile.titel}, ${zeile.vorgangsnummer ?? zeile.betreff}`}>{was === 'uebernehmen' ? 'Übernehmen' : 'Zurückgeben'}</Button>
}

function Zuweisung({ ansicht: { namen, fehler, eingabe } }: { ansicht: Listenansicht }) {
  return (
    <fieldset class="sk-fieldset sk-fieldset--group kern-fieldset" id="zuweisung">
      <legend class="kern-label">Gewählte Aufgaben zuweisen</legend>
      <div class="sk-field-row">
        <SelectField name="kontoId" label="An" options={namen.waehlbar.map(({ id, name }) => ({ value: id, label: name }))} value={eingabe?.kontoId ?? ''} {...(fehler ? { error: fehler } : {})} />
        <TextField name="grund" label="Grund" hint="Nötig, wenn jemand die Aufgabe schon hat." optional maxLength={500} value={eingabe?.grund ?? ''} />
      </div>
      <Button variant="secondary">Zuweisen</Button>
    </fieldset>
  )
}
