import type { VNode } from 'preact'
import { Card, CardGrid, Deadline, EmptyState, StatTiles, Table } from '../../../../design/index.js'
import type { RequestContext } from '../../../../platform/http/route.js'
import { formatEuro } from '../../../../platform/money/index.js'
import { Ampelmarke, monatswort } from '../../berichte/index.js'
import { summe, tausendText } from '../../finanzplan/index.js'
import { steckbriefPfad } from '../../programm/index.js'
import { RisikoBild, type Bild } from '../diagramme.js'
import { waehle } from '../domain/zeilen.js'
import { Planhinweis } from '../kopf.js'
import { listenPfad } from '../pfade.js'
import { Planlink } from '../planlink.js'
import { Ampeltafel, Geldtafel, gesamtlage, kachel, Kennzahltafel } from '../tafeln.js'

/** What is to be decided comes first; more than this is a list of its own. */
const ZEILEN = 8

function Kopfzahlen({ c, bild: { lage, sicht } }: { c: RequestContext; bild: Bild }): VNode {
  const { filter, stich } = lage
  const rot = waehle.vorhaben(lage.vorhaben, { licht: 'rot' }).length
  const neu = waehle.vorhaben(lage.vorhaben, { neurot: 'ja' }).length
  const spaet = waehle.entscheidungen(lage.entscheidungen, { frist: 'ueberfaellig' }).length
  const jahr = String(c.today.year)
  const abweichung = summe(waehle.geld(lage.geld, { jahr }).map(({ abweichungCent }) => abweichungCent))
  const gesamt = gesamtlage(lage)
  return (
    <StatTiles label="Auf einen Blick" stats={[
      ...(stich ? [{ label: `Gesamtlage ${monatswort(stich.monat)}`, value: gesamt.gesamt ? <Ampelmarke ampel={gesamt.gesamt} /> : '–', note: gesamt.grund }] : []),
      { ...kachel('Vorhaben auf Rot', rot, listenPfad(sicht, 'vorhaben', filter, { licht: 'rot' }), 'danger'), note: neu === 0 ? 'keines davon neu' : `${neu} davon neu` },
      { ...kachel('Zu entscheiden', lage.entscheidungen.length, listenPfad(sicht, 'entscheidungen', filter), 'warning'), note: spaet === 0 ? 'nichts überfällig' : `${spaet} überfällig` },
      ...(abweichung === null ? [] : [{
        label: `Abweichung ${jahr}`, value: tausendText(abweichung), note: `${formatEuro(abweichung)} gegenüber dem Plan`, href: listenPfad(sicht, 'geld', filter, { jahr }),
        ...(abweichung > 0n ? { tone: 'warning' as const } : {}),
      }]),
      kachel('Hohe Risiken', waehle.risiken(lage.risiken, { stufe: 'hoch' }).length, listenPfad(sicht, 'risiken', filter, { stufe: 'hoch' }), 'warning'),
    ]} />
  )
}

function Entscheidungen({ c, bild: { lage, sicht } }: { c: RequestContext; bild: Bild }): VNode {
  const { entscheidungen, filter } = lage
  return (
    <Card title="Das brauchen wir von Ihnen" {...(entscheidungen.length > ZEILEN ? { footer: <a href={listenPfad(sicht, 'entscheidungen', filter)}>Alle {entscheidungen.length} offenen Entscheidungen</a> } : {})}>
      <Table caption="Offene Entscheidungen" captionHidden dense rows={entscheidungen.slice(0, ZEILEN)} rowKey={({ id }) => id}
        empty={<EmptyState icon="success" title="Nichts wartet auf eine Entscheidung"><p>Was ein Statusbericht oder ein Plan zur Entscheidung stellt, erscheint hier.</p></EmptyState>}
        columns={[
          { key: 'was', label: 'Sachverhalt', rowHeader: true, cell: (eine) => <>{eine.sachverhalt}{eine.empfehlung ? <span class="sk-line sk-meta">Empfehlung: {eine.empfehlung}</span> : null}</> },
          { key: 'bis', label: 'Gebraucht bis', cell: ({ benoetigtBis }) => (benoetigtBis ? <Deadline date={benoetigtBis} today={c.today} soonDays={30} /> : 'ohne Termin') },
          { key: 'plan', label: 'Plan', cell: ({ planId, nummer }) => <Planlink lage={lage} actor={c.actor} planId={planId} nummer={nummer} seite="entscheidungen" /> },
        ]} />
    </Card>
  )
}

function NeuRot({ bild: { lage, sicht } }: { bild: Bild }): VNode {
  const rote = waehle.vorhaben(lage.vorhaben, { neurot: 'ja' })
  return (
    <Card title="Neu auf Rot" {...(rote.length > 0 ? { footer: <a href={listenPfad(sicht, 'vorhaben', lage.filter, { neurot: 'ja' })}>{rote.length === 1 ? 'Ein Vorhaben' : `${rote.length} Vorhaben`} als Liste</a> } : {})}>
      {rote.length === 0
        ? <p>Gegenüber dem Vormonat ist kein Vorhaben rot geworden.</p>
        : <ul>{rote.slice(0, ZEILEN).map(({ id, name, feld, verantwortlich }) => <li key={id}><a href={steckbriefPfad(id)}>{name}</a><span class="sk-line sk-meta">{[feld, verantwortlich].filter(Boolean).join(' · ')}</span></li>)}</ul>}
    </Card>
  )
}

/** Few figures, what has to be decided, what turned red, money, trend: one page for the meeting. */
export function VorstandsTafeln({ c, bild }: { c: RequestContext; bild: Bild }): VNode {
  return (
    <>
      <Kopfzahlen c={c} bild={bild} />
      <Entscheidungen c={c} bild={bild} />
      <CardGrid size="wide">
        <NeuRot bild={bild} />
        <Card title="Wohin es geht: Ampeln der letzten Monate"><Ampeltafel bild={bild} /></Card>
        <Card title="Plan, Ist und Prognose"><Geldtafel c={c} bild={bild} /></Card>
        <Card title="Risiken"><RisikoBild bild={bild} /></Card>
      </CardGrid>
      <Kennzahltafel lage={bild.lage} />
      <Planhinweis filter={bild.lage.filter} />
    </>
  )
}
