import { Alert, arbeitsplatzSeite, Badge, Button, ButtonRow, Details, EmptyState, ErrorSummary, FilterBar, formatDate, Formularfelder, FileField, CheckboxField, SelectField, Table, TextField } from '../../../../design/index.js'
import type { Column } from '../../../../design/index.js'
import type { Formularzustand, Reply, RequestContext } from '../../../../platform/http/route.js'
import type { Aktenplanvergleich } from '../importieren/command.js'
import type { Planansicht, Planzeile } from './query.js'

const STAND = { frei: ['frei', 'success'], nichtFrei: ['Angaben fehlen', 'warning'], stillgelegt: ['stillgelegt', 'neutral'], kuenftig: ['ab später', 'neutral'], abgelaufen: ['abgelaufen', 'neutral'] } as const

const spalten: readonly Column<Planzeile>[] = [
  { key: 'nr', label: 'Kennzeichen', rowHeader: true, nowrap: true, cell: (zeile) => zeile.kennzeichen },
  { key: 'name', label: 'Bezeichnung', cell: (zeile) => <>{'\u2003'.repeat(zeile.tiefe)}{zeile.blatt ? zeile.bezeichnung : <strong>{zeile.bezeichnung}</strong>}</> },
  { key: 'dauer', label: 'Aufbewahrung', nowrap: true, cell: (zeile) => (zeile.aufbewahrung === null ? '' : typeof zeile.aufbewahrung === 'number' ? `${zeile.aufbewahrung} ${zeile.aufbewahrung === 1 ? 'Jahr' : 'Jahre'}` : zeile.aufbewahrung) },
  { key: 'art', label: 'Danach', nowrap: true, cell: (zeile) => (zeile.aussonderungsart ? { A: 'A archivwürdig', B: 'B bewerten', V: 'V vernichten' }[zeile.aussonderungsart] : '') },
  { key: 'quelle', label: 'Rechtsgrundlage', cell: (zeile) => zeile.quelle },
  { key: 'stand', label: 'Neue Akten', nowrap: true, cell: (zeile) => (zeile.blatt || zeile.stand !== 'frei' ? <Badge tone={STAND[zeile.stand][1]}>{STAND[zeile.stand][0]}</Badge> : '') },
]

/** The file plan as a tree table, with a search and the import of a new state. */
export function aktenplanSeite(c: RequestContext, plan: Planansicht, text: string, zustand: Formularzustand, vergleich?: Aktenplanvergleich): Reply {
  const { fassung } = plan
  return arbeitsplatzSeite(c, {
    title: 'Aktenplan', hasErrors: zustand.fehler.length > 0,
    ...(fassung ? { preline: `${fassung.bezeichnung}, Fassung ${fassung.nummer}`, meta: <><span>gültig ab {formatDate(fassung.gueltigVon)}{fassung.gueltigBis ? ` bis ${formatDate(fassung.gueltigBis)}` : ''}</span><span>Aktenzeichen: <code>{fassung.muster}</code></span></> } : {}),
    breadcrumb: [{ label: 'Verwaltung', href: '/verwaltung' }, { label: 'Aktenplan' }],
  }, (
    <>
      <ErrorSummary errors={[...(zustand.meldung ? [{ text: zustand.meldung }] : []), ...zustand.fehler.slice(0, 20).map((einer) => ({ field: 'datei', text: einer.text }))]} />
      {vergleich ? <Vergleich vergleich={vergleich} /> : null}
      {fassung
        ? (
          <>
            <FilterBar action="/verwaltung/aktenplan" resultText={text ? `${plan.zeilen.length} von ${plan.gesamt} Einheiten` : `${plan.gesamt} Einheiten`}
              active={text ? [{ label: 'Suche', value: text, removeHref: `/verwaltung/aktenplan?fassung=${fassung.nummer}` }] : []}>
              <TextField name="text" label="Kennzeichen, Bezeichnung oder Rechtsgrundlage" value={text} optional />
              {plan.fassungen.length > 1 ? <SelectField name="fassung" label="Fassung" value={String(fassung.nummer)} emptyLabel={null} options={plan.fassungen.map(({ nummer, bezeichnung }) => ({ value: String(nummer), label: `${nummer}: ${bezeichnung}` }))} /> : null}
            </FilterBar>
            <Table caption="Aktenplan" captionHidden columns={spalten} rows={plan.zeilen} rowKey={(zeile) => zeile.id} dense empty={<EmptyState icon="search" title={`Keine Einheit passt zu „${text}“`} />} />
          </>
        )
        : <EmptyState icon="list" title="Es gibt noch keinen Aktenplan"><p>Lesen Sie eine CSV-Datei ein.</p></EmptyState>}
      <Details summary="Aktenplan aus einer CSV-Datei einlesen" open={!fassung || zustand.fehler.length > 0}>
        <form method="post" action="/verwaltung/aktenplan" encType="multipart/form-data" class="sk-form" noValidate>
          <Formularfelder c={c} />
          <FileField name="datei" label="CSV-Datei" hint="Erste Zeile: kennzeichen;bezeichnung;aufbewahrung;aussonderungsart;quelle. Einheiten, die nicht in der Datei stehen, bleiben." accept=".csv,text/csv" maxBytes={2_000_000}
            {...(zustand.fehler[0] ? { error: zustand.fehler[0].text } : {})} />
          <CheckboxField name="probe" label="Nur vergleichen, noch nichts ändern" checked optional />
          <ButtonRow><Button variant="secondary">Einlesen</Button></ButtonRow>
        </form>
      </Details>
    </>
  ))
}

function Vergleich({ vergleich: { neu, geaendert, unveraendert, nurImBestand, nichtAktiv } }: { vergleich: Aktenplanvergleich }) {
  const zeilen = [...neu.map((kennzeichen) => `neu: ${kennzeichen}`), ...geaendert.map(({ kennzeichen, felder }) => `geändert: ${kennzeichen} (${felder.join(', ')})`), ...nurImBestand.map((kennzeichen) => `nicht in der Datei, bleibt: ${kennzeichen}`)]
  return (
    <Alert tone={nichtAktiv.length > 0 ? 'warning' : 'info'} live="status" title={`Vergleich: ${neu.length} neu, ${geaendert.length} geändert, ${unveraendert} unverändert`}>
      <p>Es wurde noch nichts geändert. Lesen Sie die Datei ohne das Häkchen ein, um zu übernehmen.</p>
      {zeilen.length > 0 ? <ul class="kern-list kern-list--bullet">{zeilen.slice(0, 200).map((zeile) => <li key={zeile}>{zeile}</li>)}</ul> : null}
      {nichtAktiv.map(({ kennzeichen, hindernisse }) => <p key={kennzeichen}>{kennzeichen} wird nicht frei für neue Akten. {hindernisse.join(' ')}</p>)}
    </Alert>
  )
}
