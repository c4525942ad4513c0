import type { VNode } from 'preact'
import {
  arbeitsplatzSeite, ButtonRow, Details, EmptyState, FilterBar, LinkButton, StatTiles, Table,
} from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { formatDate } from '../../../../platform/time/index.js'
import { steckbriefPfad, Strategiewahl } from '../../programm/index.js'
import { Kennzahlenreiter, Statusmarke } from '../anzeige.js'
import { STATUS, type Status } from '../domain/status.js'
import { kennzahlPfad, PFAD } from '../pfade.js'
import type { Kennzahlstand } from '../stand.js'
import type { Baum, Zielast } from './query.js'

/** The tree as a page; `status`: only Kennzahlen that stand so. */
export function uebersichtPage(c: RequestContext, baum: Baum, status: Status | undefined): Reply {
  const { strategie, strategien, aeste, ohneZiel, gezeigt, stillgelegte, darfVerwalten } = baum
  const passt = (stand: Kennzahlstand) => !status || stand.status === status
  const frage = strategie ? `?strategie=${strategie.kennung}` : ''
  return arbeitsplatzSeite(c, {
    title: 'Kennzahlen', preline: strategie?.name,
    actions: (
      <ButtonRow>
        {darfVerwalten ? <LinkButton href={`${PFAD}/neu`} icon="plus">Kennzahl festlegen</LinkButton> : null}
        <LinkButton href={`${PFAD}/kennzahlen.xlsx${frage}`} variant="secondary" icon="download" download>Excel</LinkButton>
        <LinkButton href={`${PFAD}/kennzahlen.csv${frage}`} variant="secondary" icon="download" download>CSV</LinkButton>
      </ButtonRow>
    ),
  }, (
    <div class="sk-stack">
      <Kennzahlenreiter aktuell="kennzahlen" strategie={strategie?.kennung} />
      {strategien.length > 1 ? <FilterBar action={PFAD} submitLabel="Anzeigen">
        <Strategiewahl strategien={strategien} strategie={strategie} />
      </FilterBar> : null}
      {gezeigt.length > 0 ? <Zaehlung gezeigt={gezeigt} frage={frage} status={status} /> : null}
      {aeste.length === 0 ? <EmptyState title="Noch keine Ziele">
        <p>Kennzahlen messen Ziele. Lesen Sie zuerst unter „Programm“ eine Strategie mit Zielen ein.</p>
      </EmptyState> : null}
      {aeste.map((ast) => <Ast key={ast.ziel.id} ast={ast} passt={passt} gefiltert={status !== undefined}
        darfVerwalten={darfVerwalten}/>)}
      {ohneZiel.some(passt) ? <section>
        <h2 class="sk-h2">Ohne Ziel</h2><Liste caption="Kennzahlen ohne Ziel" staende={ohneZiel.filter(passt)} />
      </section> : null}
      {stillgelegte.length > 0
        ? (
          <Details summary={`Stillgelegte Kennzahlen (${stillgelegte.length})`}>
            <ul>
              {stillgelegte.map(({ id, name, stillgelegtAm }) => (
                <li key={id}>
                  <a href={kennzahlPfad(id)}>{name}</a>{stillgelegtAm ? `, seit ${formatDate(stillgelegtAm)}` : ''}
                </li>
              ))}
            </ul>
          </Details>
        )
        : null}
    </div>
  ))
}

const TOENE = {
  erreicht: 'success', imPlan: undefined, hinterPlan: 'warning', verfehlt: 'danger', offen: undefined,
  ohneWert: undefined,
} as const satisfies Record<Status, string | undefined>

function Zaehlung({ gezeigt, frage, status }: {
  gezeigt: readonly Kennzahlstand[]; frage: string; status: Status | undefined
}): VNode {
  const anzahl = (gesucht: Status) => gezeigt.filter((stand) => stand.status === gesucht).length
  const adresse = (gesucht: Status) =>
    (gesucht === status ? `${PFAD}${frage}` : `${PFAD}${frage}${frage ? '&' : '?'}status=${gesucht}`)
  return (
    <>
      <StatTiles label="Kennzahlen nach Stand"
        stats={(Object.keys(STATUS) as Status[]).filter((eine) => anzahl(eine) > 0).map((eine) => {
          const tone = TOENE[eine]
          return {
            label: STATUS[eine], value: anzahl(eine), href: adresse(eine), ...(tone ? { tone } : {}),
            ...(eine === status ? { note: 'nur diese werden gezeigt' } : {}),
          }
        })} />
      {status ? <p><a href={`${PFAD}${frage}`}>Alle Kennzahlen zeigen</a></p> : null}
    </>
  )
}

function Ast({ ast: { ziel, kennzahlen, kriterien }, passt, gefiltert, darfVerwalten }: {
  ast: Zielast; passt: (stand: Kennzahlstand) => boolean; gefiltert: boolean; darfVerwalten: boolean
}): VNode | null {
  const gezeigte = kennzahlen.filter(passt)
  if (gefiltert && gezeigte.length === 0) return null
  return (
    <section aria-labelledby={`ziel-${ziel.id}`}>
      <h2 class="sk-h2" id={`ziel-${ziel.id}`}>
        <span class="sk-meta">Ziel</span> <a href={steckbriefPfad(ziel.id)}>{ziel.name}</a>
      </h2>
      {gezeigte.length > 0
        ? <Liste caption={`Kennzahlen des Ziels ${ziel.name}`} staende={gezeigte} />
        : (
          <p class="sk-meta">
            Noch keine Kennzahl. {darfVerwalten
              ? (
                <a href={`${PFAD}/neu?ziel=${ziel.id}`}>
                  Kennzahl festlegen<span class="sk-sr-only"> für {ziel.name}</span>
                </a>
              )
              : null}
          </p>
        )}
      {kriterien.length > 0 && !gefiltert
        ? (
          <>
            <p>Als Erfolgskriterium genannt, aber noch nicht gemessen:</p>
            <ul>
              {kriterien.map(({ id, kennzahl }) => (
                <li key={id}>
                  {kennzahl} {darfVerwalten
                    ? (
                      <a href={`${PFAD}/neu?kriterium=${id}`}>
                        als Kennzahl festlegen<span class="sk-sr-only">: {kennzahl}</span>
                      </a>
                    )
                    : null}
                </li>
              ))}
            </ul>
          </>
        )
        : null}
    </section>
  )
}

function Liste({ caption, staende }: { caption: string; staende: readonly Kennzahlstand[] }): VNode {
  return (
    <Table caption={caption} captionHidden rows={staende} rowKey={({ id }) => id} columns={[
      { key: 'name', label: 'Kennzahl', rowHeader: true, cell: ({ name, pfad }) => <a href={pfad}>{name}</a> },
      { key: 'letzter', label: 'Letzter Wert', cell: ({ letzter }) => (letzter
        ? <>{letzter.text}<span class="sk-line sk-meta">Stichtag {formatDate(letzter.stichtag)}</span></>
        : '–') },
      { key: 'ziel', label: 'Zielwert', cell: ({ zielwert }) => (zielwert
        ? <>{zielwert.text}<span class="sk-line sk-meta">bis {formatDate(zielwert.am)}</span></>
        : 'nicht festgelegt') },
      {
        key: 'status', label: 'Stand',
        cell: ({ status, grund }) => <><Statusmarke status={status} /><span class="sk-line sk-meta">{grund}</span></>,
      },
    ]} />
  )
}
