import { arbeitsplatzSeite, Badge, Button, ButtonRow, Card, CheckboxField, Details, EmptyState, ErrorSummary, fieldId, formatDate, Formularfelder, SelectField, Table, TextField } from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { PFAD, ProgrammReiter, steckbriefPfad } from '../anzeige.js'
import type { mitwirkungenAnsehen } from './query.js'

type Ansicht = Awaited<ReturnType<typeof mitwirkungenAnsehen.run>>
type Zeile = Ansicht['zeilen'][number]

export const EXTERNE = `${PFAD}/externe`

/** What was refused, and at which row when it was not the form for a new one. */
export interface Externenzustand extends Formularzustand { readonly mitwirkungId?: string }

const grundFeld = (id: string): string => `ende-${id}`

/** People of other houses: who works on what until when, and an end to it (H5-06). */
export function externePage(c: RequestContext, { zeilen, personen, vorhaben, namen }: Ansicht, zustand: Externenzustand): Reply {
  const fehler = zustand.fehler.map(({ feld, text }) => ({ field: zustand.mitwirkungId ? grundFeld(zustand.mitwirkungId) : feld, text }))
  const neu = zustand.mitwirkungId === undefined ? zustand : { werte: {}, fehler: [] }
  const bei = (name: string) => { const text = neu.fehler.find(({ feld }) => feld === name)?.text; return { name, value: wert(neu.werte, name), ...(text ? { error: text } : {}) } }
  return arbeitsplatzSeite(c, { title: 'Externe', hasErrors: zustand.fehler.length > 0 || Boolean(zustand.meldung), breadcrumb: [{ label: 'Programm', href: PFAD }, { label: 'Externe' }] }, (
    <div class="sk-stack">
      <ProgrammReiter c={c} aktuell="externe" />
      <ErrorSummary errors={[...(zustand.meldung ? [{ text: zustand.meldung }] : []), ...fehler]} />
      <p class="sk-lead">Personen anderer Häuser sehen nur die Vorhaben, an denen sie mitarbeiten, ohne Angaben zu Personal und Geld. Die Mitarbeit endet von selbst; mit der letzten wird auch das Konto gesperrt.</p>
      {zeilen.length === 0 ? <EmptyState icon="people" title="Niemand von außen"><p>Die Fachadministration legt das Konto mit einer Rolle für externe Mitarbeit an. Hier ordnen Sie ihm dann Vorhaben zu.</p></EmptyState> : (
        <Table caption="Mitarbeit von außen" captionHidden rows={zeilen} rowKey={({ id }) => id} columns={[
          { key: 'wer', label: 'Person', rowHeader: true, cell: ({ person, haus }) => <>{person}<span class="sk-line sk-meta">{haus}</span></> },
          { key: 'was', label: 'Vorhaben', cell: ({ objekt }) => (objekt ? <a href={steckbriefPfad(objekt.id)}>{[objekt.nummer, objekt.name].filter(Boolean).join(' ')}</a> : 'entfernt') },
          { key: 'bericht', label: 'Statusbericht', cell: ({ berichtet }) => (berichtet ? 'darf schreiben' : '–') },
          { key: 'bis', label: 'Bis', nowrap: true, cell: ({ bis }) => formatDate(bis) },
          { key: 'stand', label: 'Stand', cell: ({ offen, beendetGrund }) => (offen ? <Badge tone="success">offen</Badge> : <><Badge>beendet</Badge>{beendetGrund ? <span class="sk-line sk-meta">{beendetGrund}</span> : null}</>) },
          { key: 'tun', label: 'Beenden', labelHidden: true, cell: (zeile) => (zeile.offen ? <Beenden c={c} zeile={zeile} zustand={zustand} /> : null) },
        ]} />
      )}
      {personen.length === 0 ? null : (
        <Card title="Mitarbeit einrichten">
          <form method="post" action={EXTERNE} class="sk-form" noValidate>
            <Formularfelder c={c} />
            <SelectField label="Person" {...bei('kontoId')} options={personen.map(({ id, name }) => ({ value: id, label: name }))} />
            <TextField label="Haus" hint="Zum Beispiel Kreis, Rechenzentrum oder beauftragte Firma" maxLength={200} {...bei('haus')} />
            <SelectField label="Vorhaben" {...bei('objektId')} options={vorhaben.map((objekt) => ({ value: objekt.id, label: `${namen[objekt.art].einzahl}: ${[objekt.nummer, objekt.name].filter(Boolean).join(' ')}` }))} />
            <TextField label="Bis" width={10} hint="Höchstens ein Jahr, zum Beispiel 31.12.2026" {...bei('bis')} />
            <CheckboxField name="berichtet" value="ja" label="Darf den Statusbericht dieses Vorhabens schreiben" optional checked={wert(neu.werte, 'berichtet') === 'ja'} />
            <ButtonRow><Button>Einrichten</Button></ButtonRow>
          </form>
        </Card>
      )}
    </div>
  ))
}

function Beenden({ c, zeile, zustand }: { c: RequestContext; zeile: Zeile; zustand: Externenzustand }) {
  const eigener = zustand.mitwirkungId === zeile.id ? zustand : undefined
  const fehler = eigener?.fehler.find(({ feld }) => feld === 'grund')?.text
  return (
    <Details look="plain" open={eigener !== undefined} summary={<>Beenden<span class="sk-sr-only"> {zeile.person}</span></>}>
      <form method="post" action={`${EXTERNE}/${zeile.id}/beenden`} class="sk-form" noValidate>
        <Formularfelder c={c} />
        <TextField name="grund" id={fieldId(grundFeld(zeile.id))} label="Grund" maxLength={500} value={eigener ? wert(eigener.werte, 'grund') : ''} {...(fehler ? { error: fehler } : {})} />
        <Button small variant="danger">Mitarbeit beenden</Button>
      </form>
    </Details>
  )
}
