import { arbeitsplatzSeite, Badge, Button, ButtonRow, Deadline, DescriptionList, Details, EmptyState, ErrorSummary, FieldRow, Formularfelder, Knopfformular, SelectField, TextareaField, TextField } from '../../../../design/index.js'
import type { Formularzustand, Reply, RequestContext } from '../../../../platform/http/route.js'
import { formatDate } from '../../../../platform/time/index.js'
import { felderVon, meldungenVon } from '../formfelder.js'
import { Planreiter } from '../reiter.js'
import type { Entscheidung, Entscheidungsregister } from './query.js'

const STATUS = { offen: ['offen', 'warning'], beschlossen: ['beschlossen', 'info'], umgesetzt: ['umgesetzt', 'success'], entfallen: ['entfallen', 'neutral'] } as const

/** What has to be decided and what was decided (H4-06). */
export function entscheidungenSeite(c: RequestContext, { plan, entscheidungen, personen, darfBearbeiten }: Entscheidungsregister, zustand: Formularzustand, beschlussZu?: string): Reply {
  const pfad = `/arbeitsplatz/planung/${plan.id}`
  const bei = felderVon(beschlussZu ? { werte: {}, fehler: [] } : zustand)
  return arbeitsplatzSeite(c, {
    title: 'Entscheidungen', preline: plan.titel, hasErrors: zustand.fehler.length > 0, breadcrumb: [{ label: 'Planung', href: '/arbeitsplatz/planung' }, { label: plan.titel, href: pfad }, { label: 'Entscheidungen' }],
  }, (
    <div class="sk-stack">
      <link rel="stylesheet" href={c.asset('gantt.css')} />
      <Planreiter planId={plan.id} aktuell="entscheidungen" />
      <ErrorSummary errors={meldungenVon(zustand)} />
      {entscheidungen.length === 0 ? <EmptyState icon="task" title="Noch keine Entscheidungen"><p>Halten Sie fest, was ein Gremium entscheiden muss, und später, was es beschlossen hat.</p></EmptyState> : null}
      {entscheidungen.map((e) => (
        <section key={e.id} class="plan-antrag" aria-labelledby={`entscheidung-${e.nummer}`}>
          <h2 class="sk-h3" id={`entscheidung-${e.nummer}`}>E{e.nummer} {e.sachverhalt} <Badge tone={STATUS[e.status][1]}>{STATUS[e.status][0]}</Badge></h2>
          <Angaben c={c} e={e} />
          {darfBearbeiten ? <Handeln c={c} e={e} pfad={`${pfad}/entscheidungen/${e.id}`} personen={personen} zustand={beschlussZu === e.id ? zustand : undefined} /> : null}
        </section>
      ))}
      {darfBearbeiten
        ? (
          <Details summary="Entscheidungsbedarf erfassen" open={!beschlussZu && zustand.fehler.length > 0}>
            <form method="post" action={`${pfad}/entscheidungen`} class="sk-form" noValidate>
              <Formularfelder c={c} />
              <TextareaField label="Was ist zu entscheiden?" rows={2} {...bei('sachverhalt')} />
              <TextareaField label="Varianten" rows={2} optional {...bei('varianten')} />
              <TextareaField label="Empfehlung" rows={2} optional {...bei('empfehlung')} />
              <FieldRow><TextField label="Gremium" optional {...bei('gremium')} /><TextField label="Gebraucht bis" width={10} optional {...bei('benoetigtBis')} /></FieldRow>
              <ButtonRow><Button>Entscheidungsbedarf speichern</Button></ButtonRow>
            </form>
          </Details>
        ) : null}
    </div>
  ))
}

function Angaben({ c, e }: { c: RequestContext; e: Entscheidung }) {
  return (
    <DescriptionList items={[
      ...(e.varianten ? [{ label: 'Varianten', value: e.varianten }] : []), ...(e.empfehlung ? [{ label: 'Empfehlung', value: e.empfehlung }] : []), { label: 'Gremium', value: e.gremium },
      ...(e.status === 'offen' && e.benoetigtBis ? [{ label: 'Gebraucht bis', value: <Deadline date={e.benoetigtBis} today={c.today} soonDays={14} /> }] : []),
      ...(e.beschluss && e.beschlossenAm ? [{ label: `Beschluss vom ${formatDate(e.beschlossenAm)}`, value: e.beschluss }, { label: 'Umsetzung bis', value: e.umsetzungBis ? <Deadline date={e.umsetzungBis} today={c.today} done={e.status === 'umgesetzt'} soonDays={14} /> : null }, { label: 'Verantwortlich', value: e.verantwortlich }] : []),
      ...(e.herkunft ? [{ label: 'Herkunft', value: e.herkunft }] : []),
    ]} />
  )
}

function Handeln({ c, e, pfad, personen, zustand }: { c: RequestContext; e: Entscheidung; pfad: string; personen: Entscheidungsregister['personen']; zustand: Formularzustand | undefined }) {
  if (e.status === 'beschlossen') return <Knopfformular c={c} action={`${pfad}/abschliessen`} felder={{ status: 'umgesetzt' }}>Als umgesetzt melden<span class="sk-sr-only"> E{e.nummer}</span></Knopfformular>
  if (e.status !== 'offen') return null
  const feld = felderVon(zustand ?? { werte: {}, fehler: [] })
  const bei = (name: string, vorgabe = '') => ({ ...feld(name, vorgabe), ...(zustand ? {} : { id: `${name}-${e.nummer}` }) })
  return (
    <>
      <Details look="plain" summary={<>Beschluss eintragen<span class="sk-sr-only"> zu E{e.nummer}</span></>} open={Boolean(zustand)}>
        <form method="post" action={`${pfad}/beschluss`} class="sk-form" noValidate>
          <Formularfelder c={c} />
          <TextareaField label="Beschluss" rows={2} {...bei('beschluss')} />
          <FieldRow><TextField label="Gremium" {...bei('gremium', e.gremium)} /><TextField label="Beschlossen am" width={10} {...bei('beschlossenAm', formatDate(c.today))} /><TextField label="Umsetzung bis" width={10} optional {...bei('umsetzungBis')} /></FieldRow>
          <SelectField label="Verantwortlich" optional emptyLabel="noch niemand" options={personen.map(({ id, name }) => ({ value: id, label: name }))} {...bei('verantwortlichId')} />
          <Button small>Beschluss speichern</Button>
        </form>
      </Details>
      <Knopfformular c={c} action={`${pfad}/abschliessen`} felder={{ status: 'entfallen' }} variant="tertiary">Nicht mehr nötig<span class="sk-sr-only"> E{e.nummer}</span></Knopfformular>
    </>
  )
}
