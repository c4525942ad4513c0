import { Alert, arbeitsplatzSeite, Badge, Button, ButtonRow, Card, Details, EmptyState, ErrorSummary, FieldRow, Formularfelder, Knopfformular, NumberField, SelectField, Table, TextField } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { formatDate } from '../../../../platform/time/index.js'
import type { Belastung } from '../domain/kapazitaet.js'
import { abgelehnt, felderVon, meldungenVon, teilVon, type Teilzustand } from '../formfelder.js'
import { Planreiter } from '../reiter.js'
import type { Auslastungsansicht } from './query.js'

/** The name of the second form of the page, for `Teilzustand`. */
export const VEREINBAREN = 'vereinbaren'

const zeitraum = ({ von, bis, prozent }: Belastung): string => `${formatDate(von)} – ${formatDate(bis)}: ${prozent} %`

/** Who works how much on this plan, and where it is too much over all plans. */
export function auslastungSeite(c: RequestContext, ansicht: Auslastungsansicht, zustand: Teilzustand): Reply {
  const { plan, personen, verantwortlichAusgeschieden } = ansicht
  const pfad = `/arbeitsplatz/planung/${plan.id}`
  const ueberlastet = personen.filter(({ zuViel }) => zuViel.length > 0)
  return arbeitsplatzSeite(c, {
    title: 'Auslastung', preline: plan.titel, hasErrors: zustand.fehler.length > 0, breadcrumb: [{ label: 'Planung', href: '/arbeitsplatz/planung' }, { label: plan.titel, href: pfad }, { label: 'Auslastung' }],
  }, (
    <div class="sk-stack">
      <Planreiter planId={plan.id} aktuell="auslastung" />
      <ErrorSummary errors={meldungenVon(zustand)} />
      {verantwortlichAusgeschieden.length > 0 ? <Alert tone="danger" title="Diese Einträge brauchen neue Verantwortliche"><ul>{verantwortlichAusgeschieden.map((e) => <li key={e.eintragId}><a href={`${pfad}/eintrag/${e.eintragId}`}>{e.titel}</a>: {e.name} ist nicht mehr hier.</li>)}</ul></Alert> : null}
      {ueberlastet.length > 0 ? <Alert tone="warning" title="Mehr als vereinbart"><ul>{ueberlastet.map((p) => <li key={p.kontoId}><strong>{p.name}</strong> (vereinbart {p.grenze} %): {p.zuViel.map(zeitraum).join('; ')}</li>)}</ul></Alert> : null}
      {personen.length === 0 ? <EmptyState icon="people" title="Noch niemand eingeplant"><p>Tragen Sie ein, wer mit welchem Anteil der Arbeitszeit mitarbeitet.</p></EmptyState> : null}
      {personen.map((p) => (
        <Card key={p.kontoId} title={p.name}>
          <p>{p.ausgeschieden ? <Badge tone="danger">nicht mehr hier</Badge> : null} Vereinbart: {p.grenze} %. Über alle Pläne: {p.schritte.map(zeitraum).join('; ')}</p>
          <Table caption={`Einsätze von ${p.name}`} captionHidden dense rows={p.einsaetze} rowKey={({ id }) => id} columns={[
            { key: 'fuer', label: 'Für', rowHeader: true, cell: ({ eintrag }) => eintrag ?? 'den ganzen Plan' }, { key: 'anteil', label: 'Anteil', cell: ({ anteil }) => `${anteil} %`, align: 'end' },
            { key: 'von', label: 'Von', cell: ({ von }) => formatDate(von), nowrap: true }, { key: 'bis', label: 'Bis', cell: ({ bis }) => formatDate(bis), nowrap: true },
            ...(ansicht.darfBearbeiten ? [{ key: 'weg', label: 'Entfernen', labelHidden: true, cell: ({ id, eintrag }: { id: string; eintrag: string | null }) => <Knopfformular c={c} action={`${pfad}/auslastung/entfernen`} felder={{ einsatzId: id }} variant="tertiary">Entfernen<span class="sk-sr-only"> {p.name}, {eintrag ?? 'ganzer Plan'}</span></Knopfformular> }] : []),
          ]} />
        </Card>
      ))}
      {ansicht.darfBearbeiten ? <Formulare c={c} ansicht={ansicht} pfad={pfad} zustand={zustand} /> : null}
    </div>
  ))
}

function Formulare({ c, ansicht, pfad, zustand }: { c: RequestContext; ansicht: Auslastungsansicht; pfad: string; zustand: Teilzustand }) {
  const bei = felderVon(zustand)
  const vereinbart = felderVon(zustand, VEREINBAREN)
  const personen = ansicht.auswahl.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <Details summary="Person einplanen" open={abgelehnt(teilVon(zustand))}>
        <form method="post" action={`${pfad}/auslastung`} class="sk-form" noValidate>
          <Formularfelder c={c} />
          <SelectField label="Person" options={personen} {...bei('kontoId')} />
          <SelectField label="Für" optional emptyLabel="den ganzen Plan" options={ansicht.eintraege.map(({ id, titel }) => ({ value: id, label: titel }))} {...bei('eintragId')} />
          <FieldRow><NumberField label="Anteil der Arbeitszeit" suffix="%" {...bei('anteil')} /><TextField label="Von" width={10} {...bei('von')} /><TextField label="Bis" width={10} {...bei('bis')} /></FieldRow>
          <ButtonRow><Button>Einplanen</Button></ButtonRow>
        </form>
      </Details>
      <Details summary="Anteil vereinbaren" open={abgelehnt(teilVon(zustand, VEREINBAREN))}>
        <form method="post" action={`${pfad}/auslastung/vereinbaren`} class="sk-form" noValidate>
          <Formularfelder c={c} />
          <SelectField label="Person" options={personen} {...vereinbart('kontoId')} />
          <NumberField label="Höchstens für alle Projekte zusammen" suffix="%" hint="Zum Beispiel 10 % für Digital-Lotsinnen und Digital-Lotsen." {...vereinbart('anteil')} />
          <ButtonRow><Button variant="secondary">Vereinbarung speichern</Button></ButtonRow>
        </form>
      </Details>
    </>
  )
}
