import { arbeitsplatzSeite, EmptyState, Knopfformular, Table } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { formatDate } from '../../../../platform/time/index.js'
import { tagAus } from '../domain/tage.js'
import { Planreiter } from '../reiter.js'
import type { Meilensteintrend, Trendansicht } from './query.js'

const BILD = { breite: 640, hoehe: 360, links: 84, rechts: 16, oben: 16, unten: 34 } as const
const ARTEN = ['', '6 4', '2 3', '10 3 2 3', '1 4'] as const

/** Milestone trend analysis: what was expected when (H4-08). A rising line slips, a level one holds. */
export function trendSeite(c: RequestContext, { plan, meilensteine, stichtage, darfBearbeiten }: Trendansicht): Reply {
  const pfad = `/arbeitsplatz/planung/${plan.id}`
  return arbeitsplatzSeite(c, {
    title: 'Meilensteintrend', preline: plan.titel, breadcrumb: [{ label: 'Planung', href: '/arbeitsplatz/planung' }, { label: plan.titel, href: pfad }, { label: 'Meilensteintrend' }],
    actions: darfBearbeiten ? <Knopfformular c={c} action={`${pfad}/trend`}>Heutige Prognosen festhalten</Knopfformular> : undefined,
  }, (
    <div class="sk-stack">
      <link rel="stylesheet" href={c.asset('gantt.css')} />
      <Planreiter planId={plan.id} aktuell="trend" />
      {meilensteine.length === 0
        ? <EmptyState icon="chart" title="Noch keine Prognosen"><p>Bei jedem Stichtag wird festgehalten, wann die Meilensteine erwartet werden. Daraus entsteht der Trend.</p></EmptyState>
        : (
          <>
            <figure class="plan-trend">
              <figcaption>Waagerecht der Stichtag, senkrecht der erwartete Termin. Eine steigende Linie verzögert sich, eine waagerechte hält den Termin.</figcaption>
              {stichtage.length > 1 ? <Bild meilensteine={meilensteine} stichtage={stichtage} /> : null}
            </figure>
            <ul>{meilensteine.map((m) => <li key={m.eintragId}><strong>{m.titel}</strong>: {m.trend.satz}</li>)}</ul>
            <Table caption="Erwartete Termine je Stichtag" dense narrow="scroll" rows={meilensteine} rowKey={({ eintragId }) => eintragId} columns={[
              { key: 'm', label: 'Meilenstein', rowHeader: true, cell: (m) => `${m.nummer} ${m.titel}` },
              ...stichtage.slice(-24).map((tag) => ({ key: tag.toString(), label: `am ${formatDate(tag)}`, nowrap: true, cell: (m: Meilensteintrend) => { const p = m.prognosen.find(({ stichtag }) => stichtag.equals(tag)); return p ? formatDate(p.termin) : '–' } })),
            ]} />
          </>
        )}
    </div>
  ))
}

function Bild({ meilensteine, stichtage }: { meilensteine: readonly Meilensteintrend[]; stichtage: readonly Temporal.PlainDate[] }) {
  const termine = meilensteine.flatMap(({ prognosen }) => prognosen.map(({ termin }) => tagAus(termin)))
  const [von, bis] = [Math.min(...termine) - 5, Math.max(...termine) + 5]
  const [erster, letzter] = [tagAus(stichtage[0] as Temporal.PlainDate), tagAus(stichtage.at(-1) as Temporal.PlainDate)]
  const x = (tag: Temporal.PlainDate) => Math.round(BILD.links + (tagAus(tag) - erster) / Math.max(1, letzter - erster) * (BILD.breite - BILD.links - BILD.rechts))
  const y = (tag: number) => Math.round(BILD.oben + (bis - tag) / (bis - von) * (BILD.hoehe - BILD.oben - BILD.unten))
  const marken = [0, 0.25, 0.5, 0.75, 1].map((teil) => Math.round(von + (bis - von) * teil))
  const jeder = Math.ceil(stichtage.length / 8)
  return (
    <svg viewBox={`0 0 ${BILD.breite} ${BILD.hoehe}`} class="plan-trend__bild" aria-hidden="true" focusable="false">
      {marken.map((tag) => <g key={tag}><path d={`M${BILD.links} ${y(tag)}H${BILD.breite - BILD.rechts}`} class="gantt__gitter" /><text x={BILD.links - 6} y={y(tag) + 4} text-anchor="end">{formatDate(Temporal.PlainDate.from({ year: 1970, month: 1, day: 1 }).add({ days: tag }))}</text></g>)}
      {stichtage.map((tag, i) => (i % jeder === 0 ? <text key={tag.toString()} x={x(tag)} y={BILD.hoehe - 10} text-anchor="middle">{formatDate(tag).slice(0, 6)}</text> : null))}
      {meilensteine.map((m, i) => (
        <g key={m.eintragId} class={`plan-trend__linie plan-trend__linie--${i % 5}`}>
          <path d={m.prognosen.map(({ stichtag, termin }, k) => `${k === 0 ? 'M' : 'L'}${x(stichtag)} ${y(tagAus(termin))}`).join('')} stroke-dasharray={ARTEN[i % ARTEN.length]} />
          {m.prognosen.map(({ stichtag, termin }) => <circle key={stichtag.toString()} cx={x(stichtag)} cy={y(tagAus(termin))} r="3.5" />)}
          <text x={x(m.prognosen.at(-1)?.stichtag ?? (stichtage[0] as Temporal.PlainDate)) - 6} y={y(tagAus(m.prognosen.at(-1)?.termin as Temporal.PlainDate)) - 8} text-anchor="end">{m.nummer} {m.titel.slice(0, 30)}</text>
        </g>
      ))}
    </svg>
  )
}
