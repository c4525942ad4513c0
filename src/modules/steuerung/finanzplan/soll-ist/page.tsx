import type { VNode } from 'preact'
import { Alert, arbeitsplatzSeite, BarChart, Card, EmptyState, FilterBar, LinkButton, SelectField, StatTiles, Table, type Column } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { formatDate } from '../../../../platform/time/index.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { adresse, Ausfuhr, Betrag, betragText, Finanzreiter, kachelwert, PFAD, tausendText, type Einheit } from '../anzeige.js'
import { prozentText } from '../domain/sollist.js'
import { inTausend } from '../domain/summen.js'
import { SPALTEN } from '../domain/zeile.js'
import { objektText } from '../gliederung.js'
import type { Gesamtvergleich, SollIst, Vergleichsgruppe, Vergleichszeile } from './query.js'

interface Ansicht { readonly jahr: number | undefined; readonly einheit: Einheit }

export function sollIstPage(c: RequestContext, daten: SollIst, ansicht: Ansicht): Reply {
  const { strategien, strategie, jahre, gesamt, anzahl } = daten
  const { jahr, einheit } = ansicht
  const ohneZahlen = gesamt.istCent === null && gesamt.obligoCent === null && gesamt.prognoseCent === null
  return arbeitsplatzSeite(c, {
    title: 'Soll-Ist-Vergleich', preline: strategie ? `${strategie.name}${jahr ? `, Haushaltsjahr ${jahr}` : ', alle Jahre zusammen'}` : undefined,
    breadcrumb: [{ label: 'Finanzplan', href: adresse(PFAD, { strategie: strategie?.kennung }) }, { label: 'Soll-Ist-Vergleich' }],
    actions: strategie ? <Ausfuhr pfad={`${PFAD}/soll-ist/export`} werte={{ strategie: strategie.kennung, jahr }} /> : null,
  }, (
    <div class="sk-stack">
      <Finanzreiter c={c} aktuell="sollist" strategie={strategie} />
      <FilterBar action={`${PFAD}/soll-ist`} active={[]} resetHref={`${PFAD}/soll-ist`}>
        {strategien.length > 1 ? <SelectField name="strategie" label="Strategie" value={strategie?.kennung ?? ''} emptyLabel={null} options={strategien.map(({ kennung, name }) => ({ value: kennung, label: name }))} /> : null}
        {jahre.length > 0 ? <SelectField name="jahr" label="Haushaltsjahr" value={jahr === undefined ? '' : String(jahr)} emptyLabel="alle Jahre zusammen" optional options={jahre.map((eines) => ({ value: String(eines), label: String(eines) }))} /> : null}
        <SelectField name="einheit" label="Beträge in" value={einheit} emptyLabel={null} options={[{ value: 'euro', label: 'Euro und Cent' }, { value: 'tausend', label: 'Tausend Euro' }]} />
      </FilterBar>
      {anzahl === 0 ? <EmptyState icon="euro" title="Noch kein Plan, mit dem sich vergleichen lässt"><p>Legen Sie zuerst Zeilen im Rahmenfinanzplan an.</p></EmptyState> : (
        <>
          {ohneZahlen ? <EmptyState icon="upload" title="Noch keine Zahlen aus dem Haushalt"><p>Obligo, Ist und Prognose kommen aus dem Haushaltsverfahren als CSV- oder Excel-Datei.</p>{holds(c.actor, 'finanzplan.verwalten') ? <LinkButton href={adresse(`${PFAD}/einlesen`, { strategie: strategie?.kennung })} small>Zahlen einlesen</LinkButton> : null}</EmptyState> : <Kopf daten={daten} einheit={einheit} />}
          {daten.gruppen.map((gruppe) => <Gruppe key={gruppe.objekt?.id ?? 'ohne'} gruppe={gruppe} einheit={einheit} />)}
        </>
      )}
    </div>
  ))
}

function Kopf({ daten: { gesamt, gruppen }, einheit }: { daten: SollIst; einheit: Einheit }): VNode {
  const zeilen = gruppen.reduce((bisher, gruppe) => bisher + gruppe.zeilen.length, 0)
  const kachel = (label: string, cent: bigint | null) => (cent === null ? [] : [{ label, ...kachelwert(cent, einheit) }])
  const balken = gruppen.filter(({ gesamt: eines }) => eines.erwartetCent !== null)
  return (
    <>
      <StatTiles label="Zusammen" stats={[
        ...kachel('Soll (Plan und Nachtrag)', gesamt.sollCent), ...kachel('bestellt', gesamt.obligoCent), ...kachel('gebucht', gesamt.istCent),
        ...(gesamt.abweichungCent === null ? [] : [{ label: 'Abweichung', value: tausendText(gesamt.abweichungCent), note: `${einheit === 'euro' ? `${betragText(gesamt.abweichungCent, einheit)}, ` : ''}${prozentText({ abweichungCent: gesamt.abweichungCent, sollCent: gesamt.sollVerglichenCent })}`, ...(gesamt.abweichungCent > 0n ? { tone: 'warning' as const } : {}) }]),
      ]} />
      {gesamt.verglichen < zeilen ? <Alert tone="info" title={`Verglichen sind ${gesamt.verglichen} von ${zeilen} Zeilen`}><p>Zu den anderen gibt es noch keine Zahlen oder keinen Planwert für diesen Zeitraum. Sie zählen in der Abweichung nicht mit.</p></Alert> : null}
      {balken.length > 1 ? (
        <BarChart title="Erwartete Ausgaben je Vorhaben" labelHead="Vorhaben" valueHead="Tausend Euro" summary={`Prognose, sonst Gebuchtes und Bestelltes: zusammen ${betragText(gesamt.erwartetCent ?? 0n, einheit)}.`}
          points={balken.map(({ objekt, gesamt: eines }) => ({ label: objekt?.nummer ?? objekt?.name.slice(0, 20) ?? 'übergreifend', value: Number(inTausend(eines.erwartetCent ?? 0n)) }))} />
      ) : null}
    </>
  )
}

const spalten = (einheit: Einheit): readonly Column<Vergleichszeile>[] => [
  { key: 'zeile', label: 'Zeile', rowHeader: true, cell: ({ zeile, stichtag }) => <><a href={`${PFAD}/zeilen/${zeile.id}`}>{zeile.bezeichnung}</a><span class="sk-line sk-meta">{SPALTEN[zeile.spalte].name}{stichtag ? `, Stand ${formatDate(stichtag)}` : ''}</span></> },
  { key: 'plan', label: 'Plan', align: 'end', nowrap: true, cell: ({ vergleich }) => <Betrag cent={vergleich.planCent} einheit={einheit} /> },
  { key: 'nachtrag', label: 'Nachtrag', align: 'end', nowrap: true, cell: ({ vergleich }) => <Betrag cent={vergleich.nachtragCent} einheit={einheit} /> },
  { key: 'obligo', label: 'Obligo', align: 'end', nowrap: true, cell: ({ vergleich }) => <Betrag cent={vergleich.obligoCent} einheit={einheit} /> },
  { key: 'ist', label: 'Ist', align: 'end', nowrap: true, cell: ({ vergleich }) => <Betrag cent={vergleich.istCent} einheit={einheit} /> },
  { key: 'prognose', label: 'Prognose', align: 'end', nowrap: true, cell: ({ vergleich }) => <Betrag cent={vergleich.prognoseCent} einheit={einheit} /> },
  { key: 'abweichung', label: 'Abweichung', align: 'end', nowrap: true, cell: ({ vergleich }) => <Betrag cent={vergleich.abweichungCent} einheit={einheit} /> },
  { key: 'prozent', label: 'in Prozent', align: 'end', nowrap: true, cell: ({ vergleich }) => prozentText(vergleich) },
]

const summenzeile = (gesamt: Gesamtvergleich, einheit: Einheit) => [
  <strong key="s">Summe</strong>, ...[gesamt.planCent, gesamt.nachtragCent, gesamt.obligoCent, gesamt.istCent, gesamt.prognoseCent, gesamt.abweichungCent].map((cent, index) => <strong key={index}><Betrag cent={cent} einheit={einheit} /></strong>),
  prozentText({ abweichungCent: gesamt.abweichungCent, sollCent: gesamt.sollVerglichenCent }),
]

function Gruppe({ gruppe: { objekt, zeilen, gesamt }, einheit }: { gruppe: Vergleichsgruppe; einheit: Einheit }): VNode {
  const titel = objekt ? objektText(objekt) : 'Übergreifend'
  return <Card title={titel}><Table caption={titel} captionHidden dense narrow="scroll" rows={zeilen} rowKey={({ zeile }) => zeile.id} columns={spalten(einheit)} footer={[summenzeile(gesamt, einheit)]} /></Card>
}
