import type { VNode } from 'preact'
import { Badge, Card, CardGrid, Deadline, EmptyState, StatTiles, Table } from '../../../../design/index.js'
import type { RequestContext } from '../../../../platform/http/route.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { monatswort, schreibPfad } from '../../berichte/index.js'
import { StatusMarke, steckbriefPfad } from '../../programm/index.js'
import { StatusBild, type Bild } from '../diagramme.js'
import { TAGE_VORAUS, waehle, waehleBerichte, type Bericht, type Meilenstein, type Vorhaben } from '../domain/zeilen.js'
import type { Lage } from '../laden.js'
import { Lichtmarke } from '../lichtmarke.js'
import { listenPfad } from '../pfade.js'
import { Ampeltafel, kachel } from '../tafeln.js'

const ZEILEN = 25

/** Reports that the unit still owes, the most overdue first. */
const faellige = ({ reihen, monate }: Lage): readonly Bericht[] =>
  (['fehlt', 'offen'] as const).flatMap((licht) => waehleBerichte(reihen, monate, { licht })).toSorted((a, b) => Temporal.PlainDate.compare(a.zeitraum.faelligAm, b.zeitraum.faelligAm))

function Vorhabentafel({ bild: { lage, sicht } }: { bild: Bild }): VNode {
  const { vorhaben, filter } = lage
  return (
    <Card title="Unsere Vorhaben" {...(vorhaben.length > ZEILEN ? { footer: <a href={listenPfad(sicht, 'vorhaben', filter)}>Alle {vorhaben.length} Vorhaben</a> } : {})}>
      <Table caption="Vorhaben der Einheit" captionHidden dense rows={vorhaben.slice(0, ZEILEN)} rowKey={({ id }) => id}
        empty={<EmptyState icon="list" title="Kein Vorhaben"><p>Für Ihre Einheit ist kein Vorhaben eingetragen, das zu diesen Filtern passt. Zuständig wird eine Einheit im Steckbrief.</p></EmptyState>}
        columns={[
          { key: 'name', label: 'Vorhaben', rowHeader: true, cell: ({ id, name, feld }: Vorhaben) => <><a href={steckbriefPfad(id)}>{name}</a><span class="sk-line sk-meta">{feld}</span></> },
          { key: 'status', label: 'Status', cell: ({ status, spaet }) => <StatusMarke status={status === 'ohne' ? null : status} spaet={spaet} /> },
          { key: 'licht', label: 'Ampel', cell: ({ licht }) => <Lichtmarke licht={licht} /> },
          { key: 'wer', label: 'Verantwortlich', cell: ({ verantwortlich }) => verantwortlich ?? '–' },
        ]} />
    </Card>
  )
}

function Berichtstafel({ c, berichte }: { c: RequestContext; berichte: readonly Bericht[] }): VNode {
  const darf = ({ reihe }: Bericht) => reihe.vorhanden && holds(c.actor, 'berichte.schreiben', { einheitId: reihe.einheitId })
  return (
    <Card title="Zu schreiben">
      <Table caption="Statusberichte, die noch fehlen" captionHidden dense rows={berichte.slice(0, ZEILEN)} rowKey={({ zeitraum, reihe }) => zeitraum.id + reihe.objektId}
        empty={<EmptyState icon="success" title="Alle Berichte sind da"><p>Der nächste Monat öffnet eine Woche vor seinem Ende.</p></EmptyState>}
        columns={[
          { key: 'name', label: 'Vorhaben', rowHeader: true, cell: (bericht) => (darf(bericht) ? <a href={schreibPfad(bericht.zeitraum.id, bericht.reihe.objektId)}>{bericht.reihe.name}</a> : bericht.reihe.name) },
          { key: 'monat', label: 'Monat', cell: ({ zeitraum }) => monatswort(zeitraum.monat) },
          { key: 'bis', label: 'Fällig am', cell: ({ zeitraum }) => <Deadline date={zeitraum.faelligAm} today={c.today} soonDays={7} /> },
        ]} />
    </Card>
  )
}

function Meilensteintafel({ c, meilensteine }: { c: RequestContext; meilensteine: readonly Meilenstein[] }): VNode {
  return (
    <Card title={`Meilensteine: überfällig und in den nächsten ${TAGE_VORAUS} Tagen`}>
      <Table caption="Meilensteine" captionHidden dense rows={meilensteine.slice(0, ZEILEN)} rowKey={({ id }) => id}
        empty={<EmptyState icon="success" title="Kein Meilenstein steht an"><p>In den nächsten {TAGE_VORAUS} Tagen ist nichts fällig.</p></EmptyState>}
        columns={[
          { key: 'name', label: 'Meilenstein', rowHeader: true, cell: ({ id, name, vorhaben }) => <><a href={steckbriefPfad(id)}>{name}</a><span class="sk-line sk-meta">{vorhaben}</span></> },
          { key: 'termin', label: 'Termin', cell: ({ termin }) => <Deadline date={termin} today={c.today} soonDays={14} /> },
        ]} />
    </Card>
  )
}

/** What a unit answers for, what it owes, and what is coming. */
export function EinheitsTafeln({ c, bild }: { c: RequestContext; bild: Bild }): VNode {
  const { lage, sicht } = bild
  const zuSchreiben = faellige(lage)
  const liste = (name: Parameters<typeof listenPfad>[1], ausschnitt = {}) => listenPfad(sicht, name, lage.filter, ausschnitt)
  const anzahl = (frist: 'spaet' | 'kommend') => waehle.meilensteine(lage.meilensteine, { frist }).length
  return (
    <>
      <StatTiles label="Auf einen Blick" stats={[
        kachel('Vorhaben', lage.vorhaben.length, liste('vorhaben')),
        kachel('Berichte überfällig', waehleBerichte(lage.reihen, lage.monate, { licht: 'fehlt' }).length, liste('berichte', { licht: 'fehlt' }), 'danger'),
        kachel('Berichte zu schreiben', waehleBerichte(lage.reihen, lage.monate, { licht: 'offen' }).length, liste('berichte', { licht: 'offen' })),
        kachel('Meilensteine überfällig', anzahl('spaet'), liste('meilensteine', { frist: 'spaet' }), 'danger'),
        kachel(`Meilensteine in ${TAGE_VORAUS} Tagen`, anzahl('kommend'), liste('meilensteine', { frist: 'kommend' })),
      ]} />
      <Vorhabentafel bild={bild} />
      <CardGrid size="wide">
        <Berichtstafel c={c} berichte={zuSchreiben} />
        <Meilensteintafel c={c} meilensteine={lage.meilensteine.filter(({ tage }) => tage <= TAGE_VORAUS)} />
        <Card title="Status nach Handlungsfeld">{lage.vorhaben.length > 0 ? <StatusBild bild={bild} /> : <Badge>kein Vorhaben</Badge>}</Card>
        <Card title="Ampeln der letzten Monate"><Ampeltafel bild={bild} /></Card>
      </CardGrid>
    </>
  )
}
