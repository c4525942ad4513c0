import type { VNode } from 'preact'
import {
  arbeitsplatzSeite, Badge, Button, ButtonRow, ConfirmPage, EmptyState, ErrorSummary, Formularfelder, HiddenFields, Knopfformular, SelectField, Table, TextField,
} from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { filterAus } from '../domain/filter.js'
import { ALLE_SICHTEN, SICHTEN } from '../domain/sicht.js'
import { Sichtreiter } from '../kopf.js'
import { ANSICHTEN, ansichtPfad, PFAD, sichtPfad } from '../pfade.js'
import { sichtenVon } from '../zugriff.js'
import type { Ansicht } from './lesen.js'
import type { Ansichtsformular, Listenansicht } from './query.js'

const Knoepfe = ({ c, ansicht }: { c: RequestContext; ansicht: Listenansicht }): VNode => (
  <div class="sk-cluster">
    {ansicht.start
      ? <Knopfformular c={c} action={`${ANSICHTEN}/start-aufheben`} small variant="tertiary" context={ansicht.name}>Nicht mehr als Start</Knopfformular>
      : <Knopfformular c={c} action={`${ANSICHTEN}/${ansicht.id}/start`} small variant="tertiary" context={ansicht.name}>Als Start</Knopfformular>}
    {ansicht.aenderbar ? <><a href={`${ANSICHTEN}/${ansicht.id}`}>Ändern<span class="sk-sr-only"> {ansicht.name}</span></a> <a href={`${ANSICHTEN}/${ansicht.id}/loeschen`}>Löschen<span class="sk-sr-only"> {ansicht.name}</span></a></> : null}
  </div>
)

/** Own views and those that were shared with a role of the person. */
export function ansichtenPage(c: RequestContext, ansichten: readonly Listenansicht[]): Reply {
  return arbeitsplatzSeite(c, { title: 'Gespeicherte Ansichten', breadcrumb: [{ label: 'Lagebild', href: PFAD }, { label: 'Gespeicherte Ansichten' }] }, (
    <div class="sk-stack">
      <Sichtreiter c={c} />
      <Table caption="Gespeicherte Ansichten" captionHidden rows={ansichten} rowKey={({ id }) => id}
        empty={<EmptyState icon="star" title="Noch keine Ansicht gespeichert"><p>Wählen Sie im Lagebild Ihre Filter und dann „Diese Ansicht speichern“. Sie öffnen sie danach mit einem Klick.</p></EmptyState>}
        columns={[
          { key: 'name', label: 'Ansicht', rowHeader: true, cell: (ansicht) => <><a href={ansichtPfad(ansicht)}>{ansicht.name}</a>{ansicht.start ? <> <Badge tone="info" icon="home">Start</Badge></> : null}</> },
          { key: 'sicht', label: 'Sicht', cell: ({ sicht }) => SICHTEN[sicht].titel },
          { key: 'von', label: 'Von', cell: ({ eigene, von, verwaist }) => <>{eigene ? 'Ihnen' : von}{verwaist ? <span class="sk-line sk-meta">arbeitet nicht mehr hier</span> : null}</> },
          { key: 'fuer', label: 'Geteilt mit', cell: ({ rollenname }) => rollenname ?? 'niemandem' },
          { key: 'tun', label: 'Was möchten Sie tun?', labelHidden: true, cell: (ansicht) => <Knoepfe c={c} ansicht={ansicht} /> },
        ]} />
    </div>
  ))
}

/** What a new view keeps: from the address first, from the form when it is shown again. */
export function vorgabe(c: RequestContext, zustand: Formularzustand) {
  const aus = (name: string) => (name in zustand.werte ? wert(zustand.werte, name) : c.suche.get(name) ?? '')
  const gewuenscht = aus('sicht')
  return { sicht: ALLE_SICHTEN.find((sicht) => sicht === gewuenscht) ?? sichtenVon(c.actor)[0] ?? 'einheit', frage: aus('frage') }
}

/** The name of a view, and who else sees it. */
export function ansichtFormPage(c: RequestContext, { ansicht, rollen }: Ansichtsformular, zustand: Formularzustand): Reply {
  const neu = vorgabe(c, zustand)
  const bei = (name: string, sonst: string) => {
    const fehler = zustand.fehler.find(({ feld }) => feld === name)
    return { name, value: name in zustand.werte ? wert(zustand.werte, name) : sonst, ...(fehler ? { error: fehler.text } : {}) }
  }
  const zurueck = ansicht ? ANSICHTEN : sichtPfad(neu.sicht, filterAus(new URLSearchParams(neu.frage)))
  const titel = ansicht ? 'Ansicht ändern' : 'Ansicht speichern'
  return arbeitsplatzSeite(c, {
    title: titel, schmal: true, hasErrors: zustand.fehler.length > 0 || zustand.meldung !== undefined,
    breadcrumb: [{ label: 'Lagebild', href: PFAD }, { label: 'Gespeicherte Ansichten', href: ANSICHTEN }, { label: titel }],
  }, (
    <>
      <ErrorSummary errors={[...(zustand.meldung ? [{ text: zustand.meldung }] : []), ...zustand.fehler.map(({ feld, text }) => ({ field: feld, text }))]} />
      <p>Gespeichert werden die Sicht „{SICHTEN[ansicht?.sicht ?? neu.sicht].titel}“ und ihre Filter, keine Zahlen: Beim Öffnen sehen Sie immer den Stand von heute.</p>
      <form method="post" action={ansicht ? `${ANSICHTEN}/${ansicht.id}` : `${ANSICHTEN}/neu`} class="sk-form" noValidate>
        <Formularfelder c={c} />
        {ansicht ? null : <HiddenFields values={{ sicht: neu.sicht, frage: neu.frage }} />}
        <TextField label="Name" hint="Zum Beispiel „Rote Vorhaben in Finanzen“" {...bei('name', ansicht?.name ?? '')} />
        {rollen.length > 0 || ansicht?.rolle ? <Rollenwahl rollen={rollen} ansicht={ansicht} feld={bei('rolle', ansicht?.rolle ?? '')} /> : null}
        <ButtonRow><Button>{ansicht ? 'Änderung speichern' : 'Ansicht speichern'}</Button><a class="sk-cancel" href={zurueck}>Abbrechen</a></ButtonRow>
      </form>
    </>
  ))
}

function Rollenwahl({ rollen, ansicht, feld }: { rollen: Ansichtsformular['rollen']; ansicht: Ansicht | undefined; feld: { name: string; value: string; error?: string } }): VNode {
  const fremd = ansicht?.rolle && !rollen.some(({ schluessel }) => schluessel === ansicht.rolle) ? [{ value: ansicht.rolle, label: ansicht.rolle }] : []
  return <SelectField label="Geteilt mit" hint="Wer diese Rolle hat, sieht die Ansicht auch, aber nur, was er ohnehin sehen darf." optional emptyLabel="niemandem"
    options={[...rollen.map(({ schluessel, name }) => ({ value: schluessel, label: name })), ...fremd]} {...feld} />
}

export function loeschenPage(c: RequestContext, ansicht: Ansicht): Reply {
  return arbeitsplatzSeite(c, { title: 'Ansicht löschen', schmal: true, ohneKopf: true, breadcrumb: [{ label: 'Lagebild', href: PFAD }, { label: 'Gespeicherte Ansichten', href: ANSICHTEN }, { label: 'Löschen' }] }, (
    <ConfirmPage title={`Ansicht „${ansicht.name}“ löschen?`} action={`${ANSICHTEN}/${ansicht.id}/loeschen`} hidden={c.formFields() as unknown as Record<string, string>} confirmLabel="Ansicht löschen" cancelHref={ANSICHTEN} danger>
      <p>Das lässt sich nicht rückgängig machen. Die Zahlen bleiben, nur die Zusammenstellung der Filter geht verloren.</p>
      {ansicht.rolle ? <p>Sie ist mit einer Rolle geteilt: Auch die Kolleginnen und Kollegen sehen sie dann nicht mehr.</p> : null}
    </ConfirmPage>
  ))
}
