import type { VNode } from 'preact'
import {
  Alert, Badge, BarChart, Button, ButtonRow, Card, CardGrid, CheckboxField, ConfirmPage, CopyButton, DateText, Deadline,
    DescriptionList, Details,
  DocumentList, EmptyState, FilterBar, Flash, FormPage, Icon, KeysetPager, LineChart, LinkButton, LinkList, Money,
    PageHeader,
  ProgressSteps, SelectField, StatTiles, Table, Tabs, TextField, TextareaField, Timeline, TwoColumns, iconNames,
} from '../index.js'
import type { AssetUrl, Column } from '../index.js'
import { today, workplace } from './frame.js'
import type { GalleryPage } from './frame.js'

interface Row {
  readonly id: string
  readonly az: string
  readonly title: string
  readonly who: string
  readonly due: Temporal.PlainDate
  readonly cents: bigint
  readonly state: 'neu' | 'in Arbeit' | 'wartet' | 'entschieden'
}

const states = ['neu', 'in Arbeit', 'wartet', 'entschieden'] as const
const titles = ['Hundesteuer, Anmeldung', 'Sondernutzung Außengastronomie Markt 4', 'Wohngeld, Erstantrag',
  'Melderegisterauskunft', 'Kita-Anmeldung']
const names = ['Łukasz Šimůnek', 'Familie Größmann-Öztürk', 'Café Möwe GmbH', 'Ngọc Anh Nguyễn']
const tones = { neu: 'info', 'in Arbeit': 'neutral', wartet: 'warning', entschieden: 'success' } as const

const rows: readonly Row[] = Array.from({ length: 14 }, (_, i) => ({
  id: String(i),
  az: `32.1-2026/${String(412 + i * 7).padStart(5, '0')}`,
  title: titles[i % titles.length] ?? '',
  who: names[i % names.length] ?? '',
  due: today.add({ days: i * 2 - 3 }),
  cents: BigInt(10800 + i * 13_337),
  state: states[i % states.length] ?? 'neu',
}))

const columns: readonly Column<Row>[] = [
  { key: 'titel', label: 'Vorgang', rowHeader: true, cell: (r) => <a href={`/v/${r.id}`}>{r.title}</a>,
    sort: { href: '?sort=titel' } },
  { key: 'az', label: 'Aktenzeichen', cell: (r) => r.az, nowrap: true },
  { key: 'wer', label: 'Beteiligte', cell: (r) => r.who },
  { key: 'status', label: 'Stand', cell: (r) => <Badge tone={tones[r.state]}>{r.state}</Badge> },
  { key: 'frist', label: 'Frist', cell: (r) => <Deadline date={r.due} today={today} done={r.state === 'entschieden'}
    compact />,
    sort: { href: '?sort=-frist', direction: 'asc' }, nowrap: true },
  { key: 'betrag', label: 'Betrag', align: 'end', cell: (r) => <Money cents={r.cents} />, nowrap: true },
]

function list(asset: AssetUrl): VNode {
  return workplace(asset, {
    title: 'Meine Aufgaben',
    currentNav: 'Meine Aufgaben',
    flash: <Flash messages={[{ tone: 'success', text: 'Der Vorgang 32.1-2026/00405 ist geschlossen.' }]} />,
    children: (
      <>
        <PageHeader title="Meine Aufgaben" actions={<LinkButton small icon="plus"
          href="/neu">Neuer Vorgang</LinkButton>} />
        <Tabs label="Ansichten" tabs={[
          { label: 'Offen', href: '?a=offen', current: true, count: 12 },
          { label: 'Im Team', href: '?a=team', count: 48 },
          { label: 'Wiedervorlage', href: '?a=wv' },
          { label: 'Erledigt', href: '?a=fertig' },
        ]} />
        <FilterBar action="" resetHref="?" resultText="14 von 312 Vorgängen"
          active={[{ label: 'Stand', value: 'offen', removeHref: '?ohne=stand' }, { label: 'Frist',
            value: 'diese Woche', removeHref: '?ohne=frist' }]}>
          <TextField name="q" label="Text" optional />
          <SelectField name="stand" label="Stand" optional emptyLabel="alle" options={states.map((s) => ({ value: s,
            label: s }))} />
          <TextField name="bis" label="Frist bis" type="date" optional />
        </FilterBar>
        <form method="post" action="/sammel">
          <Table caption="Aufgaben" captionHidden columns={columns} rows={rows} rowKey={(r) => r.id} dense
            selection={{ name: 'auswahl', label: (r) => r.az }} />
          <ButtonRow>
            <Button variant="secondary" small icon="person">Zuweisen</Button>
            <Button variant="secondary" small icon="calendar">Wiedervorlage setzen</Button>
          </ButtonRow>
        </form>
        <KeysetPager previousHref="?vor=1" nextHref="?nach=14" summary="15–28 von 312" />
      </>
    ),
  })
}

function caseAside(): VNode {
  return (
    <>
      <Card title="Auf einen Blick">
        <DescriptionList stacked items={[
          { label: 'Frist', value: <Deadline date={today.add({ days: 2 })} today={today} /> },
          { label: 'Zuständig', value: 'Ayşe Yılmaz' },
          { label: 'Eingang', value: <DateText instant={Temporal.Instant.from('2026-03-12T09:42:00Z')} /> },
          { label: 'Gebühr', value: <Money cents={125_000n} strong /> },
          { label: 'Bemerkung', value: '' },
        ]} />
      </Card>
      <Card title="Stand">
        <ProgressSteps label="Stand" steps={[
          { label: 'Registriert', state: 'done' },
          { label: 'Anhörung', state: 'current', detail: 'läuft bis 18.03.2026' },
          { label: 'Entscheidung', state: 'open' },
          { label: 'Zustellung', state: 'open' },
        ]} />
      </Card>
    </>
  )
}

function caseView(asset: AssetUrl): VNode {
  return workplace(asset, {
    title: 'Sondernutzung Außengastronomie Markt 4',
    currentNav: 'Vorgänge',
    breadcrumb: [{ label: 'Vorgänge', href: '/vorgaenge' }, { label: '32.1-2026/00419' }],
    user: { name: 'Ayşe Yılmaz', role: 'Bürgerdienste', inVertretungFuer: 'Jörg Größmann',
      logout: { action: '/abmelden' } },
    children: (
      <>
        <PageHeader preline="Vorgang 32.1-2026/00419" title="Sondernutzung Außengastronomie Markt 4"
          meta={<><Badge tone="warning"
            icon="clock">wartet</Badge><span>Café Möwe GmbH</span><span>angelegt am 12.03.2026</span></>}
          actions={<><Button small>Entscheiden</Button><Button small variant="secondary">Weiterleiten</Button><Button
            small variant="tertiary" icon="print" iconOnly>Drucken</Button></>} />
        <Tabs label="Bereiche des Vorgangs" tabs={[
          { label: 'Übersicht', href: '#a', current: true }, { label: 'Dokumente', href: '#b', count: 3 },
          { label: 'Verlauf', href: '#c' }, { label: 'Beteiligte', href: '#d', count: 2 },
        ]} />
        <TwoColumns asideLabel="Eckdaten" aside={caseAside()}>
          <Alert tone="warning" title="Die Stellungnahme der Feuerwehr fehlt"
            actions={<Button small variant="secondary">Erinnern</Button>}>
            <p>Angefordert am 10.03.2026. Ohne sie kann nicht entschieden werden.</p>
          </Alert>
          <h2>Antrag</h2>
          <DescriptionList items={[
            { label: 'Fläche', value: '24 m² vor dem Gebäude' },
            { label: 'Zeitraum', value: '01.04.2026 bis 31.10.2026' },
            { label: 'Tische und Stühle', value: '8 Tische, 32 Stühle, 3 Schirme' },
          ]} />
          <h2>Dokumente</h2>
          <DocumentList label="Dokumente" documents={[
            { id: '1', name: 'Antrag auf Sondernutzung', href: '/d/1', type: 'PDF', size: 182_000,
              date: today.subtract({ days: 4 }),
              hash: '9f86d081884c7d65', badge: <Badge tone="success" icon="check">geprüft</Badge> },
            { id: '2', name: 'Lageplan Markt 4 mit eingezeichneter Fläche.pdf', href: '/d/2', type: 'PDF',
              size: 2_400_000,
              date: today.subtract({ days: 4 }), hash: '2c26b46b68ffc68f', actions: <Button small variant="tertiary"
                icon="download" iconOnly>Herunterladen</Button> },
          ]} />
          <h2>Verlauf</h2>
          <Timeline label="Verlauf" entries={[
            { at: Temporal.Instant.from('2026-03-14T08:10:00Z'), title: 'Anhörung verschickt', who: 'Ayşe Yılmaz',
              icon: 'send' },
            { at: Temporal.Instant.from('2026-03-12T10:02:00Z'), title: 'Gebühr berechnet',
              who: 'Verfahren Sondernutzung', icon: 'euro', children: <p>24 m² × 7 Monate</p> },
            { at: Temporal.Instant.from('2026-03-12T09:42:00Z'), title: 'Antrag eingegangen', who: 'Online',
              icon: 'inbox' },
          ]} />
        </TwoColumns>
      </>
    ),
  })
}

const months = ['Apr', 'Mai', 'Jun', 'Jul', 'Aug', 'Sep', 'Okt', 'Nov', 'Dez', 'Jan', 'Feb', 'Mrz']

function dashboard(asset: AssetUrl): VNode {
  const points = months.map((label, i) => ({ label, value: 180 + ((i * 67) % 130) }))
  return workplace(asset, {
    title: 'Übersicht',
    currentNav: 'Übersicht',
    children: (
      <>
        <PageHeader title="Guten Morgen, Frau Yılmaz" meta={<DateText date={today} look="weekday" />} />
        <StatTiles label="Kennzahlen" stats={[
          { label: 'Überfällig', value: '2', note: 'seit gestern 1 mehr', tone: 'danger', href: '/ueberfaellig' },
          { label: 'Heute fällig', value: '5', tone: 'warning', href: '/heute' },
          { label: 'Offen im Team', value: '48', note: '12 davon bei Ihnen', href: '/team' },
          { label: 'Mittlere Dauer', value: '6,4 Tage', note: 'Ziel: 7 Tage', tone: 'success' },
        ]} />
        <CardGrid size="wide">
          <Card title="Eingänge"><BarChart title="Eingänge je Monat"
            summary="Die Eingänge schwanken zwischen 180 und 310." labelHead="Monat"
            valueHead="Eingänge" points={points} goal={{ value: 250, label: 'Kapazität 250' }} /></Card>
          <Card title="Dauer"><LineChart title="Tage bis zur Entscheidung" summary="Die Dauer sinkt seit Oktober."
            labelHead="Monat" valueHead="Tage"
            points={months.map((label, i) => ({ label, value: 11 - i * 0.4 }))} goal={{ value: 7,
              label: 'Ziel 7 Tage' }} /></Card>
        </CardGrid>
        <h2>Zuletzt geöffnet</h2>
        <LinkList label="Zuletzt geöffnet" items={rows.slice(0, 3).map((r) => ({ label: r.title, href: `/v/${r.id}`,
          meta: r.az, icon: 'folder' as const,
          badge: <Badge tone={tones[r.state]}>{r.state}</Badge> }))} />
        <EmptyState icon="bell" title="Keine neuen Nachrichten" action={<LinkButton small variant="secondary"
          href="/nachrichten">Alle ansehen</LinkButton>}>
          <p>Neue Nachrichten zu Ihren Vorgängen erscheinen hier.</p>
        </EmptyState>
      </>
    ),
  })
}

function kit(asset: AssetUrl): VNode {
  return workplace(asset, {
    title: 'Baukasten',
    currentNav: 'Verwaltung',
    children: (
      <>
        <PageHeader title="Baukasten" />
        <h2>Schaltflächen</h2>
        <ButtonRow><Button>Speichern</Button><Button variant="secondary">Weiterleiten</Button><Button
          variant="tertiary">Verwerfen</Button><Button
          variant="danger">Löschen</Button><Button disabled>Gesperrt</Button></ButtonRow>
        <ButtonRow><Button small>Speichern</Button><Button small variant="secondary" icon="plus">Neu</Button><Button
          small variant="tertiary" icon="edit">Ändern</Button><Button small variant="danger"
          icon="trash">Löschen</Button></ButtonRow>
        <p><CopyButton value="32.1-2026/00419">Aktenzeichen kopieren</CopyButton></p>
        <h2>Meldungen</h2>
        {(['info', 'success', 'warning', 'danger'] as const).map((tone) => (
          <Alert key={tone} tone={tone} title="Titel der Meldung"><p>Ein Satz, der sagt, was zu tun ist, mit <a
            href="/x">einem Link</a>.</p></Alert>
        ))}
        <h2>Stände und Fristen</h2>
        <p>{(['neutral', 'info', 'success', 'warning', 'danger'] as const).map((tone) => <><Badge key={tone}
          tone={tone}>{tone}</Badge> </>)}</p>
        <ul>{[-9, -1, 0, 1, 3, 30].map((d) => <li key={d}><Deadline date={today.add({ days: d })}
          today={today} /></li>)}<li><Deadline date={today} today={today} done /></li></ul>
        <h2>Aufklappen</h2>
        <Details summary="Rechtsgrundlage"><p>Gebührensatzung vom 1. Januar 2026.</p></Details>
        <h2>Breite Tabelle</h2>
        <Table caption="Beträge im Vergleich" narrow="scroll" rows={rows.slice(0, 3)}
          rowKey={(r) => r.id} columns={columns}
          footer={[['Summe', '', '', '', '', <Money key="s" cents={72_411n} strong />]]} />
        <h2>Zeichen</h2>
        <ul class="sk-chips">{iconNames.map((name) => <li key={name}><Icon name={name} size="l" /><span
          class="sk-sr-only">{name}</span></li>)}</ul>
      </>
    ),
  })
}

function formView(asset: AssetUrl): VNode {
  const errors = [{ field: 'betreff', text: 'Geben Sie einen Betreff an' }]
  return workplace(asset, {
    title: 'Neuer Vorgang',
    currentNav: 'Vorgänge',
    narrow: true,
    hasErrors: true,
    children: (
      <FormPage title="Neuer Vorgang" action="/neu" errors={errors} submitLabel="Anlegen" secondary={<LinkButton
        variant="tertiary" href="/">Abbrechen</LinkButton>}>
        <TextField name="betreff" label="Betreff" error="Geben Sie einen Betreff an" />
        <SelectField name="einheit" label="Organisationseinheit" options={[{ value: '32',
          label: '32 Bürger und Ordnung' }]} />
        <TextareaField name="inhalt" label="Inhalt" optional rows={4} maxLength={4000} />
        <CheckboxField name="vertraulich" label="Vertraulich" hint="Nur Sie und Ihre Leitung sehen den Vorgang"
          optional />
      </FormPage>
    ),
  })
}

function confirm(asset: AssetUrl): VNode {
  return workplace(asset, {
    title: 'Dokument löschen',
    currentNav: 'Vorgänge',
    children: (
      <ConfirmPage title="Dokument löschen?" action="/loeschen" danger confirmLabel="Dokument löschen"
        cancelHref="/v/1">
        <p>„Lageplan Markt 4“ wird gelöscht. Das lässt sich nicht rückgängig machen.</p>
      </ConfirmPage>
    ),
  })
}

export const workplacePages: readonly GalleryPage[] = [
  { path: '/arbeitsplatz/uebersicht', title: 'Arbeitsplatz: Übersicht', render: dashboard },
  { path: '/arbeitsplatz/liste', title: 'Arbeitsplatz: Liste', render: list },
  { path: '/arbeitsplatz/vorgang', title: 'Arbeitsplatz: Vorgang', render: caseView },
  { path: '/arbeitsplatz/formular', title: 'Arbeitsplatz: Formular', render: formView },
  { path: '/arbeitsplatz/bestaetigen', title: 'Arbeitsplatz: Bestätigen', render: confirm },
  { path: '/arbeitsplatz/baukasten', title: 'Arbeitsplatz: Baukasten', render: kit },
]
