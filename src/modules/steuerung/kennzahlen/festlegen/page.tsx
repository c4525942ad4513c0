import type { VNode } from 'preact'
import {
  arbeitsplatzSeite, Button, ButtonRow, CheckboxField, ErrorSummary, FieldRow, Fieldset, Formularfelder, HiddenFields,
  LinkButton, NumberField, SelectField, TextareaField, TextField,
} from '../../../../design/index.js'
import type { Formularzustand, Reply, RequestContext } from '../../../../platform/http/route.js'
import type { Kennzahlquelle } from '../../../../platform/kennzahlquelle.js'
import { felderVon, meldungenVon } from '../anzeige.js'
import { ARTEN, RICHTUNGEN } from '../domain/kennzahl.js'
import { HAEUFIGKEITEN } from '../domain/zeitraum.js'
import { kennzahlPfad, PFAD } from '../pfade.js'
import type { Auswahl } from './query.js'

const wahl = (worte: Readonly<Record<string, string>>) => Object
  .entries(worte)
  .map(([value, label]) => ({ value, label }))

/** The form of a Kennzahl, new or to be changed. */
export function festlegenPage(
  c: RequestContext, { kennzahl, ziele, einheiten }: Auswahl, quellen: readonly Kennzahlquelle[],
  vorgaben: Readonly<Record<string, string>>, zustand: Formularzustand
): Reply {
  const feld = felderVon(zustand, vorgaben)
  const title = kennzahl ? 'Kennzahl ändern' : 'Kennzahl festlegen'
  const zurueck = kennzahl ? kennzahlPfad(kennzahl.id) : PFAD
  return arbeitsplatzSeite(c, {
    title, ...(kennzahl ? { preline: kennzahl.name } : {}), schmal: true, hasErrors: zustand.fehler.length > 0,
    breadcrumb: [
      { label: 'Kennzahlen', href: PFAD }, ...(kennzahl ? [{ label: kennzahl.name, href: zurueck }] : []),
      { label: title },
    ]
  }, (
    <>
      <ErrorSummary errors={meldungenVon(zustand)} />
      <form method="post" action={kennzahl ? `${zurueck}/aendern` : `${PFAD}/neu`} class="sk-form" noValidate
        data-unsaved-guard="">
        <Formularfelder c={c} /><HiddenFields
          values={kennzahl ? { version: feld('version').value } : { kriteriumId: feld('kriteriumId').value }} />
        <TextField label="Name" maxLength={200} {...feld('name')} />
        <TextareaField label="Definition" rows={3} maxLength={2000}
          hint="Was genau wird gezählt, was nicht? So, dass zwei Menschen auf dieselbe Zahl kommen."
          {...feld('definition')} />
        <SelectField label="Ziel" optional emptyLabel="noch keines"
          options={ziele.map(({ id, name }) => ({ value: id, label: name }))} {...feld('zielId')} />
        <SelectField label="Quelle" optional emptyLabel="von Hand mit Nachweis"
          hint="Eine automatische Quelle zählt nach jedem Stichtag von selbst. Sie bestimmt Art und Maßeinheit."
          options={quellen.map(({ schluessel, name }) => ({ value: schluessel, label: name }))} {...feld('quelle')} />
        <Fieldset legend="Wie gezählt wird" grouped>
          <SelectField label="Art" options={wahl(ARTEN)} emptyLabel={null} {...feld('art')} />
          <FieldRow>
            <TextField label="Maßeinheit" optional maxLength={40} width={20}
              hint="Zum Beispiel Tage oder Dienste; bei Anteilen nicht nötig." {...feld('masseinheit')} />
            <SelectField label="Nachkommastellen"
              options={['0', '1', '2', '3', '4'].map((value) => ({ value, label: value }))} emptyLabel={null}
              {...feld('nachkomma')} />
          </FieldRow>
          <SelectField label="Richtung" options={wahl(RICHTUNGEN)} emptyLabel={null} {...feld('richtung')} />
          <CheckboxField label="Die Werte der Einheiten lassen sich zusammenzählen"
            hint="Anzahlen ja, Durchschnitte und Mediane nein. Anteile werden immer aus ihren Zählern und Nennern gebildet."
            name="summierbar" value="ja" checked={feld('summierbar').value === 'ja'} />
          <SelectField label="Häufigkeit" options={wahl(HAEUFIGKEITEN)} emptyLabel={null} {...feld('haeufigkeit')} />
          <SelectField label="Verantwortliche Einheit" optional emptyLabel="die ganze Stadt"
            options={einheiten.map(({ id, name }) => ({ value: id, label: name }))} {...feld('einheitId')} />
        </Fieldset>
        <Zielfelder feld={feld} />
        <ButtonRow>
          <Button>Speichern</Button><LinkButton variant="tertiary" href={zurueck}>Abbrechen</LinkButton>
        </ButtonRow>
      </form>
    </>
  ))
}

const WEG = 'Vom Ausgangswert zum Zielwert wird ein gleichmäßiger Weg gerechnet: Was schlechter ist, gilt als hinter dem '
  + 'Plan. Ohne Ausgangswert zählt der erste Wert.'

/** What is wanted, and from where it starts. */
function Zielfelder({ feld }: { feld: ReturnType<typeof felderVon> }): VNode {
  return (
    <Fieldset legend="Was erreicht werden soll" grouped
      hint={WEG}>
      <FieldRow>
        <NumberField label="Zielwert" optional decimals width={10} {...feld('zielwert')} />
        <TextField label="Zieltermin" optional width={10} hint="Tag.Monat.Jahr" {...feld('zielAm')} />
      </FieldRow>
      <FieldRow>
        <NumberField label="Ausgangswert" optional decimals width={10} {...feld('ausgangswert')} />
        <TextField label="Ausgangswert vom" optional width={10} hint="Tag.Monat.Jahr" {...feld('ausgangAm')} />
      </FieldRow>
    </Fieldset>
  )
}
