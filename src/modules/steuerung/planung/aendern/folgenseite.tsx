import { Alert, arbeitsplatzSeite, Badge, Button, ButtonRow, Card, ErrorSummary, Formularfelder, HiddenFields, LinkButton, Table, TextareaField } from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { formatDate } from '../../../../platform/time/index.js'
import type { Aenderung } from '../domain/aenderung.js'
import { FELDER, type Feld } from '../domain/felder.js'
import type { Termin } from '../domain/plan.js'
import type { Auswirkung } from '../domain/wirkung.js'
import type { Planangaben } from '../plan.js'
import type { Folgen } from './vorschau.js'

export interface Folgenansicht {
  readonly plan: Planangaben
  readonly aenderungen: readonly Aenderung[]
  readonly versionen: Readonly<Record<string, number>>
  readonly uebernommen: readonly Feld[]
  readonly folgen: Folgen
  /** Fields of the form to go back to; undefined where one came by dragging. */
  readonly zurueck?: { readonly pfad: string; readonly werte: Readonly<Record<string, string>> }
}

const HOECHSTENS = 200

/** What a change would do, before it is saved (H5-01). */
export function folgenSeite(c: RequestContext, ansicht: Folgenansicht, zustand: Pick<Formularzustand, 'fehler' | 'meldung'> = { fehler: [] }): Reply {
  const { plan, folgen: { wirkung, ueberschreitungen } } = ansicht
  const pfad = `/arbeitsplatz/planung/${plan.id}`
  const antrag = ueberschreitungen.length > 0
  return arbeitsplatzSeite(c, {
    title: 'Auswirkungen der Änderung', preline: plan.titel, hasErrors: zustand.fehler.length > 0, breadcrumb: [{ label: 'Planung', href: '/arbeitsplatz/planung' }, { label: plan.titel, href: pfad }, { label: 'Auswirkungen' }],
  }, (
    <div class="sk-stack">
      <ErrorSummary errors={[...(zustand.meldung ? [{ text: zustand.meldung }] : []), ...zustand.fehler.map(({ feld, text }) => (feld === 'grund' && antrag ? { field: feld, text } : { text }))]} />
      <Alert title="Noch ist nichts gespeichert"><p>{planendeSatz(ansicht)} {wirkung.eintraege.length === 0 ? 'Kein Termin verschiebt sich.' : wirkung.eintraege.length === 1 ? 'Betroffen ist ein Eintrag.' : `Betroffen sind ${wirkung.eintraege.length} Einträge.`}</p></Alert>
      {ansicht.uebernommen.length > 0 ? <Alert title="Mit einer anderen Änderung zusammengeführt"><p>Jemand hat inzwischen geändert: {ansicht.uebernommen.map((feld) => FELDER[feld]).join(', ')}. Das bleibt erhalten.</p></Alert> : null}
      {antrag
        ? (
          <Alert tone="warning" title="Diese Änderung braucht eine Genehmigung">
            <p>Gegenüber dem Basisplan sind ohne Genehmigung {plan.schwelle} Arbeitstage Verzug erlaubt:</p>
            <ul>{ueberschreitungen.map(({ id, titel, tage }) => <li key={id}>{titel}: {tage} Arbeitstage</li>)}</ul>
          </Alert>
        ) : null}
      {wirkung.eintraege.length > 0 ? <Wirkungstabelle eintraege={wirkung.eintraege} /> : null}
      <form method="post" action={`${pfad}/uebernehmen`} class="sk-form" noValidate>
        <Formularfelder c={c} />
        <HiddenFields values={{ aenderungen: JSON.stringify(ansicht.aenderungen), versionen: JSON.stringify(ansicht.versionen), gesehen: String(plan.version), schritt: antrag ? 'beantragen' : 'speichern' }} />
        {antrag ? <TextareaField name="grund" label="Warum ist die Änderung nötig?" rows={4} maxLength={2000} value={wert(c.werte, 'grund')} {...(zustand.fehler.find(({ feld }) => feld === 'grund') ? { error: zustand.fehler.find(({ feld }) => feld === 'grund')?.text ?? '' } : {})} /> : null}
        <ButtonRow><Button>{antrag ? 'Änderung beantragen' : 'Änderung speichern'}</Button><LinkButton variant="tertiary" href={pfad}>Verwerfen</LinkButton></ButtonRow>
      </form>
      {ansicht.zurueck ? <form method="post" action={ansicht.zurueck.pfad} class="sk-button-form"><Formularfelder c={c} /><HiddenFields values={{ ...ansicht.zurueck.werte, schritt: 'zurueck' }} /><Button variant="tertiary" icon="arrow-left">Zurück zum Formular</Button></form> : null}
    </div>
  ))
}

function planendeSatz({ folgen: { wirkung: { planende } } }: Folgenansicht): string {
  const { vorher, nachher, tage } = planende
  if (!vorher || !nachher || tage === 0) return nachher ? `Das Ende des Plans bleibt am ${formatDate(nachher)}.` : ''
  const anzahl = Math.abs(tage) === 1 ? '1 Arbeitstag' : `${Math.abs(tage)} Arbeitstage`
  return `Das Ende des Plans verschiebt sich vom ${formatDate(vorher)} auf den ${formatDate(nachher)}, ${anzahl} ${tage > 0 ? 'später' : 'früher'}.`
}

const zeitraum = (termin: Termin | null): string =>
  (!termin ? '–' : !termin.ende ? `ab ${formatDate(termin.beginn)}` : termin.beginn.equals(termin.ende) ? formatDate(termin.beginn) : `${formatDate(termin.beginn)} – ${formatDate(termin.ende)}`)

function Wirkungstabelle({ eintraege }: { eintraege: readonly Auswirkung[] }) {
  const wort = ({ art, tage }: Auswirkung) => (art === 'neu' ? 'neu' : art === 'entfernt' ? 'entfällt' : tage === 0 ? 'unverändert' : `${Math.abs(tage)} AT ${tage > 0 ? 'später' : 'früher'}`)
  return (
    <Card title="Was sich verschiebt">
      <Table caption="Betroffene Einträge" captionHidden dense rows={eintraege.slice(0, HOECHSTENS)} rowKey={({ id }) => id} columns={[
        { key: 'titel', label: 'Eintrag', rowHeader: true, cell: ({ titel }) => titel },
        { key: 'vorher', label: 'Bisher', cell: ({ vorher }) => zeitraum(vorher), nowrap: true },
        { key: 'nachher', label: 'Neu', cell: ({ nachher }) => zeitraum(nachher), nowrap: true },
        { key: 'tage', label: 'Verschiebung', cell: wort, nowrap: true },
        { key: 'hinweis', label: 'Hinweis', cell: ({ wirdKritisch, verletztFrist }) => <>{verletztFrist ? <Badge tone="danger">verletzt die Frist</Badge> : null}{wirdKritisch ? <Badge tone="warning">wird kritisch</Badge> : null}</> },
      ]} />
      {eintraege.length > HOECHSTENS ? <p class="sk-footnote">Gezeigt sind die ersten {HOECHSTENS} von {eintraege.length}.</p> : null}
    </Card>
  )
}
