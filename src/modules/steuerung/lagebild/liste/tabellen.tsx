import type { VNode } from 'preact'
import { Badge, Deadline, EmptyState, Table, type Column } from '../../../../design/index.js'
import type { RequestContext } from '../../../../platform/http/route.js'
import { formatEuro } from '../../../../platform/money/index.js'
import { BERICHTE, monatswort } from '../../berichte/index.js'
import { FINANZPLAN, summe } from '../../finanzplan/index.js'
import { StatusMarke, steckbriefPfad } from '../../programm/index.js'
import type { Bericht, Merkmale } from '../domain/zeilen.js'
import { einheitsname } from '../kopf.js'
import type { Lage } from '../laden.js'
import { Lichtmarke } from '../lichtmarke.js'
import { Planlink } from '../planlink.js'
import { lastwort } from '../worte.js'
import type { Listenansicht } from './query.js'
import { gewaehlt, risikowort, type Listenzeilen } from './spalten.js'

type Tabellen = { readonly [L in keyof Listenzeilen]: (c: RequestContext, ansicht: Listenansicht) => VNode }

/** More than this nobody reads on a page; the files have all of them. */
export const HOECHSTENS = 200
const erste = <T,>(zeilen: readonly T[]): readonly T[] => (zeilen.length > HOECHSTENS ? zeilen.slice(0, HOECHSTENS) : zeilen)

const leer = <EmptyState icon="search" title="Nichts passt zu dieser Auswahl"><p>Nehmen Sie einen Filter weg oder gehen Sie zurück zum Lagebild.</p></EmptyState>
const Euro = ({ cent }: { cent: bigint | null }): VNode => (cent === null ? <span class="sk-muted" role="img" aria-label="keine Angabe">–</span> : <span class="sk-money">{formatEuro(cent)}</span>)

const ort = (lage: Lage): readonly Column<Merkmale>[] => [
  { key: 'feld', label: 'Handlungsfeld', cell: ({ feld }) => feld }, { key: 'einheit', label: 'Einheit', cell: ({ einheitId }) => einheitsname(lage, einheitId) },
  { key: 'prioritaet', label: 'Priorität', cell: ({ prioritaet }) => prioritaet ?? '–' },
]

/** Each list with the way on to what a row is about. */
export const tabellen: Tabellen = {
  vorhaben: (_c, ansicht) => (
    <Table caption="Vorhaben" captionHidden dense rows={erste(gewaehlt.vorhaben(ansicht))} rowKey={({ id }) => id} empty={leer} columns={[
      { key: 'name', label: 'Vorhaben', rowHeader: true, cell: ({ id, name }) => <a href={steckbriefPfad(id)}>{name}</a> }, ...ort(ansicht.lage),
      { key: 'status', label: 'Status', cell: ({ status, spaet }) => <StatusMarke status={status === 'ohne' ? null : status} spaet={spaet} /> },
      { key: 'licht', label: 'Ampel', cell: ({ licht, neurot }) => <><Lichtmarke licht={licht} />{neurot ? <span class="sk-line sk-meta">neu</span> : null}</> },
      { key: 'wer', label: 'Verantwortlich', cell: ({ verantwortlich }) => verantwortlich ?? '–' },
    ]} />
  ),
  berichte: (_c, ansicht) => (
    <Table caption="Statusberichte" captionHidden dense rows={erste(gewaehlt.berichte(ansicht))} rowKey={({ zeitraum, reihe }) => zeitraum.id + reihe.objektId} empty={leer} columns={[
      { key: 'name', label: 'Vorhaben', rowHeader: true, cell: ({ reihe: { objektId, name, vorhanden }, licht }) => (licht !== 'fehlt' && licht !== 'offen' ? <a href={`${BERICHTE}/verlauf/${objektId}`}>{name}</a> : vorhanden ? <a href={steckbriefPfad(objektId)}>{name}</a> : name) },
      { key: 'monat', label: 'Monat', cell: ({ zeitraum }) => monatswort(zeitraum.monat) }, { key: 'licht', label: 'Ampel', cell: ({ licht }) => <Lichtmarke licht={licht} /> },
      ...ort(ansicht.lage).map(({ cell, ...spalte }): Column<Bericht> => ({ ...spalte, cell: ({ reihe }) => cell(reihe) })),
      { key: 'wer', label: 'Verantwortlich', cell: ({ reihe }) => reihe.verantwortlich ?? '–' },
    ]} />
  ),
  meilensteine: (c, ansicht) => (
    <Table caption="Meilensteine" captionHidden dense rows={erste(gewaehlt.meilensteine(ansicht))} rowKey={({ id }) => id} empty={leer} columns={[
      { key: 'name', label: 'Meilenstein', rowHeader: true, cell: ({ id, name }) => <a href={steckbriefPfad(id)}>{name}</a> },
      { key: 'vorhaben', label: 'Vorhaben', cell: ({ vorhabenId, vorhaben }) => (vorhabenId ? <a href={steckbriefPfad(vorhabenId)}>{vorhaben}</a> : vorhaben) },
      { key: 'termin', label: 'Termin', cell: ({ termin }) => <Deadline date={termin} today={c.today} soonDays={14} /> }, ...ort(ansicht.lage),
    ]} />
  ),
  entscheidungen: (c, ansicht) => (
    <Table caption="Offene Entscheidungen" captionHidden dense rows={erste(gewaehlt.entscheidungen(ansicht))} rowKey={({ id }) => id} empty={leer} columns={[
      { key: 'was', label: 'Sachverhalt', rowHeader: true, cell: ({ sachverhalt, empfehlung }) => <>{sachverhalt}{empfehlung ? <span class="sk-line sk-meta">Empfehlung: {empfehlung}</span> : null}</> },
      { key: 'bis', label: 'Gebraucht bis', cell: ({ benoetigtBis }) => (benoetigtBis ? <Deadline date={benoetigtBis} today={c.today} soonDays={30} /> : 'ohne Termin') },
      { key: 'gremium', label: 'Gremium', cell: ({ gremium }) => gremium || '–' },
      { key: 'plan', label: 'Plan', cell: ({ planId, nummer }) => <Planlink lage={ansicht.lage} actor={c.actor} planId={planId} nummer={nummer} seite="entscheidungen" /> },
    ]} />
  ),
  risiken: (c, ansicht) => (
    <Table caption="Risiken" captionHidden dense rows={erste(gewaehlt.risiken(ansicht))} rowKey={({ id }) => id} empty={leer} columns={[
      { key: 'was', label: 'Risiko', rowHeader: true, cell: ({ beschreibung, massnahme }) => <>{beschreibung}{massnahme ? <span class="sk-line sk-meta">Dagegen: {massnahme}</span> : null}</> },
      { key: 'punkte', label: 'Punkte', align: 'end', cell: ({ punkte }) => punkte },
      { key: 'stufe', label: 'Stufe', cell: ({ stufe }) => <Badge tone={({ hoch: 'danger', mittel: 'warning', niedrig: 'success' } as const)[stufe]}>{stufe}</Badge> },
      { key: 'status', label: 'Status', cell: ({ status }) => risikowort(status) },
      { key: 'wer', label: 'Verantwortlich', cell: ({ eignerId }) => (eignerId ? ansicht.namen.get(eignerId) ?? 'Unbekannt' : '–') },
      { key: 'plan', label: 'Plan', cell: ({ planId, nummer }) => <Planlink lage={ansicht.lage} actor={c.actor} planId={planId} nummer={nummer} seite="risiken" /> },
    ]} />
  ),
  geld(_c, ansicht) {
    const zeilen = gewaehlt.geld(ansicht)
    const gesamt = (feld: 'sollCent' | 'istCent' | 'erwartetCent' | 'abweichungCent') => <strong key={feld}><Euro cent={summe(zeilen.map((zeile) => zeile[feld]))} /></strong>
    return (
      <Table caption="Zeilen des Finanzplans" captionHidden dense rows={erste(zeilen)} rowKey={({ zeileId, jahr }) => `${zeileId}${jahr}`} empty={leer} columns={[
        { key: 'was', label: 'Zeile', rowHeader: true, cell: ({ zeileId, bezeichnung, vorhaben }) => <><a href={`${FINANZPLAN}/zeilen/${zeileId}`}>{bezeichnung}</a><span class="sk-line sk-meta">{vorhaben ?? 'übergreifend'}</span></> },
        { key: 'produkt', label: 'Produkt und Sachkonto', cell: ({ produkt, sachkonto }) => [produkt, sachkonto].filter(Boolean).join(' / ') || '–' },
        { key: 'jahr', label: 'Jahr', cell: ({ jahr }) => jahr ?? 'ohne Jahr' },
        { key: 'soll', label: 'Plan mit Nachtrag', align: 'end', nowrap: true, cell: ({ sollCent }) => <Euro cent={sollCent} /> },
        { key: 'ist', label: 'Ist', align: 'end', nowrap: true, cell: ({ istCent }) => <Euro cent={istCent} /> },
        { key: 'erwartet', label: 'Prognose', align: 'end', nowrap: true, cell: ({ erwartetCent }) => <Euro cent={erwartetCent} /> },
        { key: 'abweichung', label: 'Abweichung', align: 'end', nowrap: true, cell: ({ abweichungCent }) => <Euro cent={abweichungCent} /> },
      ]} {...(zeilen.length > 0 ? { footer: [[<strong key="summe">Summe</strong>, '', '', gesamt('sollCent'), gesamt('istCent'), gesamt('erwartetCent'), gesamt('abweichungCent')]] } : {})} />
    )
  },
  personen: (_c, ansicht) => (
    <Table caption="Auslastung" captionHidden dense rows={erste(gewaehlt.personen(ansicht))} rowKey={({ kontoId, monat }) => `${kontoId}${monat}`} empty={leer} columns={[
      { key: 'wer', label: 'Person', rowHeader: true, cell: ({ kontoId }) => ansicht.namen.get(kontoId) ?? 'Unbekannt' }, { key: 'monat', label: 'Monat', cell: ({ monat }) => monatswort(monat) },
      { key: 'prozent', label: 'Höchste Last', align: 'end', cell: ({ prozent }) => `${prozent}\u00a0%` }, { key: 'grenze', label: 'Vereinbart', align: 'end', cell: ({ grenze }) => `${grenze}\u00a0%` },
      { key: 'last', label: 'Stand', cell: ({ last }) => <Badge tone={({ frei: 'success', voll: 'warning', ueber: 'danger' } as const)[last]}>{lastwort(last)}</Badge> },
    ]} />
  ),
}
