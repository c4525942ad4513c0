import type { VNode } from 'preact'
import { arbeitsplatzSeite, EmptyState, FilterBar, LinkButton, SelectField, StatTiles, Table, TextField, type ActiveFilter, type Column } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { ebeneText, nummerText, PFAD, PRIORITAETEN, ProgrammReiter, StatusMarke, steckbriefPfad, Strategiewahl, zeitraumText } from '../anzeige.js'
import { STATUS } from '../domain/status.js'
import type { Filter, Gruppe, programmUebersicht, Zeile } from './query.js'

type Uebersicht = Awaited<ReturnType<typeof programmUebersicht.run>>

const STATUSWAHL = { ...Object.fromEntries(Object.entries(STATUS).map(([status, { wort }]) => [status, wort])), ohne: 'ohne Status', ueberfaellig: 'überfällig' } as Readonly<Record<string, string>>

export function uebersichtPage(c: RequestContext, filter: Filter, uebersicht: Uebersicht): Reply {
  const { strategie, strategien } = uebersicht
  const darfVerwalten = holds(c.actor, 'programm.verwalten')
  const suche = link(filter, {}).slice(PFAD.length)
  return arbeitsplatzSeite(c, {
    title: strategie?.name ?? 'Programm', preline: strategie ? `Programm${strategie.jahrVon ? ` ${strategie.jahrVon}${strategie.jahrBis ? ` bis ${strategie.jahrBis}` : ''}` : ''}` : undefined,
    actions: strategie
      ? (
        <>
          {holds(c.actor, 'programm.bearbeiten') ? <LinkButton href={`${PFAD}/objekte/neu?strategie=${strategie.kennung}`} small icon="plus">Neu anlegen</LinkButton> : null}
          <LinkButton href={`${PFAD}/export.xlsx${suche}`} small variant="secondary" icon="download" download>Excel</LinkButton>
          <LinkButton href={`${PFAD}/export.csv${suche}`} small variant="secondary" icon="download" download>CSV</LinkButton>
        </>
      ) : darfVerwalten ? <LinkButton href={`${PFAD}/einlesen`} small icon="upload">Plan einlesen</LinkButton> : null,
  }, (
    <>
      <ProgrammReiter c={c} aktuell="uebersicht" strategie={strategie} />
      {strategie ? <Inhalt filter={filter} uebersicht={uebersicht} /> : (
        <EmptyState title="Noch keine Strategie"><p>{darfVerwalten ? 'Lesen Sie einen Plan ein oder legen Sie unter „Einrichten“ eine Strategie an.' : 'Das Programmbüro hat noch keine Strategie angelegt.'}</p></EmptyState>
      )}
      {strategien.length > 1 && strategie?.quelle ? <p class="sk-meta">{strategie.quelle}</p> : null}
    </>
  ))
}

const link = (filter: Filter, anders: Partial<Record<keyof Filter, string>>): string => {
  const frage = new URLSearchParams(Object.entries({ ...filter, ...anders }).filter(([, wert]) => wert) as [string, string][])
  return frage.size > 0 ? `${PFAD}?${frage}` : PFAD
}

function Inhalt({ filter, uebersicht }: { filter: Filter; uebersicht: Uebersicht }): VNode {
  const { zaehler, gefiltert, treffer, gruppen, anzahl } = uebersicht
  return (
    <>
      <StatTiles label="Vorhaben nach Status" stats={[
        ...(['laufend', 'geplant', 'abgeschlossen', 'zurueckgestellt', 'abgebrochen'] as const).filter((status) => zaehler[status] > 0 || status === 'laufend' || status === 'geplant')
          .map((status) => ({ label: STATUSWAHL[status] ?? '', value: zaehler[status], href: link(filter, { status }) })),
        ...(zaehler.ohne > 0 ? [{ label: 'ohne Status', value: zaehler.ohne, href: link(filter, { status: 'ohne' }) }] : []),
        ...(zaehler.ueberfaellig > 0 ? [{ label: 'überfällig', value: zaehler.ueberfaellig, href: link(filter, { status: 'ueberfaellig' }), tone: 'danger' as const }] : []),
      ]} />
      <Filterleiste filter={filter} uebersicht={uebersicht} />
      {gefiltert
        ? <Liste caption={`${treffer.length} von ${anzahl}`} zeilen={treffer} uebersicht={uebersicht} mitOrt />
        : gruppen.length > 0 ? gruppen.map((gruppe) => <Teil key={gruppe.kopf?.id ?? 'weitere'} gruppe={gruppe} uebersicht={uebersicht} allein={gruppen.length === 1} />)
          : <EmptyState title="Diese Strategie ist noch leer"><p>Legen Sie ein Handlungsfeld, einen Baustein oder eine Maßnahme an.</p></EmptyState>}
    </>
  )
}

function Filterleiste({ filter, uebersicht: { strategien, strategie, felder, verantwortliche, arten, namen, gefiltert, treffer } }: { filter: Filter; uebersicht: Uebersicht }): VNode {
  const worte: Readonly<Record<string, (wert: string) => string>> = {
    text: (wert) => wert, art: (wert) => namen[wert as keyof typeof namen].einzahl, status: (wert) => STATUSWAHL[wert] ?? wert, prioritaet: (wert) => wert,
    feld: (wert) => felder.find(({ id }) => id === wert)?.name ?? '', verantwortlich: (wert) => wert,
  }
  const NAMEN: Readonly<Record<string, string>> = { text: 'Suche', art: 'Ebene', status: 'Status', prioritaet: 'Priorität', feld: 'Gehört zu', verantwortlich: 'Verantwortlich' }
  const aktiv = Object.entries(filter).filter(([feld, wert]) => feld !== 'strategie' && wert)
    .map(([feld, wert]): ActiveFilter => ({ label: NAMEN[feld] ?? feld, value: worte[feld]?.(String(wert)) ?? '', removeHref: link(filter, { [feld]: '' }) }))
  return (
    <FilterBar action={PFAD} active={aktiv} resetHref={link(filter.strategie ? { strategie: filter.strategie } : {}, {})} {...(gefiltert ? { resultText: treffer.length === 1 ? 'Ein Treffer' : `${treffer.length} Treffer` } : {})}>
      <Strategiewahl strategien={strategien} strategie={strategie} />
      <TextField name="text" label="Nummer oder Text" value={filter.text ?? ''} optional maxLength={200} />
      <SelectField name="feld" label="Gehört zu" value={filter.feld ?? ''} emptyLabel="alle" optional options={felder.map((feld) => ({ value: feld.id, label: [feld.nummer, feld.name].filter(Boolean).join(' ') }))} />
      <SelectField name="status" label="Status" value={filter.status ?? ''} emptyLabel="alle" optional options={Object.entries(STATUSWAHL).map(([value, label]) => ({ value, label }))} />
      <SelectField name="prioritaet" label="Priorität" value={filter.prioritaet ?? ''} emptyLabel="alle" optional options={Object.entries(PRIORITAETEN).map(([value, label]) => ({ value, label }))} />
      <SelectField name="verantwortlich" label="Verantwortlich" value={filter.verantwortlich ?? ''} emptyLabel="alle" optional options={verantwortliche.map((value) => ({ value, label: value }))} />
      <SelectField name="art" label="Ebene" value={filter.art ?? ''} emptyLabel="alle" optional options={arten.map((art) => ({ value: art, label: namen[art].einzahl }))} />
    </FilterBar>
  )
}

function Teil({ gruppe: { kopf, zeilen }, uebersicht, allein }: { gruppe: Gruppe; uebersicht: Uebersicht; allein: boolean }): VNode {
  return (
    <section aria-labelledby={kopf ? `teil-${kopf.id}` : 'teil-weitere'}>
      {kopf
        ? <h2 class="sk-h2" id={`teil-${kopf.id}`}><a href={steckbriefPfad(kopf.id)}>{[kopf.nummer, kopf.name].filter(Boolean).join(' ')}</a> <span class="sk-meta">{ebeneText(kopf, uebersicht.namen)}</span> <StatusMarke status={kopf.status} /></h2>
        : <h2 class={allein ? 'sk-sr-only' : 'sk-h2'} id="teil-weitere">{allein ? 'Alle Vorhaben' : 'Weitere'}</h2>}
      <Liste caption={kopf?.name ?? 'Vorhaben'} zeilen={zeilen} uebersicht={uebersicht} />
    </section>
  )
}

function Liste({ caption, zeilen, uebersicht: { namen }, mitOrt = false }: { caption: string; zeilen: readonly Zeile[]; uebersicht: Uebersicht; mitOrt?: boolean }): VNode {
  const spalten: readonly Column<Zeile>[] = [
    { key: 'name', label: 'Vorhaben', rowHeader: true, cell: ({ objekt, tiefe }) => <>{'– '.repeat(tiefe)}<a href={steckbriefPfad(objekt.id)}>{[objekt.nummer, objekt.name].filter(Boolean).join(' ')}</a><span class="sk-line sk-meta">{ebeneText(objekt, namen)}</span></> },
    ...(mitOrt ? [{ key: 'ort', label: 'Gehört zu', cell: ({ ober }: Zeile) => (ober ? <>{ober.name}{ober.bausteinart ? <span class="sk-line sk-meta">{nummerText(ober)}</span> : null}</> : '–') }] : []),
    { key: 'status', label: 'Status', cell: ({ objekt, spaet }) => <StatusMarke status={objekt.status} spaet={spaet} /> },
    { key: 'prioritaet', label: 'Priorität', cell: ({ objekt }) => objekt.prioritaet ?? '–' },
    { key: 'zeit', label: 'Zeitraum', cell: ({ objekt }) => zeitraumText(objekt) ?? '–' },
    { key: 'wer', label: 'Verantwortlich', cell: ({ objekt }) => objekt.verantwortlich ?? '–' },
  ]
  return <Table caption={caption} captionHidden dense columns={spalten} rows={zeilen} rowKey={({ objekt }) => objekt.id} empty={<EmptyState title="Nichts passt zu diesen Filtern"><p>Nehmen Sie einen Filter weg.</p></EmptyState>} />
}
