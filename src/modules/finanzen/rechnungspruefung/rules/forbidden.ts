/**
 * Elements and attributes that must not occur below a context. Some hundred rules of this form exist; whether an element
 * is one of them follows from its kind, so a document is not searched for them.
 */
import { intern } from '../xml/tree.js'
import type { El, Kind } from '../xml/tree.js'
import type { Level } from './engine.js'

export interface ForbiddenRule { readonly id: string, readonly level: Level }

interface Row extends ForbiddenRule {
  /** Names below the context, or the last names of the place with `anywhere`. */
  readonly path: readonly string[]
  readonly attr: string
  readonly anywhere: boolean
}

export interface Forbidden { readonly rows: readonly Row[], readonly byName: ReadonlyMap<string, readonly Row[]> }

/** Reads the table form `id level path`, one per line; see codes/forbidden-*.ts. */
export function forbid(table: string): Forbidden {
  const rows = table.trim().split('\n').flatMap((line): Row[] => {
    const [id = '', flag, written = ''] = line.split(' ')
    const anywhere = written.startsWith('//')
    const places = written.startsWith('LINE') ? ['cac:InvoiceLine', 'cac:CreditNoteLine'].map((l) => written.replace('LINE', l)) : [written]
    const level = flag === 'E' ? 'error' : 'warning'
    return places.map((place) => {
      const steps = place.replace(/^\/\//, '').split('/').map(intern)
      const last = steps.at(-1) ?? ''
      const attr = last.startsWith('@') ? intern(last.slice(1)) : ''
      return { id, level, path: attr ? steps.slice(0, -1) : steps, attr, anywhere }
    })
  })
  const byName = new Map<string, Row[]>()
  for (const row of rows) {
    const name = row.path.at(-1) ?? ''
    byName.set(name, [...byName.get(name) ?? [], row])
  }
  return { rows, byName }
}

/** A rule that an element of a kind (or its attribute) breaks, and how far above it the context stands. */
export interface Hit { readonly rule: ForbiddenRule, readonly attr: string, readonly up: number }

function endsWith(kind: Kind, path: readonly string[]): boolean {
  let cursor: Kind | null = kind
  for (let i = path.length - 1; i >= 0; i -= 1) {
    if (!cursor || cursor.name !== path[i]) return false
    cursor = cursor.parent
  }
  return true
}

/** What a context forbids of elements of this kind that stand `up` levels below it. */
export function hitsBelow(forbidden: Forbidden, kind: Kind, up: number): Hit[] {
  const rows = [...forbidden.byName.get(kind.name) ?? [], ...forbidden.byName.get('') ?? []]
  return rows.filter((r) => r.path.length === 0 ? r.anywhere || up === 0 : (r.anywhere || r.path.length === up) && endsWith(kind, r.path))
    .map((rule) => ({ rule, attr: rule.attr, up }))
}

function ancestor(el: El, up: number): El {
  let cursor = el
  for (let i = 0; i < up && cursor.parent; i += 1) cursor = cursor.parent
  return cursor
}

export type Report = (rule: ForbiddenRule, el: El) => void

/** Reports each rule once per context. */
export function judgeHits(hits: readonly Hit[], elements: readonly El[], seen: Map<ForbiddenRule, El>, report: Report): void {
  for (const hit of hits) for (const el of elements) judgeHit(hit, el, seen, report)
}

function judgeHit(hit: Hit, el: El, seen: Map<ForbiddenRule, El>, report: Report): void {
  const context = ancestor(el, hit.up)
  if (seen.get(hit.rule) === context) return
  seen.set(hit.rule, context)
  report(hit.rule, el)
}

export type AttributeHits = ReadonlyMap<string, readonly Hit[]>

/** The same for attributes. */
export function judgeAttributes(hits: AttributeHits, elements: readonly El[], seen: Map<ForbiddenRule, El>, report: Report): void {
  let clean: El['attrs'] | undefined
  for (const el of elements) {
    // Equal attributes of neighbours are one object, so one look is enough.
    if (el.attrs === clean) continue
    clean = el.attrs
    for (const a of el.attrs) {
      const found = hits.get(a.name)
      if (!found) continue
      clean = undefined
      for (const hit of found) judgeHit(hit, el, seen, report)
    }
  }
}
