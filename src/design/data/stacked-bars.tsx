import type { ComponentChildren, VNode } from 'preact'
import { cx } from '../attributes.js'
import { Details } from '../controls.js'
import { useLang, useTexts } from '../texts.js'
import { Table } from './table.js'

/** What tells a kind of segment apart where there is no colour: a shape, or one capital letter. */
export type Sign = 'circle' | 'triangle' | 'square' | 'dash' | 'ring' | 'diamond' | (string & {})

export interface SegmentKind {
  readonly key: string
  readonly label: string
  readonly sign: Sign
  readonly tone: 'success' | 'warning' | 'danger' | 'info' | 'neutral' | 'strong'
}

export interface BarSegment {
  readonly kind: string
  readonly value: number
  /** What is behind the segment: the list that it counts. */
  readonly href: string
  /** How many rows that list has, where the value is no number of rows. */
  readonly count?: number
}

export interface BarRow {
  readonly key: string
  readonly label: string
  /** Beside the label: the sum, or what the row is about. */
  readonly note?: ComponentChildren
  readonly segments: readonly BarSegment[]
}

export interface StackedBarsProps {
  readonly title: string
  /** One sentence that says what there is to see. */
  readonly summary: ComponentChildren
  /** Head of the column of labels in the table: „Handlungsfeld“. */
  readonly labelHead: string
  readonly kinds: readonly SegmentKind[]
  readonly rows: readonly BarRow[]
  readonly format?: (value: number) => string
  /** Every bar has the full length: shares are compared, not quantities. */
  readonly shares?: boolean
  /** The segments of a row lie below each other, each with its value beside it: for quantities that do not add up. */
  readonly sideBySide?: boolean
  /** The heading lies in the surrounding card; the picture then names itself to screen readers only. */
  readonly titleHidden?: boolean
}

/** Least part of the whole width, in per cent, that a segment takes: room for its sign, its number and a finger. */
const LEAST = 13

/**
 * Widths in per cent of the longest bar. A segment is never narrower than a finger; what this takes is taken from the wider ones,
 * so the number in it and not its width says what a small segment counts. Nothing has no width.
 */
export function segmentWidths(values: readonly number[], longest: number, least = LEAST): number[] {
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0)
  if (total <= 0 || longest <= 0) return values.map(() => 0)
  const there = values.filter((value) => value > 0).length
  const length = Math.min(100, Math.max(100 * total / longest, least * there))
  const raw = values.map((value) => length * Math.max(0, value) / total)
  const narrow = raw.map((width) => width > 0 && width < least)
  const missing = raw.reduce((sum, width, i) => sum + (narrow[i] ? least - width : 0), 0)
  const spare = raw.reduce((sum, width, i) => sum + (narrow[i] ? 0 : Math.max(0, width - least)), 0)
  return raw.map((width, i) => {
    if (width === 0) return 0
    if (narrow[i]) return least
    return spare > 0 ? width - missing * Math.max(0, width - least) / spare : width
  }).map((width) => Math.round(width * 100) / 100)
}

const SHAPES: Readonly<Record<string, string>> = {
  circle: 'M6 0.5A5.5 5.5 0 1 1 6 11.5A5.5 5.5 0 1 1 6 0.5Z',
  triangle: 'M6 0.5L12 11.5H0Z',
  square: 'M0.5 0.5H11.5V11.5H0.5Z',
  diamond: 'M6 0L12 6L6 12L0 6Z',
  dash: 'M0 4.5H12V7.5H0Z',
  ring: 'M6 0.5A5.5 5.5 0 1 1 6 11.5A5.5 5.5 0 1 1 6 0.5ZM6 3A3 3 0 1 0 6 9A3 3 0 1 0 6 3Z',
}

function SignMark({ sign, x, y }: { sign: Sign; x: number; y: number }): VNode {
  const shape = SHAPES[sign]
  if (shape) return <path class="sk-segments__sign" d={shape} transform={`translate(${x} ${y})`} fill-rule="evenodd" />
  return <text class="sk-segments__text" x={x} y={y + 11}>{sign}</text>
}

interface Drawing extends Required<Pick<StackedBarsProps, 'kinds' | 'format'>> { readonly longest: number }

function Bar({ row, drawing: { kinds, format, longest } }: { row: BarRow; drawing: Drawing }): VNode {
  const widths = segmentWidths(row.segments.map(({ value }) => value), longest)
  let x = 0
  return (
    <svg class="sk-segments__bar" role="group" aria-label={row.label} focusable="false">
      {row.segments.map((segment, i) => {
        const kind = kinds.find(({ key }) => key === segment.kind)
        const width = widths[i] ?? 0
        if (!kind || width === 0) return null
        const [from, text] = [x, format(segment.value)]
        const shown = text.length <= 4 ? text : ''
        // A letter that one can read is part of the name, for people who speak what they see.
        const letter = SHAPES[kind.sign] ? '' : [kind.sign, shown].filter(Boolean).join(' ')
        x = Math.round((x + width) * 100) / 100
        return (
          <a class="sk-segments__link" key={segment.kind} href={segment.href} data-count={segment.count ?? segment.value}
            aria-label={`${row.label}, ${kind.label}: ${text}${letter && `, ${letter}`}`}>
            <svg x={`${from}%`} width={`${width}%`} height="100%" focusable="false">
              <rect class={`sk-segments__segment sk-segments__segment--${kind.tone}`} width="100%" height="100%" />
              {letter ? <text class="sk-segments__text" x="7" y="21">{letter}</text> : <SignMark sign={kind.sign} x={7} y={10} />}
              {shown && !letter ? <text class="sk-segments__text" x="24" y="21">{shown}</text> : null}
            </svg>
          </a>
        )
      })}
    </svg>
  )
}

/** One bar for each segment, its value in words beside it. */
function Lines({ row, drawing }: { row: BarRow; drawing: Drawing }): VNode {
  return (
    <div class="sk-segments__lines">
      {row.segments.map((segment) => (
        <div class="sk-segments__line" key={segment.kind}>
          <Bar row={{ ...row, segments: [segment] }} drawing={drawing} />
          <span class="sk-segments__value" aria-hidden="true">{drawing.format(segment.value)}</span>
        </div>
      ))}
    </div>
  )
}

function Legend({ kinds }: { kinds: readonly SegmentKind[] }): VNode {
  return (
    <ul class="sk-segments__legend">
      {kinds.map(({ key, label, sign, tone }) => (
        <li key={key}>
          <svg class="sk-segments__swatch" width="26" height="24" aria-hidden="true" focusable="false">
            <rect class={`sk-segments__segment sk-segments__segment--${tone}`} width="26" height="24" />
            <SignMark sign={sign} x={7} y={6} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}

function AsTable({ chart, format }: { chart: StackedBarsProps; format: (value: number) => string }): VNode {
  const t = useTexts()
  const cell = (row: BarRow, kind: SegmentKind) => {
    const segment = row.segments.find((one) => one.kind === kind.key)
    if (!segment) return '–'
    if (segment.value === 0) return format(0)
    return (
      <a href={segment.href} data-count={segment.count ?? segment.value}>{format(segment.value)}<span
        class="sk-sr-only"> {kind.label}, {row.label}</span></a>
    )
  }
  return (
    <Details summary={<>{t.showAsTable}<span class="sk-sr-only">: {chart.title}</span></>} look="plain">
      <Table caption={chart.title} captionHidden dense narrow="scroll" rows={chart.rows} rowKey={({ key }) => key}
        columns={[
          { key: 'label', label: chart.labelHead, cell: ({ label }) => label, rowHeader: true },
          ...chart.kinds.map((kind) => ({
            key: kind.key, label: kind.label, cell: (row: BarRow) => cell(row, kind), align: 'end' as const,
          })),
        ]} />
    </Details>
  )
}

/**
 * Bars one below the other, each of segments that lead to what they count. The picture works by keyboard and without colour; the
 * table below says the same to everybody, and has links that are large enough for every finger.
 */
export function StackedBars(props: StackedBarsProps): VNode {
  const numbers = new Intl.NumberFormat(useLang() === 'en' ? 'en-GB' : 'de-DE', { maximumFractionDigits: 2 })
  const format = props.format ?? ((value: number) => numbers.format(value))
  const total = (row: BarRow) => row.segments.reduce((sum, { value }) => sum + Math.max(0, value), 0)
  const length = (row: BarRow) => (props.sideBySide ? Math.max(0, ...row.segments.map(({ value }) => value)) : total(row))
  const longest = Math.max(0, ...props.rows.map(length))
  const drawing = (row: BarRow): Drawing => ({ kinds: props.kinds, format, longest: props.shares ? total(row) : longest })
  const Drawn = props.sideBySide ? Lines : Bar
  return (
    <figure class="sk-chart sk-segments">
      <figcaption class="sk-chart__caption">
        <strong class={cx(props.titleHidden && 'sk-sr-only')}>{props.title}</strong>
        <span class="sk-chart__summary">{props.summary}</span>
      </figcaption>
      {props.kinds.length > 1 ? <Legend kinds={props.kinds} /> : null}
      <ul class="sk-segments__rows">
        {props.rows.map((row) => (
          <li class="sk-segments__row" key={row.key}>
            <span class="sk-segments__label">{row.label}{row.note === undefined ? null : <span
              class="sk-segments__note"> {row.note}</span>}</span>
            {total(row) > 0
              ? <Drawn row={row} drawing={drawing(row)} />
              : <span class="sk-muted">{format(0)}</span>}
          </li>
        ))}
      </ul>
      <AsTable chart={props} format={format} />
    </figure>
  )
}
