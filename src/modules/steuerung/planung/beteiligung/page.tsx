import { arbeitsplatzSeite, Button, ButtonRow, Deadline, Details, EmptyState, ErrorSummary, FieldRow, Formularfelder, SelectField, Table, TextareaField, TextField } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { formatDate } from '../../../../platform/time/index.js'
import { abgelehnt, felderVon, meldungenVon, teilVon, type Teilzustand } from '../formfelder.js'
import { Planreiter } from '../reiter.js'
import type { Beteiligung, Beteiligungsliste } from './query.js'

export const ERGEBNISSE = { zugestimmt: 'zugestimmt', zur_kenntnis: 'zur Kenntnis genommen', abgelehnt: 'abgelehnt', nicht_erforderlich: 'nicht erforderlich' } as const

/** Who has to be asked, by when, and what they said (H5-07). */
export function beteiligungSeite(c: RequestContext, { plan, beteiligungen, darfBearbeiten }: Beteiligungsliste, zustand: Teilzustand): Reply {
  const pfad = `/arbeitsplatz/planung/${plan.id}`
  const bei = felderVon(zustand)
  return arbeitsplatzSeite(c, {
    title: 'Beteiligung', preline: plan.titel, hasErrors: zustand.fehler.length > 0, breadcrumb: [{ label: 'Planung', href: '/arbeitsplatz/planung' }, { label: plan.titel, href: pfad }, { label: 'Beteiligung' }],
  }, (
    <div class="sk-stack">
      <Planreiter planId={plan.id} aktuell="beteiligung" />
      <ErrorSummary errors={meldungenVon(zustand)} />
      {beteiligungen.length === 0 ? <EmptyState icon="people" title="Noch niemand beteiligt"><p>Personalrat, Gleichstellung, Schwerbehindertenvertretung, Datenschutz: Halten Sie fest, wer wann beteiligt wurde.</p></EmptyState> : (
        <Table caption="Beteiligungen" captionHidden rows={beteiligungen} rowKey={({ id }) => id} columns={[
          { key: 'stelle', label: 'Stelle', rowHeader: true, cell: ({ stelle }) => stelle }, { key: 'was', label: 'Gegenstand', cell: ({ gegenstand }) => gegenstand },
          { key: 'am', label: 'Eingeleitet', cell: ({ eingeleitetAm }) => formatDate(eingeleitetAm), nowrap: true },
          { key: 'frist', label: 'Antwort bis', cell: ({ frist, ergebnis }) => (frist ? <Deadline date={frist} today={c.today} done={ergebnis !== null} /> : '–') },
          { key: 'ergebnis', label: 'Ergebnis', cell: ({ ergebnis, abgeschlossenAm, vermerk }) => (ergebnis && abgeschlossenAm ? `${ERGEBNISSE[ergebnis]} am ${formatDate(abgeschlossenAm)}${vermerk ? `. ${vermerk}` : ''}` : 'offen') },
          ...(darfBearbeiten ? [{ key: 'tun', label: 'Ergebnis eintragen', labelHidden: true, cell: (b: Beteiligung) => (b.ergebnis ? null : <Ergebnis c={c} b={b} pfad={pfad} zustand={zustand} />) }] : []),
        ]} />
      )}
      {darfBearbeiten
        ? (
          <Details summary="Beteiligung einleiten" open={abgelehnt(teilVon(zustand))}>
            <form method="post" action={`${pfad}/beteiligung`} class="sk-form" noValidate>
              <Formularfelder c={c} />
              <TextField label="Stelle" hint="Zum Beispiel Personalrat oder Datenschutzbeauftragte." {...bei('stelle')} />
              <TextareaField label="Worum geht es?" rows={2} {...bei('gegenstand')} />
              <FieldRow><TextField label="Eingeleitet am" width={10} {...bei('eingeleitetAm', formatDate(c.today))} /><TextField label="Antwort bis" width={10} optional {...bei('frist')} /></FieldRow>
              <ButtonRow><Button>Beteiligung einleiten</Button></ButtonRow>
            </form>
          </Details>
        ) : null}
    </div>
  ))
}

/** The name of the form in the row of an involvement, for `Teilzustand`. */
export const ergebnisFormular = (beteiligungId: string): string => `ergebnis-${beteiligungId}`

function Ergebnis({ c, b, pfad, zustand }: { c: RequestContext; b: Beteiligung; pfad: string; zustand: Teilzustand }) {
  const bei = felderVon(zustand, ergebnisFormular(b.id))
  return (
    <Details look="plain" open={abgelehnt(teilVon(zustand, ergebnisFormular(b.id)))} summary={<>Ergebnis eintragen<span class="sk-sr-only"> {b.stelle}</span></>}>
      <form method="post" action={`${pfad}/beteiligung/${b.id}/ergebnis`} class="sk-form" noValidate>
        <Formularfelder c={c} />
        <SelectField label="Ergebnis" options={Object.entries(ERGEBNISSE).map(([value, label]) => ({ value, label }))} {...bei('ergebnis')} />
        <TextField label="Am" width={10} {...bei('abgeschlossenAm', formatDate(c.today))} />
        <TextareaField label="Vermerk" rows={2} optional maxLength={2000} {...bei('vermerk')} />
        <Button small>Ergebnis speichern</Button>
      </form>
    </Details>
  )
}
