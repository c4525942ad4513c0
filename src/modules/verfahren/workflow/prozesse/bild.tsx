import type { VNode } from 'preact'
import { cx } from '../../../../design/index.js'
import { linesOf, type Box, type Diagram, type ModelNode, type ProcessModel } from '../domain/index.js'

export interface Bildstand { readonly wartet: ReadonlyMap<string, number>; readonly gestoert: ReadonlySet<string>; readonly besucht?: ReadonlySet<string> }

const LETTER = 6.2
const LINE = 14

/**
 * A model as it is drawn, with where its instances stand: counts at the steps, in words in the table that every page has beside it.
 * The picture is hidden from screen readers; it scrolls within itself on narrow screens.
 */
export function Prozessbild({ diagram, modell, stand, titel }: { diagram: Diagram; modell: ProcessModel; stand: Bildstand; titel: string }): VNode {
  const { view } = diagram
  // What encloses is drawn first, else it would cover what is inside.
  const shapes = diagram.shapes.toSorted((a, b) => b.width * b.height - a.width * a.height)
  return (
    <div class="sk-scroll sk-bpmn" tabIndex={0} role="region" aria-label={`${titel}: Bild, waagerecht verschiebbar`}>
      <svg viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`} width={view.width} height={view.height} aria-hidden="true" focusable="false">
        <defs><marker id="spitze" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0 L10 5 L0 10 z" class="sk-bpmn__head" /></marker></defs>
        {shapes.filter(({ id }) => modell.nodes[id]?.kind === 'subProcess').map((shape) => <Shape key={shape.id} shape={shape} node={modell.nodes[shape.id]} stand={stand} />)}
        {diagram.edges.map((edge) => <Edge key={edge.id} edge={edge} name={modell.flows[edge.id]?.name ?? ''} />)}
        {shapes.filter(({ id }) => modell.nodes[id] && modell.nodes[id].kind !== 'subProcess').map((shape) => <Shape key={shape.id} shape={shape} node={modell.nodes[shape.id]} stand={stand} />)}
      </svg>
    </div>
  )
}

function Edge({ edge: { points, label }, name }: { edge: Diagram['edges'][number]; name: string }) {
  return <g><polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} class="sk-bpmn__flow" marker-end="url(#spitze)" />{label && name ? <Words name={name} box={label} /> : null}</g>
}

function Words({ name, box, top }: { name: string; box: Box; top?: boolean }) {
  const lines = linesOf(name, Math.max(6, Math.floor(box.width / LETTER)))
  const first = top ? box.y + 20 : box.y + box.height / 2 - (lines.length - 1) * LINE / 2 + 4
  return <text class="sk-bpmn__text" text-anchor={top ? 'start' : 'middle'}>{lines.map((line, index) => <tspan key={index} x={top ? box.x + 12 : box.x + box.width / 2} y={first + index * LINE}>{line}</tspan>)}</text>
}

function Shape({ shape, node, stand }: { shape: Diagram['shapes'][number]; node: ModelNode | undefined; stand: Bildstand }) {
  if (!node) return null
  const { x, y, width, label } = shape
  const anzahl = stand.wartet.get(node.id) ?? 0
  const name = cx('sk-bpmn__shape', stand.besucht?.has(node.id) && 'sk-bpmn__shape--visited', anzahl > 0 && 'sk-bpmn__shape--waiting', stand.gestoert.has(node.id) && 'sk-bpmn__shape--incident')
  return (
    <g>
      <Form shape={shape} node={node} className={name} />
      {node.name && node.kind === 'subProcess' ? <Words name={node.name} box={shape} top /> : node.name && label ? <Words name={node.name} box={label} /> : node.name && width >= 60 ? <Words name={node.name} box={shape} /> : null}
      {anzahl > 0 ? <g><circle cx={x + width} cy={y} r="12" class={cx('sk-bpmn__badge', stand.gestoert.has(node.id) && 'sk-bpmn__badge--incident')} /><text x={x + width} y={y + 4.5} text-anchor="middle" class="sk-bpmn__count">{anzahl > 999 ? '999+' : anzahl}</text></g> : null}
    </g>
  )
}

/** Circles for events (double in between, thick at the end), diamonds for gateways, boxes for everything that takes time. */
function Form({ shape: { x, y, width, height }, node, className }: { shape: Box; node: ModelNode; className: string | undefined }) {
  const [cx0, cy0, r] = [x + width / 2, y + height / 2, Math.min(width, height) / 2]
  switch (node.kind) {
    case 'startEvent': return <circle cx={cx0} cy={cy0} r={r} class={className} />
    case 'endEvent': return <circle cx={cx0} cy={cy0} r={r} class={className} stroke-width="4" />
    case 'catchEvent': case 'throwEvent': case 'boundaryEvent':
      return <g><circle cx={cx0} cy={cy0} r={r} class={className} /><circle cx={cx0} cy={cy0} r={r - 4} class="sk-bpmn__inner" /><Sign node={node} x={cx0} y={cy0} /></g>
    case 'exclusive': case 'parallel': case 'inclusive': case 'eventBased':
      return <g><polygon points={`${cx0},${y} ${x + width},${cy0} ${cx0},${y + height} ${x},${cy0}`} class={className} /><text x={cx0} y={cy0 + 7} text-anchor="middle" class="sk-bpmn__sign">{{ exclusive: '×', parallel: '+', inclusive: '○', eventBased: '◇' }[node.kind]}</text></g>
    case 'subProcess': return <rect x={x} y={y} width={width} height={height} rx="10" class={cx(className, 'sk-bpmn__shape--frame')} />
    default: return <rect x={x} y={y} width={width} height={height} rx="8" class={className} />
  }
}

function Sign({ node, x, y }: { node: ModelNode; x: number; y: number }) {
  const d = node.event === 'timer' ? `M${x} ${y - 7} V${y} L${x + 5} ${y + 3}` : node.event === 'message' ? `M${x - 8} ${y - 5} h16 v10 h-16 z l8 6 l8 -6` : node.event === 'error' ? `M${x - 6} ${y + 6} l4 -11 l4 6 l4 -8` : ''
  return d ? <path d={d} class="sk-bpmn__inner" /> : null
}
