import type { VNode } from 'preact'
import { Alert, arbeitsplatzSeite, Button, ButtonRow, Card, Details, EmptyState, ErrorSummary, FieldRow, FileField, Formularfelder, HiddenFields, LinkButton, SelectField, StatTiles, Table, TextField } from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { formatDate } from '../../../../platform/time/index.js'
import type { Strategie } from '../../programm/index.js'
import { adresse, Betrag, Finanzreiter, PFAD } from '../anzeige.js'
import { BETRAEGE, ZIELE, type Ziel } from '../domain/zuordnung.js'
import type { Einleseangabe, Pruefung } from './pruefung.js'

const krume = [{ label: 'Finanzplan', href: PFAD }, { label: 'Zahlen einlesen' }]

export function einlesenPage(c: RequestContext, strategien: readonly Strategie[], zustand: Formularzustand): Reply {
  const fehler = (feld: string) => { const text = zustand.fehler.find((einer) => einer.feld === feld)?.text; return text ? { error: text } : {} }
  const w = (name: string) => wert(zustand.werte, name)
  const strategie = strategien.find(({ kennung }) => kennung === (w('strategie') || c.suche.get('strategie'))) ?? strategien[0]
  return arbeitsplatzSeite(c, { title: 'Zahlen einlesen', breadcrumb: krume, hasErrors: zustand.fehler.length > 0 }, (
    <div class="sk-stack">
      <Finanzreiter c={c} aktuell="einlesen" strategie={strategie} />
      <ErrorSummary errors={[...(zustand.meldung ? [{ text: zustand.meldung }] : []), ...zustand.fehler.map(({ feld, text }) => ({ field: feld, text }))]} />
      {strategien.length === 0 ? <EmptyState icon="euro" title="Noch keine Strategie"><p>Zahlen gehören zu einem Finanzplan und der zu einer Strategie.</p></EmptyState> : (
        <>
          <p>Wählen Sie eine CSV- oder Excel-Datei aus dem Haushaltsverfahren. Sie wird zuerst nur geprüft. Kodierung, Trennzeichen und Komma oder Punkt erkennt die Prüfung; die Zuordnung der Spalten können Sie danach ändern.</p>
          <form method="post" action={`${PFAD}/einlesen`} encType="multipart/form-data" class="sk-form" noValidate>
            <Formularfelder c={c} />
            <SelectField name="strategie" label="Strategie" value={strategie?.kennung ?? ''} emptyLabel={null} options={strategien.map(({ kennung, name }) => ({ value: kennung, label: name }))} />
            <FieldRow><TextField name="stichtag" label="Stichtag der Zahlen" width={10} value={w('stichtag') || formatDate(c.today)} {...fehler('stichtag')} /><TextField name="jahr" label="Haushaltsjahr" width={4} optional value={w('jahr')} hint="Nur, wenn es nicht in der Datei steht." {...fehler('jahr')} /></FieldRow>
            <FileField name="datei" label="Datei" typesText="CSV oder Excel (.xlsx)" maxBytes={2_000_000} {...fehler('datei')} />
            <Button>Prüfen</Button>
          </form>
        </>
      )}
    </div>
  ))
}

const WIRKUNG = { neu: 'neu', geaendert: 'geändert', unveraendert: 'unverändert' } as const

/** What the file would do; a second click does it. The text goes along, so nothing is kept in between. */
export function pruefberichtPage(c: RequestContext, angabe: Einleseangabe, pruefung: Pruefung, hinweise: readonly string[]): Reply {
  const { schritte, maengel, tabelle } = pruefung
  const zaehle = (wirkung: string) => schritte.filter((schritt) => schritt.wirkung === wirkung).length
  const mitgabe = { strategie: angabe.strategie, quelle: angabe.quelle, text: angabe.text, stichtag: angabe.stichtag, jahr: angabe.jahr === undefined ? '' : String(angabe.jahr) }
  const zuordnung = Object.fromEntries((Object.keys(ZIELE) as Ziel[]).map((ziel) => [`spalte_${ziel}`, String(pruefung.zuordnung[ziel] ?? -1)]))
  return arbeitsplatzSeite(c, { title: `Prüfung: ${angabe.quelle}`, preline: `Stand ${formatDate(pruefung.stichtag)}`, breadcrumb: krume }, (
    <div class="sk-stack">
      {hinweise.length > 0 ? <p class="sk-meta">{hinweise.join(' ')} {pruefung.dezimal ? `Vor den Cent steht ein ${pruefung.dezimal === 'komma' ? 'Komma' : 'Punkt'}.` : 'Ob vor den Cent Komma oder Punkt steht, zeigt die Datei nicht.'}</p> : null}
      <StatTiles label="Was geschehen würde" stats={[{ label: 'neu', value: zaehle('neu') }, { label: 'geändert', value: zaehle('geaendert') }, { label: 'unverändert', value: zaehle('unveraendert') }, { label: 'nicht lesbar', value: maengel.length, ...(maengel.length > 0 ? { tone: 'warning' as const } : {}) }]} />
      {BETRAEGE.every((ziel) => pruefung.zuordnung[ziel] === undefined) ? <Alert tone="warning" title="Keine Spalte mit Beträgen erkannt"><p>Ordnen Sie unten zu, wo Nachtrag, Obligo, Ist oder Prognose stehen.</p></Alert> : null}
      {maengel.length > 0 ? (
        <Card title={`Nicht lesbare Zeilen (${maengel.length})`}>
          <Table caption="Nicht lesbare Zeilen" captionHidden dense rows={maengel.slice(0, 200)} rowKey={({ nummer }) => String(nummer)} columns={[{ key: 'nummer', label: 'Zeile der Datei', rowHeader: true, cell: ({ nummer }) => nummer }, { key: 'text', label: 'Was fehlt oder falsch ist', cell: ({ text }) => text }]} />
          {maengel.length > 200 ? <p>Und {maengel.length - 200} weitere.</p> : null}
        </Card>
      ) : null}
      <Schritte schritte={schritte} />
      <Details summary="Zuordnung der Spalten ändern" open={schritte.length === 0}>
        <form method="post" action={`${PFAD}/einlesen/pruefen`} class="sk-form" noValidate>
          <Formularfelder c={c} /><HiddenFields values={mitgabe} />
          {(Object.keys(ZIELE) as Ziel[]).map((ziel) => <SelectField key={ziel} name={`spalte_${ziel}`} label={ZIELE[ziel]} value={String(pruefung.zuordnung[ziel] ?? -1)} emptyLabel={null} options={[{ value: '-1', label: 'nicht in der Datei' }, ...tabelle.kopf.map((titel, index) => ({ value: String(index), label: titel || `Spalte ${index + 1}` }))]} />)}
          <SelectField name="dezimal" label="Vor den Cent steht" value={angabe.dezimal ?? ''} emptyLabel="automatisch erkennen" optional options={[{ value: 'komma', label: 'ein Komma (1.234,56)' }, { value: 'punkt', label: 'ein Punkt (1,234.56)' }]} />
          <Button variant="secondary">Noch einmal prüfen</Button>
        </form>
      </Details>
      <form method="post" action={`${PFAD}/einlesen/uebernehmen`} class="sk-form">
        <Formularfelder c={c} /><HiddenFields values={{ ...mitgabe, ...zuordnung, dezimal: angabe.dezimal ?? '' }} />
        <ButtonRow>{schritte.length > 0 ? <Button>{maengel.length > 0 ? 'Lesbare Zeilen übernehmen' : 'Übernehmen'}</Button> : null}<LinkButton href={adresse(`${PFAD}/einlesen`, { strategie: angabe.strategie })} variant="tertiary">Andere Datei</LinkButton></ButtonRow>
      </form>
    </div>
  ))
}

function Schritte({ schritte }: { schritte: Pruefung['schritte'] }): VNode {
  return (
    <Card title="Was übernommen würde">
      <Table caption="Was übernommen würde" captionHidden dense rows={schritte.slice(0, 200)} rowKey={({ zeileId, jahr }) => `${zeileId} ${jahr}`} empty={<p>Keine Zeile der Datei passt zum Plan.</p>} columns={[
        { key: 'zeile', label: 'Zeile des Plans', rowHeader: true, cell: ({ zeile }) => <a href={`${PFAD}/zeilen/${zeile.id}`}>{zeile.bezeichnung}</a> }, { key: 'jahr', label: 'Jahr', cell: ({ jahr }) => jahr },
        { key: 'nachtrag', label: 'Nachtrag', align: 'end', cell: ({ betraege }) => <Betrag cent={betraege.nachtrag} /> }, { key: 'obligo', label: 'Obligo', align: 'end', cell: ({ betraege }) => <Betrag cent={betraege.obligo} /> },
        { key: 'ist', label: 'Ist', align: 'end', cell: ({ betraege }) => <Betrag cent={betraege.ist} /> }, { key: 'prognose', label: 'Prognose', align: 'end', cell: ({ betraege }) => <Betrag cent={betraege.prognose} /> },
        { key: 'wirkung', label: 'Wirkung', cell: ({ wirkung }) => WIRKUNG[wirkung] },
      ]} />
      {schritte.length > 200 ? <p>Und {schritte.length - 200} weitere.</p> : null}
    </Card>
  )
}
