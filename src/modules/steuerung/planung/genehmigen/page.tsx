import { arbeitsplatzSeite, Badge, Button, ButtonRow, Card, DateText, Details, EmptyState, ErrorSummary, Formularfelder, HiddenFields, Table, TextareaField } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import type { Planansicht } from '../ansehen/query.js'
import { abgelehnt, felderVon, meldungenVon, teilVon, type Teilzustand } from '../formfelder.js'
import { Planreiter } from '../reiter.js'
import type { Genehmigungen } from './query.js'

/** The name of the form that takes an approval back, for `Teilzustand`. */
export const ZURUECKZIEHEN = 'zurueckziehen'

const STATUS = { offen: ['offen', 'warning'], genehmigt: ['genehmigt', 'success'], abgelehnt: ['abgelehnt', 'danger'], zurueckgezogen: ['zurückgezogen', 'neutral'] } as const

/** Baseline and change requests: who approved what, and what waits for a decision. */
export function genehmigungSeite(c: RequestContext, { plan, darf, basis }: Planansicht, { basen, antraege }: Genehmigungen, zustand: Teilzustand): Reply {
  const pfad = `/arbeitsplatz/planung/${plan.id}`
  const bei = felderVon(zustand)
  const widerruf = felderVon(zustand, ZURUECKZIEHEN)
  return arbeitsplatzSeite(c, {
    title: 'Genehmigung', preline: plan.titel, hasErrors: zustand.fehler.length > 0, breadcrumb: [{ label: 'Planung', href: '/arbeitsplatz/planung' }, { label: plan.titel, href: pfad }, { label: 'Genehmigung' }],
  }, (
    <div class="sk-stack">
      <Planreiter planId={plan.id} aktuell="genehmigung" offeneAntraege={antraege.filter(({ status }) => status === 'offen').length} />
      <ErrorSummary errors={meldungenVon(zustand)} />
      <Card title="Änderungsanträge">
        {antraege.length === 0 ? <EmptyState title="Keine Änderungsanträge"><p>Ein Antrag entsteht, wenn eine Änderung einen genehmigten Meilenstein um mehr als {plan.schwelle} Arbeitstage verschiebt.</p></EmptyState> : null}
        {antraege.map((antrag) => (
          <section key={antrag.id} class="plan-antrag" aria-labelledby={`antrag-${antrag.nummer}`}>
            <h3 id={`antrag-${antrag.nummer}`}>Antrag {antrag.nummer} <Badge tone={STATUS[antrag.status][1]}>{STATUS[antrag.status][0]}</Badge></h3>
            <p class="sk-meta">{antrag.von}, <DateText instant={antrag.am} /></p>
            <p>{antrag.grund}</p>
            <ul>{antrag.wirkung.ueberschreitungen.map(({ id, titel, tage }) => <li key={id}>{titel}: {tage} Arbeitstage hinter dem Basisplan</li>)}<li>{antrag.wirkung.verschoben} Einträge verschieben sich.</li></ul>
            {antrag.entscheidung ? <p>{antrag.entschiedenVon}: {antrag.entscheidung}</p> : null}
            {antrag.status === 'offen' ? <Entscheidung c={c} pfad={`${pfad}/antraege/${antrag.id}`} darf={darf.genehmigen && antrag.vonId !== c.actor.id} eigener={antrag.vonId === c.actor.id} nummer={antrag.nummer} /> : null}
          </section>
        ))}
      </Card>
      <Card title="Basisplan">
        {basen.length === 0 ? <p>Der Plan ist noch nicht genehmigt. Bis dahin kann er frei geändert werden.</p>
          : <Table caption="Genehmigte Basispläne" captionHidden dense rows={basen} rowKey={({ nummer }) => String(nummer)} columns={[
            { key: 'nr', label: 'Nr.', rowHeader: true, cell: ({ nummer }) => `Basisplan ${nummer}` }, { key: 'grund', label: 'Anlass', cell: ({ grund }) => grund }, { key: 'wer', label: 'Genehmigt von', cell: ({ wer }) => wer },
            { key: 'am', label: 'Am', cell: ({ am }) => <DateText instant={am} /> },
            { key: 'stand', label: 'Stand', cell: ({ nummer, widerruf: zurueck }) => (zurueck ? <><Badge tone="danger">zurückgezogen</Badge><span class="sk-line sk-meta">{zurueck.wer}, <DateText instant={zurueck.am} />: {zurueck.grund}</span></> : basis?.nummer === nummer ? <Badge tone="success">gilt</Badge> : <Badge>abgelöst</Badge>) },
          ]} />}
        {darf.genehmigen
          ? (
            <form method="post" action={`${pfad}/genehmigung`} class="sk-form" noValidate>
              <Formularfelder c={c} /><HiddenFields values={{ gesehen: String(plan.version) }} />
              <TextareaField label="Beschluss oder Anlass" rows={2} maxLength={1000} hint="Die Termine des ganzen Plans werden eingefroren. Danach brauchen größere Verschiebungen einen Antrag." {...bei('grund')} />
              <ButtonRow><Button>{basis ? 'Plan neu genehmigen' : 'Plan genehmigen'}</Button></ButtonRow>
            </form>
          ) : null}
        {darf.genehmigen && basis ? (
          <Details look="plain" summary="Genehmigung zurückziehen" open={abgelehnt(teilVon(zustand, ZURUECKZIEHEN))}>
            <form method="post" action={`${pfad}/genehmigung/zurueckziehen`} class="sk-form" noValidate>
              <Formularfelder c={c} />
              <TextareaField label="Warum?" rows={2} maxLength={1000} hint={`Basisplan ${basis.nummer} bleibt lesbar, gilt aber nicht mehr. Gab es davor einen, gilt er wieder.`} {...widerruf('grund')} />
              <Button small variant="danger">Genehmigung zurückziehen</Button>
            </form>
          </Details>
        ) : null}
      </Card>
    </div>
  ))
}

function Entscheidung({ c, pfad, darf, eigener, nummer }: { c: RequestContext; pfad: string; darf: boolean; eigener: boolean; nummer: number }) {
  if (eigener) return <form method="post" action={`${pfad}/zurueckziehen`} class="sk-button-form"><Formularfelder c={c} /><Button variant="tertiary" small context={`Antrag ${nummer}`}>Antrag zurückziehen</Button></form>
  if (!darf) return null
  return (
    <form method="post" action={`${pfad}/entscheiden`} class="sk-form" noValidate>
      <Formularfelder c={c} />
      <TextareaField name="begruendung" id={`begruendung-${nummer}`} label="Begründung" rows={2} maxLength={2000} optional hint="Bei einer Ablehnung nötig." />
      <ButtonRow><Button name="entscheidung" value="genehmigt" small context={`Antrag ${nummer}`}>Genehmigen und übernehmen</Button><Button variant="danger" name="entscheidung" value="abgelehnt" small context={`Antrag ${nummer}`}>Ablehnen</Button></ButtonRow>
    </form>
  )
}
