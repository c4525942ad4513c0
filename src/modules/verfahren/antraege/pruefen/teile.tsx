import type { VNode } from 'preact'
import { Alert, Badge, Button, Card, DateText, Deadline, DescriptionList, Details, formatBytes, formatDate, formatInstant, Formularfelder, SelectField, TextField } from '../../../../design/index.js'
import type { RequestContext } from '../../../../platform/http/route.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { renderZusammenfassung } from '../../../zugang/formulare/index.js'
import type { FallTeil } from '../../fallbearbeitung/index.js'
import { istUnbeantwortet, type Anhang, type Rueckfrage } from '../antrag.js'
import { istOffen } from '../domain/status.js'
import { Statusmarke } from '../konto/page.js'
import { Zeilen } from '../mein-vorgang/page.js'
import { antragAmFall, type AntragAmFall } from './query.js'

// The screen shows several parts of one application: it is read once for it, with one record of who looked.
const gelesen = new WeakMap<RequestContext, Map<string, Promise<AntragAmFall | undefined>>>()

function standVon(c: RequestContext, vorgangId: string): Promise<AntragAmFall | undefined> {
  const staende = gelesen.get(c) ?? new Map<string, Promise<AntragAmFall | undefined>>()
  gelesen.set(c, staende)
  const stand = staende.get(vorgangId) ?? c.ask(antragAmFall, { vorgangId })
  staende.set(vorgangId, stand)
  return stand
}

const teil = (name: string, titel: string, rang: number, bereich: FallTeil['bereich'], zeichne: (c: RequestContext, stand: AntragAmFall) => VNode | null): FallTeil => ({
  name, titel, rang, bereich,
  async laden(c, vorgang) {
    const stand = await standVon(c, vorgang.id)
    return stand ? zeichne(c, stand) : null
  },
})

const BEWERTUNGEN = { angenommen: ['success', 'angenommen'], abgelehnt: ['danger', 'abgelehnt'], unleserlich: ['warning', 'unleserlich'] } as const

function Nachweis({ c, antrag, anhang, bearbeitbar }: { c: RequestContext; antrag: AntragAmFall['antrag']; anhang: Anhang; bearbeitbar: boolean }): VNode {
  return (
    <li class="sk-docs__item">
      <div class="sk-docs__text">
        <span class="sk-docs__name">{anhang.pruefstatus === 'befallen' ? anhang.dateiname : <a href={`/arbeitsplatz/dokumente/${anhang.dokumentId}`}>{anhang.dateiname}</a>}</span>
        <span class="sk-docs__meta sk-meta"><span>{anhang.bezeichnung}</span><span>{formatBytes(anhang.size)}</span><span><DateText date={anhang.eingangDatum} /></span></span>
        <span class="sk-docs__meta">
          {anhang.pruefstatus === 'befallen' ? <Badge tone="danger">Schadsoftware, gesperrt</Badge> : null}
          {anhang.pruefstatus === 'ungeprueft' ? <Badge tone="warning">ohne Virenprüfung</Badge> : null}
          {anhang.bewertung ? <Badge tone={BEWERTUNGEN[anhang.bewertung][0]}>{BEWERTUNGEN[anhang.bewertung][1]}</Badge> : <Badge>noch nicht bewertet</Badge>}
        </span>
        {anhang.bewertungGrund ? <span class="sk-meta">{anhang.bewertungGrund}</span> : null}
        {bearbeitbar ? (
          <Details summary={<>Bewerten<span class="sk-sr-only"> {anhang.dateiname}</span></>}>
            <form method="post" action={`/arbeitsplatz/vorgaenge/${antrag.vorgangsnummer}/nachweise/${anhang.id}`} class="sk-form">
              <Formularfelder c={c} />
              <SelectField name="bewertung" id={`bewertung-${anhang.id}`} label="Bewertung" emptyLabel={null} value={anhang.bewertung ?? 'angenommen'}
                options={[{ value: 'angenommen', label: 'Angenommen' }, { value: 'abgelehnt', label: 'Abgelehnt' }, { value: 'unleserlich', label: 'Unleserlich' }]} />
              <TextField name="grund" id={`grund-${anhang.id}`} label="Grund" hint="Die Person liest den Grund im Portal." optional maxLength={1000} value={anhang.bewertungGrund ?? ''} />
              <Button small variant="secondary">Bewertung speichern</Button>
            </form>
          </Details>
        ) : null}
      </div>
    </li>
  )
}

function Fragenliste({ fragen, c }: { fragen: readonly Rueckfrage[]; c: RequestContext }): VNode {
  return (
    <Card title="Rückfragen">
      {fragen.map((frage) => (
        <DescriptionList key={frage.id} stacked items={[
          { label: frage.bezugText ? `Frage zu: ${frage.bezugText}` : 'Frage', value: <Zeilen text={frage.frage} /> },
          { label: 'Gestellt am', value: <DateText instant={frage.gestelltAm} /> },
          frage.beantwortetAm ? { label: <>Antwort vom <DateText instant={frage.beantwortetAm} /></>, value: <Zeilen text={frage.antwort || 'Nur Dateien, siehe Nachweise.'} /> }
            : { label: 'Antwort', value: istUnbeantwortet(frage) ? <>steht aus bis <Deadline date={frage.frist} today={c.today} compact /></> : 'nicht mehr erwartet' },
        ]} />
      ))}
    </Card>
  )
}

const zustimmungVon = ({ name, niveau, anbieter, am }: NonNullable<NonNullable<AntragAmFall['antrag']['vertretung']>['zustimmung']>): string =>
  `${name} am ${formatInstant(Temporal.Instant.from(am))} (${anbieter ?? 'Konto der Stadt'}, Vertrauensniveau ${niveau})`

/** How surely it is known who declared it. Answers without a mark are what the person says. */
const anmeldungVon = ({ niveau, anbieter }: NonNullable<AntragAmFall['antrag']['identitaet']>): string =>
  `${anbieter ?? 'Konto der Stadt oder ohne Anmeldung'}, Vertrauensniveau ${niveau}`

/** What this room adds to the case screen. */
export const fallteile: readonly FallTeil[] = [
  teil('antrag', 'Antrag', 10, 'haupt', (_c, { antrag }) => (
    <Card title="Antrag wie eingereicht">
      {antrag.status === 'ZURUECKGENOMMEN' ? <Alert tone="warning" level={3} title="Der Antrag wurde zurückgenommen"><p>Schließen Sie den Vorgang ab, ohne zu entscheiden.</p></Alert> : null}
      {renderZusammenfassung(antrag.zusammenfassung)}
    </Card>
  )),
  teil('nachweise', 'Nachweise', 20, 'haupt', (c, { antrag, anhaenge }) => (anhaenge.length === 0 ? null : (
    <section id="nachweise"><Card title="Nachweise">
      <ul class="sk-docs">{anhaenge.map((anhang) => <Nachweis key={anhang.id} c={c} antrag={antrag} anhang={anhang} bearbeitbar={istOffen(antrag.status) && holds(c.actor, 'antrag.bearbeiten', { einheitId: antrag.einheitId })} />)}</ul>
    </Card></section>
  ))),
  teil('rueckfragen', 'Rückfragen', 30, 'haupt', (c, { fragen }) => (fragen.length === 0 ? null : <Fragenliste c={c} fragen={fragen} />)),
  teil('kontakt', 'Antragstellende Person', 10, 'seite', (_c, { antrag }) => (
    <Card title="Antragstellende Person">
      <DescriptionList stacked items={[
        { label: 'Name', value: antrag.kontakt.name }, { label: 'Anschrift', value: antrag.anschrift.length > 0 ? <Zeilen text={antrag.anschrift.join('\n')} /> : undefined },
        { label: 'E-Mail', value: antrag.kontakt.email }, { label: 'Zustellung', value: antrag.zustellung === 'postfach' ? 'Postfach im Portal' : 'Post' },
        { label: 'Angemeldet mit', value: antrag.identitaet ? anmeldungVon(antrag.identitaet) : undefined },
        ...(antrag.vertretung ? [{ label: 'Handelt für', value: `${antrag.vertretung.name}, geboren am ${formatDate(Temporal.PlainDate.from(antrag.vertretung.geburtsdatum))} (${antrag.vertretung.art === 'kind' ? `Kind${antrag.vertretung.sorge ? `, Sorgerecht ${antrag.vertretung.sorge}` : ''}` : 'mit Vollmacht'})` }] : []),
        ...(antrag.vertretung?.art === 'vollmacht' && !antrag.vertretung.zustimmung ? [{ label: 'Vollmacht', value: 'Als Datei bei den Nachweisen. Bitte prüfen und bewerten Sie sie dort.' }] : []),
        ...(antrag.vertretung?.zustimmung ? [{ label: 'Zugestimmt hat', value: zustimmungVon(antrag.vertretung.zustimmung) }] : []),
        ...(antrag.identitaet?.handelnd ? [{ label: 'Gehandelt hat', value: `${antrag.identitaet.handelnd} für ${antrag.identitaet.unternehmen ?? 'ein Unternehmen'}` }] : []),
        { label: 'Eingegangen', value: antrag.nurTag ? `${formatDate(antrag.eingangDatum)} (Tag des Eingangs)` : <DateText instant={antrag.eingangAm} /> }, { label: 'Stand für die Person', value: <Statusmarke status={antrag.status} /> },
      ]} />
    </Card>
  )),
]
