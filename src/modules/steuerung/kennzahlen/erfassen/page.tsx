import {
  Alert, arbeitsplatzSeite, Button, ButtonRow, ErrorSummary, FieldRow, Formularfelder, HiddenFields, LinkButton,
  NumberField, SelectField, TextareaField, TextField,
} from '../../../../design/index.js'
import type { Formularzustand, Reply, RequestContext } from '../../../../platform/http/route.js'
import { formatDate } from '../../../../platform/time/index.js'
import { felderVon, meldungenVon } from '../anzeige.js'
import { alsEingabe } from '../domain/zahl.js'
import { letzterStichtag } from '../domain/zeitraum.js'
import { kennzahlPfad, PFAD } from '../pfade.js'
import { werttext } from '../worte.js'
import type { Wertansicht } from './query.js'

function vorgabenAus(c: RequestContext, { kennzahl, bisher }: Wertansicht): Readonly<Record<string, string>> {
  if (!bisher) return { stichtag: formatDate(letzterStichtag(c.today, kennzahl.haeufigkeit)), fassung: '0' }
  const { messung } = bisher
  return {
    stichtag: formatDate(bisher.stichtag), einheitId: bisher.einheitId ?? '', fassung: String(bisher.fassung),
    nachweis: bisher.nachweis, nachweisLink: bisher.nachweisLink,
    ...('zahl' in messung ? { zahl: alsEingabe(messung.zahl) } : {}),
    ...('fehlt' in messung ? { fehlt: messung.fehlt } : {}),
    ...('zaehler' in messung ? { zaehler: alsEingabe(messung.zaehler), nenner: alsEingabe(messung.nenner) } : {}),
  }
}

/** The form of a value: new, or the correction of one that is there. */
export function wertPage(c: RequestContext, ansicht: Wertansicht, zustand: Formularzustand): Reply {
  const { kennzahl, einheiten, fuerStadt, bisher } = ansicht
  const feld = felderVon(zustand, vorgabenAus(c, ansicht))
  const [basis, title] = [kennzahlPfad(kennzahl.id), bisher ? 'Wert berichtigen' : 'Wert eintragen']
  return arbeitsplatzSeite(c, {
    title, preline: kennzahl.name, schmal: true, hasErrors: zustand.fehler.length > 0,
    breadcrumb: [{ label: 'Kennzahlen', href: PFAD }, { label: kennzahl.name, href: basis }, { label: title }],
  }, (
    <>
      <ErrorSummary errors={meldungenVon(zustand)} />
      {kennzahl.stillgelegtAm
        ? <Alert tone="warning" title="Diese Kennzahl ist stillgelegt"><p>Sie nimmt keine Werte mehr auf.</p></Alert>
        : null}
      <p>{kennzahl.definition}</p>
      {bisher
        ? (
          <p>
            Bisher: <strong>{werttext(kennzahl, bisher.messung)}</strong>.
            {' '}Der bisherige Wert bleibt als Fassung {bisher.fassung} lesbar.
          </p>
        )
        : null}
      <form method="post" action={`${basis}/wert`} class="sk-form" noValidate data-unsaved-guard="">
        <Formularfelder c={c} /><HiddenFields values={{ fassung: feld('fassung').value }} />
        <TextField
          label="Stichtag" width={10} hint="Der letzte Tag des Zeitraums, Tag.Monat.Jahr" {...feld('stichtag')} />
        <SelectField label="Gilt für" emptyLabel={fuerStadt ? null : 'Bitte wählen'} options={[
          ...(fuerStadt ? [{ value: '', label: 'die ganze Stadt' }] : []),
          ...einheiten.map(({ id, name }) => ({ value: id, label: name })),
        ]} {...feld('einheitId')} />
        {kennzahl.art === 'anteil'
          ? (
            <FieldRow>
              <NumberField label="Zähler" decimals width={10} hint="Davon, zum Beispiel digital" {...feld('zaehler')} />
              <NumberField label="Nenner" decimals width={10} hint="Von allen" {...feld('nenner')} />
            </FieldRow>
          )
          : <NumberField label="Wert" decimals width={10} suffix={kennzahl.masseinheit} {...feld('zahl')} />}
        <TextField label="Es gibt keinen Wert, weil" optional maxLength={500}
          hint="Nur wenn es zu diesem Stichtag keinen gibt. Lassen Sie dann den Wert leer." {...feld('fehlt')} />
        <TextareaField label="Nachweis" rows={3} maxLength={1000}
          hint="Woher stammt die Zahl? Zum Beispiel: Auswertung des Fachverfahrens vom 3. November."
          {...feld('nachweis')} />
        <TextField label="Verweis auf ein Dokument" optional maxLength={500}
          hint="Eine Adresse, die mit https:// beginnt, oder die eines Dokuments in diesem Programm."
          {...feld('nachweisLink')} />
        {bisher || feld('grund').error || feld('grund').value
          ? <TextareaField label="Warum wird berichtigt?" rows={2} maxLength={1000} {...feld('grund')} />
          : null}
        <ButtonRow>
          <Button>{bisher ? 'Berichtigen' : 'Eintragen'}</Button>
          <LinkButton variant="tertiary" href={basis}>Abbrechen</LinkButton>
        </ButtonRow>
      </form>
    </>
  ))
}
