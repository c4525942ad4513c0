import type { VNode } from 'preact'
import {
  Alert, arbeitsplatzSeite, Badge, ButtonRow, Card, EmptyState, LinkButton, LinkList, Table,
} from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { Kennzahlenreiter } from '../anzeige.js'
import { entwicklung, type Farbe, type Modellbaustein, type Modellinhalt } from '../domain/modell.js'
import type { Bewertung } from '../modelle.js'
import { modellPfad, PFAD } from '../pfade.js'
import type { Modellansicht, Modellliste } from './query.js'

const ZEICHEN = {
  rot: { tone: 'danger', icon: 'danger' }, orange: { tone: 'warning', icon: 'warning' },
  gruen: { tone: 'success', icon: 'check' }, grau: { tone: 'neutral', icon: 'info' },
} as const satisfies Record<Farbe, unknown>

/** A level as its word with a sign; colour only repeats it. A level that the model has no more keeps its key. */
export function Stufenmarke({ inhalt, stufe }: { inhalt: Modellinhalt; stufe: string | undefined }): VNode {
  if (stufe === undefined) return <Badge icon="minus">nicht bewertet</Badge>
  const bekannt = inhalt.stufen.find(({ schluessel }) => schluessel === stufe)
  if (!bekannt) return <Badge>{stufe}</Badge>
  return <Badge tone={ZEICHEN[bekannt.farbe].tone} icon={ZEICHEN[bekannt.farbe].icon}>{bekannt.name}</Badge>
}

/** All models; those of services are named, so that nobody looks for them here (H6-02). */
export function modelllistePage(c: RequestContext, { staende, darfVerwalten }: Modellliste): Reply {
  return arbeitsplatzSeite(c, { title: 'Reifegradmodelle', actions: darfVerwalten
    ? <LinkButton href={`${PFAD}/reifegrade/neu`} icon="plus">Modell festlegen</LinkButton>
    : null }, (
    <div class="sk-stack">
      <Kennzahlenreiter aktuell="reifegrade" />
      <Alert tone="info" title="Nicht zu verwechseln mit dem OZG-Reifegrad">
        <p>
          Diese Modelle bewerten die Verwaltung selbst. Der OZG-Reifegrad bewertet einzelne Leistungen, in zwei Modellen
          (1.1 und 2.0) mit eigenen Stufen. Er steht bei den Leistungen und wird als Kennzahl gezählt.
        </p>
      </Alert>
      {staende.length === 0
        ? (
          <EmptyState title="Noch kein Modell">
            <p>Ein Modell nennt Ebenen und Bausteine, ihre Stufen und woran man sie erkennt.</p>
          </EmptyState>
        )
        : <LinkList label="Reifegradmodelle" items={staende.map(({ modell: { id, inhalt }, bewertungen }) => ({
          label: inhalt.name, href: modellPfad(id), text: inhalt.gegenstand,
          meta: bewertungen[0] ? `zuletzt bewertet für ${bewertungen[0].jahr}` : 'noch nicht bewertet',
        }))} />}
    </div>
  ))
}

/** A model year by year. */
export function modellPage(c: RequestContext, ansicht: Modellansicht): Reply {
  const { modell: { id, inhalt, nummer }, bewertungen, jahre, darfVerwalten } = ansicht
  const basis = modellPfad(id)
  const fehlende = bewertungen.filter(({ baustein }) =>
    !inhalt.ebenen.some(({ bausteine }) => bausteine.some(({ schluessel }) => schluessel === baustein)))
  return arbeitsplatzSeite(c, {
    title: inhalt.name, preline: `Reifegradmodell, Fassung ${nummer}`, breadcrumb: [
      { label: 'Kennzahlen', href: PFAD }, { label: 'Reifegradmodelle', href: `${PFAD}/reifegrade` },
      { label: inhalt.name },
    ],
    actions: (
      <ButtonRow>
        {darfVerwalten ? <LinkButton href={`${basis}/aendern`} variant="secondary" icon="edit">Ändern</LinkButton> : null}
        <LinkButton href={`${basis}/bewertungen.csv`} variant="secondary" icon="download" download>CSV</LinkButton>
      </ButtonRow>
    ),
  }, (
    <div class="sk-stack">
      <p>
        {inhalt.gegenstand}. Stufen: {inhalt.stufen.map((stufe) => stufe.name).join(', ')}. Wählen Sie einen Baustein, um
        Kriterien und Begründungen zu lesen{darfVerwalten ? ' oder ihn zu bewerten' : ''}.
      </p>
      {inhalt.ebenen.map((ebene) => (
        <section key={ebene.schluessel}>
          <h2 class="sk-h2">{ebene.name}</h2>
          <p class="sk-meta">
            {jahre.map((jahr) => `${jahr}: ${zaehlung(inhalt, ebene.bausteine, bewertungen, jahr)}`).join(' · ')}
          </p>
          <Table caption={`Bausteine der Ebene ${ebene.name}`} captionHidden rows={ebene.bausteine}
            rowKey={({ schluessel }) => schluessel} columns={[
              {
                key: 'baustein', label: 'Baustein', rowHeader: true,
                cell: ({ schluessel, name }) => (
                  <a href={`${basis}/${jahre[0] ?? c.today.year}/${schluessel}`}>{name}</a>
                ),
              },
              ...jahre.map((jahr, i) => ({
                key: String(jahr), label: String(jahr),
                cell: ({ schluessel }: Modellbaustein) => (
                  <Zelle inhalt={inhalt} bewertungen={bewertungen} baustein={schluessel} jahr={jahr}
                    vorjahr={jahre[i + 1]} />
                ),
              })),
            ]} />
        </section>
      ))}
      {fehlende.length > 0 ? <Fruehere inhalt={inhalt} fehlende={fehlende} /> : null}
    </div>
  ))
}

/** Judgements of Bausteine that the newest version of the model has no more. */
function Fruehere({ inhalt, fehlende }: { inhalt: Modellinhalt; fehlende: readonly Bewertung[] }): VNode {
  return (
    <Card title="Bausteine früherer Fassungen">
      <ul>
        {fehlende.map((eine) => (
          <li key={eine.id}>
            {eine.baustein}, {eine.jahr}: <Stufenmarke inhalt={inhalt} stufe={eine.stufe} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

const stufeVon = (
  bewertungen: readonly Bewertung[], baustein: string, jahr: number | undefined
): string | undefined => bewertungen.find((eine) => eine.baustein === baustein && eine.jahr === jahr)?.stufe

function Zelle({ inhalt, bewertungen, baustein, jahr, vorjahr }: {
  inhalt: Modellinhalt; bewertungen: readonly Bewertung[]; baustein: string; jahr: number; vorjahr: number | undefined
}): VNode {
  const stufe = stufeVon(bewertungen, baustein, jahr)
  const weg = entwicklung(inhalt, stufeVon(bewertungen, baustein, vorjahr), stufe)
  return (
    <>
      <Stufenmarke inhalt={inhalt} stufe={stufe} />
      {weg && weg !== 'gleich' ? <span class="sk-line sk-meta">{weg} als {vorjahr}</span> : null}
    </>
  )
}

/** „2 Grün, 1 nicht bewertet“: how many stand where. Levels are no numbers, so there is no average. */
function zaehlung(
  inhalt: Modellinhalt, bausteine: readonly Modellbaustein[], bewertungen: readonly Bewertung[], jahr: number
): string {
  const stufen = bausteine.map(({ schluessel }) => stufeVon(bewertungen, schluessel, jahr))
  const teile =
    inhalt.stufen.map(({ schluessel, name }) => [stufen.filter((eine) => eine === schluessel).length, name] as const)
  return [...teile, [stufen.filter((eine) => eine === undefined).length, 'nicht bewertet'] as const]
    .filter(([anzahl]) => anzahl > 0)
    .map(([anzahl, name]) => `${anzahl} ${name}`)
    .join(', ')
}
