import { arbeitsplatzSeite, Badge, Button, ButtonRow, Details, EmptyState, ErrorSummary, FieldRow, Formularfelder, LinkButton, NumberField, SelectField, Table, TextField } from '../../../../design/index.js'
import type { Formularzustand, Reply, RequestContext } from '../../../../platform/http/route.js'
import { formatDate } from '../../../../platform/time/index.js'
import { abgelehnt, felderVon, meldungenVon } from '../formfelder.js'
import type { Planuebersicht } from './query.js'

export function uebersichtSeite(c: RequestContext, { plaene, darfAnlegen }: Planuebersicht, strategien: readonly { readonly id: string; readonly name: string }[], zustand: Formularzustand): Reply {
  const bei = felderVon(zustand)
  return arbeitsplatzSeite(c, { title: 'Planung', hasErrors: zustand.fehler.length > 0, actions: <LinkButton small variant="secondary" icon="calendar" href="/arbeitsplatz/planung/kalender">Termine im eigenen Kalender</LinkButton> }, (
    <div class="sk-stack">
      <ErrorSummary errors={meldungenVon(zustand)} />
      {plaene.length === 0
        ? <EmptyState icon="calendar" title="Noch kein Plan"><p>Ein Plan zeigt, was wann geschieht, was aufeinander wartet und wo es eng wird.</p></EmptyState>
        : (
          <Table caption="Pläne" captionHidden rows={plaene} rowKey={({ id }) => id} columns={[
            { key: 'titel', label: 'Plan', rowHeader: true, cell: ({ id, titel }) => <a href={`/arbeitsplatz/planung/${id}`}>{titel}</a> },
            { key: 'beginn', label: 'Beginn', cell: ({ beginn }) => formatDate(beginn), nowrap: true },
            { key: 'eintraege', label: 'Einträge', cell: ({ eintraege }) => eintraege, align: 'end' },
            { key: 'basis', label: 'Genehmigung', cell: ({ basis }) => (basis ? <Badge tone="success">Basisplan {basis}</Badge> : <Badge>noch nicht genehmigt</Badge>) },
            { key: 'risiken', label: 'Offene Risiken', cell: ({ id, offeneRisiken }) => <a href={`/arbeitsplatz/planung/${id}/risiken`}>{offeneRisiken}</a>, align: 'end' },
            { key: 'antraege', label: 'Offene Anträge', cell: ({ id, offeneAntraege }) => <a href={`/arbeitsplatz/planung/${id}/genehmigung`}>{offeneAntraege}</a>, align: 'end' },
          ]} />
        )}
      {darfAnlegen
        ? (
          <Details summary="Neuen Plan anlegen" open={abgelehnt(zustand)}>
            <form method="post" action="/arbeitsplatz/planung" class="sk-form" noValidate>
              <Formularfelder c={c} />
              <TextField label="Titel" maxLength={200} {...bei('titel')} />
              <FieldRow>
                <TextField label="Beginn" width={10} {...bei('beginn', formatDate(c.today))} />
                <NumberField label="Erlaubter Verzug" suffix="AT" hint="So viele Arbeitstage darf sich ein genehmigter Meilenstein ohne Genehmigung verschieben." {...bei('schwelle', '10')} />
              </FieldRow>
              {strategien.length > 0 ? <SelectField label="Aus dem Programm übernehmen" emptyLabel="leerer Plan" optional options={strategien.map(({ id, name }) => ({ value: id, label: name }))} hint="Bausteine, Maßnahmen und Projekte werden Einträge, „benötigt“ wird Ende–Anfang." {...bei('strategieId')} /> : null}
              <ButtonRow><Button>Plan anlegen</Button></ButtonRow>
            </form>
          </Details>
        ) : null}
    </div>
  ))
}
