import type { VNode } from 'preact'
import { Badge, Card, DateText, DescriptionList, EmptyState, FilterBar, LinkList, portalSeite, SelectField, StatTiles, Table, type ActiveFilter, type DescriptionItem } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { klasseText, StatusMarke, zeitraumText } from '../anzeige.js'
import { ALLE_STATUS, STATUS } from '../domain/status.js'
import { TEXTFELDER, type Textfeld } from '../domain/steckbrief.js'
import type { Eintrag, Filter, Roadmap, vorhabenAnsehen } from './query.js'
import { Zeitstrahl } from './zeitstrahl.js'

const PFAD = '/roadmap'

const link = (filter: Filter, anders: Partial<Record<keyof Filter, string>> = {}, pfad = PFAD): string => {
  const frage = new URLSearchParams(Object.entries({ ...filter, ...anders }).filter(([, wert]) => wert !== undefined && wert !== '').map(([name, wert]) => [name, String(wert)]))
  return frage.size > 0 ? `${pfad}?${frage}` : pfad
}

/** The Roadmap for everybody: bars over years, then the same as a list. */
export function roadmapPage(c: RequestContext, filter: Filter, roadmap: Roadmap): Reply {
  const { eintraege, jahre, gesamt } = roadmap
  const laufend = (status: (typeof ALLE_STATUS)[number]) => eintraege.filter((eintrag) => eintrag.status === status).length
  return portalSeite(c, { title: 'Roadmap der Digitalisierung', breite: 'wide', breadcrumb: [{ label: 'Start', href: '/' }, { label: 'Roadmap' }] }, (
    <>
      <h1>Roadmap der Digitalisierung</h1>
      <p class="sk-lead">Was wir vorhaben, woran gerade gearbeitet wird und was fertig ist.</p>
      {gesamt === 0 ? <EmptyState title="Noch ist nichts veröffentlicht"><p>Sobald die Stadt Vorhaben freigibt, stehen sie hier.</p></EmptyState> : (
        <>
          <StatTiles label="Vorhaben nach Status" stats={ALLE_STATUS.filter((status) => laufend(status) > 0).map((status) => ({ label: STATUS[status].wort, value: laufend(status), href: link(filter, { status }) }))} />
          <Filterleiste filter={filter} roadmap={roadmap} />
          <Zeitstrahl eintraege={eintraege} jahre={filter.jahr ? [filter.jahr] : jahre} heute={c.today} />
          <h2>Alle Vorhaben als Liste</h2>
          <Liste eintraege={eintraege} />
          <Weitergabe filter={filter} />
        </>
      )}
    </>
  ))
}

function Filterleiste({ filter, roadmap: { felder, jahre, eintraege } }: { filter: Filter; roadmap: Roadmap }): VNode {
  const aktiv: ActiveFilter[] = [
    ...(filter.feld ? [{ label: 'Bereich', value: felder.find(({ id }) => id === filter.feld)?.name ?? 'unbekannt', removeHref: link(filter, { feld: '' }) }] : []),
    ...(filter.status ? [{ label: 'Status', value: STATUS[filter.status].wort, removeHref: link(filter, { status: '' }) }] : []),
    ...(filter.jahr ? [{ label: 'Jahr', value: String(filter.jahr), removeHref: link(filter, { jahr: '' }) }] : []),
  ]
  return (
    <FilterBar action={PFAD} active={aktiv} resetHref={PFAD} resultText={eintraege.length === 1 ? 'Ein Vorhaben' : `${eintraege.length} Vorhaben`}>
      {felder.length > 0 ? <SelectField name="feld" label="Bereich" value={filter.feld ?? ''} emptyLabel="alle" optional options={felder.map(({ id, name }) => ({ value: id, label: name }))} /> : null}
      <SelectField name="status" label="Status" value={filter.status ?? ''} emptyLabel="alle" optional options={ALLE_STATUS.map((status) => ({ value: status, label: STATUS[status].wort }))} />
      {jahre.length > 0 ? <SelectField name="jahr" label="Jahr" value={filter.jahr ? String(filter.jahr) : ''} emptyLabel="alle" optional options={jahre.map((jahr) => ({ value: String(jahr), label: String(jahr) }))} /> : null}
    </FilterBar>
  )
}

function Liste({ eintraege }: { eintraege: readonly Eintrag[] }): VNode {
  return (
    <Table caption="Vorhaben" captionHidden rows={eintraege} rowKey={({ id }) => id} empty={<EmptyState title="Nichts passt zu diesen Filtern"><p>Nehmen Sie einen Filter weg.</p></EmptyState>} columns={[
      { key: 'name', label: 'Vorhaben', rowHeader: true, cell: ({ id, name, nummer, ebene }) => <><a href={`${PFAD}/${id}`}>{[nummer, name].filter(Boolean).join(' ')}</a><span class="sk-line sk-meta">{ebene}</span></> },
      { key: 'teil', label: 'Gehört zu', cell: ({ teilVon, bausteinart }) => (teilVon ? <>{teilVon.name}{bausteinart ? <span class="sk-line sk-meta">{bausteinart}</span> : null}</> : '–') },
      { key: 'status', label: 'Status', cell: ({ status }) => (status ? <StatusMarke status={status} /> : '–') },
      { key: 'zeit', label: 'Zeitraum', cell: ({ zeitraum }) => (zeitraum && zeitraumText(zeitraum)) ?? '–' },
    ]} />
  )
}

function Weitergabe({ filter }: { filter: Filter }): VNode {
  return (
    <Card title="Diese Daten weiterverwenden">
      <p>Die Roadmap gibt es auch als offene Daten, mit denselben Filtern:</p>
      <ul>
        <li><a href={link(filter, {}, '/roadmap.csv')}>Tabelle (CSV)</a></li>
        <li><a href={link(filter, {}, '/roadmap.json')}>Daten für Programme (JSON)</a></li>
        <li><a href="/roadmap.rss" type="application/rss+xml">Neuigkeiten abonnieren (RSS)</a></li>
      </ul>
      <p class="sk-meta">Lizenz: Datenlizenz Deutschland – Zero – Version 2.0.</p>
    </Card>
  )
}

const zeile = (label: string, value: DescriptionItem['value'] | undefined | null): DescriptionItem[] => (value ? [{ label, value }] : [])

/** One Vorhaben, released fields only. */
export function vorhabenPage(c: RequestContext, { eintrag, teile, klassen }: Awaited<ReturnType<typeof vorhabenAnsehen.run>>): Reply {
  const { zeitraum } = eintrag
  return portalSeite(c, { title: `${eintrag.name} – Roadmap`, breadcrumb: [{ label: 'Start', href: '/' }, { label: 'Roadmap', href: PFAD }, { label: eintrag.name }] }, (
    <>
      <p class="sk-meta">{[eintrag.ebene, eintrag.nummer].filter(Boolean).join(' ')}</p>
      <h1>{eintrag.name}</h1>
      {eintrag.status ? <p><StatusMarke status={eintrag.status} /></p> : null}
      {(Object.keys(TEXTFELDER) as Textfeld[]).filter((feld) => eintrag.texte[feld]).map((feld) => <section key={feld}>{feld === 'beschreibung' ? null : <h2>{TEXTFELDER[feld].titel}</h2>}{(eintrag.texte[feld] ?? '').split(/\n+/).map((absatz, index) => <p key={index}>{absatz}</p>)}</section>)}
      <DescriptionList items={[
        ...zeile('Gehört zu', eintrag.teilVon && <a href={`${PFAD}/${eintrag.teilVon.id}`}>{eintrag.teilVon.name}</a>), ...zeile('Zeitraum', zeitraum && zeitraumText(zeitraum)), ...zeile('Beendet am', zeitraum?.beendet && <DateText date={zeitraum.beendet} />),
        ...zeile('Frist', eintrag.frist && <DateText date={eintrag.frist} />), ...zeile('Priorität', eintrag.prioritaet), ...zeile('Verantwortlich', eintrag.verantwortlich), ...zeile('Beteiligte', eintrag.beteiligte?.join(', ')),
        ...zeile('Dient dem Ziel', eintrag.ziele?.join(', ')), ...zeile('Kosten', eintrag.kostenklasse === undefined ? undefined : klasseText(eintrag.kostenklasse, klassen)), ...zeile('Strategie', eintrag.strategie),
      ]} />
      {teile.length > 0 ? <><h2>Dazu gehören</h2><LinkList label="Dazu gehören" items={teile.map((teil) => ({ label: [teil.nummer, teil.name].filter(Boolean).join(' '), href: `${PFAD}/${teil.id}`, ...(teil.zeitraum ? { text: zeitraumText(teil.zeitraum) ?? '' } : {}), ...(teil.status ? { badge: <Badge>{STATUS[teil.status].wort}</Badge> } : {}) }))} /></> : null}
      <p><a href={PFAD}>Zur ganzen Roadmap</a></p>
    </>
  ))
}
