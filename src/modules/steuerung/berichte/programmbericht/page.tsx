import { Alert, arbeitsplatzSeite, Button, Card, EmptyState, ErrorSummary, formatInstant, Formularfelder, HiddenFields, SelectField, Table, TextareaField, TextField } from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { formatDate } from '../../../../platform/time/index.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { Ampelmarke, Berichtsreiter, PFAD } from '../anzeige.js'
import { quartalVon } from '../domain/zeitraum.js'
import type { programmberichteAnsehen } from './query.js'

export const PROGRAMMBERICHTE = `${PFAD}/programmberichte`

export function programmberichtePage(c: RequestContext, ansicht: Awaited<ReturnType<typeof programmberichteAnsehen.run>>, zustand: Formularzustand): Reply {
  const { strategie, zeilen } = ansicht
  return arbeitsplatzSeite(c, { title: 'Programmberichte', preline: strategie?.name, hasErrors: zustand.fehler.length > 0 }, (
    <>
      <Berichtsreiter c={c} aktuell="programm" strategie={strategie} />
      <ErrorSummary errors={zustand.fehler.map(({ feld, text }) => ({ field: feld, text }))} />
      {zustand.meldung ? <Alert tone="warning" live="alert" title="Nicht festgeschrieben"><p>{zustand.meldung}</p></Alert> : null}
      <Table caption="Programmberichte" captionHidden rows={zeilen} rowKey={({ id }) => id} empty={<EmptyState icon="file" title="Noch kein Programmbericht"><p>Nach dem Ende eines Quartals schreibt das Programmbüro den Bericht für den Lenkungsausschuss fest.</p></EmptyState>} columns={[
        { key: 'quartal', label: 'Quartal', rowHeader: true, cell: ({ id, jahr, quartal, version }) => <><a href={`${PROGRAMMBERICHTE}/${id}/bericht.pdf`}>{quartal}. Quartal {jahr} (PDF)</a>{version > 1 ? <span class="sk-line sk-meta">Fassung {version}</span> : null}</> },
        { key: 'stichtag', label: 'Stichtag', nowrap: true, cell: ({ stichtag }) => formatDate(stichtag) },
        { key: 'lage', label: 'Gesamtlage', cell: ({ gesamt }) => (gesamt ? <Ampelmarke ampel={gesamt} /> : 'keine gemeinsame Ampel') },
        { key: 'sitzung', label: 'Sitzung', cell: ({ sitzung_am, ohne_sitzung, gremium }) => <>{gremium}<span class="sk-line sk-meta">{sitzung_am ? formatDate(sitzung_am) : `keine Sitzung: ${ohne_sitzung ?? ''}`}</span></> },
        { key: 'wann', label: 'Festgeschrieben', cell: ({ erstellt_am, erstellt_von }) => <>{formatInstant(erstellt_am)}<span class="sk-line sk-meta">{erstellt_von}</span></> },
      ]} />
      {strategie && holds(c.actor, 'berichte.verwalten') ? <Festschreiben c={c} ansicht={ansicht} zustand={zustand} strategieId={strategie.id} /> : null}
    </>
  ))
}

function Festschreiben({ c, ansicht: { gremien, zeilen }, zustand, strategieId }: { c: RequestContext; ansicht: Awaited<ReturnType<typeof programmberichteAnsehen.run>>; zustand: Formularzustand; strategieId: string }) {
  const letztes = c.today.subtract({ months: 3 })
  const quartale = Array.from({ length: 8 }, (_, i) => letztes.subtract({ months: 3 * i })).map((tag) => ({ value: `${tag.year}-${quartalVon(tag)}`, label: `${quartalVon(tag)}. Quartal ${tag.year}` }))
  const feld = (name: string, vorgabe = '') => { const treffer = zustand.fehler.find((one) => one.feld === name); return { name, value: wert(zustand.werte, name) || vorgabe, ...(treffer ? { error: treffer.text } : {}) } }
  return (
    <Card title="Quartal festschreiben">
      <p>Der Bericht entsteht aus den Statusberichten, wie sie jetzt eingereicht sind, und ändert sich danach nicht mehr. Ein weiterer Bericht für dasselbe Quartal ist eine neue Fassung.</p>
      <form method="post" action={c.path} class="sk-form" noValidate>
        <Formularfelder c={c} />
        <HiddenFields values={{ strategieId }} />
        <SelectField label="Quartal" emptyLabel={null} options={quartale} {...feld('quartal', quartale[0]?.value)} />
        <TextField label="Gremium" optional maxLength={200} {...feld('gremium', zeilen[0]?.gremium || gremien[0]?.name)} />
        <TextField label="Sitzung am" type="date" optional width={10} {...feld('sitzungAm')} />
        <TextareaField label="Keine Sitzung in diesem Quartal" hint="Warum tagt das Gremium nicht, und wie wird es unterrichtet?" optional rows={2} maxLength={1000} {...feld('ohneSitzung')} />
        <Button>Festschreiben</Button>
      </form>
    </Card>
  )
}
