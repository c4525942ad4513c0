import type { VNode } from 'preact'
import { Alert, arbeitsplatzSeite, Card, EmptyState, FilterBar, SelectField, StatTiles, Table } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { formatDate } from '../../../../platform/time/index.js'
import { Strategiewahl } from '../../programm/index.js'
import { adresse, Ampelmarke, Ausgaben, berichtPfad, Berichtsreiter, PFAD, vorhabenName } from '../anzeige.js'
import { DIMENSIONEN, DIMENSIONSWORT, REGEL } from '../domain/ampel.js'
import { monatKennung, monatswort } from '../domain/zeitraum.js'
import type { Konsolidierung, monatKonsolidieren, Stelle } from './query.js'

type Monat = Awaited<ReturnType<typeof monatKonsolidieren.run>>
export const KERNTEAM = `${PFAD}/kernteam`

/** The month in one view for the Kernteam: the rule, the lights, what is missing, what has to be decided. */
export function kernteamPage(c: RequestContext, { strategien, strategie, monate, zeitraum, ergebnis, laeuft }: Monat): Reply {
  const frage = adresse('', { strategie: strategie?.kennung, monat: zeitraum && monatKennung(zeitraum.monat) })
  return arbeitsplatzSeite(c, {
    title: zeitraum ? `Programm im ${monatswort(zeitraum.monat)}` : 'Bericht für das Kernteam', preline: strategie?.name, ...(zeitraum ? { meta: `Stichtag ${formatDate(zeitraum.stichtag)}` } : {}),
    actions: zeitraum ? <Ausgaben pfad={KERNTEAM} frage={frage} /> : undefined,
  }, (
    <>
      <Berichtsreiter c={c} aktuell="konsolidiert" strategie={strategie} />
      {zeitraum && ergebnis ? (
        <>
          <FilterBar action={KERNTEAM} submitLabel="Anzeigen">
            <Strategiewahl strategien={strategien} strategie={strategie} />
            <SelectField name="monat" label="Monat" value={monatKennung(zeitraum.monat)} emptyLabel={null} options={monate.map(({ monat }) => ({ value: monatKennung(monat), label: monatswort(monat) }))} />
          </FilterBar>
          {laeuft ? <Alert title="Noch nicht vollständig"><p>Berichte für diesen Monat können bis zum {formatDate(zeitraum.faelligAm)} eingereicht werden.</p></Alert> : null}
          <Inhalt ergebnis={ergebnis} />
        </>
      ) : <EmptyState icon="chart" title="Noch kein Berichtsmonat"><p>Das Programmbüro eröffnet den ersten Monat unter „Zu schreiben“.</p></EmptyState>}
    </>
  ))
}

function Inhalt({ ergebnis: { gesamt, bausteine, stellen } }: { ergebnis: Konsolidierung }): VNode {
  const fehlende = stellen.filter(({ bericht }) => !bericht)
  return (
    <>
      <Card title="Gesamtlage">
        <p>{gesamt.gesamt ? <Ampelmarke ampel={gesamt.gesamt} /> : null} {gesamt.grund}</p>
        <StatTiles label="Vorhaben nach Ampel" stats={[{ label: 'Grün', value: gesamt.gruen }, { label: 'Gelb', value: gesamt.gelb }, { label: 'Rot', value: gesamt.rot }, { label: 'kein Bericht', value: gesamt.fehlt }]} />
        <p class="sk-meta">{REGEL}</p>
      </Card>
      {fehlende.length > 0 ? <Card title="Kein Bericht"><ul>{fehlende.map(({ pflicht }) => <li key={pflicht.objektId}>{vorhabenName(pflicht)}{pflicht.verantwortlich ? ` (${pflicht.verantwortlich})` : ''}</li>)}</ul></Card> : null}
      <Entscheidungen stellen={stellen} />
      {bausteine.map(({ name, stellen: eigene, zusammen }) => (
        <section key={name}>
          <h2 class="sk-h2">{name} {zusammen.gesamt ? <Ampelmarke ampel={zusammen.gesamt} /> : null}</h2>
          <p class="sk-meta">{zusammen.grund}</p>
          <Table caption={name} captionHidden dense rows={eigene} rowKey={({ pflicht }) => pflicht.objektId} columns={[
            { key: 'vorhaben', label: 'Vorhaben', rowHeader: true, cell: ({ pflicht, bericht }) => <>{bericht ? <a href={berichtPfad(bericht.id)}>{vorhabenName(pflicht)}</a> : vorhabenName(pflicht)}{pflicht.kritisch ? <span class="sk-line sk-meta">auf dem kritischen Weg</span> : null}</> },
            ...DIMENSIONEN.map((dimension) => ({ key: dimension, label: DIMENSIONSWORT[dimension], cell: ({ bericht }: Stelle) => <Ampelmarke ampel={bericht?.ampeln[dimension] ?? null} /> })),
            { key: 'warum', label: 'Begründung, Abhilfe', cell: ({ bericht }) => <Begruendung bericht={bericht} /> },
            { key: 'naechster', label: 'Nächster Meilenstein', cell: ({ bericht }) => (bericht?.inhalt.meilenstein.name ? `${bericht.inhalt.meilenstein.name}${bericht.inhalt.meilenstein.termin ? `, ${formatDate(Temporal.PlainDate.from(bericht.inhalt.meilenstein.termin))}` : ''}` : '–') },
          ]} />
        </section>
      ))}
    </>
  )
}

function Begruendung({ bericht }: { bericht: Stelle['bericht'] }): VNode {
  const auffaellig = bericht ? DIMENSIONEN.filter((dimension) => bericht.ampeln[dimension] !== 'gruen') : []
  if (!bericht || auffaellig.length === 0) return <>–</>
  return <>{auffaellig.map((dimension) => <span class="sk-line" key={dimension}>{DIMENSIONSWORT[dimension]}: {bericht.inhalt[dimension].begruendung} → {bericht.inhalt[dimension].gegenmassnahme}</span>)}</>
}

function Entscheidungen({ stellen }: { stellen: readonly Stelle[] }): VNode | null {
  const alle = stellen.flatMap(({ pflicht, bericht }) => (bericht?.inhalt.entscheidungen ?? []).map((bedarf) => ({ pflicht, ...bedarf })))
  if (alle.length === 0) return null
  return (
    <Card title="Zu entscheiden">
      <ul>{alle.map(({ pflicht, text, termin, planId, nummer }, i) => <li key={i}><strong>{vorhabenName(pflicht)}</strong>: {text}{termin ? `, bis ${formatDate(Temporal.PlainDate.from(termin))}` : ''}{planId && nummer !== undefined ? <> (<a href={`/arbeitsplatz/planung/${planId}/entscheidungen`}>Entscheidung {nummer}</a>)</> : null}</li>)}</ul>
    </Card>
  )
}
