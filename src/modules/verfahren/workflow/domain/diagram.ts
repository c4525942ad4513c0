import { list, readXml, type Element } from './moddle.js'

/** How a model is drawn (BPMN DI), in the units of the drawing. Elements without a drawing are not in it. */
export type Diagram = {
  shapes: { id: string, x: number, y: number, width: number, height: number, label: Box | null }[]
  edges: { id: string, points: { x: number, y: number }[], label: Box | null }[]
  /** Around everything that is drawn, with a margin. */
  view: Box
}
export type Box = { x: number, y: number, width: number, height: number }

const MARGIN = 20
const LARGEST = 100_000

/** Reads the drawing of a document; undefined when it has none. Numbers that are none, or absurd, leave the element out. */
export async function readDiagram(xml: string): Promise<Diagram | undefined> {
  const { rootElement } = await readXml(xml)
  const plane = list(rootElement, 'diagrams')[0]?.get('plane') as Element | undefined
  const shapes: Diagram['shapes'] = []
  const edges: Diagram['edges'] = []
  for (const element of list(plane, 'planeElement')) {
    const id = (element.get('bpmnElement') as Element | undefined)?.id
    if (!id) continue
    const label = boxOf((element.get('label') as Element | undefined)?.get('bounds') as Element | undefined)
    const box = boxOf(element.get('bounds') as Element | undefined)
    if (element.$type === 'bpmndi:BPMNShape' && box) shapes.push({ id, ...box, label })
    const points = list(element, 'waypoint').map((point) => ({ x: Number(point.get('x')), y: Number(point.get('y')) }))
    if (element.$type === 'bpmndi:BPMNEdge' && points.length > 1 && points.every(isSane)) edges.push({ id, points, label })
  }
  return shapes.length > 0 ? { shapes, edges, view: around(shapes, edges) } : undefined
}

const isSane = (values: Record<string, number>): boolean => Object.values(values).every((value) => Number.isFinite(value) && Math.abs(value) < LARGEST)

function boxOf(bounds: Element | undefined): Box | null {
  if (!bounds) return null
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(bounds.get(name))) as [number, number, number, number]
  return isSane({ x, y, width, height }) ? { x, y, width, height } : null
}

function around(shapes: Diagram['shapes'], edges: Diagram['edges']): Box {
  const boxes = [...shapes, ...[...shapes, ...edges].flatMap(({ label }) => (label ? [label] : []))]
  const xs = [...boxes.flatMap((box) => [box.x, box.x + box.width]), ...edges.flatMap(({ points }) => points.map(({ x }) => x))]
  const ys = [...boxes.flatMap((box) => [box.y, box.y + box.height]), ...edges.flatMap(({ points }) => points.map(({ y }) => y))]
  const [left, top] = [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN]
  return { x: left, y: top, width: Math.max(...xs) + MARGIN - left, height: Math.max(...ys) + MARGIN - top }
}

/** Breaks a name into lines of about so many letters; a long word stays whole. */
export function linesOf(name: string, letters: number): string[] {
  const lines: string[] = []
  for (const word of name.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
