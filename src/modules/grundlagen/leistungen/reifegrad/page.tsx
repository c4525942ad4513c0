import type { VNode } from 'preact'
import {
  arbeitsplatzSeite, Button, ButtonRow, Card, EmptyState, ErrorSummary, FieldRow, Formularfelder, LinkButton, SelectField, Table, TextareaField,
  TextField,
} from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { formatDate } from '../../../../platform/time/index.js'
import { modellpfad, OZG_MODELLE, type OzgModell } from '../domain/reifegrad.js'
import type { Bewertungsstand, Reifegradansicht } from './query.js'

export const PFAD = '/arbeitsplatz/ozg-reifegrade'
const MODELLE = ['OZG_1_1', 'OZG_2_0'] as const satisfies readonly OzgModell[]
export const bewertungspfad = (schluessel: string, modell: OzgModell): string => `${PFAD}/${schluessel}/${modellpfad(modell)}`

/** All services of the town with their newest level in both models, side by side and never together (A1-04). */
export function reifegradePage(c: RequestContext, staende: readonly Bewertungsstand[]): Reply {
  return arbeitsplatzSeite(c, { title: 'OZG-Reifegrade der Leistungen' }, (
    <>
      <p class="sk-lead">
        Wie weit eine Leistung online geht, nach den beiden Modellen des Bundes. Die Stufe ist immer das schwächste Kriterium, das
        anwendbar ist. Die Modelle werden nie zusammengezählt.
      </p>
      <Table caption="OZG-Reifegrade der Leistungen" captionHidden dense rows={staende} rowKey={({ schluessel }) => schluessel}
        empty={<EmptyState title="Noch keine Leistung"><p>Sobald die Fachadministration eine Leistung einspielt, steht sie hier.</p></EmptyState>}
        columns={[
          { key: 'leistung', label: 'Leistung', rowHeader: true, cell: ({ bezeichnung, oeffentlich }) => <>{bezeichnung}{oeffentlich ? null : <span class="sk-line sk-meta">nicht öffentlich</span>}</> },
          ...MODELLE.map((modell) => ({
            key: modell, label: OZG_MODELLE[modell].name,
            cell: ({ schluessel, bezeichnung, neueste: { [modell]: stand } }: Bewertungsstand) => (
              <>
                {stand ? `Stufe ${stand.stufe} von ${OZG_MODELLE[modell].hoechste}, ${formatDate(stand.bewertetAm)}` : <span class="sk-muted">nicht bewertet</span>}
                <span class="sk-line"><a href={bewertungspfad(schluessel, modell)}>bewerten<span class="sk-sr-only">: {bezeichnung}, {OZG_MODELLE[modell].name}</span></a></span>
              </>
            ),
          })),
        ]} />
    </>
  ))
}

/** What stands in the rows: what was typed, else the newest judgement, else the criteria by which others were judged. */
function vorgaben({ bewertungen, ueblich, modell }: Reifegradansicht): Readonly<Record<string, string>> {
  const [neueste] = bewertungen
  const kriterien = neueste?.kriterien ?? ueblich.map((name) => ({ name }))
  return Object.fromEntries(Array.from({ length: OZG_MODELLE[modell].kriterien }, (_, i) => {
    const eines = kriterien[i] as { name: string; stufe?: number; nichtAnwendbar?: string } | undefined
    return [[`name${i}`, eines?.name ?? ''], [`stufe${i}`, eines?.stufe?.toString() ?? ''], [`grund${i}`, eines?.nichtAnwendbar ?? '']]
  }).flat())
}

type Feld = (name: string) => { readonly name: string; readonly value: string; readonly error?: string }

function Kriterium({ nummer, feld, hoechste }: { nummer: number; feld: Feld; hoechste: number }): VNode {
  const i = nummer - 1
  return (
    <fieldset class="sk-fieldset">
      <legend class="kern-label">Kriterium {nummer}</legend>
      <FieldRow>
        <TextField label="Name" optional maxLength={120} {...feld(`name${i}`)} />
        <SelectField label="Stufe" optional emptyLabel="keine Stufe"
          options={Array.from({ length: hoechste + 1 }, (_, stufe) => ({ value: String(stufe), label: String(stufe) }))} {...feld(`stufe${i}`)} />
        <TextField label="Nicht anwendbar, weil" optional maxLength={500} {...feld(`grund${i}`)} />
      </FieldRow>
    </fieldset>
  )
}

function Fruehere({ bewertungen, modell }: Reifegradansicht): VNode | null {
  if (bewertungen.length === 0) return null
  return (
    <Card title="Bisherige Bewertungen">
      <Table caption="Bisherige Bewertungen" captionHidden dense rows={bewertungen} rowKey={(eine) => `${bewertungen.indexOf(eine)}`} columns={[
        { key: 'am', label: 'Bewertet am', rowHeader: true, cell: ({ bewertetAm }) => formatDate(bewertetAm), nowrap: true },
        { key: 'stufe', label: 'Stufe', cell: ({ stufe }) => `${stufe} von ${OZG_MODELLE[modell].hoechste}`, nowrap: true },
        { key: 'kriterien', label: 'Kriterien', cell: ({ kriterien }) => kriterien.map(({ name, stufe, nichtAnwendbar }) => `${name}: ${stufe ?? `nicht anwendbar (${nichtAnwendbar ?? ''})`}`).join(', ') },
        {
          key: 'nachweis', label: 'Nachweis', cell: ({ hand }) => (hand
            ? <>{hand.nachweis} {hand.nachweisLink ? <a href={hand.nachweisLink}>Nachweis öffnen</a> : null}</>
            : 'aus dem Paket der Leistung'),
        },
      ]} />
    </Card>
  )
}

/** The form of one judgement in one model. */
export function bewertungPage(c: RequestContext, ansicht: Reifegradansicht, zustand: Formularzustand): Reply {
  const { schluessel, bezeichnung, modell } = ansicht
  const { name: modellname, kriterien, hoechste } = OZG_MODELLE[modell]
  const leer = Object.keys(zustand.werte).length === 0
  const vorgabe: Readonly<Record<string, string>> = leer ? { ...vorgaben(ansicht), bewertetAm: formatDate(c.today) } : {}
  const feld: Feld = (name) => {
    const fehler = zustand.fehler.find((einer) => einer.feld === name)?.text
    return { name, value: leer ? vorgabe[name] ?? '' : wert(zustand.werte, name), ...(fehler ? { error: fehler } : {}) }
  }
  return arbeitsplatzSeite(c, {
    title: modellname, preline: bezeichnung, hasErrors: zustand.fehler.length > 0,
    breadcrumb: [{ label: 'OZG-Reifegrade', href: PFAD }, { label: `${bezeichnung}, ${modellname}` }],
  }, (
    <div class="sk-stack">
      <ErrorSummary errors={[...(zustand.meldung ? [{ text: zustand.meldung }] : []), ...zustand.fehler.map(({ feld: name, text }) => ({ field: name, text }))]} />
      <form method="post" action={bewertungspfad(schluessel, modell)} class="sk-form" noValidate data-unsaved-guard="">
        <Formularfelder c={c} />
        <TextField label="Bewertet am" width={10} hint="Tag.Monat.Jahr" {...feld('bewertetAm')} />
        <p>Das Modell hat {kriterien} Kriterien mit den Stufen 0 bis {hoechste}. Die Stufe der Leistung rechnet das Programm. Leere Zeilen zählen nicht.</p>
        {Array.from({ length: kriterien }, (_, i) => <Kriterium key={i} nummer={i + 1} feld={feld} hoechste={hoechste} />)}
        <TextareaField label="Nachweis" rows={3} maxLength={1000} hint="Worauf stützt sich die Bewertung? Zum Beispiel: gemeinsame Durchsicht mit dem Fachamt am 3. November." {...feld('nachweis')} />
        <TextField label="Verweis auf ein Dokument" optional maxLength={500} hint="Eine Adresse, die mit https:// beginnt, oder die einer Seite dieses Programms." {...feld('nachweisLink')} />
        <ButtonRow><Button>Bewertung festhalten</Button><LinkButton variant="tertiary" href={PFAD}>Abbrechen</LinkButton></ButtonRow>
      </form>
      <Fruehere {...ansicht} />
    </div>
  ))
}
