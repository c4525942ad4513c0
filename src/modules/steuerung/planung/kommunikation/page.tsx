import { arbeitsplatzSeite, Badge, Button, ButtonRow, Deadline, Details, EmptyState, ErrorSummary, FieldRow, Formularfelder, Knopfformular, SelectField, Table, TextareaField, TextField } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { abgelehnt, felderVon, meldungenVon, type Teilzustand } from '../formfelder.js'
import { Planreiter } from '../reiter.js'
import type { Kommunikation, Kommunikationsliste } from './query.js'

/** Who is told what, how and when (H5-08). */
export function kommunikationSeite(c: RequestContext, { plan, zeilen, meilensteine, personen, darfBearbeiten }: Kommunikationsliste, zustand: Teilzustand): Reply {
  const pfad = `/arbeitsplatz/planung/${plan.id}`
  const bei = felderVon(zustand)
  return arbeitsplatzSeite(c, {
    title: 'Kommunikation', preline: plan.titel, hasErrors: abgelehnt(zustand), breadcrumb: [{ label: 'Planung', href: '/arbeitsplatz/planung' }, { label: plan.titel, href: pfad }, { label: 'Kommunikation' }],
  }, (
    <div class="sk-stack">
      <Planreiter planId={plan.id} aktuell="kommunikation" />
      <ErrorSummary errors={meldungenVon(zustand)} />
      {zeilen.length === 0 ? <EmptyState icon="people" title="Noch nichts geplant"><p>Wer muss wann was erfahren, und auf welchem Weg? Beschäftigte, Personalrat, Politik, Öffentlichkeit.</p></EmptyState> : (
        <Table caption="Kommunikationskonzept" captionHidden rows={zeilen} rowKey={({ id }) => id} columns={[
          { key: 'wer', label: 'Zielgruppe', rowHeader: true, cell: ({ zielgruppe }) => zielgruppe }, { key: 'was', label: 'Botschaft', cell: ({ botschaft }) => botschaft }, { key: 'wie', label: 'Weg', cell: ({ kanal }) => kanal },
          { key: 'wann', label: 'Termin', cell: ({ termin, meilenstein, erledigtAm }) => <>{termin ? <Deadline date={termin} today={c.today} done={erledigtAm !== null} /> : 'offen'}{meilenstein ? <span class="sk-line sk-meta">{meilenstein}</span> : null}</> },
          { key: 'durch', label: 'Verantwortlich', cell: ({ verantwortlich }) => verantwortlich ?? '–' },
          { key: 'stand', label: 'Stand', cell: (zeile: Kommunikation) => (zeile.erledigtAm ? <Badge tone="success">erledigt</Badge> : darfBearbeiten ? <Knopfformular c={c} action={`${pfad}/kommunikation/erledigt`} felder={{ kommunikationId: zeile.id }} small context={`${zeile.zielgruppe}, ${zeile.kanal}`}>Erledigt</Knopfformular> : 'offen') },
        ]} />
      )}
      {darfBearbeiten ? (
        <Details summary="Kommunikation planen" open={abgelehnt(zustand)}>
          <form method="post" action={`${pfad}/kommunikation`} class="sk-form" noValidate>
            <Formularfelder c={c} />
            <TextField label="Zielgruppe" hint="Zum Beispiel alle Beschäftigten, Personalrat, Ausschuss, Bürgerinnen und Bürger" maxLength={200} {...bei('zielgruppe')} />
            <TextareaField label="Botschaft" rows={2} maxLength={1000} {...bei('botschaft')} />
            <TextField label="Weg" hint="Zum Beispiel Intranet, Personalversammlung, Pressemitteilung" maxLength={200} {...bei('kanal')} />
            <FieldRow><TextField label="Termin" width={10} optional {...bei('termin')} /><SelectField label="Zum Meilenstein" optional emptyLabel="keiner" hint="Ohne eigenen Termin gilt der Tag des Meilensteins, auch wenn er sich verschiebt." options={meilensteine.map(({ id, titel }) => ({ value: id, label: titel }))} {...bei('meilensteinId')} /></FieldRow>
            <SelectField label="Verantwortlich" optional emptyLabel="noch niemand" options={personen.map(({ id, name }) => ({ value: id, label: name }))} {...bei('verantwortlichId')} />
            <ButtonRow><Button>Planen</Button></ButtonRow>
          </form>
        </Details>
      ) : null}
    </div>
  ))
}
