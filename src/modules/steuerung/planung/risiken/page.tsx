import { arbeitsplatzSeite, Badge, Button, ButtonRow, Card, Details, EmptyState, ErrorSummary, FieldRow, Formularfelder, HiddenFields, LinkButton, SelectField, Table, TextareaField, TextField } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { formatDate } from '../../../../platform/time/index.js'
import { AUSWIRKUNG, punkte, RISIKOSTATUS, RISIKOWEGE, stufe, WAHRSCHEINLICHKEIT } from '../domain/risiko.js'
import { abgelehnt, felderVon, meldungenVon, teilVon, type Teilzustand } from '../formfelder.js'
import { Planreiter } from '../reiter.js'
import type { Risiko, Risikoansicht } from './query.js'

const TON = { niedrig: 'success', mittel: 'warning', hoch: 'danger' } as const
const skala = (worte: readonly string[]) => worte.map((wort, i) => ({ value: String(i + 1), label: `${i + 1} – ${wort}` }))

/** The risks of a plan as a matrix and a list; `risiko` chosen: its form is filled. */
export function risikenSeite(c: RequestContext, { plan, risiken, personen, darfBearbeiten }: Risikoansicht, risiko: Risiko | undefined, zustand: Teilzustand): Reply {
  const pfad = `/arbeitsplatz/planung/${plan.id}`
  return arbeitsplatzSeite(c, {
    title: 'Risiken', preline: plan.titel, hasErrors: zustand.fehler.length > 0, breadcrumb: [{ label: 'Planung', href: '/arbeitsplatz/planung' }, { label: plan.titel, href: pfad }, { label: 'Risiken' }],
  }, (
    <div class="sk-stack">
      <link rel="stylesheet" href={c.asset('gantt.css')} />
      <Planreiter planId={plan.id} aktuell="risiken" />
      <ErrorSummary errors={meldungenVon(zustand)} />
      {risiken.length === 0 ? <EmptyState icon="warning" title="Noch keine Risiken erfasst"><p>Was könnte dazwischenkommen, und wer kümmert sich darum?</p></EmptyState> : <><Card title="Risikomatrix"><Matrix risiken={risiken} /></Card><Liste c={c} risiken={risiken} pfad={pfad} darfBearbeiten={darfBearbeiten} zustand={zustand} /></>}
      {darfBearbeiten ? <Erfassen c={c} pfad={pfad} risiko={risiko} personen={personen} zustand={zustand} /> : null}
    </div>
  ))
}

function Matrix({ risiken }: { risiken: readonly Risiko[] }) {
  const offen = risiken.filter(({ status }) => status !== 'geschlossen')
  const zelle = (w: number, a: number) => offen.filter((r) => r.wahrscheinlichkeit === w && r.auswirkung === a)
  return (
    <div class="sk-scroll" tabIndex={0} role="region" aria-label="Risikomatrix">
      <table class="plan-matrix">
        <caption class="sk-sr-only">Offene Risiken nach Wahrscheinlichkeit (Zeilen) und Auswirkung (Spalten)</caption>
        <thead><tr><th scope="col">Wahrscheinlichkeit</th>{AUSWIRKUNG.map((wort, a) => <th scope="col" key={wort}>{a + 1} {wort}</th>)}</tr></thead>
        <tbody>
          {WAHRSCHEINLICHKEIT.map((wort, i) => ({ wort, w: i + 1 })).toReversed().map(({ wort, w }) => (
            <tr key={wort}>
              <th scope="row">{w} {wort}</th>
              {AUSWIRKUNG.map((_, i) => (
                <td key={i} class={`plan-matrix__${stufe(w, i + 1)}`}>
                  <span class="plan-matrix__stufe">{stufe(w, i + 1)}</span>
                  {zelle(w, i + 1).map((r) => <a key={r.id} href={`#risiko-${r.nummer}`}>R{r.nummer}</a>)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Liste({ c, risiken, pfad, darfBearbeiten, zustand }: { c: RequestContext; risiken: readonly Risiko[]; pfad: string; darfBearbeiten: boolean; zustand: Teilzustand }) {
  return (
    <Table caption="Risiken" captionHidden rows={risiken} rowKey={({ id }) => id} columns={[
      { key: 'nr', label: 'Risiko', rowHeader: true, cell: (r) => <span id={`risiko-${r.nummer}`}>R{r.nummer} {r.beschreibung}</span> },
      { key: 'punkte', label: 'Einschätzung', cell: (r) => <Badge tone={TON[stufe(r.wahrscheinlichkeit, r.auswirkung)]}>{punkte(r.wahrscheinlichkeit, r.auswirkung)} {stufe(r.wahrscheinlichkeit, r.auswirkung)}</Badge> },
      { key: 'massnahme', label: 'Maßnahme', cell: (r) => r.massnahme || '–' },
      { key: 'rest', label: 'Restrisiko', cell: (r) => (r.rest ? `${punkte(r.rest.wahrscheinlichkeit, r.rest.auswirkung)} ${stufe(r.rest.wahrscheinlichkeit, r.rest.auswirkung)}` : '–') },
      { key: 'wer', label: 'Zuständig', cell: (r) => r.eigner ?? 'niemand' },
      { key: 'faellig', label: 'Fällig', cell: (r) => (r.faellig ? formatDate(r.faellig) : '–'), nowrap: true },
      { key: 'status', label: 'Stand', cell: (r) => <>{RISIKOSTATUS[r.status]}{r.eingetretenAm ? ` am ${formatDate(r.eingetretenAm)}` : ''}{r.problem ? <p class="sk-meta">Problem: {r.problem}</p> : null}</> },
      ...(darfBearbeiten ? [{ key: 'tun', label: 'Ändern', labelHidden: true, cell: (r: Risiko) => <Handeln c={c} risiko={r} pfad={pfad} zustand={zustand} /> }] : []),
    ]} />
  )
}

/** The name of the form in the row of a risk, for `Teilzustand`. */
export const standFormular = (risikoId: string): string => `stand-${risikoId}`

function Handeln({ c, risiko, pfad, zustand }: { c: RequestContext; risiko: Risiko; pfad: string; zustand: Teilzustand }) {
  const bei = felderVon(zustand, standFormular(risiko.id))
  return (
    <>
      <a href={`${pfad}/risiken?risiko=${risiko.id}#erfassen`}>Ändern<span class="sk-sr-only"> R{risiko.nummer}</span></a>
      <Details look="plain" open={abgelehnt(teilVon(zustand, standFormular(risiko.id)))} summary={<>Stand setzen<span class="sk-sr-only"> R{risiko.nummer}</span></>}>
        <form method="post" action={`${pfad}/risiken/${risiko.id}/stand`} class="sk-form" noValidate>
          <Formularfelder c={c} />
          <SelectField label="Neuer Stand" options={RISIKOWEGE[risiko.status].map((status) => ({ value: status, label: RISIKOSTATUS[status] }))} {...bei('status')} />
          <TextareaField label="Was ist eingetreten, was wird getan?" rows={2} optional maxLength={2000} hint="Nur nötig, wenn das Risiko eingetreten ist." {...bei('problem')} />
          <Button small>Stand setzen</Button>
        </form>
      </Details>
    </>
  )
}

function Erfassen({ c, pfad, risiko, personen, zustand }: { c: RequestContext; pfad: string; risiko: Risiko | undefined; personen: Risikoansicht['personen']; zustand: Teilzustand }) {
  const alt: Readonly<Record<string, string>> = risiko ? {
    beschreibung: risiko.beschreibung, ursache: risiko.ursache, auswirkungText: risiko.auswirkungText, wahrscheinlichkeit: String(risiko.wahrscheinlichkeit), auswirkung: String(risiko.auswirkung), massnahme: risiko.massnahme,
    restWahrscheinlichkeit: String(risiko.rest?.wahrscheinlichkeit ?? ''), restAuswirkung: String(risiko.rest?.auswirkung ?? ''), eignerId: risiko.eignerId ?? '', faellig: risiko.faellig ? formatDate(risiko.faellig) : '', pruefungAm: risiko.pruefungAm ? formatDate(risiko.pruefungAm) : '',
  } : {}
  const getippt = abgelehnt(teilVon(zustand))
  const mit = felderVon(zustand)
  const bei = (name: string) => mit(name, alt[name])
  return (
    <div id="erfassen">
      <Details summary={risiko ? `Risiko R${risiko.nummer} ändern` : 'Neues Risiko erfassen'} open={Boolean(risiko) || getippt}>
        <form method="post" action={`${pfad}/risiken`} class="sk-form" noValidate>
          <Formularfelder c={c} />{risiko ? <HiddenFields values={{ risikoId: risiko.id, version: String(risiko.version) }} /> : null}
          <TextareaField label="Was könnte passieren?" rows={2} {...bei('beschreibung')} />
          <FieldRow><TextareaField label="Ursache" rows={2} optional {...bei('ursache')} /><TextareaField label="Folgen" rows={2} optional {...bei('auswirkungText')} /></FieldRow>
          <FieldRow><SelectField label="Wahrscheinlichkeit" options={skala(WAHRSCHEINLICHKEIT)} {...bei('wahrscheinlichkeit')} /><SelectField label="Auswirkung" options={skala(AUSWIRKUNG)} {...bei('auswirkung')} /></FieldRow>
          <TextareaField label="Maßnahme dagegen" rows={2} optional {...bei('massnahme')} />
          <FieldRow><SelectField label="Wahrscheinlichkeit danach" optional options={skala(WAHRSCHEINLICHKEIT)} {...bei('restWahrscheinlichkeit')} /><SelectField label="Auswirkung danach" optional options={skala(AUSWIRKUNG)} {...bei('restAuswirkung')} /></FieldRow>
          <FieldRow><SelectField label="Zuständig" optional emptyLabel="noch niemand" options={personen.map(({ id, name }) => ({ value: id, label: name }))} {...bei('eignerId')} /><TextField label="Fällig" width={10} optional {...bei('faellig')} /><TextField label="Wieder prüfen am" width={10} optional {...bei('pruefungAm')} /></FieldRow>
          <ButtonRow><Button>Risiko speichern</Button>{risiko ? <LinkButton variant="tertiary" href={`${pfad}/risiken`}>Abbrechen</LinkButton> : null}</ButtonRow>
        </form>
      </Details>
    </div>
  )
}
