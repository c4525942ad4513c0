import type { VNode } from 'preact'
import {
  arbeitsplatzSeite, Badge, EmptyState, FilterBar, LinkButton, SelectField, StatTiles, Table,
} from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { StatusMarke, Strategiewahl } from '../../programm/index.js'
import { Kennzahlenreiter } from '../anzeige.js'
import { ERGEBNISSE, type Ergebnis } from '../domain/evaluation.js'
import { evaluationPfad, PFAD } from '../pfade.js'
import type { Zeile, Zyklusansicht } from './query.js'

const ZEICHEN = {
  ja: { tone: 'success', icon: 'check' }, teilweise: { tone: 'warning', icon: 'warning' },
  nein: { tone: 'danger', icon: 'danger' },
} as const satisfies Record<Ergebnis, unknown>

export function Ergebnismarke({ ergebnis }: { ergebnis: Ergebnis | undefined }): VNode {
  if (!ergebnis) return <Badge icon="minus">noch nicht evaluiert</Badge>
  return <Badge tone={ZEICHEN[ergebnis].tone} icon={ZEICHEN[ergebnis].icon}>{ERGEBNISSE[ergebnis]}</Badge>
}

export const vorhabenName = ({ nummer, name }: Zeile['objekt']): string => [nummer, name].filter(Boolean).join(' ')

/** A cycle: what was reached, and what the town learnt. */
export function evaluationPage(c: RequestContext, ansicht: Zyklusansicht): Reply {
  const { strategien, strategie, zyklen, zyklus, zeilen } = ansicht
  const frage = new URLSearchParams({ ...(strategie ? { strategie: strategie.kennung } : {}), zyklus: String(zyklus) })
  const anzahl = (ergebnis: Ergebnis | undefined) =>
    zeilen.filter(({ evaluation }) => evaluation?.ergebnis === ergebnis).length
  const csv = `${PFAD}/evaluation.csv?${frage}`
  return arbeitsplatzSeite(c, {
    title: 'Evaluation', preline: strategie?.name,
    actions: <LinkButton href={csv} variant="secondary" icon="download" download>CSV</LinkButton>,
  }, (
    <div class="sk-stack">
      <Kennzahlenreiter aktuell="evaluation" strategie={strategie?.kennung} />
      <FilterBar action={`${PFAD}/evaluation`} submitLabel="Anzeigen">
        <Strategiewahl strategien={strategien} strategie={strategie} />
        <SelectField name="zyklus" label="Zyklus endet" value={String(zyklus)} emptyLabel={null}
          options={zyklen.map((eines) => ({ value: String(eines), label: String(eines) }))} />
      </FilterBar>
      {zeilen.length > 0 ? <StatTiles label="Ergebnisse" stats={[
        ...(Object.keys(ERGEBNISSE) as Ergebnis[]).map((eines) => ({ label: ERGEBNISSE[eines], value: anzahl(eines) })),
        { label: 'noch nicht evaluiert', value: anzahl(undefined) },
      ]} /> : null}
      <Table caption="Vorhaben" captionHidden rows={zeilen} rowKey={({ objekt }) => objekt.id}
        empty={(
          <EmptyState title="Keine Vorhaben">
            <p>
              Evaluiert werden die Maßnahmen und Projekte einer Strategie. Lesen Sie zuerst unter „Programm“ eine ein.
            </p>
          </EmptyState>
        )} columns={[
        { key: 'vorhaben', label: 'Vorhaben', rowHeader: true, cell: ({ objekt }) => <>
          <a href={evaluationPfad(zyklus, objekt.id)}>{vorhabenName(objekt)}</a> <StatusMarke status={objekt.status} />
        </> },
        { key: 'kriterium', label: 'Erfolgskriterium', cell: ({ evaluation }) => evaluation?.kriterium ?? '–' },
        {
          key: 'ergebnis', label: 'Ergebnis',
          cell: ({ evaluation }) => <Ergebnismarke ergebnis={evaluation?.ergebnis} />,
        },
        { key: 'lehre', label: 'Was wir daraus lernen', cell: ({ evaluation }) => evaluation?.lehre ?? '–' },
      ]} />
    </div>
  ))
}
