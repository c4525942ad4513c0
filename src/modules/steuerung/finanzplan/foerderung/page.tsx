import type { VNode } from 'preact'
import { arbeitsplatzSeite, Badge, Button, ButtonRow, Card, DescriptionList, Details, EmptyState, ErrorSummary, EuroField, FieldRow, FilterBar, Formularfelder, HiddenFields, Knopfformular, SelectField, Table, TextField, type Column } from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { formatDate } from '../../../../platform/time/index.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { steckbriefPfad } from '../../programm/index.js'
import { adresse, Betrag, Finanzreiter, PFAD } from '../anzeige.js'
import { vzaeText } from '../domain/eingabe.js'
import { TERMINARTEN } from '../domain/foerderung.js'
import { objektText } from '../gliederung.js'
import type { Foerdertermin, Foerderung, foerderungsliste } from './query.js'

type Liste = Awaited<ReturnType<typeof foerderungsliste.run>>

/** How many dates the form offers; more are rare and can be a second funding. */
export const TERMINE_IM_FORMULAR = 4

export function foerderungenPage(c: RequestContext, liste: Liste, zustand: Formularzustand): Reply {
  const { strategien, strategie, foerderungen } = liste
  const verwaltet = holds(c.actor, 'finanzplan.verwalten')
  return arbeitsplatzSeite(c, { title: 'Förderungen', preline: strategie?.name ?? (strategien.length > 1 ? 'Alle Strategien' : undefined), hasErrors: zustand.fehler.length > 0, breadcrumb: [{ label: 'Finanzplan', href: adresse(PFAD, { strategie: strategie?.kennung }) }, { label: 'Förderungen' }] }, (
    <div class="sk-stack">
      <Finanzreiter c={c} aktuell="foerderung" strategie={strategie} />
      <ErrorSummary errors={[...(zustand.meldung ? [{ text: zustand.meldung }] : []), ...zustand.fehler.map(({ feld, text }) => ({ field: feld, text }))]} />
      {strategien.length > 1 ? <FilterBar action={`${PFAD}/foerderungen`} active={[]} resetHref={`${PFAD}/foerderungen`}><SelectField name="strategie" label="Strategie" value={strategie?.kennung ?? ''} emptyLabel="alle Strategien" optional options={strategien.map(({ kennung, name }) => ({ value: kennung, label: name }))} /></FilterBar> : null}
      {foerderungen.length === 0 ? <EmptyState icon="euro" title="Noch keine Förderung"><p>Wer Geld von Land, Bund oder EU bekommt, muss es rechtzeitig abrufen und die Verwendung nachweisen. Hier stehen die Termine; vor jedem entsteht eine Aufgabe.</p></EmptyState> : foerderungen.map((eine) => <Eine key={eine.id} c={c} foerderung={eine} verwaltet={verwaltet} mitStrategie={!strategie} />)}
      {verwaltet && strategien.length > 0 ? <Erfassen liste={liste} zustand={zustand} c={c} /> : null}
    </div>
  ))
}

function Eine({ c, foerderung, verwaltet, mitStrategie }: { c: RequestContext; foerderung: Foerderung; verwaltet: boolean; mitStrategie: boolean }): VNode {
  const { titel, geber, aktenzeichen, bewilligtCent, anteilHundertstel, zweckbindungBis, objekt, strategie, termine, abgerufenCent } = foerderung
  return (
    <Card title={titel}>
      <DescriptionList items={[
        { label: 'Geber', value: geber }, { label: 'Aktenzeichen', value: aktenzeichen }, { label: 'Vorhaben', value: objekt ? <a href={steckbriefPfad(objekt.id)}>{objektText(objekt)}</a> : 'übergreifend' }, ...(mitStrategie ? [{ label: 'Strategie', value: strategie.name }] : []),
        { label: 'Bewilligt', value: <Betrag cent={bewilligtCent} /> }, { label: 'Abgerufen', value: <Betrag cent={abgerufenCent} /> }, { label: 'Anteil', value: anteilHundertstel === null ? null : `${vzaeText(anteilHundertstel)}\u00a0%` }, { label: 'Zweckbindung bis', value: zweckbindungBis ? formatDate(zweckbindungBis) : null },
      ]} />
      <Table caption={`Termine: ${titel}`} captionHidden dense rows={termine} rowKey={({ id }) => id} empty={<p class="sk-muted">Keine Termine.</p>} columns={[
        { key: 'art', label: 'Termin', rowHeader: true, cell: ({ art }) => TERMINARTEN[art] }, { key: 'faellig', label: 'Fällig', nowrap: true, cell: ({ faelligAm }) => formatDate(faelligAm) }, { key: 'betrag', label: 'Betrag', align: 'end', cell: ({ betragCent }) => <Betrag cent={betragCent} /> },
        { key: 'stand', label: 'Stand', cell: ({ erledigtAm, ueberfaellig }) => (erledigtAm ? <Badge tone="success">erledigt</Badge> : ueberfaellig ? <Badge tone="danger" icon="warning">überfällig</Badge> : <Badge>offen</Badge>) },
        ...(verwaltet ? [{ key: 'tun', label: 'Erledigen', labelHidden: true, cell: ({ id, art, faelligAm, erledigtAm }: Foerdertermin) => (erledigtAm ? null : <Knopfformular c={c} action={`${PFAD}/foerderungen/erledigt`} felder={{ terminId: id, strategie: strategie.kennung }} small context={`${TERMINARTEN[art]} ${formatDate(faelligAm)}`}>Erledigt</Knopfformular>) } satisfies Column<Foerdertermin>] : []),
      ]} />
    </Card>
  )
}

function Erfassen({ c, liste: { strategien, strategie, objekte }, zustand }: { c: RequestContext; liste: Liste; zustand: Formularzustand }): VNode {
  const bei = (name: string) => { const text = zustand.fehler.find(({ feld }) => feld === name)?.text; return { name, value: wert(zustand.werte, name), ...(text ? { error: text } : {}) } }
  return (
    <Details summary="Neue Förderung erfassen" open={zustand.fehler.length > 0 || Boolean(zustand.meldung)}>
      <form method="post" action={`${PFAD}/foerderungen`} class="sk-form" noValidate>
        <Formularfelder c={c} />
        {strategie ? <HiddenFields values={{ strategie: strategie.kennung }} /> : <SelectField {...bei('strategie')} id="neu-strategie" label="Strategie" options={strategien.map(({ kennung, name }) => ({ value: kennung, label: name }))} />}
        <TextField {...bei('titel')} label="Titel" maxLength={200} />
        <FieldRow><TextField {...bei('geber')} label="Geber" maxLength={200} /><TextField {...bei('aktenzeichen')} label="Aktenzeichen" optional maxLength={100} /></FieldRow>
        <SelectField {...bei('objektId')} label="Vorhaben" optional emptyLabel="übergreifend" options={objekte.map((objekt) => ({ value: objekt.id, label: objektText(objekt) }))} />
        <FieldRow><EuroField {...bei('bewilligt')} label="Bewilligt" optional /><TextField {...bei('anteil')} label="Anteil" suffix="%" width={6} optional /><TextField {...bei('zweckbindungBis')} label="Zweckbindung bis" width={10} optional /></FieldRow>
        {Array.from({ length: TERMINE_IM_FORMULAR }, (_, index) => index + 1).map((nummer) => (
          <FieldRow key={nummer}>
            <SelectField {...bei(`art${nummer}`)} label={`Termin ${nummer}`} optional emptyLabel={null} options={Object.entries(TERMINARTEN).map(([value, label]) => ({ value, label }))} />
            <TextField {...bei(`faelligAm${nummer}`)} label="Fällig am" width={10} optional /><EuroField {...bei(`betrag${nummer}`)} label="Betrag" optional />
          </FieldRow>
        ))}
        <ButtonRow><Button>Förderung speichern</Button></ButtonRow>
      </form>
    </Details>
  )
}
