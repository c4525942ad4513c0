import type { VNode } from 'preact'
import { arbeitsplatzSeite, Card, CardGrid, EmptyState, formatInstant, LinkButton, StatTiles } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { monatKennung } from '../../berichte/index.js'
import { AuslastungsBild, EntscheidungsBild, FehlendeBild, MeilensteinBild, RisikoBild, StatusBild, type Bild } from '../diagramme.js'
import { SICHTEN } from '../domain/sicht.js'
import { waehle, waehleBerichte } from '../domain/zeilen.js'
import { Ansichtsleiste, Filterhinweise, Filterleiste, Planhinweis, Sichtreiter } from '../kopf.js'
import { listenPfad, sichtPfad } from '../pfade.js'
import { Ampeltafel, Geldtafel, Gesamtampel, kachel, Kennzahltafel } from '../tafeln.js'
import { EinheitsTafeln } from './einheit.js'
import type { Lageansicht } from './query.js'
import { VorstandsTafeln } from './vorstand.js'

function Kacheln({ bild: { lage, sicht } }: { bild: Bild }): VNode {
  const { filter, stich } = lage
  const monat = stich ? { monat: monatKennung(stich.monat) } : {}
  const liste = (name: Parameters<typeof listenPfad>[1], ausschnitt = {}) => listenPfad(sicht, name, filter, ausschnitt)
  return (
    <StatTiles label="Auf einen Blick" stats={[
      kachel('Vorhaben', lage.vorhaben.length, liste('vorhaben')),
      kachel('Vorhaben überfällig', waehle.vorhaben(lage.vorhaben, { spaet: 'ja' }).length, liste('vorhaben', { spaet: 'ja' }), 'danger'),
      kachel('Meilensteine überfällig', waehle.meilensteine(lage.meilensteine, { frist: 'spaet' }).length, liste('meilensteine', { frist: 'spaet' }), 'danger'),
      ...(stich ? [kachel('Berichte fehlen', waehleBerichte(lage.reihen, lage.monate, { ...monat, licht: 'fehlt' }).length, liste('berichte', { ...monat, licht: 'fehlt' }), 'warning')] : []),
      kachel('Entscheidungen offen', lage.entscheidungen.length, liste('entscheidungen')),
      kachel('Hohe Risiken', waehle.risiken(lage.risiken, { stufe: 'hoch' }).length, liste('risiken', { stufe: 'hoch' }), 'warning'),
    ]} />
  )
}

function BueroTafeln({ c, bild }: { c: RequestContext; bild: Bild }): VNode {
  const { lage } = bild
  return (
    <>
      <Kacheln bild={bild} />
      <Gesamtampel lage={lage} />
      <CardGrid size="wide">
        <Card title="Status nach Handlungsfeld"><StatusBild bild={bild} /></Card>
        <Card title="Ampeln der letzten Monate"><Ampeltafel bild={bild} /></Card>
        <Card title="Überfällige Meilensteine"><MeilensteinBild bild={bild} /></Card>
        <Card title="Fehlende Berichte"><FehlendeBild bild={bild} /></Card>
        <Card title="Offene Entscheidungen"><EntscheidungsBild bild={bild} /></Card>
        <Card title="Risiken"><RisikoBild bild={bild} /></Card>
        <Card title="Plan, Ist und Prognose"><Geldtafel c={c} bild={bild} /></Card>
        <Card title="Auslastung">{lage.personen.length > 0 ? <AuslastungsBild bild={bild} /> : <p>Für die nächsten Monate ist niemand in einem Plan eingesetzt. Einsätze tragen Sie im Plan unter „Auslastung“ ein.</p>}</Card>
      </CardGrid>
      <Kennzahltafel lage={lage} />
      <Planhinweis filter={lage.filter} />
    </>
  )
}

function Leer({ c }: { c: RequestContext }): VNode {
  const darf = holds(c.actor, 'programm.verwalten')
  return (
    <EmptyState icon="chart" title="Noch nichts zu sehen"
      action={darf ? <LinkButton href="/arbeitsplatz/programm/einrichten">Strategie anlegen</LinkButton> : undefined}>
      <p>{darf ? 'Das Lagebild zeigt, was in Programm, Planung, Berichten und Finanzplan steht. Legen Sie zuerst eine Strategie an oder lesen Sie eine ein.' : 'Das Lagebild zeigt Ihnen etwas, sobald das Programmbüro eine Strategie angelegt hat.'}</p>
    </EmptyState>
  )
}

/** A view of the programme: filters, figures, and behind every figure the list that it counts. */
export function lagebildPage(c: RequestContext, lage: Lageansicht): Reply {
  const { sicht, filter, strategie } = lage
  const bild: Bild = { lage, sicht }
  return arbeitsplatzSeite(c, { title: `Lagebild: ${SICHTEN[sicht].titel}`, preline: strategie?.name, meta: <>Stand: {formatInstant(c.now)}</> }, (
    <div class="sk-stack">
      <Sichtreiter c={c} sicht={sicht} filter={filter} />
      {strategie
        ? (
          <>
            <Filterleiste lage={lage} pfad={(anders) => sichtPfad(sicht, anders)} />
            <Filterhinweise hinweise={lage.hinweise} />
            <Ansichtsleiste ansichten={lage.ansichten} sicht={sicht} filter={filter} />
            {sicht === 'programmbuero' ? <BueroTafeln c={c} bild={bild} /> : null}
            {sicht === 'vorstand' ? <VorstandsTafeln c={c} bild={bild} /> : null}
            {sicht === 'einheit' ? <EinheitsTafeln c={c} bild={bild} /> : null}
          </>
        ) : <Leer c={c} />}
    </div>
  ))
}
