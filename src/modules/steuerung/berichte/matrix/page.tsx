import type { VNode } from 'preact'
import { arbeitsplatzSeite, EmptyState, FilterBar, SelectField, Table, TextField, type ActiveFilter } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { Strategiewahl } from '../../programm/index.js'
import { adresse, Ampelmarke, Ausgaben, berichtPfad, Berichtsreiter, Gesamtmarke, PFAD, vorhabenName } from '../anzeige.js'
import { AMPELN, AMPELWORT, KEIN_BERICHT, REGEL } from '../domain/ampel.js'
import { monatKurz, monatswort } from '../domain/zeitraum.js'
import type { Filter, matrixAnsehen, Matrixzeile, Zelle } from './query.js'

type Matrix = Awaited<ReturnType<typeof matrixAnsehen.run>>
export const MATRIX = `${PFAD}/uebersicht`
const AMPELWAHL: Readonly<Record<string, string>> = { ...Object.fromEntries(AMPELN.map((ampel) => [ampel, AMPELWORT[ampel]])), fehlt: KEIN_BERICHT }

export function matrixPage(c: RequestContext, filter: Filter, matrix: Matrix): Reply {
  const { strategie, monate, zeilen, summen } = matrix
  const frage = adresse('', filter)
  return arbeitsplatzSeite(c, { title: 'Statusberichte nach Monat', preline: strategie?.name, actions: monate.length > 0 ? <Ausgaben pfad={MATRIX} frage={frage} /> : undefined }, (
    <>
      <Berichtsreiter c={c} aktuell="matrix" strategie={strategie} />
      {monate.length === 0 ? <EmptyState icon="chart" title="Noch kein Berichtsmonat"><p>Sobald das Programmbüro den ersten Monat eröffnet, stehen hier die Ampeln aller laufenden Vorhaben.</p></EmptyState> : (
        <>
          <Filterleiste filter={filter} matrix={matrix} />
          <Table caption={`Ampeln von ${zeilen.length} Vorhaben`} captionHidden dense narrow={monate.length > 6 ? 'scroll' : 'cards'} rows={zeilen} rowKey={({ pflicht }) => pflicht.objektId}
            empty={<EmptyState icon="search" title="Nichts passt zu diesen Filtern"><p>Nehmen Sie einen Filter weg.</p></EmptyState>}
            columns={[
              { key: 'vorhaben', label: 'Vorhaben', rowHeader: true, cell: ({ pflicht }: Matrixzeile) => <><a href={`${PFAD}/verlauf/${pflicht.objektId}`}>{vorhabenName(pflicht)}</a><span class="sk-line sk-meta">{pflicht.baustein}</span></> },
              ...monate.map((zeitraum, i) => ({ key: zeitraum.id, label: monatKurz(zeitraum.monat), nowrap: true, cell: ({ zellen }: Matrixzeile) => <Matrixzelle zelle={zellen[i] ?? { art: 'frei' }} /> })),
            ]}
            footer={[['Zusammen', ...summen.map((summe) => (summe.gruen + summe.gelb + summe.rot + summe.fehlt === 0 ? '–' : <><Ampelmarke ampel={summe.gesamt} />{summe.fehlt > 0 ? <span class="sk-line sk-meta">{summe.fehlt} ohne Bericht</span> : null}</>))]]} />
          <p class="sk-meta">{REGEL}</p>
        </>
      )}
    </>
  ))
}

function Matrixzelle({ zelle }: { zelle: Zelle }): VNode {
  if (zelle.art === 'frei') return <span class="sk-muted">nicht gefragt</span>
  if (zelle.art === 'laeuft') return <span class="sk-muted">noch offen</span>
  if (zelle.art !== 'bericht') return <Ampelmarke ampel={null} />
  return <a href={berichtPfad(zelle.fassung.id)}><Gesamtmarke ampeln={zelle.fassung.ampeln} /></a>
}

function Filterleiste({ filter, matrix: { strategien, strategie, bausteine, zeilen, anzahl, monate, stichspalte } }: { filter: Filter; matrix: Matrix }): VNode {
  const worte: Readonly<Record<string, readonly [string, (wert: string) => string]>> = {
    text: ['Suche', (wert) => wert], baustein: ['Gehört zu', (wert) => wert], ampel: ['Ampel', (wert) => AMPELWAHL[wert] ?? wert], monate: ['Monate', (wert) => wert],
  }
  const aktiv = Object.entries(filter).flatMap(([feld, wert]): ActiveFilter[] => { const eines = worte[feld]; return eines && wert ? [{ label: eines[0], value: eines[1](String(wert)), removeHref: adresse(MATRIX, { ...filter, [feld]: '' }) }] : [] })
  const stich = monate[stichspalte]
  return (
    <FilterBar action={MATRIX} active={aktiv} resetHref={adresse(MATRIX, { strategie: filter.strategie })} {...(aktiv.length > 0 ? { resultText: `${zeilen.length} von ${anzahl} Vorhaben` } : {})}>
      <Strategiewahl strategien={strategien} strategie={strategie} />
      <TextField name="text" label="Nummer oder Name" value={filter.text ?? ''} optional maxLength={200} />
      <SelectField name="baustein" label="Gehört zu" value={filter.baustein ?? ''} emptyLabel="alle" optional options={bausteine.map((value) => ({ value, label: value }))} />
      <SelectField name="ampel" label={stich ? `Ampel im ${monatswort(stich.monat)}` : 'Ampel'} value={filter.ampel ?? ''} emptyLabel="alle" optional options={Object.entries(AMPELWAHL).map(([value, label]) => ({ value, label }))} />
      <SelectField name="monate" label="Zeitraum" value={filter.monate ?? '6'} emptyLabel={null} optional options={['3', '6', '12', '36'].map((value) => ({ value, label: `${value} Monate` }))} />
    </FilterBar>
  )
}
