import type { ComponentChildren, VNode } from 'preact'
import { cx } from '../attributes.js'
import { Details } from '../controls.js'
import { useLang, useTexts } from '../texts.js'
import { Table } from './table.js'

export interface ChartPoint {
  readonly label: string
  readonly value: number
  /** The exact value in words, for the table; a number that long would not fit beside the axis. */
  readonly text?: string
}

export interface ChartProps {
  readonly title: string
  readonly points: readonly ChartPoint[]
  /** Head of the column of labels in the table: „Monat“. */
  readonly labelHead: string
  /** Head of the column of values: „Eingänge“. */
  readonly valueHead: string
  readonly format?: (value: number) => string
  /** One sentence that says what there is to see; also the text alternative of the picture. */
  readonly summary: ComponentChildren
  /** A goal or limit, drawn as a line. */
  readonly goal?: { readonly value: number; readonly label: string }
}

/** A round number not below the value whose quarters are round as well, for the top of the axis; 1 for nothing. */
export function niceCeiling(value: number): number {
  if (!(value > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  const step = [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10].find((factor) => factor * power >= value) ?? 10
  return step * power
}

const view = { width: 520, height: 250, left: 48, right: 8, top: 24, bottom: 36 } as const
const quarters = [0, 0.25, 0.5, 0.75, 1] as const
const plot = { width: view.width - view.left - view.right, height: view.height - view.top - view.bottom } as const

interface Scale {
  readonly ticks: readonly number[]
  readonly x: (index: number) => number
  readonly y: (value: number) => number
  readonly slot: number
}

function scaleOf({ points, goal }: ChartProps): Scale {
  const values = [0, goal?.value ?? 0, ...points.map((p) => p.value)]
  const [lowest, highest] = [Math.min(...values), Math.max(...values)]
  const top = highest > 0 || lowest === 0 ? niceCeiling(highest) : 0
  const bottom = lowest < 0 ? -niceCeiling(-lowest) : 0
  const slot = plot.width / Math.max(1, points.length)
  return {
    ticks: bottom === 0 ? quarters.map((part) => part * top) : [bottom, bottom / 2, 0, ...(top > 0 ? [top / 2, top] : [])],
    slot,
    x: (index) => view.left + slot * (index + 0.5),
    y: (value) => view.top + plot.height * (top - value) / (top - bottom),
  }
}

function useFormat(format: ChartProps['format']): (value: number) => string {
  const numbers = new Intl.NumberFormat(useLang() === 'en' ? 'en-GB' : 'de-DE', { maximumFractionDigits: 2 })
  return format ?? ((value) => numbers.format(value))
}

/** Numbers that would run out of the picture are shortened: „1,2 Mio.“; the table has them in full. */
function useAxisFormat(scale: Scale, format: (v: number) => string): (value: number) => string {
  const short = new Intl.NumberFormat(useLang() === 'en' ? 'en-GB' : 'de-DE', { notation: 'compact', maximumFractionDigits: 1 })
  return scale.ticks.some((tick) => Math.abs(tick) >= 100_000) ? (value) => short.format(value) : format
}

/** Axis, grid and labels; a label that would not fit is left out of the picture, never of the table. */
function Grid({ chart, scale, format }: { chart: ChartProps; scale: Scale; format: (v: number) => string }): VNode {
  const axis = useAxisFormat(scale, format)
  const every = Math.ceil(chart.points.length / 12)
  return (
    <>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line class="sk-chart__grid" x1={view.left} x2={view.width
            - view.right} y1={scale.y(tick)} y2={scale.y(tick)} />
          <text class="sk-chart__text" x={view.left - 8} y={scale.y(tick) + 4} text-anchor="end">{axis(tick)}</text>
        </g>
      ))}
      {chart.points.map((point, index) => index % every === 0
        ? <text class={cx('sk-chart__text', index % 2 === 1 && 'sk-chart__text--odd')} key={point.label}
          x={scale.x(index)} y={view.height - 12} text-anchor="middle">{point.label}</text>
        : null)}
    </>
  )
}

/** Drawn last, so that it can be read across bars and lines. */
function Goal({ chart: { goal }, scale }: { chart: ChartProps; scale: Scale }): VNode | null {
  if (!goal) return null
  const y = scale.y(goal.value)
  const end = view.width - view.right
  return (
    <g>
      <line class="sk-chart__goal" x1={view.left} x2={end} y1={y} y2={y} />
      <text class="sk-chart__text sk-chart__text--goal" x={end} y={y - 6} text-anchor="end">{goal.label}</text>
    </g>
  )
}

function Figure({ chart, children }: { chart: ChartProps; children: (scale: Scale) => ComponentChildren }): VNode {
  const t = useTexts()
  const format = useFormat(chart.format)
  const scale = scaleOf(chart)
  return (
    <figure class="sk-chart">
      <figcaption class="sk-chart__caption"><strong>{chart.title}</strong><span
        class="sk-chart__summary">{chart.summary}</span></figcaption>
      <svg class="sk-chart__svg" viewBox={`0 0 ${view.width} ${view.height}`} aria-hidden="true" focusable="false">
        <Grid chart={chart} scale={scale} format={format} />
        {children(scale)}
        <Goal chart={chart} scale={scale} />
      </svg>
      <Details summary={<>{t.showAsTable}<span class="sk-sr-only">: {chart.title}</span></>} look="plain">
        <Table caption={chart.title} captionHidden dense narrow="scroll" rows={chart.points} rowKey={(p) => p.label}
          columns={[
            { key: 'label', label: chart.labelHead, cell: (p) => p.label, rowHeader: true },
            { key: 'value', label: chart.valueHead, cell: (p) => p.text ?? format(p.value), align: 'end' },
          ]} />
      </Details>
    </figure>
  )
}

/**
 * Quantities side by side. The picture is decoration for those who see it; the table below says the same to everybody.
 */
export function BarChart(props: ChartProps): VNode {
  const format = useFormat(props.format)
  return (
    <Figure chart={props}>
      {(scale) => props.points.map((point, index) => {
        const width = Math.min(44, scale.slot * 0.66)
        const [y, ground] = [scale.y(Math.max(0, point.value)), scale.y(Math.min(0, point.value))]
        return (
          <g key={point.label}>
            <rect class="sk-chart__bar" x={scale.x(index) - width / 2} y={y} width={width}
              height={ground - y} rx="2" />
            {props.points.length <= 8
              ? <text class="sk-chart__text sk-chart__text--value" x={scale.x(index)} y={y - 6}
                text-anchor="middle">{format(point.value)}</text>
              : null}
          </g>
        )
      })}
    </Figure>
  )
}

/** A quantity over time. */
export function LineChart(props: ChartProps): VNode {
  return (
    <Figure chart={props}>
      {(scale) => (
        <>
          <polyline class="sk-chart__line" points={props.points.map((p,
            i) => `${scale.x(i)},${scale.y(p.value)}`).join(' ')} />
          {props.points.map((point, index) => (
            <circle class="sk-chart__dot" key={point.label} cx={scale.x(index)} cy={scale.y(point.value)} r="4" />
          ))}
        </>
      )}
    </Figure>
  )
}
